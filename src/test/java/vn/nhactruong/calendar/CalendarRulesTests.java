package vn.nhactruong.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.util.ReflectionTestUtils;

import vn.nhactruong.calendar.CalendarRelease.Frozen;
import vn.nhactruong.calendar.feed.FeedText;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules of the leaders' week that need no database. */
class CalendarRulesTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

	private static final Week WEEK = new Week(MONDAY);

	private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

	// ---- weeks ----

	@ParameterizedTest
	@CsvSource({ "2026-11-23, 2026-W48", "2026-11-29, 2026-W48", "2026-12-31, 2026-W53", "2027-01-03, 2026-W53",
			"2027-01-04, 2027-W01", "2024-12-30, 2025-W01" })
	void week_is_counted_as_iso_counts(LocalDate day, String key) {
		assertThat(Week.of(day).key()).isEqualTo(key);
		assertThat(Week.parse(key)).contains(Week.of(day));
		assertThat(Week.of(day).covers(day)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2026", "2026-48", "2026-W54", "2026-W00", "2025-W53", "1900-W01", "9999-W01",
			"2026-W48' or 1=1", "2026-w48" })
	void unreadable_week_is_none(String key) {
		assertThat(Week.parse(key)).isEmpty();
	}

	@Test
	void week_has_seven_days_and_is_over_after_its_sunday() {
		assertThat(WEEK.days()).hasSize(7).startsWith(MONDAY).endsWith(LocalDate.of(2026, 11, 29));
		assertThat(WEEK.isOver(LocalDate.of(2026, 11, 29))).isFalse();
		assertThat(WEEK.isOver(LocalDate.of(2026, 11, 30))).isTrue();
		assertThat(WEEK.next().previous()).isEqualTo(WEEK);
		assertThatThrownBy(() -> new Week(MONDAY.plusDays(1))).isInstanceOf(IllegalArgumentException.class);
	}

	// ---- clashes ----

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "08:00, 09:00, 08:30, 10:00, true", "08:00, 09:00, 09:00, 10:00, false",
					"08:00, 10:00, 08:30, 09:00, true", "08:00, -, 11:30, 12:30, true", "08:00, -, 12:00, 13:00, false",
					"08:00, -, 13:30, -, false", "13:30, -, 17:30, 18:30, true", "13:30, -, 18:00, 19:00, false",
					"19:00, -, 21:00, 22:00, true", "11:30, 13:30, 13:00, -, true", "08:00, 08:30, 08:30, -, false" })
	void open_end_lasts_to_the_end_of_the_half_day(String from, String to, String otherFrom, String otherTo,
			boolean clash) {
		List<CalendarLine> lines = List.of(line("a", 0, from, to, List.of(1L)),
				line("b", 0, otherFrom, otherTo, List.of(1L)));
		assertThat(Clashes.of(lines)).hasSize(clash ? 1 : 0);
	}

	@Test
	void each_leader_room_and_car_wanted_twice_is_a_clash_of_its_own() {
		CalendarLine first = line("a", 0, "08:00", "10:00", List.of(1L, 2L), 7L, 9L);
		CalendarLine second = line("b", 0, "09:00", "11:00", List.of(2L, 1L, 3L), 7L, 9L);
		assertThat(Clashes.of(List.of(second, first))).extracting(Clash::kind, Clash::resourceId)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(ResourceKind.LEADER, 1L),
					org.assertj.core.groups.Tuple.tuple(ResourceKind.LEADER, 2L),
					org.assertj.core.groups.Tuple.tuple(ResourceKind.ROOM, 7L),
					org.assertj.core.groups.Tuple.tuple(ResourceKind.CAR, 9L));
	}

	@Test
	void other_days_and_other_people_do_not_clash() {
		assertThat(Clashes.of(List.of(line("a", 0, "08:00", "10:00", List.of(1L)),
				line("b", 1, "08:00", "10:00", List.of(1L)), line("c", 0, "08:00", "10:00", List.of(2L)))))
			.isEmpty();
	}

	@Test
	void what_has_no_time_takes_its_half_day() {
		CalendarLine conference = new CalendarLine("conference:1:1", UUID.randomUUID(), null, "Hội nghị", MONDAY,
				HalfDay.AFTERNOON, null, null, List.of(1L), "Bộ trưởng", null, "Hà Nội", null, List.of(), null, null,
				null, null, "/conferences/1");
		assertThat(Clashes.of(List.of(conference, line("a", 0, "11:00", "12:00", List.of(1L))))).isEmpty();
		assertThat(Clashes.of(List.of(conference, line("a", 0, "16:00", null, List.of(1L))))).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "0, 13:00, 13:30, false", "0, 15:00, 16:00, true", "0, 19:00, 20:00, true", "1, 08:00, 09:00, true",
			"2, 09:00, 10:00, true", "2, 10:30, 11:00, false", "2, 14:00, 15:00, false", "3, 08:00, 09:00, false" })
	void what_takes_several_days_takes_all_between_its_ends(int day, String from, String to, boolean clash) {
		CalendarLine trip = trip(LocalTime.of(14, 0), HalfDay.MORNING, LocalTime.of(10, 30));
		List<Clash> clashes = Clashes.of(List.of(line("a", day, from, to, List.of(1L)), trip));
		assertThat(clashes).hasSize(clash ? 1 : 0);
		assertThat(Clashes.with(trip, List.of(line("a", day, from, to, List.of(1L))))).hasSize(clash ? 1 : 0);
	}

	@Test
	void what_takes_several_days_stands_in_each_of_their_halves() {
		CalendarLine trip = trip(LocalTime.of(14, 0), HalfDay.MORNING, LocalTime.of(10, 30));
		assertThat(WEEK.days()
			.stream()
			.flatMap((day) -> Stream.of(HalfDay.values())
				.filter((half) -> trip.covers(day, half))
				.map((half) -> day.getDayOfWeek() + " " + half + " " + CalendarChange.time(trip, day, half))))
			.containsExactly("MONDAY AFTERNOON 14:00", "TUESDAY MORNING null", "TUESDAY AFTERNOON null",
					"WEDNESDAY MORNING –10:30");
		assertThat(CalendarChange.when(trip)).isEqualTo("14:00, 23/11/2026 – 10:30, 25/11/2026");
		assertThat(CalendarChange.when(trip(null, HalfDay.AFTERNOON, null))).isEqualTo("23/11/2026 – 25/11/2026");
	}

	@Test
	void what_takes_several_days_clashes_on_those_of_the_other_side() {
		CalendarLine trip = trip(null, HalfDay.MORNING, null);
		CalendarLine meeting = line("a", 1, "08:00", "09:00", List.of(1L));
		Clash clash = Clashes.of(List.of(trip, meeting)).get(0);
		assertThat(clash.touches(trip, MONDAY.plusDays(1), HalfDay.MORNING)).isTrue();
		assertThat(clash.touches(trip, MONDAY, HalfDay.AFTERNOON)).isFalse();
		assertThat(clash.touches(trip, MONDAY.plusDays(1), HalfDay.AFTERNOON)).isFalse();
		assertThat(clash.touches(meeting, MONDAY.plusDays(1), HalfDay.MORNING)).isTrue();
		Clash pastNoon = Clashes.of(List.of(trip, line("a", 0, "08:00", "16:00", List.of(1L)))).get(0);
		assertThat(pastNoon.touches(trip, MONDAY, HalfDay.AFTERNOON)).isTrue();
		assertThat(clash.touches(line("b", 1, "08:00", "09:00", List.of(1L)), MONDAY.plusDays(1), HalfDay.MORNING))
			.isFalse();
	}

	@Test
	void override_of_what_takes_several_days_ends_when_its_last_day_moves() {
		CalendarLine meeting = line("a", 1, "08:00", "09:00", List.of(1L));
		CalendarLine trip = trip(null, HalfDay.MORNING, null);
		assertThat(Clashes.of(List.of(trip, meeting)).get(0).key())
			.isNotEqualTo(Clashes.of(List.of(lasting(trip, 3, HalfDay.MORNING), meeting)).get(0).key());
	}

	@Test
	void other_end_of_what_takes_several_days_is_one_change() {
		CalendarLine trip = trip(null, HalfDay.MORNING, null);
		assertThat(CalendarChange.between(List.of(trip), List.of(lasting(trip, 3, HalfDay.MORNING)),
				CalendarRulesTests::names))
			.extracting(CalendarChange::type, CalendarChange::before, CalendarChange::after)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(CalendarChange.Type.TIME, "23/11/2026 – 25/11/2026",
					"23/11/2026 – 26/11/2026"));
		assertThat(CalendarChange.between(List.of(trip), List.of(lasting(trip, 2, HalfDay.AFTERNOON)),
				CalendarRulesTests::names))
			.extracting(CalendarChange::getKey, CalendarChange::before, CalendarChange::after)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("calendar.change.LAST_HALF.changed",
					"calendar.halfWord.MORNING", "calendar.halfWord.AFTERNOON"));
		assertThat(trip.says(lasting(trip, 2, HalfDay.AFTERNOON))).isFalse();
	}

	/** From the afternoon of Monday to Wednesday. */
	private static CalendarLine trip(LocalTime departs, HalfDay lastHalf, LocalTime returns) {
		return new CalendarLine("trip:1:2026-W48", new UUID(2, 2), null, "Công tác", MONDAY, HalfDay.AFTERNOON, departs,
				returns, List.of(1L), "Bộ trưởng", null, "Đà Nẵng", null, List.of(), null, null, null, null,
				"/calendar/trips/1", MONDAY.plusDays(2), lastHalf);
	}

	private static CalendarLine lasting(CalendarLine trip, int day, HalfDay half) {
		return new CalendarLine(trip.lineKey(), trip.uid(), null, trip.title(), trip.day(), trip.half(),
				trip.startsAt(), trip.endsAt(), trip.leaderIds(), trip.leaders(), null, trip.place(), null,
				trip.unitIds(), null, null, null, null, trip.url(), MONDAY.plusDays(day), half);
	}

	@Test
	void an_entry_does_not_clash_with_its_own_earlier_state() {
		CalendarLine stored = line("a", 0, "08:00", "10:00", List.of(1L));
		CalendarLine typed = line("a", 0, "09:00", "11:00", List.of(1L));
		assertThat(Clashes.with(typed, List.of(stored))).isEmpty();
		assertThat(Clashes.with(typed, List.of(stored, line("b", 0, "10:30", "12:00", List.of(1L))))).hasSize(1);
	}

	@Test
	void an_override_holds_for_these_times_only() {
		CalendarLine first = line("a", 0, "08:00", "10:00", List.of(1L));
		Clash clash = Clashes.of(List.of(first, line("b", 0, "09:00", "11:00", List.of(1L)))).get(0);
		Clash moved = Clashes.of(List.of(first, line("b", 0, "09:30", "11:00", List.of(1L)))).get(0);
		Clash reworded = Clashes
			.of(List.of(line("a", 0, "08:00", "10:00", List.of(1L), 5L, null),
					line("b", 0, "09:00", "11:00", List.of(1L))))
			.get(0);
		assertThat(moved.key()).isNotEqualTo(clash.key());
		assertThat(reworded.key()).isEqualTo(clash.key());
	}

	// ---- changes and versions ----

	@Test
	void changes_say_what_was_added_changed_and_called_off() {
		CalendarLine stays = line("a", 0, "08:00", "10:00", List.of(1L));
		CalendarLine moves = line("b", 1, "08:00", "10:00", List.of(1L));
		CalendarLine goes = line("c", 2, "08:00", "10:00", List.of(1L));
		CalendarLine moved = line("b", 2, "14:00", null, List.of(1L));
		CalendarLine comes = line("d", 3, "08:00", "10:00", List.of(1L));
		List<CalendarChange> changes = CalendarChange.between(List.of(stays, moves, goes), List.of(stays, moved, comes),
				CalendarRulesTests::names);
		assertThat(changes).extracting(CalendarChange::getKey, CalendarChange::before, CalendarChange::after)
			.containsExactly(
					org.assertj.core.groups.Tuple.tuple("calendar.change.TIME.changed", "08:00–10:00, 24/11/2026",
							"14:00, 25/11/2026"),
					org.assertj.core.groups.Tuple.tuple("calendar.change.ENTRY.set", null, "08:00–10:00, 26/11/2026"),
					org.assertj.core.groups.Tuple.tuple("calendar.change.ENTRY.dropped", "08:00–10:00, 25/11/2026",
							null));
	}

	@Test
	void every_field_that_people_read_is_a_change() {
		CalendarLine was = new CalendarLine("a", UUID.randomUUID(), 1L, "Họp", MONDAY, HalfDay.MORNING,
				LocalTime.of(8, 0), null, List.of(1L), "Bộ trưởng", null, "Phòng 1", null, List.of(), null, null, null,
				null, null);
		CalendarLine is = new CalendarLine("a", was.uid(), 1L, "Họp kín", MONDAY, HalfDay.MORNING, LocalTime.of(9, 0),
				null, List.of(2L), "Thứ trưởng", 3L, "Phòng 2", "Lãnh đạo", List.of(5L), 6L, 4L, "80A", "Mang tài liệu",
				null);
		assertThat(CalendarChange.between(List.of(was), List.of(is), CalendarRulesTests::names))
			.extracting(CalendarChange::type)
			.containsExactly(CalendarChange.Type.TITLE, CalendarChange.Type.TIME, CalendarChange.Type.PLACE,
					CalendarChange.Type.LEADERS, CalendarChange.Type.PARTICIPANTS, CalendarChange.Type.UNITS,
					CalendarChange.Type.PREPARING, CalendarChange.Type.CAR, CalendarChange.Type.NOTE);
		assertThat(is.says(was)).isFalse();
		assertThat(was.says(was)).isTrue();
		assertThat(CalendarChange.between(List.of(was), List.of(was), CalendarRulesTests::names)).isEmpty();
	}

	static Stream<Arguments> lines_that_differ_in_one_field() {
		CalendarLine timed = differing("", LocalTime.of(8, 0));
		CalendarLine untimed = differing("", null);
		return Stream.concat(
				Stream
					.of("title", "day", "leaders", "place", "participants", "unitIds", "preparingUnitId", "car", "note",
							"endsAt")
					.map((field) -> Arguments.of(field, timed, differing(field, LocalTime.of(8, 0)))),
				Stream.of(Arguments.of("startsAt", timed, differing("", LocalTime.of(9, 0))),
						Arguments.of("no time any more", timed, untimed),
						Arguments.of("half", untimed, differing("half", null)),
						Arguments.of("day of what has no time", untimed, differing("day", null))));
	}

	@ParameterizedTest
	@MethodSource("lines_that_differ_in_one_field")
	void what_a_line_says_anew_is_listed_as_a_change(String field, CalendarLine was, CalendarLine is) {
		assertThat(is.says(was)).as(field).isFalse();
		assertThat(CalendarChange.between(List.of(was), List.of(is), CalendarRulesTests::names)).as(field).hasSize(1);
	}

	@Test
	void what_has_no_time_moves_from_half_to_half() {
		assertThat(CalendarChange.between(List.of(differing("", null)), List.of(differing("half", null)),
				CalendarRulesTests::names))
			.singleElement()
			.satisfies((change) -> {
				assertThat(change.getKey()).isEqualTo("calendar.change.HALF.changed");
				assertThat(change.getArgs()).containsExactly(change.getTitle(),
						MessageArguments.named("calendar.halfWord.MORNING"),
						MessageArguments.named("calendar.halfWord.AFTERNOON"));
			});
	}

	@Test
	void line_that_is_no_longer_the_readers_is_called_off_to_them() {
		CalendarLine was = differing("", LocalTime.of(8, 0));
		CalendarLine is = differing("title", LocalTime.of(10, 0));
		assertThat(CalendarChange.between(List.of(was), List.of(is), was::equals, CalendarRulesTests::names))
			.extracting(CalendarChange::getKey, CalendarChange::getTitle)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("calendar.change.ENTRY.dropped", "Họp"));
		assertThat(CalendarChange.between(List.of(was), List.of(is), is::equals, CalendarRulesTests::names))
			.extracting(CalendarChange::getKey, CalendarChange::getTitle)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("calendar.change.ENTRY.set", "Họp kín"));
	}

	/** A line, with one of its fields otherwise. */
	private static CalendarLine differing(String field, LocalTime startsAt) {
		HalfDay half = field.equals("half") ? HalfDay.AFTERNOON : HalfDay.MORNING;
		return new CalendarLine("a", new UUID(1, 1), 1L, field.equals("title") ? "Họp kín" : "Họp",
				field.equals("day") ? MONDAY.plusDays(1) : MONDAY, half, startsAt,
				field.equals("endsAt") ? LocalTime.of(11, 0) : null, List.of(1L),
				field.equals("leaders") ? "Thứ trưởng" : "Bộ trưởng", null,
				field.equals("place") ? "Phòng 2" : "Phòng 1", field.equals("participants") ? "Lãnh đạo" : null,
				field.equals("unitIds") ? List.of(5L) : List.of(), field.equals("preparingUnitId") ? 6L : null, null,
				field.equals("car") ? "80A" : null, field.equals("note") ? "Mang tài liệu" : null, null);
	}

	@Test
	void sequence_rises_with_each_published_change_and_with_the_cancellation() {
		CalendarLine a = line("a", 0, "08:00", "09:00", List.of(1L));
		CalendarLine b = line("b", 1, "08:00", "09:00", List.of(1L));
		CalendarRelease first = new CalendarRelease(1, 1, List.of(a, b), null, "x", NOW);
		CalendarLine moved = line("a", 0, "10:00", "11:00", List.of(1L));
		CalendarRelease second = new CalendarRelease(1, 2, List.of(moved, b), first, "x", NOW);
		CalendarRelease third = new CalendarRelease(1, 3, List.of(moved), second, "x", NOW);
		CalendarRelease fourth = new CalendarRelease(1, 4, List.of(moved), third, "x", NOW);
		CalendarRelease fifth = new CalendarRelease(1, 5, List.of(moved, b), fourth, "x", NOW);
		assertThat(states(first)).containsExactly("a 0", "b 0");
		assertThat(states(second)).containsExactly("a 1", "b 0");
		assertThat(states(third)).containsExactly("a 1", "b 1 cancelled");
		assertThat(states(fourth)).containsExactly("a 1", "b 1 cancelled");
		assertThat(states(fifth)).containsExactly("a 1", "b 2");
		assertThat(third.lines()).containsExactly(moved);
	}

	private static List<String> states(CalendarRelease release) {
		return release.all().stream().map(CalendarRulesTests::state).toList();
	}

	private static String state(Frozen frozen) {
		return frozen.line().lineKey() + " " + frozen.sequence() + (frozen.cancelled() ? " cancelled" : "");
	}

	// ---- every state, every act ----

	private static final Map<String, Consumer<CalendarEntry>> ENTRY_ACTS = Map.of("rearrange",
			(entry) -> entry.rearrange(plan(1, "08:00", null), WEEK), "amend",
			(entry) -> entry.amend(plan(1, "08:00", null), WEEK), "accept", CalendarEntry::accept, "sendBack",
			(entry) -> entry.sendBack("Thiếu tài liệu"), "cancel", (entry) -> entry.cancel("Hoãn"));

	private static final Map<String, EntryStatus> ENTRY_WAYS = Map.of("PROPOSED rearrange", EntryStatus.PROPOSED,
			"PROPOSED amend", EntryStatus.PROPOSED, "PROPOSED accept", EntryStatus.ARRANGED, "PROPOSED sendBack",
			EntryStatus.RETURNED, "PROPOSED cancel", EntryStatus.CANCELLED, "ARRANGED rearrange", EntryStatus.ARRANGED,
			"ARRANGED sendBack", EntryStatus.RETURNED, "ARRANGED cancel", EntryStatus.CANCELLED, "RETURNED amend",
			EntryStatus.PROPOSED, "RETURNED cancel", EntryStatus.CANCELLED);

	static Stream<Arguments> every_entry_state_and_act() {
		return Stream.of(EntryStatus.values())
			.flatMap((state) -> ENTRY_ACTS.keySet().stream().sorted().map((act) -> Arguments.of(state, act)));
	}

	@ParameterizedTest
	@MethodSource("every_entry_state_and_act")
	void entry_moves_only_along_its_ways(EntryStatus state, String act) {
		CalendarEntry entry = entry();
		ReflectionTestUtils.setField(entry, "status", state);
		EntryStatus after = ENTRY_WAYS.get(state + " " + act);
		if (after != null) {
			ENTRY_ACTS.get(act).accept(entry);
			assertThat(entry.getStatus()).isEqualTo(after);
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> ENTRY_ACTS.get(act).accept(entry))
				.satisfies((refused) -> assertThat(refused.messageKey()).startsWith("calendar.error."));
			assertThat(entry.getStatus()).isEqualTo(state);
			assertThat(entry.getTitle()).isEqualTo("Họp");
		}
	}

	@Test
	void amended_registration_loses_the_reason_for_its_return() {
		CalendarEntry entry = entry();
		entry.sendBack("Thiếu tài liệu");
		assertThat(entry.getReason()).isEqualTo("Thiếu tài liệu");
		entry.amend(plan(1, "10:00", null), WEEK);
		assertThat(entry.getReason()).isNull();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-1, 08:00, 09:00, day", "7, 08:00, 09:00, day", "0, 08:00, 08:00, endsAt",
			"0, 08:00, 07:00, endsAt" })
	void entry_refuses_what_cannot_be(int day, String from, String to, String field) {
		CalendarEntry entry = entry();
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> entry.rearrange(plan(day, from, to), WEEK))
			.satisfies((refused) -> assertThat(refused.field()).isEqualTo(field));
		assertThat(entry.getDay()).isEqualTo(MONDAY);
	}

	@Test
	void entry_has_to_take_place_somewhere() {
		EntryPlan nowhere = new EntryPlan("Họp", MONDAY, LocalTime.of(8, 0), null, Set.of(1L), null, null, null,
				Set.of(), null, null, null);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> entry().rearrange(nowhere, WEEK))
			.satisfies((refused) -> assertThat(refused.field()).isEqualTo("place"));
	}

	private static final Map<String, Consumer<CalendarWeek>> WEEK_ACTS = Map.of("submit", CalendarWeek::submit,
			"approve", (week) -> week.approve("x", 1L, "Bộ trưởng", NOW), "sendBack",
			(week) -> week.sendBack("Bớt họp", "x"), "release", CalendarWeek::release);

	private static final Map<String, WeekStatus> WEEK_WAYS = Map.of("OPEN submit", WeekStatus.SUBMITTED,
			"SUBMITTED approve", WeekStatus.APPROVED, "SUBMITTED sendBack", WeekStatus.OPEN, "APPROVED release",
			WeekStatus.PUBLISHED, "PUBLISHED release", WeekStatus.PUBLISHED);

	static Stream<Arguments> every_week_state_and_act() {
		return Stream.of(WeekStatus.values())
			.flatMap((state) -> WEEK_ACTS.keySet().stream().sorted().map((act) -> Arguments.of(state, act)));
	}

	@ParameterizedTest
	@MethodSource("every_week_state_and_act")
	void week_moves_only_along_its_ways(WeekStatus state, String act) {
		CalendarWeek week = new CalendarWeek(WEEK);
		ReflectionTestUtils.setField(week, "status", state);
		WeekStatus after = WEEK_WAYS.get(state + " " + act);
		if (after != null) {
			WEEK_ACTS.get(act).accept(week);
			assertThat(week.getStatus()).isEqualTo(after);
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> WEEK_ACTS.get(act).accept(week))
				.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo("calendar.error.week." + state));
			assertThat(week.getStatus()).isEqualTo(state);
		}
	}

	@ParameterizedTest
	@EnumSource(WeekStatus.class)
	void only_an_approved_week_has_to_be_approved_again_after_a_change(WeekStatus state) {
		CalendarWeek week = new CalendarWeek(WEEK);
		ReflectionTestUtils.setField(week, "status", state);
		assertThat(week.reopen()).isEqualTo(state == WeekStatus.APPROVED);
		assertThat(week.getStatus()).isEqualTo((state == WeekStatus.APPROVED) ? WeekStatus.OPEN : state);
	}

	@Test
	void approval_holds_for_what_was_approved_only() {
		CalendarWeek week = new CalendarWeek(WEEK);
		week.submit();
		week.approve("một", 1L, "Bộ trưởng", NOW);
		assertThat(week.differsFromApproved("một")).isFalse();
		assertThat(week.differsFromApproved("hai")).isTrue();
		week.release();
		assertThat(week.differsFromApproved("hai")).as("later versions need no approval").isFalse();
	}

	@Test
	void versions_are_numbered_without_a_gap() {
		CalendarWeek week = new CalendarWeek(WEEK);
		week.submit();
		week.approve("x", 1L, "Bộ trưởng", NOW);
		assertThat(List.of(week.release(), week.release(), week.release())).containsExactly(1, 2, 3);
	}

	// ---- feed ----

	@Test
	void folded_lines_keep_75_octets_and_tear_no_letter() {
		String text = "SUMMARY:" + "Hội nghị toàn quốc về công tác thi hành án dân sự 🏛 ".repeat(8) + "\r\nEND:VEVENT";
		String folded = FeedText.fold(text);
		assertThat(folded.split("\r\n"))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
		assertThat(folded).endsWith("\r\n");
		assertThat(folded.replace("\r\n ", "")).isEqualTo(text + "\r\n");
	}

	private static CalendarEntry entry() {
		CalendarWeek week = new CalendarWeek(WEEK);
		ReflectionTestUtils.setField(week, "id", 1L);
		return CalendarEntry.proposed(week, plan(0, "08:00", "09:00"), 5, "Văn thư", NOW);
	}

	private static EntryPlan plan(int day, String from, String to) {
		return new EntryPlan("Họp", MONDAY.plusDays(day), LocalTime.parse(from), time(to), Set.of(1L), null, "Phòng 1",
				null, Set.of(), null, null, null);
	}

	private static CalendarLine line(String key, int day, String from, String to, List<Long> leaders) {
		return line(key, day, from, to, leaders, null, null);
	}

	private static CalendarLine line(String key, int day, String from, String to, List<Long> leaders, Long room,
			Long car) {
		LocalTime start = LocalTime.parse(from);
		return new CalendarLine(key, UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), 1L, "Việc " + key,
				MONDAY.plusDays(day), CalendarLine.half(start), start, time(to), leaders, "Bộ trưởng", room, "Phòng 1",
				null, new ArrayList<>(), null, car, null, null, null);
	}

	private static LocalTime time(String text) {
		return (text != null) ? LocalTime.parse(text) : null;
	}

	private static String names(Collection<Long> ids) {
		return ids.isEmpty() ? "" : "Đơn vị " + ids;
	}

}
