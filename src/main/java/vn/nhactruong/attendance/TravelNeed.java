package vn.nhactruong.attendance;

/** Where an attendee asks to be met. */
enum TravelNeed {

	NONE, AIRPORT, RAILWAY, COACH

}
