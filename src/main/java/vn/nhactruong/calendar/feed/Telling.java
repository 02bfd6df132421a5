package vn.nhactruong.calendar.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarRelease;
import vn.nhactruong.calendar.CalendarRelease.Frozen;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.feed.CalendarFeeds.Event;
import vn.nhactruong.shared.ClockConfiguration;

/**
 * One thing as somebody was told of it by version after version. What appears by itself
 * keeps its name when it moves to another week, whose versions are counted anew: what
 * holds, and its sequence, come from the versions of all weeks together.
 */
public final class Telling {

	private final Predicate<CalendarLine> wanted;

	/**
	 * The newest version of each week, where it takes place in it; the last one holds.
	 */
	private final Map<Long, CalendarLine> standing = new LinkedHashMap<>();

	/** The sequence of each week's own counting. */
	private final Map<Long, Integer> counted = new HashMap<>();

	private CalendarLine holds;

	private int sequence = -1;

	private Event event;

	private Telling(Predicate<CalendarLine> wanted) {
		this.wanted = wanted;
	}

	/**
	 * What somebody's calendar has to know, each thing once. A thing that was called off,
	 * or is no longer theirs, is told once more as cancelled.
	 * @param versions in the order in which they went out
	 * @param from the first day that is told
	 * @param wanted the lines that are theirs
	 */
	public static List<Event> events(List<CalendarRelease> versions, LocalDate from, Predicate<CalendarLine> wanted) {
		Map<String, Telling> tellings = new HashMap<>();
		for (CalendarRelease version : versions) {
			for (Frozen frozen : version.all()) {
				tellings.computeIfAbsent(frozen.line().lineKey(), (key) -> new Telling(wanted)).hear(version, frozen);
			}
		}
		return tellings.values()
			.stream()
			.map((telling) -> telling.event)
			.filter((event) -> event != null && !event.line().day().isBefore(from))
			.sorted((a, b) -> CalendarLine.IN_ORDER.compare(a.line(), b.line()))
			.toList();
	}

	private void hear(CalendarRelease version, Frozen frozen) {
		CalendarLine before = this.holds;
		this.standing.remove(version.getWeekId());
		if (frozen.cancelled()) {
			this.holds = left(version.getReleasedAt());
		}
		else {
			this.standing.put(version.getWeekId(), frozen.line());
			this.holds = frozen.line();
		}
		Integer counted = this.counted.put(version.getWeekId(), frozen.sequence());
		if (!Objects.equals(counted, frozen.sequence()) || !same(before, this.holds)) {
			this.sequence++;
			tell(version.getReleasedAt());
		}
	}

	/**
	 * What another week says that went out before. Where that week was over, nobody can
	 * have moved it back there.
	 */
	private CalendarLine left(Instant now) {
		LocalDate today = LocalDate.ofInstant(now, ClockConfiguration.ZONE);
		return this.standing.values()
			.stream()
			.reduce((earlier, later) -> later)
			.filter((line) -> line == this.holds || !Week.of(line.day()).isOver(today))
			.orElse(null);
	}

	private void tell(Instant now) {
		if (this.holds != null && this.wanted.test(this.holds)) {
			this.event = new Event(this.holds, this.sequence, false, now);
		}
		else if (this.event != null && !this.event.cancelled()) {
			this.event = new Event(this.event.line(), this.sequence, true, now);
		}
	}

	private static boolean same(CalendarLine one, CalendarLine other) {
		if (one == null || other == null) {
			return one == other;
		}
		return one.says(other) && Set.copyOf(one.leaderIds()).equals(Set.copyOf(other.leaderIds()));
	}

}
