package vn.nhactruong.attendance;

/** What came of one attempt to note an attendee. */
enum CheckInVerdict {

	CHECKED_IN, ALREADY, WRONG_CONFERENCE, WRONG_SESSION, UNKNOWN,

	/** Withdrawn, or somebody else came instead. */
	WITHDRAWN

}
