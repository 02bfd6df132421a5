/**
 * Attendees of conferences: units register theirs, heads confirm, the office follows the
 * answers and takes attendance on the day.
 */
@ApplicationModule(displayName = "Attendance",
		allowedDependencies = { "shared", "organization", "setting", "account", "notification", "conference" })
package vn.nhactruong.attendance;

import org.springframework.modulith.ApplicationModule;
