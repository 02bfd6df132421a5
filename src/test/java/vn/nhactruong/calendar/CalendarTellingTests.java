package vn.nhactruong.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.nhactruong.calendar.feed.CalendarFeeds.Event;
import vn.nhactruong.calendar.feed.Telling;
import vn.nhactruong.conference.HalfDay;

import static org.assertj.core.api.Assertions.assertThat;

/** What people's calendars are told of one thing that moves between weeks. */
class CalendarTellingTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

	private static final long MINISTER = 1;

	private static final long DEPUTY = 2;

	private Instant now = Instant.parse("2026-11-20T02:00:00Z");

	private LocalDate from = MONDAY;

	private final List<CalendarRelease> versions = new ArrayList<>();

	private final Map<Integer, CalendarRelease> newest = new HashMap<>();

	@Test
	void moved_thing_is_told_in_its_new_week() {
		release(0, on(2));
		assertThat(told()).containsExactly("0 CONFIRMED 2026-11-25");
		release(0);
		assertThat(told()).containsExactly("1 CANCELLED 2026-11-25");
		release(1, on(9));
		assertThat(told()).containsExactly("2 CONFIRMED 2026-12-02");
	}

	@Test
	void week_that_lost_it_does_not_call_off_what_another_week_has_told_before() {
		release(0, on(2));
		release(1, on(9));
		assertThat(told()).containsExactly("1 CONFIRMED 2026-12-02");
		release(0);
		assertThat(told()).containsExactly("2 CONFIRMED 2026-12-02");
		release(0, other(3));
		assertThat(told()).containsExactly("2 CONFIRMED 2026-12-02", "0 CONFIRMED 2026-11-26");
	}

	@Test
	void thing_moved_back_stands_where_it_was_when_the_other_week_calls_it_off() {
		release(0, on(2));
		release(1, on(9));
		release(1);
		assertThat(told()).containsExactly("2 CONFIRMED 2026-11-25");
	}

	@Test
	void thing_moved_back_stands_where_it_was_when_its_week_goes_out_anew() {
		release(0, on(2));
		release(1, on(9));
		release(0, on(2), other(3));
		assertThat(told()).startsWith("2 CONFIRMED 2026-11-25");
		release(1);
		assertThat(told()).startsWith("3 CONFIRMED 2026-11-25");
	}

	@Test
	void thing_called_off_does_not_return_to_a_week_that_is_over() {
		release(0, on(2));
		release(1, on(9));
		this.now = this.now.plus(Duration.ofDays(10));
		release(1);
		assertThat(told()).containsExactly("2 CANCELLED 2026-12-02");
		release(1, other(9));
		assertThat(told()).startsWith("2 CANCELLED 2026-12-02");
	}

	@Test
	void thing_called_off_and_taken_up_again_is_told_three_times() {
		release(0, on(2));
		release(0);
		release(0, on(2));
		assertThat(told()).containsExactly("2 CONFIRMED 2026-11-25");
		release(0, on(2), other(3));
		assertThat(told()).startsWith("2 CONFIRMED 2026-11-25");
	}

	@Test
	void thing_that_moved_and_became_somebody_elses_is_called_off_as_it_was_known() {
		release(0, on(2));
		release(1, line("conference:1:1", 9, "Mật", DEPUTY));
		assertThat(told()).containsExactly("1 CANCELLED 2026-11-25");
		assertThat(events().get(0).line().title()).isEqualTo("Hội nghị");
		release(1, on(9));
		assertThat(told()).containsExactly("2 CONFIRMED 2026-12-02");
	}

	@Test
	void another_holder_of_the_same_position_is_a_change() {
		release(0, on(2));
		release(0, line("conference:1:1", 2, "Hội nghị", DEPUTY), other(3));
		assertThat(told()).startsWith("1 CANCELLED 2026-11-25");
	}

	@Test
	void sequence_does_not_fall_when_the_first_week_is_too_old_to_be_told() {
		release(0, on(2), other(3));
		release(0);
		release(1, on(9));
		this.from = MONDAY.plusWeeks(1);
		assertThat(told()).containsExactly("2 CONFIRMED 2026-12-02");
	}

	@Test
	void week_that_went_out_before_the_thing_moved_forward_does_not_bring_it_back() {
		release(1, on(9));
		release(0, on(2));
		this.from = MONDAY.plusWeeks(1);
		assertThat(told()).isEmpty();
	}

	static Stream<Integer> seeds() {
		return IntStream.range(0, 300).boxed();
	}

	/**
	 * Whatever happens in whatever order: the sequence never falls, rises with whatever
	 * is told anew, and as soon as all weeks are out as they are, calendars show what is
	 * so.
	 */
	@ParameterizedTest
	@MethodSource("seeds")
	void calendars_follow_whatever_happens(int seed) {
		Random random = new Random(seed);
		CalendarLine is = null;
		for (int act = 0; act < 30; act++) {
			if (random.nextInt(3) == 0) {
				is = (random.nextInt(4) == 0) ? null : on(random.nextInt(3) * 7 + random.nextInt(2));
			}
			else {
				releaseIfChanged(random.nextInt(3), is, random.nextBoolean());
			}
		}
		for (int week = 0; week < 3; week++) {
			releaseIfChanged(week, is, false);
		}
		List<Event> events = conference();
		if (is != null) {
			assertThat(events).singleElement().satisfies((event) -> assertThat(event.cancelled()).isFalse());
			assertThat(events.get(0).line()).isEqualTo(is);
		}
		else {
			assertThat(events).allSatisfy((event) -> assertThat(event.cancelled()).isTrue());
		}
	}

	private void releaseIfChanged(int week, CalendarLine is, boolean more) {
		List<CalendarLine> lines = new ArrayList<>();
		if (is != null && new Week(MONDAY.plusWeeks(week)).covers(is.day())) {
			lines.add(is);
		}
		if (more) {
			lines.add(line("entry:" + week, week * 7 + 4, "Giao ban", MINISTER));
		}
		CalendarRelease last = this.newest.get(week);
		List<CalendarLine> out = (last != null) ? last.lines() : List.of();
		if (out.equals(lines)) {
			return;
		}
		List<Event> before = conference();
		release(week, lines.toArray(CalendarLine[]::new));
		List<Event> after = conference();
		assertThat(after).hasSizeLessThanOrEqualTo(1);
		if (!before.isEmpty()) {
			Event was = before.get(0);
			Event now = after.get(0);
			boolean anew = was.cancelled() != now.cancelled() || !was.line().equals(now.line());
			assertThat(now.sequence()).isGreaterThanOrEqualTo(was.sequence() + (anew ? 1 : 0));
		}
	}

	private List<Event> conference() {
		return events().stream().filter((event) -> event.line().lineKey().equals("conference:1:1")).toList();
	}

	private void release(int week, CalendarLine... lines) {
		this.now = this.now.plusSeconds(60);
		CalendarRelease last = this.newest.get(week);
		CalendarRelease release = new CalendarRelease(week, (last != null) ? last.getNumber() + 1 : 1, List.of(lines),
				last, "Văn phòng", this.now);
		this.newest.put(week, release);
		this.versions.add(release);
	}

	private List<Event> events() {
		return Telling.events(this.versions, this.from, (line) -> line.leaderIds().contains(MINISTER));
	}

	/** The conference first. */
	private List<String> told() {
		return events().stream()
			.sorted((a, b) -> a.line().lineKey().compareTo(b.line().lineKey()))
			.map((event) -> event.sequence() + (event.cancelled() ? " CANCELLED " : " CONFIRMED ") + event.line().day())
			.toList();
	}

	private static CalendarLine on(int day) {
		return line("conference:1:1", day, "Hội nghị", MINISTER);
	}

	private static CalendarLine other(int day) {
		return line("entry:7", day, "Giao ban", MINISTER);
	}

	private static CalendarLine line(String key, int day, String title, long leader) {
		return new CalendarLine(key, UUID.nameUUIDFromBytes(key.getBytes()), null, title, MONDAY.plusDays(day),
				HalfDay.MORNING, LocalTime.of(8, 0), null, List.of(leader), "Bộ trưởng", null, "Hà Nội", null,
				List.of(), null, null, null, null, null);
	}

}
