package vn.nhactruong.statistics;

import java.time.LocalDate;
import java.time.YearMonth;

import vn.nhactruong.directive.figure.FigurePeriod;

/**
 * The periods that reports are made for. Their data closes on one day of the month, set
 * by decree: with the 14th, the report of March covers 15 February to 14 March, and that
 * of a year 15 December to 14 December.
 */
public enum ReportingPeriod {

	MONTH(1), QUARTER(3), HALF_YEAR(6), YEAR(12);

	private final int months;

	ReportingPeriod(int months) {
		this.months = months;
	}

	/**
	 * The period that a day belongs to.
	 * @param closing the day of the month on which data closes
	 */
	FigurePeriod around(LocalDate day, int closing) {
		YearMonth month = YearMonth.from(day);
		if (day.getDayOfMonth() > closing(month, closing)) {
			month = month.plusMonths(1);
		}
		YearMonth last = month.plusMonths(this.months - 1 - (month.getMonthValue() - 1) % this.months);
		YearMonth before = last.minusMonths(this.months);
		return new FigurePeriod(before.atDay(closing(before, closing)).plusDays(1), last.atDay(closing(last, closing)));
	}

	/** The period before that of a day. */
	FigurePeriod before(LocalDate day, int closing) {
		return around(around(day, closing).from().minusDays(1), closing);
	}

	/** Which one of its year it is, from 1; of a year always 1. */
	int number(FigurePeriod period) {
		return (period.to().getMonthValue() + this.months - 1) / this.months;
	}

	private static int closing(YearMonth month, int closing) {
		return Math.min(closing, month.lengthOfMonth());
	}

}
