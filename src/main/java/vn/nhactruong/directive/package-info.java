/**
 * Directives: what a conclusion gives units to do, from issue to verification, with
 * extensions, evidence and the four-way timeliness the office reports by.
 */
@ApplicationModule(displayName = "Directive", allowedDependencies = { "shared", "organization", "setting", "workingday",
		"account", "audit", "file", "notification", "conference", "conclusion" })
package vn.nhactruong.directive;

import org.springframework.modulith.ApplicationModule;
