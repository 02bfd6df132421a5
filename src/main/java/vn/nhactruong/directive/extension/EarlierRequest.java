package vn.nhactruong.directive.extension;

import java.time.Instant;

/**
 * The draft that its head sent back, from which a unit's next request is written.
 *
 * @param form filled with it
 * @param comment what is to be different
 */
record EarlierRequest(ExtensionForm form, String comment, Instant cameBackAt) {
}
