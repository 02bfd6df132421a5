package vn.nhactruong.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.EntryPlan;
import vn.nhactruong.calendar.entry.CalendarEntries;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.trip.BusinessTrips;
import vn.nhactruong.calendar.trip.TripPlan;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.UnitDirectory;

/**
 * Two weeks of the leaders around today, marked as examples: this one published and
 * changed since, the next one being arranged with registrations in every state and a trip
 * of three days. Leaders are positions, never names.
 */
@Component
@Profile("demo")
class ExampleWeeks {

	private final DemoFiles files;

	private final Viewers viewers;

	private final CalendarResources resources;

	private final CalendarEntries entries;

	private final BusinessTrips trips;

	private final CalendarWeeks weeks;

	private final UnitDirectory units;

	private final Clock clock;

	ExampleWeeks(DemoFiles files, Viewers viewers, CalendarResources resources, CalendarEntries entries,
			BusinessTrips trips, CalendarWeeks weeks, UnitDirectory units, Clock clock) {
		this.files = files;
		this.viewers = viewers;
		this.resources = resources;
		this.entries = entries;
		this.trips = trips;
		this.weeks = weeks;
		this.units = units;
		this.clock = clock;
	}

	void load() {
		DemoFile.Weeks file = this.files.read("calendar.json", DemoFile.Weeks.class);
		Viewer office = as("vanphong");
		Catalogue catalogue = new Catalogue(
				file.leaders()
					.stream()
					.map((it) -> this.resources.addLeader(it.position(),
							(it.account() != null) ? as(it.account()).accountId() : null, office))
					.toList(),
				file.rooms()
					.stream()
					.map((it) -> this.resources.addRoom(it.name(), it.place(), it.seats(), office))
					.toList(),
				file.cars().stream().map((it) -> this.resources.addCar(it.name(), it.seats(), office)).toList());
		LocalDate monday = LocalDate.now(this.clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		file.trips().forEach((it) -> this.trips.add(trip(it, monday, catalogue), as(it.by())));
		List<Long> ids = file.entries()
			.stream()
			.map((it) -> this.entries.add(plan(it, monday, it.weekday(), it.from(), it.to(), catalogue), as(it.by())))
			.toList();
		this.weeks.submit(monday, office);
		this.weeks.approve(monday, as("lanhdao"));
		this.weeks.release(monday, office);
		for (int i = 0; i < ids.size(); i++) {
			tell(file.entries().get(i), ids.get(i), monday, catalogue, office);
		}
		this.weeks.release(monday, office);
	}

	private void tell(DemoFile.WeekEntry entry, long id, LocalDate monday, Catalogue catalogue, Viewer office) {
		switch (entry.story()) {
			case MOVED -> this.entries.change(id,
					plan(entry, monday, entry.movedDay(), entry.movedFrom(), entry.movedTo(), catalogue), office);
			case CALLED_OFF -> this.entries.cancel(id, entry.reason(), office);
			case ACCEPTED -> this.entries.accept(id, office);
			case RETURNED -> this.entries.sendBack(id, entry.reason(), office);
			case ARRANGED, PROPOSED -> {
				// Stands as it was added.
			}
		}
	}

	private EntryPlan plan(DemoFile.WeekEntry entry, LocalDate monday, int weekday, LocalTime from, LocalTime to,
			Catalogue catalogue) {
		List<String> units = (entry.units() != null) ? entry.units() : List.of();
		return new EntryPlan(entry.title(), monday.plusWeeks(entry.week()).plusDays(weekday - 1L), from, to,
				leaders(entry.leaders(), catalogue),
				(entry.room() != null) ? catalogue.rooms().get(entry.room() - 1) : null, entry.place(),
				entry.participants(), units.stream().map(this::unit).collect(Collectors.toSet()),
				(entry.preparing() != null) ? unit(entry.preparing()) : null,
				(entry.car() != null) ? catalogue.cars().get(entry.car() - 1) : null,
				this.files.text("demo.calendar.example"));
	}

	private TripPlan trip(DemoFile.WeekTrip trip, LocalDate monday, Catalogue catalogue) {
		LocalDate first = monday.plusWeeks(trip.week()).plusDays(trip.weekday() - 1L);
		return new TripPlan(trip.title(), first, HalfDay.MORNING, trip.departs(),
				first.plusDays(trip.lastWeekday() - (long) trip.weekday()), trip.lastHalf(), trip.returns(),
				leaders(trip.leaders(), catalogue), trip.province(), trip.place(), trip.participants(),
				trip.units().stream().map(this::unit).collect(Collectors.toSet()), unit(trip.preparing()),
				catalogue.cars().get(trip.car() - 1), null, this.files.text("demo.calendar.example"));
	}

	private static Set<Long> leaders(List<Integer> numbers, Catalogue catalogue) {
		return numbers.stream().map((number) -> catalogue.leaders().get(number - 1)).collect(Collectors.toSet());
	}

	private Viewer as(String username) {
		return this.viewers.byUsername(username).orElseThrow();
	}

	private long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	private record Catalogue(List<Long> leaders, List<Long> rooms, List<Long> cars) {
	}

}
