/**
 * Where people land: the public front page, and each person's desk with what is due.
 */
@ApplicationModule(displayName = "Desk",
		allowedDependencies = { "shared", "organization", "setting", "workingday", "account", "notification",
				"notification :: mail", "conference", "conference :: register", "agenda", "attendance", "conclusion",
				"directive", "directive :: figure" })
package vn.nhactruong.desk;

import org.springframework.modulith.ApplicationModule;
