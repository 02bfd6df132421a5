package vn.nhactruong.statistics;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.nhactruong.directive.figure.FigurePeriod;

import static org.assertj.core.api.Assertions.assertThat;

/** The periods of Decree 09/2019, whose data closes on the 14th. */
class ReportingPeriodTests {

	@ParameterizedTest
	@CsvSource({ "MONTH,2026-03-14,2026-02-15,2026-03-14,3", "MONTH,2026-03-15,2026-03-15,2026-04-14,4",
			"MONTH,2026-12-15,2026-12-15,2027-01-14,1", "QUARTER,2026-02-01,2025-12-15,2026-03-14,1",
			"QUARTER,2026-12-14,2026-09-15,2026-12-14,4", "HALF_YEAR,2026-06-14,2025-12-15,2026-06-14,1",
			"HALF_YEAR,2026-06-15,2026-06-15,2026-12-14,2", "YEAR,2026-12-14,2025-12-15,2026-12-14,1",
			"YEAR,2026-12-15,2026-12-15,2027-12-14,1" })
	void day_belongs_to_the_period_that_closes_after_it(ReportingPeriod length, LocalDate day, LocalDate from,
			LocalDate to, int number) {
		FigurePeriod period = length.around(day, 14);
		assertThat(period).isEqualTo(new FigurePeriod(from, to));
		assertThat(length.before(day, 14).to()).isEqualTo(from.minusDays(1));
		if (length != ReportingPeriod.YEAR) {
			assertThat(length.number(period)).isEqualTo(number);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-28,2026-02-01,2026-02-28", "2026-03-01,2026-03-01,2026-03-31" })
	void closing_day_that_a_month_lacks_is_its_last(LocalDate day, LocalDate from, LocalDate to) {
		assertThat(ReportingPeriod.MONTH.around(day, 31)).isEqualTo(new FigurePeriod(from, to));
	}

}
