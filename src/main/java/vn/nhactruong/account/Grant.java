package vn.nhactruong.account;

import java.util.Set;

import vn.nhactruong.shared.Role;

/**
 * One role that a person holds for one unit.
 *
 * @param lineage the unit and every unit whose work came down to it
 */
public record Grant(long id, Role role, long unitId, String unitName, Set<Long> lineage) {
}
