package vn.nhactruong.statistics;

import java.util.ArrayList;
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

	/** The pieces of the line's bar, none for nothing. */
	public List<Piece> pieces() {
		List<Piece> pieces = new ArrayList<>();
		long before = 0;
		for (Figure part : PARTS) {
			long count = count(part);
			if (count > 0) {
				pieces.add(new Piece(part, percent(before), percent(count)));
			}
			before += count;
		}
		return pieces;
	}

	private double percent(long count) {
		return Math.round(100_000.0 * count / this.figures.total()) / 1000.0;
	}

	/**
	 * A piece of a bar, in percent of its length.
	 */
	public record Piece(Figure figure, double start, double length) {

		public String x() {
			return this.start + "%";
		}

		public String width() {
			return this.length + "%";
		}

	}

}
