package vn.nhactruong.workingday;

/** How far a year's days off are settled. */
enum HolidayYearStatus {

	/** Nothing is stored; the days follow from the law by computation. */
	COMPUTED("none"),

	/** Stored to be checked against the yearly announcement. */
	PROPOSED("soon"),

	/** A person has confirmed them, or they came confirmed with the portal. */
	CONFIRMED("ok");

	private final String tone;

	HolidayYearStatus(String tone) {
		this.tone = tone;
	}

	/** The tone of its chip. */
	public String tone() {
		return this.tone;
	}

}
