package vn.nhactruong.calendar;

/** Where a registration stands; the way between the states is in {@link Registration}. */
public enum EntryStatus {

	/** Registered by a unit, waits for the office. */
	PROPOSED,

	/** In the week. */
	ARRANGED,

	/** Given back to the unit with a reason. */
	RETURNED,

	/** Called off; the end. */
	CANCELLED;

	/** Message key of why an act doesn't fit this state. */
	public String refusal() {
		return "calendar.error.entry." + this;
	}

	/** Of its chip. */
	public String tone() {
		return switch (this) {
			case PROPOSED -> "soon";
			case ARRANGED -> "ok";
			case RETURNED -> "late";
			case CANCELLED -> "none";
		};
	}

	public boolean isOpen() {
		return this == PROPOSED || this == ARRANGED;
	}

}
