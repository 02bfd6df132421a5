package vn.nhactruong.calendar;

/** Where a week stands; the way between the states is in {@link CalendarWeek}. */
public enum WeekStatus {

	/** Units register, the office arranges. */
	OPEN,

	/** A leader looks at it. */
	SUBMITTED,

	/** Ready to go out exactly as approved. */
	APPROVED,

	/** Out; what changes now goes out as the next version. */
	PUBLISHED;

	/** Message key of why an act doesn't fit this state. */
	String refusal() {
		return "calendar.error.week." + this;
	}

}
