package vn.nhactruong.attendance;

/** What was noted of one attendee for one half-day. */
public enum Presence {

	PRESENT, LATE, ABSENT,

	/** Absent, and said why. */
	EXCUSED;

	public boolean isThere() {
		return this == PRESENT || this == LATE;
	}

}
