package vn.nhactruong.statistics;

import java.util.ArrayList;
import java.util.List;

import vn.nhactruong.directive.figure.Figure;

/**
 * A line as it is drawn beside others: as long as its total to the largest among them.
 */
public record StatisticsBar(StatisticsLine line, long longest) {

	/** Those with anything to draw. */
	static List<StatisticsBar> of(List<StatisticsLine> lines) {
		long longest = lines.stream().mapToLong((line) -> line.figures().total()).max().orElse(0);
		return lines.stream()
			.filter((line) -> line.figures().total() > 0)
			.map((line) -> new StatisticsBar(line, longest))
			.toList();
	}

	public List<Piece> pieces() {
		List<Piece> pieces = new ArrayList<>();
		long before = 0;
		for (Figure part : StatisticsLine.PARTS) {
			long count = this.line.count(part);
			if (count > 0) {
				pieces.add(new Piece(part, percent(before), percent(count)));
			}
			before += count;
		}
		return pieces;
	}

	private double percent(long count) {
		return Math.round(100_000.0 * count / this.longest) / 1000.0;
	}

	/**
	 * A piece of a bar, in percent of the longest.
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
