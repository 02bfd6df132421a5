package vn.nhactruong.calendar.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.test.util.ReflectionTestUtils;

import vn.nhactruong.calendar.CalendarSource.Appearance;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rules of trips that need no database. */
class TripRulesTests {

	private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

	private static final Map<String, Consumer<BusinessTrip>> ACTS = Map.of("rearrange",
			(trip) -> trip.rearrange(plan("2026-11-25")), "amend", (trip) -> trip.amend(plan("2026-11-25")), "accept",
			BusinessTrip::accept, "sendBack", (trip) -> trip.sendBack("Thiếu văn bản"), "cancel",
			(trip) -> trip.cancel("Hoãn"));

	private static final Map<String, EntryStatus> WAYS = Map.of("PROPOSED rearrange", EntryStatus.PROPOSED,
			"PROPOSED amend", EntryStatus.PROPOSED, "PROPOSED accept", EntryStatus.ARRANGED, "PROPOSED sendBack",
			EntryStatus.RETURNED, "PROPOSED cancel", EntryStatus.CANCELLED, "ARRANGED rearrange", EntryStatus.ARRANGED,
			"ARRANGED sendBack", EntryStatus.RETURNED, "ARRANGED cancel", EntryStatus.CANCELLED, "RETURNED amend",
			EntryStatus.PROPOSED, "RETURNED cancel", EntryStatus.CANCELLED);

	static Stream<Arguments> every_state_and_act() {
		return Stream.of(EntryStatus.values())
			.flatMap((state) -> ACTS.keySet().stream().sorted().map((act) -> Arguments.of(state, act)));
	}

	@ParameterizedTest
	@MethodSource("every_state_and_act")
	void trip_moves_only_along_its_ways(EntryStatus state, String act) {
		BusinessTrip trip = BusinessTrip.proposed(plan("2026-11-24"), 5, "Văn thư", NOW);
		ReflectionTestUtils.setField(trip, "status", state);
		EntryStatus after = WAYS.get(state + " " + act);
		if (after != null) {
			ACTS.get(act).accept(trip);
			assertThat(trip.getStatus()).isEqualTo(after);
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> ACTS.get(act).accept(trip))
				.satisfies((refused) -> assertThat(refused.messageKey()).startsWith("calendar.error."));
			assertThat(trip.getStatus()).isEqualTo(state);
			assertThat(trip.plan()).isEqualTo(plan("2026-11-24"));
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "2026-11-24, MORNING, -, 2026-11-23, AFTERNOON, -, endsOn",
					"2026-11-24, AFTERNOON, -, 2026-11-24, MORNING, -, endsHalf",
					"2026-11-24, MORNING, 12:00, 2026-11-26, AFTERNOON, -, departsAt",
					"2026-11-24, AFTERNOON, 11:59, 2026-11-26, AFTERNOON, -, departsAt",
					"2026-11-24, MORNING, -, 2026-11-26, MORNING, 12:01, returnsAt",
					"2026-11-24, MORNING, -, 2026-11-26, AFTERNOON, 12:00, returnsAt",
					"2026-11-24, MORNING, 09:00, 2026-11-24, MORNING, 09:00, returnsAt",
					"2026-11-24, MORNING, 00:00, 2026-11-24, MORNING, 12:00, -",
					"2026-11-24, AFTERNOON, 12:00, 2026-11-24, AFTERNOON, 12:01, -",
					"2026-11-24, AFTERNOON, 17:00, 2026-11-25, MORNING, 06:00, -",
					"2026-11-24, MORNING, -, 2027-11-23, AFTERNOON, -, -" })
	void trip_ends_after_it_begins_at_times_of_its_halves(LocalDate startsOn, HalfDay startsHalf, LocalTime departsAt,
			LocalDate endsOn, HalfDay endsHalf, LocalTime returnsAt, String field) {
		List<String> fields = plan(startsOn, startsHalf, departsAt, endsOn, endsHalf, returnsAt).mistakes()
			.stream()
			.map(RuleViolation::field)
			.toList();
		assertThat(fields).isEqualTo((field != null) ? List.of(field) : List.of());
	}

	@Test
	void trip_goes_somewhere() {
		TripPlan nowhere = new TripPlan("Đi", LocalDate.of(2026, 11, 24), HalfDay.MORNING, null,
				LocalDate.of(2026, 11, 24), HalfDay.MORNING, null, Set.of(1L), null, null, null, Set.of(), null, null,
				null, null);
		assertThat(nowhere.mistakes()).extracting(RuleViolation::field).containsExactly("place");
	}

	@Test
	void trip_has_one_stretch_in_each_of_its_weeks() {
		TripPlan plan = plan(LocalDate.of(2026, 11, 27), HalfDay.AFTERNOON, LocalTime.of(14, 0),
				LocalDate.of(2026, 12, 8), HalfDay.MORNING, LocalTime.of(10, 30));
		assertThat(stretches(plan)).containsExactly(
				"trip:7:2026-W48 2026-11-27 AFTERNOON 14:00 – 2026-11-29 AFTERNOON null",
				"trip:7:2026-W49 2026-11-30 MORNING null – 2026-12-06 AFTERNOON null",
				"trip:7:2026-W50 2026-12-07 MORNING null – 2026-12-08 MORNING 10:30");
	}

	@Test
	void trip_over_the_turn_of_the_year_keeps_the_numbers_of_its_weeks() {
		TripPlan plan = plan(LocalDate.of(2026, 12, 31), HalfDay.MORNING, null, LocalDate.of(2027, 1, 4),
				HalfDay.AFTERNOON, null);
		assertThat(stretches(plan)).containsExactly(
				"trip:7:2026-W53 2026-12-31 MORNING null – 2027-01-03 AFTERNOON null",
				"trip:7:2027-W01 2027-01-04 MORNING null – 2027-01-04 AFTERNOON null");
	}

	@Test
	void trip_of_one_half_day_goes_on_nowhere() {
		TripPlan plan = plan(LocalDate.of(2026, 11, 24), HalfDay.AFTERNOON, LocalTime.of(13, 0),
				LocalDate.of(2026, 11, 24), HalfDay.AFTERNOON, LocalTime.of(17, 0));
		assertThat(stretches(plan)).containsExactly("trip:7:2026-W48 2026-11-24 AFTERNOON 13:00 – null null 17:00");
	}

	private static List<String> stretches(TripPlan plan) {
		return plan.weeks().stream().map((week) -> text(plan, week)).toList();
	}

	private static String text(TripPlan plan, Week week) {
		Appearance it = plan.in(week, 7L, "Đà Nẵng", null, false);
		return it.key() + " " + it.day() + " " + it.half() + " " + it.startsAt() + " – " + it.lastDay() + " "
				+ it.lastHalf() + " " + it.endsAt();
	}

	private static TripPlan plan(String day) {
		LocalDate first = LocalDate.parse(day);
		return plan(first, HalfDay.MORNING, LocalTime.of(8, 0), first.plusDays(2), HalfDay.AFTERNOON, null);
	}

	private static TripPlan plan(LocalDate startsOn, HalfDay startsHalf, LocalTime departsAt, LocalDate endsOn,
			HalfDay endsHalf, LocalTime returnsAt) {
		return new TripPlan("Kiểm tra tại Đà Nẵng", startsOn, startsHalf, departsAt, endsOn, endsHalf, returnsAt,
				Set.of(1L), null, "Đà Nẵng", null, Set.of(), null, null, null, null);
	}

}
