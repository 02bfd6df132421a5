package vn.nhactruong.directive.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import vn.nhactruong.shared.ListRequest;

/**
 * The rows behind a number of a statistic, as SQL over {@code directive d}. There are two
 * ways to them that find the same: few of many directives are fetched by how they stood
 * on the day and then sorted; for many the list is gone through in its order, and each
 * directive is asked how it stood, until the page is full.
 *
 * @param many whether so many are behind it that the second way is the shorter one
 */
public record FigureRows(Figure figure, FigurePeriod period, FigureScope scope, boolean many) {

	/** From here on sorting what was fetched takes longer than going through the list. */
	public static final int MANY = 20_000;

	private static final String ON_THAT_DAY = """
			s.from_on <= :figureDay and (s.to_on is null or s.to_on > :figureDay)
			    and (s.done_on is null or s.done_on >= :figureFrom)""";

	private static final String OPEN = """
			s.done_on is null and daterange(s.from_on, s.to_on) @> cast(:figureDay as date)""";

	private static final String DONE = """
			s.done_on between :figureFrom and :figureDay and s.from_on <= :figureDay
			    and (s.to_on is null or s.to_on > :figureDay)""";

	/** Empty for a list that nothing was counted for. */
	public static Optional<FigureRows> of(ListRequest list, LocalDate today, boolean many) {
		return list.constant("figure", Figure.class)
			.map((figure) -> new FigureRows(figure, FigurePeriod.of(list, today), FigureScope.of(list), many));
	}

	/**
	 * SQL whose parameters it adds.
	 * @param leads to whom they were given, empty for anybody at all
	 */
	public String condition(Optional<FigureScope.Leads> leads, LocalDate today, Map<String, Object> parameters) {
		parameters.put("figureFrom", this.period.from());
		parameters.put("figureDay", this.period.dayOf(today));
		StringBuilder counted = new StringBuilder(" and ").append(this.figure.condition());
		leads.ifPresent((some) -> {
			counted.append(" and ").append(FigureScope.Leads.condition("s"));
			parameters.put("figureLeads", some.units());
			parameters.put("figureGroups", some.groups());
		});
		if (!this.scope.sources().isEmpty()) {
			counted.append(" and s.source = any(:figureSources)");
			parameters.put("figureSources", this.scope.sources().toArray(String[]::new));
		}
		return this.many ? goneThrough(counted) : fetched(counted);
	}

	private String fetched(CharSequence counted) {
		List<String> ways = new ArrayList<>();
		if (this.figure.mayBeOpen()) {
			ways.add(OPEN);
		}
		if (this.figure.mayBeDone()) {
			ways.add(DONE);
		}
		return ways.stream()
			.map((stood) -> "select s.directive_id from directive_standing s where " + stood + counted)
			.reduce((one, other) -> one + "\nunion all\n" + other)
			.map((ids) -> "d.id = any(array(" + ids + "))")
			.orElseThrow();
	}

	/**
	 * The index on the list's order also says what can't have stood so on that day: only
	 * the others are asked. The offset keeps the database from asking all of them first.
	 */
	private String goneThrough(CharSequence counted) {
		String begin = "cast(:figureFrom as timestamp) at time zone 'Asia/Ho_Chi_Minh'";
		String end = "(cast(:figureDay as timestamp) + interval '1 day') at time zone 'Asia/Ho_Chi_Minh'";
		List<String> possible = new ArrayList<>(List.of("d.issued_on <= :figureDay",
				"(d.verified_at is null or d.reopened > 0 or d.verified_at >= " + begin + ")"));
		if (!this.figure.mayBeOpen()) {
			possible.add("(d.reopened > 0 or d.verified_at < " + end + ")");
		}
		if (!this.figure.mayBeDone()) {
			possible.add("(d.verified_at is null or d.reopened > 0 or d.verified_at >= " + end + ")");
		}
		if (this.figure == Figure.OPEN_OVERDUE) {
			// The deadline may have been moved behind that day since.
			possible.add("(d.due_on < :figureDay or d.extensions > 0 or d.reopened > 0)");
		}
		this.figure.deadline().ifPresent((has) -> possible.add("d.due_on is " + (has ? "not null" : "null")));
		return String.join(" and ", possible)
				+ "\nand exists (select from directive_standing s where s.directive_id = d.id and " + ON_THAT_DAY
				+ counted + " offset 0)";
	}

}
