/**
 * Provinces and units with their validity, and which unit succeeded which.
 */
@ApplicationModule(displayName = "Organization", allowedDependencies = "shared")
package vn.nhactruong.organization;

import org.springframework.modulith.ApplicationModule;
