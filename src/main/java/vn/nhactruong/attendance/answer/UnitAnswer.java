package vn.nhactruong.attendance.answer;

/** How far an invited unit has answered. */
public enum UnitAnswer {

	/** Nothing heard yet. */
	NONE,

	/** A list is there, but not confirmed as a whole. */
	REGISTERING,

	/** Every attendee confirmed by the head, one of them leading the delegation. */
	CONFIRMED,

	/** Sends nobody. */
	DECLINED

}
