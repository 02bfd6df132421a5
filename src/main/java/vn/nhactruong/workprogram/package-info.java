/**
 * Work programs: what the ministry and each unit mean to do in a year, quarter, month or
 * week, from the units' proposals to the published program, its adjustments and the
 * report of what became of it.
 */
@ApplicationModule(displayName = "Work program",
		allowedDependencies = { "shared", "organization", "setting", "workingday", "account", "audit", "file",
				"notification", "paper", "conference", "conclusion", "directive", "directive :: origin" })
package vn.nhactruong.workprogram;

import org.springframework.modulith.ApplicationModule;
