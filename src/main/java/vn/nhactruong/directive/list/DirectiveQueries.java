package vn.nhactruong.directive.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.Standing;
import vn.nhactruong.directive.figure.FigureRows;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Slice;
import vn.nhactruong.workingday.WorkingDays;

/** Lists of directives: one statement for the rows, one for their number. */
@Component
@Transactional(readOnly = true)
public class DirectiveQueries {

	public static final String COLUMNS = """
			d.id, d.code, d.title, d.lead_organization_id, d.lead_kind, d.holder_organization_id, d.status, d.issued_on,
			d.given_anew_on, d.extensions, d.original_due_on, d.due_on, d.reported_on, d.percent, d.timeliness, d.family, d.clause_id, d.example, d.version,
			case when d.family then (select count(*) from directive c
			    where c.parent_id = d.id and c.status <> 'CANCELLED') end as children,
			case when d.family then (select count(*) from directive c
			    where c.parent_id = d.id and c.status = 'VERIFIED') end as children_done""";

	/** Each is served by an index, from either end; units by {@link UnitOrder}. */
	private static final Map<String, List<String>> SORTS = Map.of("due", List.of("d.due_on", "d.id"), "code",
			List.of("d.code"), "unit", List.of("o.name collate \"vi-x-icu\"", "d.due_on", "d.id"), "state",
			List.of("array_position(array['DRAFT', 'ISSUED', 'IN_PROGRESS', 'DECLINED', 'REPORTED', 'VERIFIED', "
					+ "'CANCELLED'], d.status)", "d.due_on", "d.id"));

	/**
	 * The order of a list that nobody asked for another: what is still to be done first.
	 */
	private static final String UNFINISHED_FIRST = "unfinished";

	/**
	 * What leaves both, unfinished and finished; any other filter is in the order of
	 * deadlines.
	 */
	private static final Set<String> LEAVING_BOTH = Set.of("q", "mine", "unit", "unitKind", "group", "source", "year",
			"conference", "clause");

	/** Those of {@code directive_reader} that have an index. */
	private static final Map<String, List<String>> BY_READER = Map.of(UNFINISHED_FIRST, List.of("finished", "due_on"),
			"due", List.of("due_on"), "code", List.of("code"));

	private static final int FETCHED_AT_ONCE = 1000;

	/** A database counts off all the rows before a page; so there is a last one. */
	private static final int LAST_PAGE = Slice.CAP / ListRequest.SIZE;

	private final JdbcClient jdbc;

	private final DirectiveTotals totals;

	private final DirectiveAccess access;

	private final UnitDirectory units;

	private final WorkingDays workingDays;

	private final Settings settings;

	private final Clock clock;

	DirectiveQueries(JdbcClient jdbc, DirectiveTotals totals, DirectiveAccess access, UnitDirectory units,
			WorkingDays workingDays, Settings settings, Clock clock) {
		this.jdbc = jdbc;
		this.totals = totals;
		this.access = access;
		this.units = units;
		this.workingDays = workingDays;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * One page of the list. What the tally counts is counted exactly, whatever its
	 * number; anything else up to {@link Slice#CAP}.
	 */
	public Slice<DirectiveRow> list(ListRequest list, Viewer viewer) {
		OptionalLong behind = this.totals.counted(list, viewer);
		DirectiveFilter filter = filter(list, behind, viewer);
		int page = Math.min(list.page(), LAST_PAGE);
		List<DirectiveRow> rows = (behind.orElse(1) == 0) ? List.of()
				: select(list, filter, viewer, list.size(), (long) (page - 1) * list.size())
					.query((row, number) -> row(row))
					.list();
		OptionalLong exact = this.totals.of(list, behind, viewer);
		if (exact.isPresent()) {
			return new Slice<>(rows, exact.getAsLong(), page, list.size()).upTo(LAST_PAGE, page);
		}
		long counted = this.jdbc
			.sql(Slice.countOf(ReaderOrder.suits(list, viewer, filter) ? ReaderOrder.rows(list, Slice.CAP + 1)
					: "select 1 from directive d where " + filter.condition()))
			.params(filter.parameters())
			.query(Long.class)
			.single();
		return Slice.ofMany(rows, counted, list).upTo(LAST_PAGE, page);
	}

	/** All rows of the filtered list, one after the other, for the workbook. */
	public void each(ListRequest list, Viewer viewer, Consumer<DirectiveRow> reader) {
		select(list, filter(list, this.totals.counted(list, viewer), viewer), viewer, null, 0)
			.withFetchSize(FETCHED_AT_ONCE)
			.query((RowCallbackHandler) (row) -> reader.accept(row(row)));
	}

	/** The years in which directives were given out, the latest first. */
	public List<Integer> years() {
		return this.jdbc.sql("select year from directive_number order by year desc").query(Integer.class).list();
	}

	/** What was given out of a conference's conclusion and the viewer may see. */
	public List<DirectiveRow> ofConference(long conferenceId, Viewer viewer) {
		return this.jdbc
			.sql("select " + COLUMNS + " from directive d where d.conference_id = :conference and "
					+ this.access.condition(viewer)
					+ " and not d.family and d.status <> 'DRAFT' order by d.clause_id, d.code")
			.param("conference", conferenceId)
			.param("readers", this.access.readers(viewer))
			.query((row, number) -> row(row))
			.list();
	}

	/** The children of a family, in the order of the register of units. */
	public List<DirectiveRow> ofFamily(long parentId) {
		return ofFamily(parentId, "true", new String[0]);
	}

	/** The same as far as the viewer coordinates them, or sees all. */
	public List<DirectiveRow> ofFamily(long parentId, Viewer viewer) {
		return ofFamily(parentId, viewer.wholeSector() ? "true" : DirectiveAccess.COORDINATED,
				this.access.readers(viewer));
	}

	private List<DirectiveRow> ofFamily(long parentId, String condition, String[] readers) {
		return this.jdbc
			.sql("select " + COLUMNS + " from directive d where d.parent_id = :parent and " + condition
					+ " order by d.code")
			.param("parent", parentId)
			.param("readers", readers)
			.query((row, number) -> row(row))
			.list();
	}

	/** How far ahead something counts as due soon, in working days. */
	int horizon() {
		return this.settings.number(RuleKey.DESK_HORIZON, today());
	}

	/** By how many percents progress may be behind the time elapsed. */
	public int tolerance() {
		return this.settings.number(RuleKey.SLIPPING_TOLERANCE, today());
	}

	public DirectiveRow row(ResultSet row) throws SQLException {
		Standing standing = Standing.of(row);
		Long lead = row.getObject("lead_organization_id", Long.class);
		Long holder = row.getObject("holder_organization_id", Long.class);
		String kind = row.getString("lead_kind");
		return new DirectiveRow(row.getLong("id"), row.getString("code"), row.getString("title"),
				new Party(this.units.name(holder), (kind != null) ? OrganizationKind.valueOf(kind) : null),
				(lead != null && !lead.equals(holder)) ? this.units.name(lead) : null, standing.status(),
				chip(standing), standing.timeliness(today()), standing.slipping(today(), tolerance()),
				standing.issuedOn(), standing.dueOn(), row.getInt("extensions") > 0, standing.reportedOn(),
				standing.percent(), row.getBoolean("family"), row.getInt("children"), row.getInt("children_done"),
				row.getObject("clause_id", Long.class), row.getBoolean("example"), row.getInt("version"));
	}

	public StateChip chip(Standing standing) {
		return StateChip.of(standing, today(), horizon(), tolerance(), this.workingDays);
	}

	/**
	 * A stretch of the list in its order.
	 * @param limit {@code null} for all
	 */
	private JdbcClient.StatementSpec select(ListRequest list, DirectiveFilter filter, Viewer viewer, Integer limit,
			long offset) {
		String order = order(list);
		boolean byUnit = order.startsWith("o.");
		boolean down = order.endsWith("desc");
		String join = byUnit ? " left join organization o on o.id = d.holder_organization_id" : "";
		String page = "select d.id from directive d" + join + " where " + filter.condition() + " order by " + order
				+ " limit :limit offset :offset";
		if (limit != null && byUnit && UnitOrder.suits(list, viewer)) {
			page = UnitOrder.page(filter.condition(), down);
		}
		else if (limit != null && ReaderOrder.suits(list, viewer, filter) && BY_READER.containsKey(column(list))) {
			page = ReaderOrder.page(list, BY_READER.get(column(list)), down);
		}
		return this.jdbc
			.sql("select " + COLUMNS + " from (" + page + ") page join directive d using (id)" + join + " order by "
					+ order)
			.params(filter.parameters())
			.param("limit", limit, Types.INTEGER)
			.param("offset", offset)
			.param("until", (limit != null) ? offset + limit : null, Types.BIGINT);
	}

	/**
	 * All columns in the same direction, so that one index serves both; what has no
	 * deadline comes last upwards and first downwards.
	 */
	private static String order(ListRequest list) {
		boolean down = list.sortKey(SORTS.keySet()).orElse("").startsWith("-");
		List<String> columns = column(list).equals(UNFINISHED_FIRST) ? List.of("d.finished", "d.due_on", "d.id")
				: SORTS.get(column(list));
		return String.join(down ? " desc, " : ", ", columns) + (down ? " desc" : "");
	}

	/** The key of the column that the list is in the order of. */
	private static String column(ListRequest list) {
		return list.sortKey(SORTS.keySet())
			.map((asked) -> asked.startsWith("-") ? asked.substring(1) : asked)
			.orElse(list.isFilteredOnlyBy(LEAVING_BOTH) ? UNFINISHED_FIRST : "due");
	}

	private DirectiveFilter filter(ListRequest list, OptionalLong behind, Viewer viewer) {
		// Names of units have no index on directives: all rows are fetched and sorted
		// anyway.
		boolean ordered = !order(list).startsWith("o.");
		return filter(list, viewer, ordered && behind.orElse(0) > FigureRows.MANY);
	}

	public DirectiveFilter filter(ListRequest list, Viewer viewer, boolean many) {
		return DirectiveFilter.of(list, viewer, this.access, this.units, tolerance(), today(), many);
	}

	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
