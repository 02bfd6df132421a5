package vn.nhactruong.attendance.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.shared.DateFormats;

/**
 * Until when the units keep their lists themselves, in words; the only place that says
 * so.
 *
 * @param messageKey takes the moment and the number of days or hours left
 */
public record Lock(String messageKey, String moment, long left, String tone) {

	private static final int URGENT_DAYS = 3;

	/**
	 * {@code null} where no lock instant was set, and for what happened before the
	 * portal.
	 */
	public static Lock of(ConferenceSummary conference, Clock clock) {
		Instant closes = conference.registrationClosesAt();
		if (closes == null || conference.archive()) {
			return null;
		}
		String moment = DateFormats.moment(closes);
		Instant now = clock.instant();
		String refusal = refusal(conference, now);
		if (refusal != null) {
			return new Lock(refusal, moment, 0, "none");
		}
		long days = ChronoUnit.DAYS.between(now.atZone(clock.getZone()).toLocalDate(),
				closes.atZone(clock.getZone()).toLocalDate());
		if (days == 0) {
			long hours = Math.max(1, (Duration.between(now, closes).toMinutes() + 59) / 60);
			return new Lock("attendance.lock.hours", moment, hours, "late");
		}
		return new Lock("attendance.lock.days", moment, days, (days <= URGENT_DAYS) ? "soon" : "open");
	}

	/**
	 * Message key of why the units may not change their lists now, or {@code null} while
	 * they may.
	 */
	public static String refusal(ConferenceSummary conference, Instant now) {
		if (conference.registrationOpen(now)) {
			return null;
		}
		return switch (conference.status()) {
			case DRAFT -> "attendance.error.notAnnounced";
			case ANNOUNCED -> "attendance.error.locked";
			case POSTPONED -> "attendance.error.postponed";
			case CANCELLED -> "attendance.error.cancelled";
			case IN_SESSION -> "attendance.error.begun";
			case CONCLUDED, CLOSED -> "attendance.error.over";
		};
	}

}
