/**
 * Which days are worked, and deadlines that explain themselves.
 */
@ApplicationModule(displayName = "Working day", allowedDependencies = "shared")
package vn.nhactruong.workingday;

import org.springframework.modulith.ApplicationModule;
