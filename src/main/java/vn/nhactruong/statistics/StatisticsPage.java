package vn.nhactruong.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import vn.nhactruong.directive.figure.FigurePeriod;

/**
 * A statistic as it is shown, printed and sent as a workbook.
 *
 * @param day whose evening is looked at: the period's last, or today
 * @param lines in the order of the register of units, kinds that lead together last
 * @param years reporting years until that of the period, the earliest first
 */
public record StatisticsPage(FigurePeriod period, LocalDate day, List<StatisticsLine> lines, StatisticsLine total,
		List<StatisticsLine> years) {

	/** More bars than these nobody compares. */
	private static final int MOST_BARS = 12;

	/** Those with the most to do. */
	public List<StatisticsBar> bars() {
		return StatisticsBar.of(this.lines.stream()
			.sorted(Comparator.comparingLong((StatisticsLine line) -> line.figures().total()).reversed())
			.limit(MOST_BARS)
			.toList());
	}

	/** The years, drawn to one scale. */
	public List<StatisticsBar> yearBars() {
		return StatisticsBar.of(this.years);
	}

	/**
	 * The first and the last of the years, or the one there is; for which there must be
	 * any.
	 */
	public String yearsSpan() {
		String first = this.years.get(0).name();
		String last = this.years.get(this.years.size() - 1).name();
		return first.equals(last) ? last : first + "–" + last;
	}

	/**
	 * Whether the period begins in a year that is left out, for nothing was given yet.
	 */
	public boolean isBeforeYears() {
		return this.period.from().isBefore(this.years.get(0).period().from());
	}

	/** Whether the period runs on after the day looked at. */
	public boolean isRunning() {
		return this.period.to().isAfter(this.day);
	}

}
