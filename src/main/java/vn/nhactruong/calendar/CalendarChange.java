package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.shared.DateFormats;

/**
 * One difference between two versions of a week, as it reads in the list of changes.
 *
 * @param was the line as somebody knows it, or {@code null} when it is new
 * @param is the line as it is now, or {@code null} when it is called off
 * @param before what it was, or {@code null}; of halves of a day a message key
 * @param after the same of what it is
 */
public record CalendarChange(Type type, CalendarLine was, CalendarLine is, String before, String after) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	/** Message key of the sentence, with {@link #getArgs()}. */
	public String getKey() {
		String way = (this.before == null) ? "set" : (this.after == null) ? "dropped" : "changed";
		return "calendar.change." + this.type + "." + way;
	}

	/** Title, what it was and what it is, in the reader's language. */
	public Object[] getArgs() {
		return new Object[] { getTitle(), named(this.before), named(this.after) };
	}

	private Object named(String text) {
		return (this.type == Type.HALF || this.type == Type.LAST_HALF) ? MessageArguments.named(text) : text;
	}

	public String getTitle() {
		return line().title();
	}

	public CalendarLine line() {
		return (this.is != null) ? this.is : this.was;
	}

	/** Whether the filter lets either side of the difference through. */
	boolean touches(Predicate<CalendarLine> filter) {
		return (this.was != null && filter.test(this.was)) || (this.is != null && filter.test(this.is));
	}

	/**
	 * What somebody who knows the first version has to learn about the second.
	 * @param unitNames names units
	 */
	public static List<CalendarChange> between(List<CalendarLine> before, List<CalendarLine> after,
			Function<Collection<Long>, String> unitNames) {
		Map<String, CalendarLine> was = byKey(before);
		Map<String, CalendarLine> is = byKey(after);
		List<CalendarChange> changes = new ArrayList<>();
		after.stream().sorted(CalendarLine.IN_ORDER).forEach((line) -> {
			CalendarLine earlier = was.get(line.lineKey());
			if (earlier == null) {
				changes.add(new CalendarChange(Type.ENTRY, null, line, null, when(line)));
			}
			else {
				compare(earlier, line, unitNames, changes);
			}
		});
		before.stream()
			.sorted(CalendarLine.IN_ORDER)
			.filter((line) -> !is.containsKey(line.lineKey()))
			.forEach((line) -> changes.add(new CalendarChange(Type.ENTRY, line, null, when(line), null)));
		return List.copyOf(changes);
	}

	/**
	 * The same for somebody who reads some lines only: one that is no longer theirs is
	 * called off to them, whatever became of it, and one that is theirs now is new.
	 * @param reads the lines they read
	 */
	public static List<CalendarChange> between(List<CalendarLine> before, List<CalendarLine> after,
			Predicate<CalendarLine> reads, Function<Collection<Long>, String> unitNames) {
		return between(before.stream().filter(reads).toList(), after.stream().filter(reads).toList(), unitNames);
	}

	private static void compare(CalendarLine was, CalendarLine is, Function<Collection<Long>, String> unitNames,
			List<CalendarChange> changes) {
		note(changes, Type.TITLE, was, is, was.title(), is.title());
		note(changes, Type.TIME, was, is, when(was), when(is));
		note(changes, Type.HALF, was, is, half(was, is), half(is, was));
		note(changes, Type.LAST_HALF, was, is, lastHalf(was, is), lastHalf(is, was));
		note(changes, Type.PLACE, was, is, was.place(), is.place());
		note(changes, Type.LEADERS, was, is, text(was.leaders()), text(is.leaders()));
		note(changes, Type.PARTICIPANTS, was, is, was.participants(), is.participants());
		note(changes, Type.UNITS, was, is, units(was.unitIds(), unitNames), units(is.unitIds(), unitNames));
		note(changes, Type.PREPARING, was, is, preparing(was, unitNames), preparing(is, unitNames));
		note(changes, Type.CAR, was, is, was.car(), is.car());
		note(changes, Type.NOTE, was, is, was.note(), is.note());
	}

	private static void note(List<CalendarChange> changes, Type type, CalendarLine was, CalendarLine is, String before,
			String after) {
		if (!Objects.equals(before, after)) {
			changes.add(new CalendarChange(type, was, is, before, after));
		}
	}

	/**
	 * Time and day, such as {@code 08:00–09:30, 23/11/2026} or
	 * {@code 14:00, 24/11/2026 – 26/11/2026}.
	 */
	public static String when(CalendarLine line) {
		return line.untilDay().equals(line.day()) ? when(time(line), line.day())
				: when(time(line.startsAt(), null), line.day()) + " – "
						+ when(time(line.endsAt(), null), line.untilDay());
	}

	private static String when(String time, LocalDate day) {
		return ((time != null) ? time + ", " : "") + DateFormats.day(day);
	}

	/**
	 * The times, or {@code null} where none is fixed; of what takes several days, it says
	 * nothing of the days.
	 */
	public static String time(CalendarLine line) {
		return time(line.startsAt(), line.endsAt());
	}

	/**
	 * The times on one of the half-days that it takes, or {@code null} where it takes the
	 * whole of it.
	 */
	public static String time(CalendarLine line, LocalDate day, HalfDay half) {
		boolean first = line.day().equals(day) && line.half() == half;
		boolean last = line.untilDay().equals(day) && line.untilHalf() == half;
		return time(first ? line.startsAt() : null, last ? line.endsAt() : null);
	}

	private static String time(LocalTime start, LocalTime end) {
		if (start == null) {
			return (end != null) ? "–" + TIME.format(end) : null;
		}
		return (end != null) ? TIME.format(start) + "–" + TIME.format(end) : TIME.format(start);
	}

	/** Where neither side has a time, the half-day is all that is known of it. */
	private static String half(CalendarLine line, CalendarLine other) {
		return (line.startsAt() == null && other.startsAt() == null) ? line.half().worded("calendar.halfWord") : null;
	}

	/** The same of the end of what takes several. */
	private static String lastHalf(CalendarLine line, CalendarLine other) {
		return ((line.isLong() || other.isLong()) && line.endsAt() == null && other.endsAt() == null)
				? line.untilHalf().worded("calendar.halfWord") : null;
	}

	private static String units(List<Long> ids, Function<Collection<Long>, String> unitNames) {
		return text(unitNames.apply(ids));
	}

	private static String preparing(CalendarLine line, Function<Collection<Long>, String> unitNames) {
		return (line.preparingUnitId() != null) ? unitNames.apply(List.of(line.preparingUnitId())) : null;
	}

	private static String text(String text) {
		return text.isEmpty() ? null : text;
	}

	private static Map<String, CalendarLine> byKey(List<CalendarLine> lines) {
		return lines.stream()
			.collect(Collectors.toMap(CalendarLine::lineKey, Function.identity(), (a, b) -> a, LinkedHashMap::new));
	}

	/** What differs. */
	enum Type {

		ENTRY, TITLE, TIME, HALF, LAST_HALF, PLACE, LEADERS, PARTICIPANTS, UNITS, PREPARING, CAR, NOTE

	}

}
