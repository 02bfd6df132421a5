package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhactruong.PortalTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class WorkingDaysTests {

	private static final LocalDate ORDINARY_TUESDAY = LocalDate.of(2035, 3, 6);

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private Holidays holidays;

	@Autowired
	private LegalHolidays legal;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcTemplate jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2026-04-26",
			"2026-04-27", "2027-04-16", "2028-04-04", "2026-04-30", "2026-05-01", "2026-01-01", "2026-09-02" })
	void nobody_works_on_a_public_holiday(LocalDate day) {
		assertThat(this.workingDays.isWorkingDay(day)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-14, 2026-02-23", "2026-04-25, 2026-04-28", "2026-04-30, 2026-05-04", "2022-04-30, 2022-05-04",
			"2026-08-31, 2026-09-03", "2026-11-20, 2026-11-20" })
	void work_resumes_on(LocalDate day, LocalDate resumption) {
		assertThat(this.workingDays.onOrAfter(day)).isEqualTo(resumption);
	}

	@Test
	void deadline_over_the_spring_holidays_names_them() {
		Deadline deadline = this.workingDays.after(LocalDate.of(2026, 4, 24), 5);
		assertThat(deadline.date()).isEqualTo("2026-05-06");
		assertThat(deadline.skipped()).extracting(SpecialDay::nameVi)
			.containsExactly("Nghỉ bù Giỗ Tổ Hùng Vương", "Ngày Chiến thắng 30/4", "Ngày Quốc tế lao động 1/5");
	}

	@Test
	void saturday_worked_in_exchange_counts() {
		assertThat(this.workingDays.between(LocalDate.of(2026, 8, 21), LocalDate.of(2026, 8, 23))).isEqualTo(1);
	}

	@Test
	void counting_there_and_back_agrees_on_every_day_from_2024_to_2030() {
		HolidayCalendar calendar = new HolidayCalendar(specials(2014, 2031), List.of(2027, 2028, 2029, 2030, 2031));
		for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() <= 2030; day = day.plusDays(1)) {
			for (int count : new int[] { 1, 3, 5, 15 }) {
				HolidayCalendarTests.assertAgrees(calendar, day, count);
				assertThat(this.workingDays.after(day, count)).isEqualTo(calendar.after(day, count));
				LocalDate last = this.workingDays.lastWithin(day, count);
				assertThat(calendar.between(day, last)).isEqualTo(count);
				assertThat(calendar.between(day, last.plusDays(1))).isEqualTo(count + 1);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030 })
	void year_has_the_eleven_holidays_of_the_labour_code(int year) {
		assertThat(specials(year, year)).filteredOn((it) -> it.kind() == HolidayKind.HOLIDAY).hasSize(11);
	}

	@ParameterizedTest
	@CsvSource({ "2014, 1", "2020, 1", "2021, 2", "2026, 2", "2030, 2" })
	void national_day_has_a_second_day_since_2021(int year, int days) {
		assertThat(specials(year, year)).filteredOn((it) -> it.kind() == HolidayKind.HOLIDAY)
			.filteredOn((it) -> it.nameVi().startsWith("Quốc khánh"))
			.hasSize(days)
			.anySatisfy((it) -> assertThat(it.day()).isEqualTo(LocalDate.of(year, 9, 2)));
	}

	@Test
	void every_holiday_on_a_rest_day_is_made_up_for() {
		for (int year = 2014; year <= 2030; year++) {
			List<SpecialDay> specials = specials(year, year);
			assertThat(specials).as("%d", year)
				.filteredOn((it) -> it.kind() == HolidayKind.SUBSTITUTE_DAY_OFF)
				.hasSameSizeAs(specials.stream()
					.filter((it) -> it.kind() == HolidayKind.HOLIDAY && !HolidayCalendar.isWeekday(it.day()))
					.toList());
		}
	}

	@Test
	void day_off_is_heeded_from_the_moment_it_is_entered_until_it_is_withdrawn() {
		assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isTrue();
		long id = enter(ORDINARY_TUESDAY);
		assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isFalse();
		assertThat(this.workingDays.after(ORDINARY_TUESDAY.minusDays(1), 1).date())
			.isEqualTo(ORDINARY_TUESDAY.plusDays(1));
		this.holidays.remove(ORDINARY_TUESDAY.getYear(), id, 0, Actor.system());
		assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isTrue();
	}

	@Test
	void day_off_that_was_rolled_back_is_forgotten() {
		this.transaction.executeWithoutResult((status) -> {
			enter(ORDINARY_TUESDAY);
			this.workingDays.forget(new HolidaysChanged());
			assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isFalse();
			status.setRollbackOnly();
		});
		assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isTrue();
	}

	@Test
	void counts_agree_with_a_calendar_built_anew_after_every_edit() {
		for (int i = 0; i < 5; i++) {
			LocalDate day = ORDINARY_TUESDAY.plusDays(i);
			LocalDate start = ORDINARY_TUESDAY.minusDays(3);
			long before = this.workingDays.between(start, ORDINARY_TUESDAY.plusDays(20));
			long id = enter(day);
			long lost = HolidayCalendar.isWeekday(day) ? 1 : 0;
			assertThat(this.workingDays.between(start, ORDINARY_TUESDAY.plusDays(20))).isEqualTo(before - lost);
			this.holidays.remove(day.getYear(), id, 0, Actor.system());
			assertThat(this.workingDays.between(start, ORDINARY_TUESDAY.plusDays(20))).isEqualTo(before);
		}
	}

	@Test
	void kinds_that_do_not_suit_the_weekday_are_refused_by_the_database_too() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.update("""
				insert into holiday (day, kind, name_vi, name_en, source, counterpart)
				values ('2035-03-06', 'SWAP_WORKING', 'x', 'x', 'x', '2035-03-10')"""));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.update("""
				insert into holiday (day, kind, name_vi, name_en, source)
				values ('2035-03-06', 'SWAP_OFF', 'x', 'x', 'x')"""));
	}

	@Test
	void both_halves_of_a_shipped_swap_know_each_other() {
		assertThat(this.jdbc.queryForObject("""
				select count(*) from holiday half where kind in ('SWAP_OFF', 'SWAP_WORKING') and not exists (
					select 1 from holiday other where other.day = half.counterpart and other.counterpart = half.day
						and other.kind <> half.kind)""", Integer.class)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "2014-01-31, 2014-04-09", "2015-02-19, 2015-04-28", "2016-02-08, 2016-04-16", "2017-01-28, 2017-04-06",
			"2018-02-16, 2018-04-25", "2019-02-05, 2019-04-14", "2020-01-25, 2020-04-02", "2021-02-12, 2021-04-21",
			"2022-02-01, 2022-04-10", "2023-01-22, 2023-04-29", "2024-02-10, 2024-04-18", "2025-01-29, 2025-04-07",
			"2026-02-17, 2026-04-26", "2027-02-06, 2027-04-16", "2028-01-26, 2028-04-04", "2029-02-13, 2029-04-23",
			"2030-02-02, 2030-04-12" })
	void lunar_days_are_computed_by_the_vietnamese_calendar_and_stored(LocalDate tet, LocalDate hungKings) {
		assertThat(LegalHolidays.lunarNewYear(tet.getYear())).isEqualTo(tet);
		assertThat(LegalHolidays.hungKingsDay(tet.getYear())).isEqualTo(hungKings);
		assertThat(specials(tet.getYear(), tet.getYear())).extracting(SpecialDay::day).contains(tet, hungKings);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1985, 2007, 2030, 2053 })
	void lunar_new_year_of_hanoi_is_not_always_that_of_beijing(int year) {
		// Years in which the hour between the two cities decides.
		LocalDate beijing = net.time4j.calendar.ChineseCalendar.ofNewYear(year)
			.transform(net.time4j.PlainDate.axis())
			.toTemporalAccessor();
		assertThat(LegalHolidays.lunarNewYear(year)).isNotEqualTo(beijing);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2027, 2028, 2029, 2030 })
	void computation_finds_what_the_portal_comes_with(int year) {
		assertThat(this.legal.of(year)).isEqualTo(specials(year, year));
	}

	@Test
	void every_computed_year_fulfils_the_law() {
		for (int year = LegalHolidays.FIRST_YEAR; year <= LegalHolidays.LAST_YEAR; year++) {
			assertThat(HolidayChecks.of(year, this.legal.of(year))).as("%d", year).isEmpty();
		}
	}

	@Test
	void every_year_that_comes_with_the_portal_fulfils_the_law() {
		for (int year = 2014; year <= 2030; year++) {
			assertThat(HolidayChecks.of(year, specials(year, year))).as("%d", year).isEmpty();
		}
	}

	@Test
	void year_of_which_nothing_is_stored_counts_as_computed_and_says_so() {
		LocalDate tet = LegalHolidays.lunarNewYear(2034);
		assertThat(this.workingDays.isWorkingDay(tet)).isFalse();
		Deadline deadline = this.workingDays.after(tet.minusDays(4), 5);
		assertThat(deadline.unconfirmedYears()).containsExactly(2034);
		assertThat(deadline.skipped()).isNotEmpty();
		assertThat(this.workingDays.after(LocalDate.of(2026, 4, 24), 5).unconfirmedYears()).isEmpty();
		assertThat(this.workingDays.after(LocalDate.of(2026, 12, 30), 5).unconfirmedYears()).containsExactly(2027);
	}

	private long enter(LocalDate day) {
		if (this.jdbc.queryForObject("select count(*) from holiday_year where year = ?", Integer.class,
				day.getYear()) == 0) {
			this.holidays.propose(day.getYear(), Actor.system());
		}
		HolidayForm form = new HolidayForm();
		form.setDay(day);
		form.setNameVi("Nghỉ đột xuất");
		form.setSource("Kiểm thử");
		this.holidays.add(day.getYear(), form, Actor.system());
		return this.jdbc.queryForObject("select id from holiday where day = ?", Long.class, day);
	}

	private List<SpecialDay> specials(int firstYear, int lastYear) {
		return IntStream.rangeClosed(firstYear, lastYear)
			.mapToObj(Year::of)
			.flatMap((year) -> this.holidays.of(year).stream())
			.toList();
	}

}
