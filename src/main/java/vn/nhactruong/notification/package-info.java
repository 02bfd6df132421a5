/**
 * What reaches a person: messages in their inbox and by mail, and the shape of what is
 * due.
 */
@ApplicationModule(displayName = "Notification",
		allowedDependencies = { "shared", "organization", "setting", "account", "workingday" })
package vn.nhactruong.notification;

import org.springframework.modulith.ApplicationModule;
