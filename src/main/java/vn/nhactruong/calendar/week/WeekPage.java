package vn.nhactruong.calendar.week;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.springframework.context.MessageSource;

import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarPublished.ChangeStrip;
import vn.nhactruong.calendar.Clash;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.WeekStatus;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.Option;

/**
 * A leaders' week as one viewer gets it.
 *
 * @param state {@code null} for whoever sees only what is published
 * @param release the version shown or compared with, or {@code null} before the first
 * @param leader the leader filtered by, or {@code null}
 * @param mine the position that the viewer holds, or {@code null}
 * @param own what the viewer's unit registered for the week
 * @param accepted clashes with which a version went out, as far as the viewer reads both
 * sides; empty for the working state, which shows all of its clashes
 */
public record WeekPage(Week week, Week current, State state, ReleaseRef release, List<Day> days, Long leader,
		List<Option> leaders, Long mine, List<RegistrationRow> own, List<ClashItem> accepted, List<ChangeStrip> strips,
		List<ReleaseRef> releases, boolean mayAdd, boolean today) {

	/** More units than these are told by the first and a number. */
	private static final int MOST_UNITS = 4;

	public boolean isEmpty() {
		return this.days.stream().allMatch(Day::isEmpty);
	}

	/**
	 * As it is printed: without what the office hasn't accepted; the deadlines of a day
	 * are its reader's own and no day stands there for them.
	 * @param whole whether an empty working day is a free one
	 */
	WeekPage onPaper(boolean whole) {
		List<Day> printed = shown(this.days.stream().map(Day::onPaper).toList(), (day) -> !day.isEmpty(), whole);
		return new WeekPage(this.week, this.current, this.state, this.release, printed, this.leader, this.leaders,
				this.mine, this.own, this.accepted, this.strips, this.releases, this.mayAdd, this.today);
	}

	/**
	 * The days that are wanted and, where an empty one is a free one, all working days;
	 * Saturday, too, wherever Sunday stands.
	 */
	static List<Day> shown(List<Day> days, Predicate<Day> wanted, boolean whole) {
		boolean sunday = days.stream()
			.anyMatch((day) -> day.day().getDayOfWeek() == DayOfWeek.SUNDAY && wanted.test(day));
		DayOfWeek last = sunday ? DayOfWeek.SATURDAY : DayOfWeek.FRIDAY;
		return days.stream()
			.filter((day) -> wanted.test(day) || whole && day.day().getDayOfWeek().compareTo(last) <= 0)
			.toList();
	}

	/**
	 * The working state, for the office and leaders.
	 *
	 * @param returned what the office gave back to units
	 * @param changes against the newest version; empty as well before the first one
	 * @param blocking how many clashes keep the week from going out
	 * @param seen what the reader saw, so that nothing else gets approved or published
	 * @param shown the same as {@link ShownWeek} has it, or {@code null} for who doesn't
	 * approve it
	 * @param outdated whether something else was approved than what would go out
	 * @param publishable whether it may go out as it is and would tell anybody anything
	 * @param blocked whether nothing but clashes keeps it from that
	 */
	public record State(WeekStatus status, String comment, String commentedBy, String approvedBy, Instant approvedAt,
			List<ClashItem> clashes, long blocking, List<CalendarChange> changes, List<RegistrationRow> returned,
			String seen, String shown, boolean outdated, boolean maySubmit, boolean mayApprove, boolean publishable,
			boolean blocked, int nextNumber) {
	}

	record ReleaseRef(int number, Instant releasedAt, String releasedBy, boolean newest) {
	}

	/** One day; {@code deadlines} are the viewer's own. */
	record Day(LocalDate day, boolean today, boolean past, List<Row> morning, List<Row> afternoon,
			List<Obligation> deadlines) {

		Day onPaper() {
			return new Day(this.day, this.today, this.past, accepted(this.morning), accepted(this.afternoon),
					List.of());
		}

		private static List<Row> accepted(List<Row> rows) {
			return rows.stream().filter((row) -> !row.proposed()).toList();
		}

		public boolean isEmpty() {
			return this.morning.isEmpty() && this.afternoon.isEmpty() && this.deadlines.isEmpty();
		}

	}

	/**
	 * One line with what this viewer may learn about it.
	 *
	 * @param time on its half-day, or {@code null} where it takes the whole of it
	 * @param continued whether an earlier half-day of the week says all about it
	 * @param proposed whether it still waits for the office
	 * @param url its page, or {@code null} where the viewer has none to go to
	 * @param clashing whether it is part of an unanswered clash on its half-day
	 */
	record Row(CalendarLine line, String time, boolean continued, String preparing, List<String> units,
			List<FileRow> files, boolean proposed, boolean clashing, String url) {

		/** The same on one of the half-days that it takes. */
		Row on(LocalDate day, HalfDay half, boolean clashes) {
			boolean first = this.line.day().equals(day) && this.line.half() == half;
			return new Row(this.line, CalendarChange.time(this.line, day, half), !first, this.preparing, this.units,
					this.files, this.proposed, clashes, this.url);
		}

		/** Whether the units are too many to be named one by one. */
		public boolean isManyUnits() {
			return this.units.size() > MOST_UNITS;
		}

		/** The time by which it is over, where that alone is known of the half-day. */
		public String getUntil() {
			return (this.time != null && this.time.startsWith("–")) ? this.time.substring(1) : null;
		}

		/** When on its half-day, in words where no time is fixed. */
		String when(MessageSource messages, Locale locale) {
			if (getUntil() != null) {
				return messages.getMessage("calendar.until", new Object[] { getUntil() }, locale);
			}
			return (this.time != null) ? this.time : messages.getMessage("calendar.wholeHalf", null, locale);
		}

	}

	/** A registration outside of the grid. */
	record RegistrationRow(String url, String title, String when, EntryStatus status, String unit, String reason) {

		public String getTone() {
			return this.status.tone();
		}

	}

	/**
	 * A clash with the reason for accepting it, if there is one.
	 *
	 * @param proposed how many of the two still wait for the office
	 */
	public record ClashItem(Clash clash, String name, String firstWhen, String secondWhen, String reason, String by,
			int proposed) {

		/** Whether it keeps the week from going out. */
		public boolean isBlocking() {
			return this.reason == null && this.proposed == 0;
		}

	}

}
