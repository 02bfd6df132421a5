package vn.nhactruong.attendance;

/** What a unit's list still lacks. */
enum Missing {

	ATTENDEE, DELEGATION_HEAD, CONFIRMATION,

	/** Nights that lie outside of the conference, usually because it was moved. */
	LODGING_DATES

}
