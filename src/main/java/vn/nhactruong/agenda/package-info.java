/**
 * Agendas: the working draft of each conference, its warnings, and the numbered releases
 * that the invited units see.
 */
@ApplicationModule(displayName = "Agenda", allowedDependencies = { "shared", "organization", "setting", "account",
		"audit", "file", "notification", "conference" })
package vn.nhactruong.agenda;

import org.springframework.modulith.ApplicationModule;
