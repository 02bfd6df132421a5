package vn.nhactruong.attendance;

import java.time.Instant;

/**
 * One attendee on the attendance sheet of a half-day.
 *
 * @param presence {@code null} while nothing was noted
 */
public record CheckInRow(long id, long organizationId, String unitName, String code, String fullName, String position,
		boolean delegationHead, AttendeeStatus status, Presence presence, Instant markedAt) {

	static String tone(Presence presence) {
		return switch (presence) {
			case PRESENT -> "ok";
			case LATE -> "soon";
			case ABSENT -> "late";
			case EXCUSED -> "none";
		};
	}

	public String tone() {
		return (this.presence != null) ? tone(this.presence) : "none";
	}

}
