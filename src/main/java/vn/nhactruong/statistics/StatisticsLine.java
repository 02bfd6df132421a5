package vn.nhactruong.statistics;

import java.util.List;
import java.util.stream.Collectors;

import vn.nhactruong.directive.figure.Figure;
import vn.nhactruong.directive.figure.FigurePeriod;
import vn.nhactruong.directive.figure.FigureScope;
import vn.nhactruong.directive.figure.Figures;
import vn.nhactruong.organization.OrganizationKind;

/**
 * One line of a statistic: a unit, a kind that leads together, a year or all of it.
 *
 * @param name of the unit or the year; {@code null} for a kind and the sum
 * @param goneSince the unit's last day as text, {@code null} while it exists
 * @param group {@code null} but for a kind that leads together
 * @param whose what the line counts
 */
public record StatisticsLine(String name, String goneSince, OrganizationKind group, FigurePeriod period,
		FigureScope whose, Figures figures) {

	/** The parts that add up to the total, in the order in which they are drawn. */
	static final List<Figure> PARTS = List.of(Figure.DONE_ON_TIME, Figure.DONE_LATE, Figure.OPEN_IN_TIME,
			Figure.OPEN_OVERDUE, Figure.NO_DEADLINE);

	public long count(Figure figure) {
		return figure.of(this.figures);
	}

	/** The list of exactly the directives that a number counts. */
	public String url(Figure figure) {
		return "/directives?" + this.whose.parameters(figure, this.period)
			.entrySet()
			.stream()
			.flatMap((parameter) -> parameter.getValue().stream().map((value) -> parameter.getKey() + "=" + value))
			.collect(Collectors.joining("&"));
	}

	/** Of all that have come due, those done on time, in percent; or {@code null}. */
	public Double onTimeRate() {
		return rate(this.figures.doneOnTime(),
				this.figures.doneOnTime() + this.figures.doneLate() + this.figures.openOverdue());
	}

	/**
	 * Of all with a deadline, those whose deadline was moved, in percent; or
	 * {@code null}.
	 */
	public Double extensionRate() {
		return rate(this.figures.extended(), this.figures.withDeadline());
	}

	private static Double rate(long part, long whole) {
		return (whole == 0) ? null : Math.round(1000.0 * part / whole) / 10.0;
	}

}
