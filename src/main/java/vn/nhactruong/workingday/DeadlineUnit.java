package vn.nhactruong.workingday;

/** What a rule of a deadline counts. */
public enum DeadlineUnit {

	/** Working days after the start, which is not counted itself. */
	WORKING_DAY,

	/** Days of the calendar, rest days among them. */
	DAY,

	/** Months of the calendar: the same day, or the month's last where there is none. */
	MONTH,

	/** A fixed day of a month some months on, such as the 15th of the next one. */
	DAY_OF_MONTH

}
