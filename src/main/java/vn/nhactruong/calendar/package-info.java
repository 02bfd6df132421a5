/**
 * The leaders' week: units register, the office arranges, a leader approves, the week is
 * published and published anew, on paper and in people's own calendars.
 */
@ApplicationModule(displayName = "Calendar", allowedDependencies = { "shared", "organization", "setting", "account",
		"audit", "file", "notification", "paper", "conference", "conference :: register", "agenda" })
package vn.nhactruong.calendar;

import org.springframework.modulith.ApplicationModule;
