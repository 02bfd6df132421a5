package vn.nhactruong.attendance;

/** Where an attendee asks to be met. */
public enum TravelNeed {

	NONE, AIRPORT, RAILWAY, COACH

}
