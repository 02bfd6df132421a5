/**
 * Statistics: how directives stood in any period, by unit, as the whole of government
 * reports it.
 */
@ApplicationModule(displayName = "Statistics",
		allowedDependencies = { "shared", "organization", "setting", "account", "directive", "directive :: figure" })
package vn.nhactruong.statistics;

import org.springframework.modulith.ApplicationModule;
