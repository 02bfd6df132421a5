package vn.nhactruong.attendance;

/** Where an attendee stands on the unit's list. */
public enum AttendeeStatus {

	/** On the list; the head of the unit has not confirmed it yet. */
	REGISTERED,

	/** Confirmed by the head of the unit. */
	CONFIRMED,

	/** Somebody else comes instead, with the chair's consent. */
	SUBSTITUTED,

	/** Does not come. */
	WITHDRAWN;

	/** Whether the person is expected and takes up one place of the quota. */
	public boolean isExpected() {
		return this == REGISTERED || this == CONFIRMED;
	}

}
