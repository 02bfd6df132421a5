package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HolidayCalendarTests {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final HolidayCalendar spring2026 = new HolidayCalendar(
			List.of(off("2026-02-16"), off("2026-02-17"), off("2026-02-18"), off("2026-02-19"), off("2026-02-20"),
					off("2026-04-26"), special("2026-04-27", HolidayKind.SUBSTITUTE_DAY_OFF), off("2026-04-30"),
					off("2026-05-01"), special("2026-08-22", HolidayKind.SWAP_WORKING),
					special("2026-08-31", HolidayKind.SWAP_OFF), off("2026-09-01"), off("2026-09-02")),
			List.of(2028));

	@ParameterizedTest
	@CsvSource({ "2026-11-20, true", "2026-11-21, false", "2026-11-22, false", "2026-04-26, false", "2026-04-27, false",
			"2026-04-28, true", "2026-08-22, true", "2026-08-31, false" })
	void knows_which_days_are_worked(LocalDate day, boolean worked) {
		assertThat(this.spring2026.isWorkingDay(day)).isEqualTo(worked);
	}

	@Test
	void counts_after_the_start_and_passes_over_holidays_and_weekends() {
		Deadline deadline = this.spring2026.after(day("2026-04-28"), 5);
		assertThat(deadline.date()).isEqualTo("2026-05-07");
		assertThat(deadline.skipped()).extracting(SpecialDay::day)
			.containsExactly(day("2026-04-30"), day("2026-05-01"));
	}

	@Test
	void invitation_for_a_monday_goes_out_on_the_wednesday_before() {
		assertThat(this.spring2026.before(day("2026-11-23"), 3).date()).isEqualTo("2026-11-18");
	}

	@Test
	void meeting_on_a_rest_day_never_shortens_the_lead_time() {
		assertThat(this.spring2026.before(day("2026-11-22"), 3).date()).isEqualTo("2026-11-17");
	}

	@Test
	void no_working_days_stay_where_they_start() {
		LocalDate sunday = day("2026-11-22");
		assertThat(this.spring2026.after(sunday, 0).date()).isEqualTo(sunday);
		assertThat(this.spring2026.before(sunday, 0).date()).isEqualTo(sunday);
	}

	@Test
	void negative_counts_are_refused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.spring2026.after(day("2026-11-22"), -1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.spring2026.before(day("2026-11-22"), -1));
	}

	@Test
	void explanation_names_the_holidays_but_not_those_on_weekends() {
		assertThat(explain(this.spring2026.after(day("2026-04-28"), 5), VIETNAMESE))
			.isEqualTo("5 ngày làm việc, không tính 30/04 và 01/05");
		assertThat(explain(this.spring2026.after(day("2026-04-28"), 5), Locale.ENGLISH))
			.isEqualTo("5 working days, without 30 April and 1 May");
		assertThat(explain(this.spring2026.after(day("2026-04-24"), 4), VIETNAMESE))
			.isEqualTo("4 ngày làm việc, không tính 27/04, 30/04 và 01/05");
	}

	@Test
	void explanation_is_only_the_count_when_nothing_was_passed_over() {
		assertThat(explain(this.spring2026.after(day("2026-11-16"), 10), VIETNAMESE)).isEqualTo("10 ngày làm việc");
		assertThat(explain(this.spring2026.after(day("2026-11-16"), 1), Locale.ENGLISH)).isEqualTo("1 working day");
	}

	@Test
	void explanation_writes_long_holidays_as_a_range() {
		assertThat(explain(this.spring2026.after(day("2026-02-13"), 1), VIETNAMESE))
			.isEqualTo("1 ngày làm việc, không tính 16/02 đến 20/02");
	}

	@Test
	void explanation_tells_of_a_saturday_worked_in_exchange() {
		assertThat(explain(this.spring2026.after(day("2026-08-20"), 3), VIETNAMESE))
			.isEqualTo("3 ngày làm việc, tính cả 22/08 làm bù");
		assertThat(explain(this.spring2026.after(day("2026-08-20"), 8), VIETNAMESE))
			.isEqualTo("8 ngày làm việc, không tính 31/08 đến 02/09; tính cả 22/08 làm bù");
		assertThat(explain(this.spring2026.after(day("2026-08-20"), 8), Locale.ENGLISH))
			.isEqualTo("8 working days, without 31 August to 2 September; counting 22 August as worked in exchange");
	}

	@Test
	void explanation_says_that_a_year_is_not_confirmed() {
		assertThat(explain(this.spring2026.after(day("2027-12-30"), 2), VIETNAMESE))
			.isEqualTo("2 ngày làm việc; ngày nghỉ năm 2028 mới là dự kiến");
		assertThat(explain(this.spring2026.after(day("2027-12-27"), 2), VIETNAMESE)).isEqualTo("2 ngày làm việc");
		assertThat(explain(this.spring2026.before(day("2028-01-05"), 10), Locale.ENGLISH))
			.isEqualTo("10 working days; the days off of 2028 are only expected");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					2026-03-20 | DAY_OF_MONTH | 1  | 15 | false | 2026-04-15 | ngày 15 tháng sau
					2026-07-20 | DAY_OF_MONTH | 1  | 15 | false | 2026-08-17 | ngày 15 tháng sau; ngày 15/08 là thứ bảy nên lùi sang ngày làm việc kế tiếp
					2026-07-20 | DAY_OF_MONTH | 1  | 15 | true  | 2026-08-14 | ngày 15 tháng sau; ngày 15/08 là thứ bảy nên lấy ngày làm việc liền trước
					2026-07-20 | DAY_OF_MONTH | 1  | 22 | false | 2026-08-22 | ngày 22 tháng sau
					2026-07-20 | DAY_OF_MONTH | 1  | 31 | false | 2026-09-03 | ngày 31 tháng sau; ngày 31/08 là ngày nghỉ hoán đổi nên lùi sang ngày làm việc kế tiếp
					2026-01-31 | DAY_OF_MONTH | 1  | 31 | false | 2026-03-02 | ngày 31 tháng sau; ngày 28/02 là thứ bảy nên lùi sang ngày làm việc kế tiếp
					2026-01-05 | DAY_OF_MONTH | 0  | 20 | false | 2026-01-20 | ngày 20 của tháng đó
					2026-01-05 | DAY_OF_MONTH | 3  | 27 | false | 2026-04-28 | ngày 27 của 3 tháng sau; ngày 27/04 là ngày nghỉ bù nên lùi sang ngày làm việc kế tiếp
					2026-03-01 | DAY          | 60 | 0  | false | 2026-05-04 | 60 ngày; ngày 30/04 là ngày lễ, tết nên lùi sang ngày làm việc kế tiếp
					2026-03-01 | DAY          | 60 | 0  | true  | 2026-04-29 | 60 ngày; ngày 30/04 là ngày lễ, tết nên lấy ngày làm việc liền trước
					2026-03-31 | MONTH        | 1  | 0  | false | 2026-05-04 | 1 tháng; ngày 30/04 là ngày lễ, tết nên lùi sang ngày làm việc kế tiếp
					2026-04-28 | WORKING_DAY  | 5  | 0  | false | 2026-05-07 | 5 ngày làm việc, không tính 30/04 và 01/05
					""")
	void rule_names_a_day_and_says_why(LocalDate from, DeadlineUnit unit, int count, int dayOfMonth, boolean before,
			LocalDate date, String words) {
		Deadline deadline = this.spring2026.due(from, new DeadlineRule(unit, count, dayOfMonth, before));
		assertThat(deadline.date()).isEqualTo(date);
		assertThat(explain(deadline, VIETNAMESE)).isEqualTo(words);
	}

	@Test
	void rules_read_english_too() {
		assertThat(explain(this.spring2026.due(day("2026-07-20"), DeadlineRule.dayOfMonth(15, 1)), Locale.ENGLISH))
			.isEqualTo("day 15 of the next month; 15 August is a Saturday, so the next working day");
		assertThat(explain(this.spring2026.due(day("2026-02-28"), DeadlineRule.months(2).orBefore()), Locale.ENGLISH))
			.isEqualTo("2 months");
	}

	@Test
	void rules_that_name_no_day_are_refused() {
		assertThatIllegalArgumentException().isThrownBy(() -> DeadlineRule.workingDays(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> DeadlineRule.dayOfMonth(0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> DeadlineRule.dayOfMonth(32, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(DeadlineUnit.DAY, 3, 15, false));
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13 })
	void rule_lands_on_the_working_day_next_to_the_one_it_names(long seed) {
		Random random = new Random(seed);
		HolidayCalendar calendar = randomCalendar(random);
		for (int i = 0; i < 3000; i++) {
			LocalDate from = day("2024-01-01").plusDays(random.nextInt(2000));
			DeadlineUnit unit = DeadlineUnit.values()[random.nextInt(4)];
			DeadlineRule rule = new DeadlineRule(unit, random.nextInt(40),
					(unit == DeadlineUnit.DAY_OF_MONTH) ? 1 + random.nextInt(31) : 0, false);
			Deadline after = calendar.due(from, rule);
			Deadline before = calendar.due(from, rule.orBefore());
			if (unit == DeadlineUnit.WORKING_DAY) {
				assertThat(after.date()).as("%s %s", from, rule).isEqualTo(walk(calendar, from, rule.count()));
				continue;
			}
			LocalDate nominal = after.nominal();
			assertThat(before.nominal()).isEqualTo(nominal);
			assertThat(after.date()).as("%s %s", from, rule).isAfterOrEqualTo(nominal);
			assertThat(before.date()).as("%s %s", from, rule).isBeforeOrEqualTo(nominal);
			assertThat(calendar.isWorkingDay(after.date()) && calendar.isWorkingDay(before.date())).isTrue();
			assertThat(calendar.between(nominal.minusDays(1), after.date())).as("%s %s", from, rule).isEqualTo(1);
			assertThat(calendar.between(before.date().minusDays(1), nominal)).as("%s %s", from, rule).isEqualTo(1);
			assertThat(after.moved() == null).isEqualTo(calendar.isWorkingDay(nominal));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 21, 22, 23 })
	void more_working_days_and_a_later_start_never_end_earlier(long seed) {
		Random random = new Random(seed);
		HolidayCalendar calendar = randomCalendar(random);
		for (int i = 0; i < 3000; i++) {
			LocalDate from = day("2024-01-01").plusDays(random.nextInt(2000));
			int count = 1 + random.nextInt(60);
			LocalDate date = calendar.after(from, count).date();
			assertThat(calendar.after(from, count + 1).date()).isAfter(date);
			assertThat(calendar.after(from.plusDays(1), count).date()).isAfterOrEqualTo(date);
			assertThat(calendar.before(from, count + 1).date()).isBefore(calendar.before(from, count).date());
			LocalDate to = from.plusDays(random.nextInt(200));
			assertThat(calendar.between(from, to))
				.isEqualTo(from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorkingDay).count());
		}
	}

	/** The oracle: one day at a time. */
	private static LocalDate walk(HolidayCalendar calendar, LocalDate from, int count) {
		LocalDate day = from;
		int counted = 0;
		while (counted < count) {
			day = day.plusDays(1);
			counted += calendar.isWorkingDay(day) ? 1 : 0;
		}
		return day;
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void counting_there_and_back_agrees_with_counting_day_by_day_whatever_the_holidays(long seed) {
		HolidayCalendar calendar = randomCalendar(new Random(seed));
		for (LocalDate day = day("2024-01-01"); day.getYear() <= 2030; day = day.plusDays(1)) {
			for (int count : new int[] { 1, 2, 3, 5, 15, 60 }) {
				assertAgrees(calendar, day, count);
			}
		}
	}

	static void assertAgrees(HolidayCalendar calendar, LocalDate day, int count) {
		LocalDate after = calendar.after(day, count).date();
		LocalDate before = calendar.before(day, count).date();
		assertThat(calendar.isWorkingDay(after)).as("%s + %d", day, count).isTrue();
		assertThat(calendar.isWorkingDay(before)).as("%s - %d", day, count).isTrue();
		assertThat(calendar.between(day, after)).as("%s + %d", day, count).isEqualTo(count);
		assertThat(calendar.between(before, day)).as("%s - %d", day, count).isEqualTo(count);
		assertThat(calendar.between(day, before)).as("%s - %d", day, count).isEqualTo(-count);
		assertThat(day.datesUntil(after).map((it) -> it.plusDays(1)).filter(calendar::isWorkingDay)).hasSize(count);
		if (calendar.isWorkingDay(day)) {
			assertThat(calendar.before(after, count).date()).as("%s + %d", day, count).isEqualTo(day);
			assertThat(calendar.after(before, count).date()).as("%s - %d", day, count).isEqualTo(day);
		}
		else {
			assertThat(calendar.onOrAfter(day)).isEqualTo(calendar.after(day, 1).date());
		}
	}

	private static HolidayCalendar randomCalendar(Random random) {
		List<SpecialDay> specials = new ArrayList<>();
		Set<LocalDate> taken = new HashSet<>();
		for (int i = 0; i < 300; i++) {
			LocalDate day = day("2023-06-01").plusDays(random.nextInt(365 * 8));
			if (taken.add(day)) {
				boolean worked = !HolidayCalendar.isWeekday(day) && random.nextBoolean();
				specials
					.add(new SpecialDay(day, worked ? HolidayKind.SWAP_WORKING : HolidayKind.HOLIDAY, "x", "x", "x"));
			}
		}
		return new HolidayCalendar(specials, List.of());
	}

	private static String explain(Deadline deadline, Locale locale) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/workingday");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		String inJava = messages.getMessage(deadline.explanation(), locale);
		String inTemplates = messages.getMessage("workingday.explanation", new Object[] { deadline.explanation() },
				locale);
		assertThat(inTemplates).isEqualTo(inJava);
		return inJava;
	}

	private static SpecialDay off(String day) {
		return special(day, HolidayKind.HOLIDAY);
	}

	private static SpecialDay special(String day, HolidayKind kind) {
		return new SpecialDay(day(day), kind, "Ngày nghỉ", "Day off", "Bộ luật Lao động 2019, Điều 112");
	}

	private static LocalDate day(String iso) {
		return LocalDate.parse(iso);
	}

}
