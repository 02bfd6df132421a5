package vn.nhactruong.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.shared.DateFormats;

/**
 * When a conference's lists close, in words.
 *
 * @param messageKey takes the moment and the number of days or hours left
 */
record Lock(String messageKey, String moment, long left, String tone) {

	private static final int URGENT_DAYS = 3;

	/** {@code null} where no lock instant was set. */
	static Lock of(ConferenceSummary conference, Clock clock) {
		Instant closes = conference.registrationClosesAt();
		if (closes == null) {
			return null;
		}
		String moment = DateFormats.moment(closes);
		Instant now = clock.instant();
		if (!now.isBefore(closes)) {
			return new Lock("attendance.lock.closed", moment, 0, "none");
		}
		long days = ChronoUnit.DAYS.between(now.atZone(clock.getZone()).toLocalDate(),
				closes.atZone(clock.getZone()).toLocalDate());
		if (days == 0) {
			long hours = Math.max(1, (Duration.between(now, closes).toMinutes() + 59) / 60);
			return new Lock("attendance.lock.hours", moment, hours, "late");
		}
		return new Lock("attendance.lock.days", moment, days, (days <= URGENT_DAYS) ? "soon" : "open");
	}

}
