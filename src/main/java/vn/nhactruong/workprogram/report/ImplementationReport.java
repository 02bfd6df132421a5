package vn.nhactruong.workprogram.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.nhactruong.workprogram.register.ItemOutcome;
import vn.nhactruong.workprogram.register.ItemRow;

/**
 * What became of a program's items, by the data and nothing else. Each item counts once.
 *
 * @param total the numbers of all
 * @param units those of each lead unit, the one with most items first
 */
record ImplementationReport(Map<ItemOutcome, List<ItemRow>> items, Line total, List<Line> units) {

	static ImplementationReport of(List<ItemRow> items) {
		return new ImplementationReport(items.stream().collect(Collectors.groupingBy(ItemRow::outcome)),
				Line.of(null, items),
				items.stream()
					.collect(Collectors.groupingBy(ItemRow::lead, LinkedHashMap::new, Collectors.toList()))
					.entrySet()
					.stream()
					.map((unit) -> Line.of(unit.getKey(), unit.getValue()))
					.sorted(Comparator.comparing(Line::total).reversed())
					.toList());
	}

	public List<ItemRow> items(ItemOutcome outcome) {
		return this.items.getOrDefault(outcome, List.of());
	}

	/** How many are done, in time or late. */
	public int done() {
		return this.total.count(ItemOutcome.IN_TIME) + this.total.count(ItemOutcome.LATE);
	}

	/** How many were to be done; those dropped don't count. */
	public int counted() {
		return this.total.total() - this.total.count(ItemOutcome.DROPPED);
	}

	/** Share of those done in whole percents. */
	public int donePercent() {
		return (counted() > 0) ? Math.round(done() * 100f / counted()) : 0;
	}

	/** The numbers of one lead unit, or of all where it has no name. */
	record Line(String name, int total, Map<ItemOutcome, Integer> counts) {

		private static Line of(String name, List<ItemRow> items) {
			Map<ItemOutcome, Integer> counts = new EnumMap<>(ItemOutcome.class);
			items.forEach((item) -> counts.merge(item.outcome(), 1, Integer::sum));
			return new Line(name, items.size(), counts);
		}

		public int count(ItemOutcome outcome) {
			return this.counts.getOrDefault(outcome, 0);
		}

	}

}
