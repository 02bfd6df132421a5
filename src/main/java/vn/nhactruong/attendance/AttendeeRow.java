package vn.nhactruong.attendance;

import java.time.LocalDate;
import java.util.List;

/**
 * One attendee as the list shows them.
 *
 * @param phone {@code null} for who must not see it; so is {@code email}
 * @param substituteFor whom the person replaces, or {@code null}
 * @param presences what was noted so far, in the order of the half-days
 */
record AttendeeRow(long id, long organizationId, String unitName, String code, String fullName, String position,
		CivilRank rank, String phone, String email, TravelNeed travel, String arrivalNote, boolean lodging,
		LocalDate lodgingFrom, LocalDate lodgingTo, boolean delegationHead, String note, AttendeeStatus status,
		String substituteFor, List<Noted> presences) {

	/** Tone of the state's chip. */
	public String tone() {
		return switch (this.status) {
			case CONFIRMED -> "ok";
			case REGISTERED -> "open";
			case SUBSTITUTED, WITHDRAWN -> "none";
		};
	}

	/**
	 * What was noted for one half-day.
	 *
	 * @param half name of the constant of HalfDay
	 */
	record Noted(LocalDate day, String half, Presence presence) {

		public String tone() {
			return CheckInRow.tone(this.presence);
		}

	}

}
