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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@PortalTest
class WorkingDaysTests {

	private static final LocalDate ORDINARY_TUESDAY = LocalDate.of(2035, 3, 6);

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private Holidays holidays;

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
		HolidayCalendar calendar = new HolidayCalendar(specials(2014, 2031));
		for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() <= 2030; day = day.plusDays(1)) {
			for (int count : new int[] { 1, 3, 5, 15 }) {
				HolidayCalendarTests.assertAgrees(calendar, day, count);
				assertThat(this.workingDays.after(day, count)).isEqualTo(calendar.after(day, count));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2026, 2027, 2028 })
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
		this.holidays.enter(special(ORDINARY_TUESDAY, HolidayKind.HOLIDAY));
		try {
			assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isFalse();
			assertThatExceptionOfType(DayAlreadySpecialException.class)
				.isThrownBy(() -> this.holidays.enter(special(ORDINARY_TUESDAY, HolidayKind.SWAP_OFF)));
		}
		finally {
			this.holidays.withdraw(ORDINARY_TUESDAY);
		}
		assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isTrue();
	}

	@Test
	void day_off_that_was_rolled_back_is_forgotten() {
		this.transaction.executeWithoutResult((status) -> {
			SpecialDay special = special(ORDINARY_TUESDAY, HolidayKind.HOLIDAY);
			this.holidays.enter(special);
			this.workingDays.forget(new HolidaysChanged(null, special));
			assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isFalse();
			status.setRollbackOnly();
		});
		assertThat(this.workingDays.isWorkingDay(ORDINARY_TUESDAY)).isTrue();
	}

	@Test
	void kinds_that_do_not_suit_the_weekday_are_refused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.holidays.enter(special(ORDINARY_TUESDAY, HolidayKind.SWAP_WORKING)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.holidays.enter(special(ORDINARY_TUESDAY.plusDays(4), HolidayKind.SWAP_OFF)));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.update("""
				insert into holiday (day, kind, name_vi, name_en, source)
				values ('2035-03-06', 'SWAP_WORKING', 'x', 'x', 'x')"""));
	}

	private List<SpecialDay> specials(int firstYear, int lastYear) {
		return IntStream.rangeClosed(firstYear, lastYear)
			.mapToObj(Year::of)
			.flatMap((year) -> this.holidays.of(year).stream())
			.toList();
	}

	private static SpecialDay special(LocalDate day, HolidayKind kind) {
		return new SpecialDay(day, kind, "Nghỉ đột xuất", "Day off", "Kiểm thử");
	}

}
