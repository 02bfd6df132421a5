package vn.nhactruong.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** A week from Monday to Sunday, counted as ISO 8601 counts: {@code 2026-W48}. */
public record Week(LocalDate monday) {

	/** What a calendar of this office can mean; anything else is a slip of the hand. */
	private static final LocalDate FIRST = LocalDate.of(1945, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

	public Week {
		if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
			throw new IllegalArgumentException(monday + " is no Monday");
		}
	}

	public static Week of(LocalDate day) {
		return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
	}

	/** The week that a URL names; nothing if unreadable. */
	public static Optional<Week> parse(String key) {
		if (key == null || !key.matches("\\d{4}-W\\d{2}")) {
			return Optional.empty();
		}
		try {
			Week week = new Week(LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE));
			return (week.monday.isBefore(FIRST) || week.monday.isAfter(LAST)) ? Optional.empty() : Optional.of(week);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/** As it stands in a URL. */
	public String key() {
		return DateTimeFormatter.ISO_WEEK_DATE.format(this.monday).substring(0, 8);
	}

	public int number() {
		return this.monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
	}

	public LocalDate sunday() {
		return this.monday.plusDays(6);
	}

	public List<LocalDate> days() {
		return this.monday.datesUntil(this.monday.plusDays(7)).toList();
	}

	public Week previous() {
		return new Week(this.monday.minusWeeks(1));
	}

	public Week next() {
		return new Week(this.monday.plusWeeks(1));
	}

	public boolean covers(LocalDate day) {
		return !day.isBefore(this.monday) && !day.isAfter(sunday());
	}

	public boolean isOver(LocalDate today) {
		return sunday().isBefore(today);
	}

}
