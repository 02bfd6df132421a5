/**
 * What a conference came to: assessment, discussion and the chair's conclusion, from its
 * draft through the leader's review to the numbered notice.
 */
@ApplicationModule(displayName = "Conclusion", allowedDependencies = { "shared", "organization", "setting",
		"workingday", "account", "audit", "notification", "conference" })
package vn.nhactruong.conclusion;

import org.springframework.modulith.ApplicationModule;
