package vn.nhactruong.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a row of the outbox has to say now, and to whom.
 *
 * @param digestOn the day of a digest, or {@code null} for a message of its own
 * @param unsubscription the token that stops this mail, or {@code null} where all of it
 * is duty
 */
public record Letter(UUID messageId, String address, String name, Locale locale, LocalDate digestOn, List<Line> lines,
		UUID unsubscription) {

	/** One message of the inbox. */
	public record Line(long notificationId, NotificationKind kind, String messageKey, List<Object> arguments,
			Instant sentAt) {
	}

}
