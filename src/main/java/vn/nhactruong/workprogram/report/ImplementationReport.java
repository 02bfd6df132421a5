package vn.nhactruong.workprogram.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.nhactruong.workprogram.register.ItemRow;

/**
 * What became of a program's items, by the data and nothing else: done in time, done
 * late, slipped to when, dropped by which decision, and what is left.
 */
record ImplementationReport(List<ItemRow> doneInTime, List<ItemRow> doneLate, List<ItemRow> slipped,
		List<ItemRow> dropped, List<ItemRow> overdue, List<ItemRow> open, List<UnitLine> units) {

	static ImplementationReport of(List<ItemRow> items, LocalDate today) {
		Map<Outcome, List<ItemRow>> by = items.stream().collect(Collectors.groupingBy((item) -> outcome(item, today)));
		Map<String, List<ItemRow>> byLead = items.stream()
			.collect(Collectors.groupingBy(ItemRow::lead, LinkedHashMap::new, Collectors.toList()));
		List<UnitLine> units = new ArrayList<>();
		byLead.forEach((lead, own) -> units.add(UnitLine.of(lead, own, today)));
		units.sort((a, b) -> Integer.compare(b.total(), a.total()));
		return new ImplementationReport(by.getOrDefault(Outcome.IN_TIME, List.of()),
				by.getOrDefault(Outcome.LATE, List.of()), by.getOrDefault(Outcome.SLIPPED, List.of()),
				by.getOrDefault(Outcome.DROPPED, List.of()), by.getOrDefault(Outcome.OVERDUE, List.of()),
				by.getOrDefault(Outcome.OPEN, List.of()), units);
	}

	private static Outcome outcome(ItemRow item, LocalDate today) {
		return switch (item.status()) {
			case DONE -> item.isDoneLate() ? Outcome.LATE : Outcome.IN_TIME;
			// What only its unit says takes no deadline away that has gone by.
			case SLIPPED -> (item.isSlipReported() && item.dueOn().isBefore(today)) ? Outcome.OVERDUE : Outcome.SLIPPED;
			case DROPPED -> Outcome.DROPPED;
			default -> item.dueOn().isBefore(today) ? Outcome.OVERDUE : Outcome.OPEN;
		};
	}

	public int getTotal() {
		return this.doneInTime.size() + this.doneLate.size() + this.slipped.size() + this.dropped.size()
				+ this.overdue.size() + this.open.size();
	}

	/** Share of done items in whole percents; those dropped don't count. */
	public int getDonePercent() {
		int counted = getTotal() - this.dropped.size();
		return (counted > 0) ? Math.round((this.doneInTime.size() + this.doneLate.size()) * 100f / counted) : 0;
	}

	private enum Outcome {

		IN_TIME, LATE, SLIPPED, DROPPED, OVERDUE, OPEN

	}

	/** The numbers of one lead unit. */
	record UnitLine(String name, int total, int inTime, int late, int slipped, int dropped, int overdue, int open) {

		private static UnitLine of(String name, List<ItemRow> items, LocalDate today) {
			int[] counts = new int[Outcome.values().length];
			items.forEach((item) -> counts[outcome(item, today).ordinal()]++);
			return new UnitLine(name, items.size(), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
		}

	}

}
