package vn.nhactruong.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.nhactruong.shared.DateFormats;

/**
 * One difference between two agendas, as it reads in the public list of changes.
 *
 * @param type what sort of difference
 * @param title the item it is about; the day for a changed order
 * @param before what it was, or {@code null}; a message key for {@link Type#KIND}
 * @param after what it is, or {@code null}; a message key for {@link Type#KIND}
 */
record AgendaChange(Type type, String title, String before, String after) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	/** Message key of the sentence; its arguments are title, before and after. */
	String key() {
		String way = (this.before == null) ? "set" : (this.after == null) ? "dropped" : "changed";
		return "agenda.change." + this.type + "." + way;
	}

	public String getKey() {
		return key();
	}

	public boolean isKeys() {
		return this.type == Type.KIND;
	}

	/**
	 * What somebody who knows the first agenda has to learn about the second.
	 * @param unitName names a presenting unit
	 */
	static List<AgendaChange> between(List<AgendaLine> before, List<AgendaLine> after,
			Function<Long, String> unitName) {
		Map<Long, AgendaLine> was = byItem(before);
		Map<Long, AgendaLine> is = byItem(after);
		List<AgendaChange> changes = new ArrayList<>();
		for (AgendaLine line : after) {
			AgendaLine earlier = was.get(line.itemId());
			if (earlier == null) {
				changes.add(new AgendaChange(Type.ITEM, line.title(), null, when(line)));
			}
			else {
				compare(earlier, line, unitName, changes);
			}
		}
		for (AgendaLine line : before) {
			if (!is.containsKey(line.itemId())) {
				changes.add(new AgendaChange(Type.ITEM, line.title(), when(line), null));
			}
		}
		reordered(before, after, changes);
		return List.copyOf(changes);
	}

	private static void compare(AgendaLine was, AgendaLine is, Function<Long, String> unitName,
			List<AgendaChange> changes) {
		note(changes, Type.TITLE, is.title(), was.title(), is.title());
		note(changes, Type.DAY, is.title(), day(was), day(is));
		note(changes, Type.TIME, is.title(), time(was), time(is));
		note(changes, Type.KIND, is.title(), "AgendaItemKind." + was.kind(), "AgendaItemKind." + is.kind());
		note(changes, Type.SPEAKER, is.title(), speaker(was), speaker(is));
		note(changes, Type.UNIT, is.title(), unit(was, unitName), unit(is, unitName));
		note(changes, Type.NOTE, is.title(), was.note(), is.note());
	}

	/** Items without a time whose order the office changed by hand, day by day. */
	private static void reordered(List<AgendaLine> before, List<AgendaLine> after, List<AgendaChange> changes) {
		Map<Long, AgendaLine> was = byItem(before);
		Map<Long, AgendaLine> is = byItem(after);
		TreeSet<LocalDate> days = new TreeSet<>(Comparator.nullsLast(Comparator.naturalOrder()));
		after.forEach((line) -> days.add(line.day()));
		for (LocalDate day : days) {
			if (!untimed(before, is, day).equals(untimed(after, was, day))) {
				changes.add(new AgendaChange(Type.ORDER, DateFormats.day(day), "", ""));
			}
		}
	}

	/** The items that stand on the day without a time in both agendas. */
	private static List<Long> untimed(List<AgendaLine> lines, Map<Long, AgendaLine> others, LocalDate day) {
		return lines.stream().filter((line) -> !line.isTimed() && Objects.equals(line.day(), day)).filter((line) -> {
			AgendaLine other = others.get(line.itemId());
			return other != null && !other.isTimed() && Objects.equals(other.day(), day);
		}).map(AgendaLine::itemId).toList();
	}

	private static void note(List<AgendaChange> changes, Type type, String title, String before, String after) {
		if (!Objects.equals(before, after)) {
			changes.add(new AgendaChange(type, title, before, after));
		}
	}

	static String when(AgendaLine line) {
		String time = time(line);
		String day = DateFormats.day(line.day());
		return (time != null) ? time + ", " + day : day;
	}

	static String time(AgendaLine line) {
		return line.isTimed() ? time(line.startsAt()) + "–" + time(line.endsAt()) : null;
	}

	private static String time(LocalTime time) {
		return TIME.format(time);
	}

	private static String day(AgendaLine line) {
		return (line.day() != null) ? DateFormats.day(line.day()) : null;
	}

	private static String speaker(AgendaLine line) {
		return (line.speakerPosition() != null) ? line.speaker() + ", " + line.speakerPosition() : line.speaker();
	}

	private static String unit(AgendaLine line, Function<Long, String> unitName) {
		return (line.unitId() != null) ? unitName.apply(line.unitId()) : null;
	}

	private static Map<Long, AgendaLine> byItem(List<AgendaLine> lines) {
		return lines.stream()
			.collect(Collectors.toMap(AgendaLine::itemId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
	}

	/** What differs. */
	enum Type {

		ITEM, TITLE, DAY, TIME, KIND, SPEAKER, UNIT, NOTE, ORDER

	}

}
