package vn.nhactruong.directive.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ConcurrentReferenceHashMap;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;

/**
 * Counts directives by how they stood on any day. It reads the tally that the database
 * keeps with each change ({@code directive_tally}): whole years, the months of a year and
 * the days of a month before the day asked for, plus what changed since the tally was
 * last summed up. So an answer is exact at any moment, and costs as much for a million
 * directives as for some thousand.
 */
@Service
@Transactional(readOnly = true)
@NamedInterface("figure")
public class DirectiveFigures {

	/** Counted by the day they happen on; all others by what stands on a day. */
	private static final String FLOWS = "('ISSUED', 'DONE_ON_TIME', 'DONE_BY_EXTENSION', 'DONE_LATE', "
			+ "'DONE_NO_DEADLINE', 'EXTENDED_DONE')";

	/** Rows of the tally that sum up everybody, or one unit or kind each. */
	private static final String OF_ALL = " and t.lead_organization_id is null and t.lead_kind is null";

	private static final String OF_EACH = " and (t.lead_organization_id is not null or t.lead_kind is not null)";

	private static final String TALLY = """
			select true as summed, r.no, t.lead, t.lead_kind, t.measure, r.sign * t.n as n
			from stretch r cross join lateral (
			    -- The offset keeps each stretch a range of the index.
			    select %1$s, t.measure, t.n from directive_tally t
			    where t.grain = r.grain and t.day >= r.first and t.day < r.behind
			        and (r.sign = 1 or t.measure in %2$s)%3$s%4$s offset 0) t
			union all
			select true, s.no, %1$s, t.measure, t.n
			from span s join directive_tally t on t.grain = 'E' and t.day <= s.until and t.since >= s.since
			    and t.measure in %2$s%3$s%4$s""";

	private static final String CHANGES = """
			select false as summed, p.no, %1$s, t.measure, p.sign * t.n as n
			from point p join directive_tally_change t on t.day = t.since and t.day <= p.day
			    and (p.sign = 1 or t.measure in %2$s)%4$s
			union all
			select false, s.no, %1$s, t.measure, t.n
			from span s join directive_tally_change t on t.day <> t.since and t.day <= s.until
			    and t.since >= s.since and t.measure in %2$s%4$s""";

	/** A row with nothing but the turn when there is nothing to count. */
	private static final String STATEMENT = """
			with span (no, since, until) as materialized (
			    select * from unnest(:numbers::int[], :froms::date[], :days::date[])
			), point (no, sign, day) as materialized (
			    select no, 1, until from span union all select no, -1, since - 1 from span
			), stretch (no, sign, grain, first, behind) as materialized (
			    select p.no, p.sign, g.* from point p cross join lateral (values
			        ('Y'::bpchar, '-infinity'::date, date_trunc('year', p.day)::date),
			        ('M'::bpchar, date_trunc('year', p.day)::date, date_trunc('month', p.day)::date),
			        ('D'::bpchar, date_trunc('month', p.day)::date, p.day + 1)) g
			)
			select k.turn, c.* from directive_tally_turn k left join (
			    select summed, no, lead, lead_kind, measure, sum(n) from (%s) counted group by 1, 2, 3, 4, 5) c on true""";

	private final JdbcClient jdbc;

	private final UnitDirectory units;

	private final Clock clock;

	/**
	 * What the tally said to questions about all leads. It stands until the tally is
	 * summed up again, which its turn tells; memory that is short takes it back.
	 */
	private final Map<Question, Answer> summed = new ConcurrentReferenceHashMap<>();

	DirectiveFigures(JdbcClient jdbc, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.clock = clock;
	}

	/** The names of all sources that directives come from. */
	public List<String> sources() {
		return Arrays.stream(DirectiveSource.values()).map(Enum::name).toList();
	}

	/** By the unit, or the kind of units, that they were given to; one statement. */
	public Map<Lead, Figures> byLead(FigurePeriod period, FigureScope scope, Viewer viewer) {
		return byLead(period, scope, null, viewer, LocalDate.now(this.clock));
	}

	/** Of several periods, in their order; one statement. */
	public List<Figures> byPeriod(List<FigurePeriod> periods, FigureScope scope, Viewer viewer) {
		return byPeriod(periods, scope, null, viewer, LocalDate.now(this.clock));
	}

	/**
	 * How many a list shows that is asked for exactly that.
	 * @param year of issue, {@code null} for all
	 */
	public long count(Figure figure, FigurePeriod period, FigureScope scope, Integer year, Viewer viewer) {
		return figure.of(byPeriod(List.of(period), scope, year, viewer, LocalDate.now(this.clock)).get(0));
	}

	Map<Lead, Figures> byLead(FigurePeriod period, FigureScope scope, Integer year, Viewer viewer, LocalDate today) {
		Map<Lead, Figures> counted = new LinkedHashMap<>();
		read(List.of(period), scope.leads(this.units, viewer, today), scope.sources(), year, today, true)
			.forEach((row) -> counted.merge(new Lead(row.lead(), row.group()),
					Figures.NONE.plus(row.measure(), row.n()), Figures::plus));
		counted.values().removeIf(Figures::isNone);
		return counted;
	}

	List<Figures> byPeriod(List<FigurePeriod> periods, FigureScope scope, Integer year, Viewer viewer,
			LocalDate today) {
		return byPeriod(periods, scope.leads(this.units, viewer, today), scope.sources(), year, today);
	}

	/** All that stands today, for those who monitor all units. */
	Figures now() {
		LocalDate today = LocalDate.now(this.clock);
		return byPeriod(List.of(FigurePeriod.until(today)), Optional.empty(), List.of(), null, today).get(0);
	}

	private List<Figures> byPeriod(List<FigurePeriod> periods, Optional<FigureScope.Leads> leads,
			Collection<String> sources, Integer year, LocalDate today) {
		Figures[] counted = new Figures[periods.size()];
		Arrays.fill(counted, Figures.NONE);
		read(periods, leads, sources, year, today, false)
			.forEach((row) -> counted[row.no()] = counted[row.no()].plus(row.measure(), row.n()));
		return List.of(counted);
	}

	private List<Cell> read(List<FigurePeriod> periods, Optional<FigureScope.Leads> leads, Collection<String> sources,
			Integer year, LocalDate today, boolean byLead) {
		if (periods.isEmpty()) {
			return List.of();
		}
		Question question = new Question(List.copyOf(periods), Set.copyOf(sources), year, today, byLead);
		if (leads.isPresent()) {
			return ask(question, leads, true).cells();
		}
		Answer kept = this.summed.get(question);
		if (kept != null) {
			Answer changed = ask(question, leads, false);
			if (changed.turn() == kept.turn()) {
				return new Answer(kept.turn(), kept.summed(), changed.changed()).cells();
			}
		}
		Answer answer = ask(question, leads, true);
		this.summed.put(question, answer.withoutChanges());
		return answer.cells();
	}

	/**
	 * One statement, so that turn, tally and changes are of the same moment.
	 * @param summed whether the tally is read beside what changed since
	 */
	private Answer ask(Question question, Optional<FigureScope.Leads> leads, boolean summed) {
		List<FigurePeriod> periods = question.periods();
		Map<String, Object> parameters = new HashMap<>();
		StringBuilder filter = new StringBuilder();
		if (!question.sources().isEmpty()) {
			filter.append(" and t.source = any(:sources)");
			parameters.put("sources", question.sources().toArray(String[]::new));
		}
		if (question.year() != null) {
			filter.append(" and t.year = :year");
			parameters.put("year", question.year());
		}
		leads.ifPresent((some) -> {
			filter.append(" and ").append(FigureScope.Leads.condition("t"));
			parameters.put("figureLeads", some.units());
			parameters.put("figureGroups", some.groups());
		});
		parameters.put("numbers", IntStream.range(0, periods.size()).boxed().toArray(Integer[]::new));
		parameters.put("froms", days(periods.stream().map(FigurePeriod::from).toList()));
		parameters.put("days", days(periods.stream().map((period) -> period.dayOf(question.today())).toList()));
		String ofTally = leads.isPresent() ? "" : question.byLead() ? OF_EACH : OF_ALL;
		String key = question.byLead() ? "t.lead_organization_id as lead, t.lead_kind"
				: "null::bigint as lead, null::text as lead_kind";
		String read = (summed ? TALLY + " union all " : "") + CHANGES;
		List<Cell> kept = new ArrayList<>();
		List<Cell> changed = new ArrayList<>();
		long[] turn = new long[1];
		this.jdbc.sql(STATEMENT.formatted(read.formatted(key, FLOWS, ofTally, filter)))
			.params(parameters)
			.query((row) -> {
				turn[0] = row.getLong(1);
				String group = row.getString(5);
				Cell cell = new Cell(row.getInt(3), row.getObject(4, Long.class),
						(group != null) ? OrganizationKind.valueOf(group) : null, row.getString(6), row.getLong(7));
				if (cell.measure() != null) {
					(row.getBoolean(2) ? kept : changed).add(cell);
				}
			});
		return new Answer(turn[0], List.copyOf(kept), List.copyOf(changed));
	}

	private static String[] days(Collection<LocalDate> days) {
		return days.stream().map(LocalDate::toString).toArray(String[]::new);
	}

	/**
	 * Who they were given to.
	 *
	 * @param unit {@code null} for a kind that leads together
	 * @param group {@code null} for a unit
	 */
	public record Lead(Long unit, OrganizationKind group) {
	}

	/** What is asked of all leads. */
	private record Question(List<FigurePeriod> periods, Set<String> sources, Integer year, LocalDate today,
			boolean byLead) {
	}

	/**
	 * What the tally says and what changed since.
	 *
	 * @param turn how often the tally had been summed up
	 */
	private record Answer(long turn, List<Cell> summed, List<Cell> changed) {

		Answer withoutChanges() {
			return new Answer(this.turn, this.summed, List.of());
		}

		List<Cell> cells() {
			return Stream.concat(this.summed.stream(), this.changed.stream()).toList();
		}

	}

	private record Cell(int no, Long lead, OrganizationKind group, String measure, long n) {
	}

}
