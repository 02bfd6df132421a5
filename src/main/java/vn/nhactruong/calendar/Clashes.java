package vn.nhactruong.calendar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import vn.nhactruong.calendar.resource.ResourceKind;

/** The one rule of who and what can't be in two places at once. */
public final class Clashes {

	private Clashes() {
	}

	/** All clashes of a week, in its order. */
	public static List<Clash> of(Collection<CalendarLine> lines) {
		List<CalendarLine> ordered = lines.stream().sorted(CalendarLine.IN_ORDER).toList();
		List<Clash> clashes = new ArrayList<>();
		for (int i = 0; i < ordered.size(); i++) {
			for (CalendarLine second : ordered.subList(i + 1, ordered.size())) {
				compare(ordered.get(i), second, clashes);
			}
		}
		return List.copyOf(clashes);
	}

	/** What one line clashes with among others; its own earlier state doesn't count. */
	public static List<Clash> with(CalendarLine line, Collection<CalendarLine> others) {
		List<Clash> clashes = new ArrayList<>();
		others.stream()
			.filter((other) -> !other.lineKey().equals(line.lineKey()))
			.sorted(CalendarLine.IN_ORDER)
			.forEach((other) -> compare(line, other, clashes));
		clashes.sort(Comparator.comparing(Clash::kind));
		return List.copyOf(clashes);
	}

	private static void compare(CalendarLine first, CalendarLine second, List<Clash> clashes) {
		if (!first.overlaps(second)) {
			return;
		}
		first.leaderIds()
			.stream()
			.filter(second.leaderIds()::contains)
			.sorted()
			.forEach((leader) -> clashes.add(new Clash(ResourceKind.LEADER, leader, first, second)));
		if (first.roomId() != null && Objects.equals(first.roomId(), second.roomId())) {
			clashes.add(new Clash(ResourceKind.ROOM, first.roomId(), first, second));
		}
		if (first.carId() != null && Objects.equals(first.carId(), second.carId())) {
			clashes.add(new Clash(ResourceKind.CAR, first.carId(), first, second));
		}
	}

}
