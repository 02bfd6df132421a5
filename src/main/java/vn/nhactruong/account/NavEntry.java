package vn.nhactruong.account;

import java.util.Set;

import vn.nhactruong.shared.Role;

/**
 * One entry of the main menu; a module contributes its own as a bean.
 *
 * @param key the section a page names to have this entry marked
 * @param labelKey message key of its label
 * @param roles who is shown it
 */
public record NavEntry(String key, String url, String labelKey, int order, Set<Role> roles) {
}
