package vn.nhactruong.calendar.week;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.week.WeekPage.Day;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.Obligation.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class WeekPageTests {

	private static final Week WEEK = Week.of(LocalDate.of(2026, 11, 30));

	private static final LocalDate SATURDAY = LocalDate.of(2026, 12, 5);

	private static final LocalDate SUNDAY = LocalDate.of(2026, 12, 6);

	@Test
	void deadline_makes_no_day_on_paper() {
		WeekPage page = page(day(WEEK.monday(), false, true), day(WEEK.monday().plusDays(1), false, false),
				day(SATURDAY, true, false), day(SUNDAY, false, true));
		assertThat(page.onPaper(true).days()).extracting(Day::day)
			.containsExactly(WEEK.monday(), WEEK.monday().plusDays(1), SATURDAY);
	}

	@Test
	void saturday_stands_wherever_sunday_does() {
		WeekPage page = page(day(SATURDAY, false, false), day(SUNDAY, true, false));
		assertThat(page.onPaper(true).days()).extracting(Day::day).containsExactly(SATURDAY, SUNDAY);
		assertThat(page.onPaper(false).days()).extracting(Day::day).containsExactly(SUNDAY);
		assertThat(page(day(SATURDAY, false, false), day(SUNDAY, false, false)).onPaper(true).days()).isEmpty();
	}

	@Test
	void what_is_only_proposed_is_not_printed() {
		WeekPage.Row row = new WeekPage.Row(null, "08:00", false, null, List.of(), List.of(), true, false, null);
		Day day = new Day(WEEK.monday(), false, false, List.of(row), List.of(), List.of());
		assertThat(page(day).onPaper(false).days()).isEmpty();
	}

	@Test
	void who_reads_some_lines_only_is_printed_no_seemingly_free_day() {
		WeekPage page = page(day(WEEK.monday(), false, true), day(WEEK.monday().plusDays(1), true, false));
		assertThat(page.onPaper(false).days()).extracting(Day::day).containsExactly(WEEK.monday().plusDays(1));
	}

	private static WeekPage page(Day... days) {
		return new WeekPage(WEEK, WEEK, null, null, List.of(days), null, List.of(), null, List.of(), List.of(),
				List.of(), List.of(), false, false);
	}

	private static Day day(LocalDate day, boolean busy, boolean due) {
		WeekPage.Row row = new WeekPage.Row(null, "08:00", false, null, List.of(), List.of(), false, false, null);
		Obligation deadline = new Obligation("calendar.obligation.approve", List.of(49), null, null, day, "/calendar",
				Kind.DECISION);
		return new Day(day, false, false, busy ? List.of(row) : List.of(), List.of(),
				due ? List.of(deadline) : List.of());
	}

}
