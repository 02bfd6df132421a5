package vn.nhactruong.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.springframework.stereotype.Component;

import vn.nhactruong.notification.MailServer;
import vn.nhactruong.notification.Outbox;
import vn.nhactruong.notification.choice.NotificationSettings;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.workingday.WorkingDays;

/**
 * Each working morning one mail for each person, with what is unread; nobody with nothing
 * unread gets one. A morning that the portal slept through is made up for the same day.
 */
@Component
class Digests {

	private final Outbox outbox;

	private final NotificationSettings settings;

	private final MailServer server;

	private final WorkingDays workingDays;

	private final Clock clock;

	Digests(Outbox outbox, NotificationSettings settings, MailServer server, WorkingDays workingDays, Clock clock) {
		this.outbox = outbox;
		this.settings = settings;
		this.server = server;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	/** Makes the digests of today once their hour has come. */
	int gatherIfDue() {
		LocalDate today = LocalDate.now(this.clock);
		if (!this.server.isConfigured() || !this.workingDays.isWorkingDay(today)) {
			return 0;
		}
		LocalTime at = this.settings.digestAt();
		Instant due = today.atTime(at).atZone(ClockConfiguration.ZONE).toInstant();
		return due.isAfter(this.clock.instant()) ? 0 : this.outbox.gather(today, due);
	}

}
