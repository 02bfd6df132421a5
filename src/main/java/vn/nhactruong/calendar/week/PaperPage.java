package vn.nhactruong.calendar.week;

import java.time.LocalDate;

import vn.nhactruong.shared.ClockConfiguration;

/**
 * A week as it is printed.
 *
 * @param draft whether it is the working state; otherwise a published version, if there
 * is one
 * @param changes in how many points the working state differs from what is published, for
 * those who see it
 * @param signer the position of the leader who approved the week, or {@code null}
 */
record PaperPage(WeekPage week, boolean draft, int changes, String signer) {

	/** When it was published, or {@code null}. */
	private LocalDate publishedOn() {
		return (this.draft || this.week.release() == null) ? null
				: this.week.release().releasedAt().atZone(ClockConfiguration.ZONE).toLocalDate();
	}

	/** The version that is printed, or {@code null} for none. */
	public Integer getNumber() {
		return (publishedOn() != null) ? this.week.release().number() : null;
	}

	/**
	 * Day, month and year as a paper writes them, or {@code null} while they are open.
	 */
	public Object[] getDate() {
		LocalDate day = publishedOn();
		return (day == null) ? null : new Object[] { padded(day.getDayOfMonth(), 10), padded(day.getMonthValue(), 3),
				String.valueOf(day.getYear()) };
	}

	/** Days below 10 and the months January and February are padded. */
	private static String padded(int number, int from) {
		return (number < from) ? "0" + number : String.valueOf(number);
	}

}
