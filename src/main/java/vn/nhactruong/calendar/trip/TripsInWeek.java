package vn.nhactruong.calendar.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.nhactruong.calendar.CalendarSource;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.organization.UnitDirectory;

/** Trips, each with one stretch in every week that it touches. */
@Component
class TripsInWeek implements CalendarSource {

	private final BusinessTripRepository trips;

	private final UnitDirectory units;

	TripsInWeek(BusinessTripRepository trips, UnitDirectory units) {
		this.trips = trips;
		this.units = units;
	}

	@Override
	public List<Appearance> between(LocalDate from, LocalDate to) {
		return this.trips.between(from, to, Set.of(EntryStatus.PROPOSED, EntryStatus.ARRANGED))
			.stream()
			.flatMap((trip) -> trip.plan()
				.weeks()
				.stream()
				.filter((week) -> !week.monday().isBefore(from) && !week.sunday().isAfter(to))
				.map((week) -> appearance(trip, week)))
			.toList();
	}

	private Appearance appearance(BusinessTrip trip, Week week) {
		TripPlan plan = trip.plan();
		return plan.in(week, trip.getId(), plan.where(this.units), trip.getRegisteredUnitId(),
				trip.getStatus() == EntryStatus.PROPOSED);
	}

}
