/**
 * Example accounts and conferences for a database that is a demo, and the command that
 * fills one for measuring.
 */
@ApplicationModule(displayName = "Demo",
		allowedDependencies = { "shared", "database", "organization", "account", "workingday", "conference", "agenda",
				"attendance", "conclusion", "conclusion :: review", "directive", "directive :: assignment",
				"directive :: draft", "directive :: reopening", "directive :: extension", "directive :: origin",
				"workprogram", "workprogram :: program", "workprogram :: adjustment", "calendar", "calendar :: entry",
				"calendar :: resource", "calendar :: trip" })
package vn.nhactruong.demo;

import org.springframework.modulith.ApplicationModule;
