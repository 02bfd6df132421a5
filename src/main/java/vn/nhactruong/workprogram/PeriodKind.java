package vn.nhactruong.workprogram;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** How long a work program runs; a shorter one points to the longer one around it. */
public enum PeriodKind {

	YEAR, QUARTER, MONTH,

	/** From Monday to Sunday. */
	WEEK;

	/** The first day of the period in which the day lies. */
	public LocalDate start(LocalDate day) {
		return switch (this) {
			case YEAR -> day.withDayOfYear(1);
			case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
			case MONTH -> day.withDayOfMonth(1);
			case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		};
	}

	/** The last day of the period that starts on that day. */
	LocalDate end(LocalDate start) {
		return switch (this) {
			case YEAR -> start.plusYears(1).minusDays(1);
			case QUARTER -> start.plusMonths(3).minusDays(1);
			case MONTH -> start.plusMonths(1).minusDays(1);
			case WEEK -> start.plusDays(6);
		};
	}

	/** What an item of this kind of program points to. */
	public Optional<PeriodKind> enclosing() {
		return switch (this) {
			case YEAR -> Optional.empty();
			case QUARTER -> Optional.of(YEAR);
			case MONTH -> Optional.of(QUARTER);
			case WEEK -> Optional.of(MONTH);
		};
	}

}
