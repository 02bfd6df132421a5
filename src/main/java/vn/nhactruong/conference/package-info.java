/**
 * Conferences: when and where, who chairs, which units are invited with which quota, and
 * the way from draft to closed.
 */
@ApplicationModule(displayName = "Conference",
		allowedDependencies = { "shared", "organization", "setting", "workingday", "account", "audit", "notification" })
package vn.nhactruong.conference;

import org.springframework.modulith.ApplicationModule;
