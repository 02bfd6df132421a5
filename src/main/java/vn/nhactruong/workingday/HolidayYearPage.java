package vn.nhactruong.workingday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A year as the page of days off shows it.
 *
 * @param status how far it is settled
 * @param days its special days in their order
 * @param months the same, as a calendar
 * @param announcement by which it was confirmed, null where only its days name it
 * @param findings what it lacks compared with the law
 * @param dayOffCount Mondays to Fridays that are off
 */
record HolidayYearPage(int year, HolidayYearStatus status, Instant confirmedAt, String confirmedBy, String announcement,
		List<Day> days, List<MonthGrid> months, List<Explanation> findings, long dayOffCount) {

	/** How many days that came with the portal nobody has compared. */
	public long toCompare() {
		return this.days.stream().filter(Day::toCompare).count();
	}

	/** Whether it counts as settled though nobody compared all of it. */
	public boolean isUncompared() {
		return this.status == HolidayYearStatus.CONFIRMED && this.confirmedAt == null && toCompare() > 0;
	}

	/** For addresses and titles: a year is no number to be grouped. */
	public String yearText() {
		return Integer.toString(this.year);
	}

	/** The year before, null before the first one. */
	public String previous() {
		return (this.year > LegalHolidays.FIRST_YEAR) ? Integer.toString(this.year - 1) : null;
	}

	/** The year after, null after the last one. */
	public String next() {
		return (this.year < LegalHolidays.LAST_YEAR) ? Integer.toString(this.year + 1) : null;
	}

	/**
	 * A special day.
	 *
	 * @param id its id, null while it is only computed
	 * @param weekday its weekday's key
	 * @param name in the reader's language
	 * @param swap whether it is half of a swap
	 * @param version which version of it is shown
	 * @param toCompare whether it came with the portal and was not compared yet
	 * @param due how many deadlines that are not over fall on it although it is off
	 */
	record Day(Long id, LocalDate day, String weekday, HolidayKind kind, String name, String source, boolean swap,
			int version, boolean toCompare, long due) {
	}

	/** A month of the calendar; weeks begin on Monday. */
	record MonthGrid(int month, List<List<Cell>> weeks) {
	}

	/**
	 * One square of the calendar.
	 *
	 * @param number the day of the month, 0 for a square outside the month
	 * @param look class of the square, empty for an ordinary working day
	 * @param name the special day's name, null for an ordinary one
	 */
	record Cell(int number, String look, String name) {
	}

}
