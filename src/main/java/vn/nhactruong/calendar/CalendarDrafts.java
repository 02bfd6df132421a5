package vn.nhactruong.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.springframework.stereotype.Component;

import vn.nhactruong.calendar.CalendarSource.Appearance;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.shared.TextFolding;

/**
 * Puts together what a week holds now: the entries of people and what appears by itself.
 */
@Component
public class CalendarDrafts {

	private final CalendarEntryRepository entries;

	private final CalendarResources resources;

	private final List<CalendarSource> sources;

	CalendarDrafts(CalendarEntryRepository entries, CalendarResources resources, List<CalendarSource> sources) {
		this.entries = entries;
		this.resources = resources;
		this.sources = sources;
	}

	/**
	 * One week's working state.
	 * @param weekId {@code null} for a week nobody has worked on
	 */
	public Draft of(Week week, Long weekId) {
		Map<Long, Resource> catalogue = this.resources.all();
		List<CalendarEntry> held = (weekId == null) ? List.of() : this.entries.findByWeekIdIn(List.of(weekId));
		return draft(week, held, appearances(week, week), catalogue);
	}

	/** Several weeks at the price of one. */
	public List<Draft> of(List<CalendarWeek> weeks) {
		if (weeks.isEmpty()) {
			return List.of();
		}
		Map<Long, Resource> catalogue = this.resources.all();
		List<CalendarEntry> held = this.entries.findByWeekIdIn(weeks.stream().map(CalendarWeek::getId).toList());
		List<Appearance> appearances = appearances(weeks.get(0).week(), weeks.get(weeks.size() - 1).week());
		return weeks.stream()
			.map((week) -> draft(week.week(),
					held.stream().filter((entry) -> entry.getWeekId() == week.getId()).toList(),
					appearances.stream().filter((it) -> week.week().covers(it.day())).toList(), catalogue))
			.toList();
	}

	/**
	 * Every week from one to another at the price of one.
	 * @param worked those of them that anybody has worked on
	 */
	public List<Draft> of(Week first, Week last, List<CalendarWeek> worked) {
		Map<Long, Resource> catalogue = this.resources.all();
		Map<Long, Week> weeks = worked.stream().collect(Collectors.toMap(CalendarWeek::getId, CalendarWeek::week));
		List<CalendarEntry> held = weeks.isEmpty() ? List.of() : this.entries.findByWeekIdIn(weeks.keySet());
		List<Appearance> appearances = appearances(first, last);
		return Stream.iterate(first, (week) -> !week.monday().isAfter(last.monday()), Week::next)
			.map((week) -> draft(week,
					held.stream().filter((entry) -> week.equals(weeks.get(entry.getWeekId()))).toList(),
					appearances.stream().filter((it) -> week.covers(it.day())).toList(), catalogue))
			.toList();
	}

	/** How a plan would read as a line, before it is one. */
	public static CalendarLine line(String key, EntryPlan plan, Map<Long, Resource> catalogue) {
		return line(key, null, null, plan, catalogue);
	}

	public static CalendarLine line(CalendarEntry entry, Map<Long, Resource> catalogue) {
		return line(entry.lineKey(), entry.getUid(), entry.getId(), entry.plan(), catalogue);
	}

	private static CalendarLine line(String key, UUID uid, Long entryId, EntryPlan plan,
			Map<Long, Resource> catalogue) {
		List<Resource> leaders = catalogue.values()
			.stream()
			.filter((it) -> plan.leaderIds().contains(it.id()))
			.toList();
		String place = Stream.of(name(plan.roomId(), catalogue), plan.place())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
		return new CalendarLine(key, uid, entryId, plan.title(), plan.day(), CalendarLine.half(plan.startsAt()),
				plan.startsAt(), plan.endsAt(), leaders.stream().map(Resource::id).toList(),
				leaders.stream().map(Resource::name).collect(Collectors.joining("; ")), plan.roomId(), place,
				plan.participants(), plan.unitIds().stream().sorted().toList(), plan.preparingUnitId(), plan.carId(),
				name(plan.carId(), catalogue), plan.note(), null);
	}

	private List<Appearance> appearances(Week first, Week last) {
		return this.sources.stream()
			.flatMap((source) -> source.between(first.monday(), last.sunday()).stream())
			.toList();
	}

	/** How something that appears by itself reads. */
	public static CalendarLine line(Appearance appearance, Map<Long, Resource> catalogue) {
		List<Resource> leaders = leaders(appearance, catalogue);
		String names = leaders.isEmpty() ? String.join("; ", appearance.presiding())
				: leaders.stream().map(Resource::name).collect(Collectors.joining("; "));
		UUID uid = UUID.nameUUIDFromBytes(("nhactruong:" + appearance.key()).getBytes(StandardCharsets.UTF_8));
		return new CalendarLine(appearance.key(), uid, null, appearance.title(), appearance.day(), appearance.half(),
				appearance.startsAt(), appearance.endsAt(), leaders.stream().map(Resource::id).toList(), names,
				room(appearance.place(), catalogue), appearance.place(), appearance.participants(),
				appearance.unitIds().stream().sorted().toList(), appearance.preparingUnitId(), appearance.carId(),
				name(appearance.carId(), catalogue), appearance.note(), appearance.url(), appearance.lastDay(),
				appearance.lastHalf());
	}

	private static List<Resource> leaders(Appearance appearance, Map<Long, Resource> catalogue) {
		if (!appearance.leaderIds().isEmpty()) {
			return catalogue.values().stream().filter((it) -> appearance.leaderIds().contains(it.id())).toList();
		}
		Set<String> presiding = appearance.presiding()
			.stream()
			.flatMap((person) -> Stream.concat(Stream.of(person), Arrays.stream(person.split(",\\s*"))))
			.map(TextFolding::fold)
			.collect(Collectors.toSet());
		Predicate<Resource> presides = (leader) -> presiding.contains(TextFolding.fold(leader.name()))
				|| leader.accountName() != null && presiding.contains(TextFolding.fold(leader.accountName()));
		return catalogue.values()
			.stream()
			.filter((it) -> it.kind() == ResourceKind.LEADER && !it.retired())
			.filter(presides)
			.toList();
	}

	/**
	 * The room that a place typed elsewhere begins with, such as "Hall A, 58 Trần Phú".
	 */
	private static Long room(String place, Map<Long, Resource> catalogue) {
		if (place == null) {
			return null;
		}
		Set<String> names = Stream.of(place, place.split(",", 2)[0])
			.map((name) -> TextFolding.fold(name.strip()))
			.collect(Collectors.toSet());
		return catalogue.values()
			.stream()
			.filter((it) -> it.kind() == ResourceKind.ROOM && !it.retired())
			.filter((it) -> names.contains(TextFolding.fold(it.name())))
			.map(Resource::id)
			.findFirst()
			.orElse(null);
	}

	private static Draft draft(Week week, List<CalendarEntry> held, List<Appearance> appearances,
			Map<Long, Resource> catalogue) {
		Map<String, Long> registeredBy = new HashMap<>();
		held.forEach((entry) -> registeredBy.put(entry.lineKey(), entry.getRegisteredUnitId()));
		appearances.forEach((it) -> registeredBy.put(it.key(), it.registeredUnitId()));
		return new Draft(week, held, lines(EntryStatus.ARRANGED, held, appearances, catalogue),
				lines(EntryStatus.PROPOSED, held, appearances, catalogue), registeredBy, catalogue);
	}

	private static List<CalendarLine> lines(EntryStatus status, List<CalendarEntry> held, List<Appearance> appearances,
			Map<Long, Resource> catalogue) {
		boolean proposed = status == EntryStatus.PROPOSED;
		return Stream
			.concat(held.stream().filter((entry) -> entry.getStatus() == status).map((entry) -> line(entry, catalogue)),
					appearances.stream().filter((it) -> it.proposed() == proposed).map((it) -> line(it, catalogue)))
			.sorted(CalendarLine.IN_ORDER)
			.toList();
	}

	private static String name(Long id, Map<Long, Resource> catalogue) {
		return (id != null && catalogue.containsKey(id)) ? catalogue.get(id).name() : null;
	}

	/**
	 * The working state of a week.
	 *
	 * @param entries of people, in every state
	 * @param lines what would go out now
	 * @param proposed what still waits for the office
	 * @param registeredBy the unit that registered what a line says, by the line's key
	 */
	public record Draft(Week week, List<CalendarEntry> entries, List<CalendarLine> lines, List<CalendarLine> proposed,
			Map<String, Long> registeredBy, Map<Long, Resource> catalogue) {

		/** Everything that somebody wants of leaders, rooms and cars. */
		public List<CalendarLine> wanted() {
			return Stream.concat(this.lines.stream(), this.proposed.stream()).toList();
		}

		/** Tells whether what is acted on is what was seen. */
		public String fingerprint() {
			CRC32 sum = new CRC32();
			sum.update(this.lines.toString().getBytes(StandardCharsets.UTF_8));
			return Long.toHexString(sum.getValue());
		}

	}

}
