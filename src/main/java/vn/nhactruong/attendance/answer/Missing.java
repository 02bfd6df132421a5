package vn.nhactruong.attendance.answer;

/** What a unit's list still lacks. */
public enum Missing {

	ATTENDEE, DELEGATION_HEAD, CONFIRMATION,

	/** Nights that lie outside of the conference, usually because it was moved. */
	LODGING_DATES

}
