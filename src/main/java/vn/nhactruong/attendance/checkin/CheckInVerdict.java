package vn.nhactruong.attendance.checkin;

/** What came of one attempt to note an attendee. */
public enum CheckInVerdict {

	CHECKED_IN, ALREADY, WRONG_CONFERENCE, WRONG_SESSION, UNKNOWN,

	/** Withdrawn, or somebody else came instead. */
	WITHDRAWN

}
