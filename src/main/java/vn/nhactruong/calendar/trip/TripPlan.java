package vn.nhactruong.calendar.trip;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.calendar.CalendarSource.Appearance;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.RuleViolation;

/**
 * A trip as a unit registers or the office arranges it, from half-day to half-day.
 *
 * @param departsAt in the first half-day, or {@code null} where it isn't fixed
 * @param returnsAt in the last half-day, or {@code null}
 * @param provinceId where it goes, or {@code null} where {@code place} says it
 * @param place where in the province, or a place that lies in none
 * @param participants with whom, in words
 * @param unitIds with whom, as units that see it and are told
 * @param preparingUnitId who prepares it, or {@code null}
 * @param decision number and notation of the paper that sends the leaders, or
 * {@code null}
 * @param note stands in the week
 */
@NamedInterface("trip")
public record TripPlan(String title, LocalDate startsOn, HalfDay startsHalf, LocalTime departsAt, LocalDate endsOn,
		HalfDay endsHalf, LocalTime returnsAt, Set<Long> leaderIds, String provinceId, String place,
		String participants, Set<Long> unitIds, Long preparingUnitId, Long carId, String decision, String note) {

	/** What the keys of trips begin with. */
	static final String NAME = "trip";

	/** What is wrong with it by itself, as far as it says anything. */
	public List<RuleViolation> mistakes() {
		List<RuleViolation> found = new ArrayList<>();
		boolean oneDay = this.startsOn != null && this.startsOn.equals(this.endsOn);
		if (this.startsOn != null && this.endsOn != null && this.endsOn.isBefore(this.startsOn)) {
			found.add(RuleViolation.at("endsOn", "calendar.trip.error.endBeforeStart"));
		}
		if (oneDay && this.startsHalf == HalfDay.AFTERNOON && this.endsHalf == HalfDay.MORNING) {
			found.add(RuleViolation.at("endsHalf", "calendar.trip.error.endHalfBeforeStart"));
		}
		if (this.departsAt != null && this.startsHalf != null
				&& this.departsAt.isBefore(LocalTime.NOON) != (this.startsHalf == HalfDay.MORNING)) {
			found.add(RuleViolation.at("departsAt", this.startsHalf.worded("calendar.trip.error.departsAt")));
		}
		if (this.returnsAt != null && this.endsHalf != null
				&& this.returnsAt.isAfter(LocalTime.NOON) != (this.endsHalf == HalfDay.AFTERNOON)) {
			found.add(RuleViolation.at("returnsAt", this.endsHalf.worded("calendar.trip.error.returnsAt")));
		}
		else if (oneDay && this.departsAt != null && this.returnsAt != null
				&& !this.departsAt.isBefore(this.returnsAt)) {
			found.add(RuleViolation.at("returnsAt", "calendar.trip.error.returnBeforeDeparture"));
		}
		if (this.provinceId == null && this.place == null) {
			found.add(RuleViolation.at("place", "calendar.trip.error.noPlace"));
		}
		return found;
	}

	/** Every week that it touches, in their order. */
	List<Week> weeks() {
		Week first = Week.of(this.startsOn);
		return Stream.iterate(first, (week) -> !week.monday().isAfter(this.endsOn), Week::next).toList();
	}

	/** What the keys of a trip's stretches begin with. */
	static String keyOf(Long id) {
		return NAME + ":" + id + ":";
	}

	/**
	 * As it stands in one of its weeks. Each week has a stretch of its own, which never
	 * leaves it: weeks are published one by one.
	 * @param id {@code null} while it is typed
	 * @param where as {@link #where} says it
	 * @param registeredUnitId who registered it, or {@code null} where nobody asks
	 * @param proposed whether it still waits for the office
	 */
	Appearance in(Week week, Long id, String where, Long registeredUnitId, boolean proposed) {
		boolean begins = week.covers(this.startsOn);
		boolean ends = week.covers(this.endsOn);
		LocalDate day = begins ? this.startsOn : week.monday();
		HalfDay half = begins ? this.startsHalf : HalfDay.MORNING;
		LocalDate lastDay = ends ? this.endsOn : week.sunday();
		HalfDay lastHalf = ends ? this.endsHalf : HalfDay.AFTERNOON;
		boolean goesOn = !ends || !day.equals(lastDay) || half != lastHalf;
		return new Appearance(keyOf(id) + week.key(), Objects.requireNonNullElse(this.title, ""), day, half,
				begins ? this.departsAt : null, goesOn ? lastDay : null, goesOn ? lastHalf : null,
				ends ? this.returnsAt : null, this.leaderIds, List.of(), where, this.participants, this.unitIds,
				this.preparingUnitId, this.carId, this.note, BusinessTrips.url(id), registeredUnitId, proposed);
	}

	/** Place and province as they read together. */
	String where(UnitDirectory units) {
		return Stream.of(this.place, units.province(this.provinceId).map(Province::name).orElse(null))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
	}

}
