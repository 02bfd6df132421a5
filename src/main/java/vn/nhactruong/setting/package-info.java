/**
 * Dated numbers of the rules with their legal source: what a deadline, a lead time or a
 * meeting's length was on any given day.
 */
@ApplicationModule(displayName = "Setting", allowedDependencies = "shared")
package vn.nhactruong.setting;

import org.springframework.modulith.ApplicationModule;
