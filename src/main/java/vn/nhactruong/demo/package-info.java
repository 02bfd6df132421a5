/**
 * Example accounts and conferences for a database that is a demo, and the command that
 * fills one for measuring.
 */
@ApplicationModule(displayName = "Demo",
		allowedDependencies = { "shared", "database", "organization", "account", "conference", "agenda", "conclusion" })
package vn.nhactruong.demo;

import org.springframework.modulith.ApplicationModule;
