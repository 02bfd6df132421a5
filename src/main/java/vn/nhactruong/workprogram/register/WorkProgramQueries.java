package vn.nhactruong.workprogram.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Slice;
import vn.nhactruong.shared.TextFolding;
import vn.nhactruong.workingday.WorkingDays;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkItemStatus;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;

/**
 * Lists of programs and of their items: one statement for the rows, one for the count.
 */
@Component
@Transactional(readOnly = true)
public class WorkProgramQueries {

	private static final Map<String, String> PROGRAM_SORTS = Map.of("period", "p.starts_on", "state",
			"array_position(array['OPEN', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'CLOSED'], p.status)", "unit",
			"o.name collate \"vi-x-icu\"");

	private static final Map<String, String> ITEM_SORTS = Map.of("due", "i.due_on", "number", "i.number_no", "title",
			"i.title collate \"vi-x-icu\"", "unit", "o.name collate \"vi-x-icu\"", "percent", "i.percent");

	private static final Map<String, String> WHOSE = Map.of("ministry", "p.ministry", "units", "not p.ministry", "own",
			"p.scope_id = any(:units)");

	/**
	 * By what a list of items is filtered, with the condition; parameter {@code state}.
	 */
	private static final Map<String, String> STATES = states();

	private static final String ITEM = """
			select i.*, p.last_version, p.status as program_status, %s as parent_title, %s as below,
			    """ + ItemOutcome.SQL + """
			 as outcome,
			    array(select c.organization_id from work_item_coordination c where c.item_id = i.id) as coordinating
			from work_item i join work_program p on p.id = i.program_id join organization o on o.id = i.lead_id
			""";

	private static final String ITEM_ALONE = ITEM.formatted("null::text", "null::bigint[]");

	/** What an item carries out is named to who sees that, too. */
	private static final String PARENT_TITLE = """
			(select up.title from work_item up join work_program upp on upp.id = up.program_id
			where up.id = i.parent_id and %s)""";

	/**
	 * What carries an item out is counted as far as one sees it; where it went on, in the
	 * last published program.
	 */
	private static final String BELOW = """
			(select array[count(*) filter (where low.status = 'DONE'), count(*)] from work_item low
			join work_program lowp on lowp.id = low.program_id
			where low.parent_id = i.id and low.proposal = 'ACCEPTED' and low.status <> 'DROPPED'
			    and not exists (select from work_item later join work_program laterp on laterp.id = later.program_id
			        where later.carried_from_id = low.id and later.parent_id = i.id and later.proposal = 'ACCEPTED'
			            and laterp.last_version > 0) and %s)""";

	private final JdbcClient jdbc;

	private final WorkProgramAccess access;

	private final UnitDirectory units;

	private final WorkingDays workingDays;

	private final Settings settings;

	private final Clock clock;

	WorkProgramQueries(JdbcClient jdbc, WorkProgramAccess access, UnitDirectory units, WorkingDays workingDays,
			Settings settings, Clock clock) {
		this.jdbc = jdbc;
		this.access = access;
		this.units = units;
		this.workingDays = workingDays;
		this.settings = settings;
		this.clock = clock;
	}

	public Slice<ProgramRow> list(ListRequest list, Viewer viewer) {
		Filter filter = programs(list, viewer);
		long total = this.jdbc.sql("select count(*) from work_program p where " + filter.condition())
			.params(filter.parameters())
			.query(Long.class)
			.single();
		return new Slice<>(programRows(list, filter, viewer, list.size(), list.offset()), total, list.page(),
				list.size());
	}

	public List<ProgramRow> all(ListRequest list, Viewer viewer) {
		return programRows(list, programs(list, viewer), viewer, Integer.MAX_VALUE, 0);
	}

	private List<ProgramRow> programRows(ListRequest list, Filter filter, Viewer viewer, int limit, long offset) {
		return this.jdbc.sql("""
				select p.*, n.items, n.done, n.overdue
				from (select p.*, o.name as scope from work_program p join organization o on o.id = p.scope_id where %s
				    order by %s, p.id desc limit :limit offset :offset) p
				left join lateral (select count(*) as items, count(*) filter (where i.status = 'DONE') as done,
				        count(*) filter (where %s = 'OVERDUE' and p.last_version > 0) as overdue
				    from work_item i where i.program_id = p.id and i.proposal = 'ACCEPTED' and %s) n
				    on p.last_version > 0 or :whole or p.scope_id = any(:units)
				order by %s, p.id desc
				""".formatted(filter.condition(), list.orderBy(PROGRAM_SORTS, "-period"), ItemOutcome.SQL,
				this.access.anywhere(viewer), list.orderBy(PROGRAM_SORTS, "-period").replace("o.name", "p.scope")))
			.params(filter.parameters())
			.param("today", today())
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> new ProgramRow(row.getLong("id"), period(row), row.getString("scope"),
					ProgramStatus.valueOf(row.getString("status")), row.getObject("proposals_until", LocalDate.class),
					row.getInt("last_version"), integer(row, "items"), integer(row, "done"), integer(row, "overdue"),
					row.getBoolean("example")))
			.list();
	}

	private Filter programs(ListRequest list, Viewer viewer) {
		List<String> conditions = new ArrayList<>(List.of(this.access.condition(viewer)));
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("units", this.access.units(viewer));
		parameters.put("whole", viewer.wholeSector());
		list.constant("kind", PeriodKind.class).ifPresent((kind) -> {
			conditions.add("p.period_kind = :kind");
			parameters.put("kind", kind.name());
		});
		list.constant("state", ProgramStatus.class).ifPresent((state) -> {
			conditions.add("p.status = :state");
			parameters.put("state", state.name());
		});
		list.oneOf("whose", WHOSE.keySet()).ifPresent((whose) -> conditions.add(WHOSE.get(whose)));
		list.number("unit", (id) -> this.units.find(id).isPresent()).ifPresent((unit) -> {
			conditions.add("p.scope_id = :unit");
			parameters.put("unit", unit);
		});
		list.year("year").ifPresent((year) -> {
			conditions.add("p.starts_on <= :yearEnd and p.ends_on >= :yearStart");
			parameters.put("yearStart", LocalDate.of(year, 1, 1));
			parameters.put("yearEnd", LocalDate.of(year, 12, 31));
		});
		return new Filter(String.join(" and ", conditions), parameters);
	}

	/** The years in which there are programs, the latest first. */
	public List<Integer> years() {
		return this.jdbc.sql("""
				with recursive y as (
				    (select extract(year from starts_on)::int as year from work_program order by starts_on desc limit 1)
				    union all
				    select (select extract(year from p.starts_on)::int from work_program p
				        where p.starts_on < make_date(y.year, 1, 1) order by p.starts_on desc limit 1)
				    from y where y.year is not null)
				select year from y where year is not null
				""").query(Integer.class).list();
	}

	public Slice<ItemRow> items(WorkProgram program, ListRequest list, Viewer viewer) {
		Filter filter = items(list, program, viewer);
		long total = this.jdbc
			.sql("select count(*) from work_item i join work_program p on p.id = i.program_id where "
					+ filter.condition())
			.params(filter.parameters())
			.query(Long.class)
			.single();
		return new Slice<>(itemRows(list, "due", filter, viewer, list.size(), list.offset()), total, list.page(),
				list.size());
	}

	/** All items of the filtered list, for the workbook: as they are numbered. */
	public List<ItemRow> allItems(WorkProgram program, ListRequest list, Viewer viewer) {
		return itemRows(list, "number", items(list, program, viewer), viewer, Integer.MAX_VALUE, 0);
	}

	private List<ItemRow> itemRows(ListRequest list, String order, Filter filter, Viewer viewer, int limit,
			long offset) {
		return this.jdbc
			.sql(seen(viewer) + " where " + filter.condition() + " order by " + list.orderBy(ITEM_SORTS, order)
					+ ", i.number_no limit :limit offset :offset")
			.params(filter.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> item(row))
			.list();
	}

	/** Items with what lies above and below them, as far as the viewer sees it. */
	private String seen(Viewer viewer) {
		return ITEM.formatted(PARENT_TITLE.formatted(this.access.anywhere(viewer, "up", "upp")),
				BELOW.formatted(this.access.anywhere(viewer, "low", "lowp")));
	}

	/** What stands in the program, or waits to; in the order of the paper. */
	public List<ItemRow> inProposal(WorkProgram program, ProposalStatus... proposals) {
		return this.jdbc.sql(ITEM_ALONE + """
				where i.program_id = :program and i.proposal = any(:proposals) order by i.due_on, i.number_no
				""")
			.param("program", program.getId())
			.param("today", today())
			.param("proposals", Arrays.stream(proposals).map(Enum::name).toArray(String[]::new))
			.query((row, number) -> item(row))
			.list();
	}

	/** How many items of the program are left to be done. */
	public int unfinished(WorkProgram program) {
		return this.jdbc
			.sql("select count(*) from work_item i join work_program p on p.id = i.program_id "
					+ "where i.program_id = :program and i.proposal = 'ACCEPTED' and " + ItemOutcome.SQL
					+ " in ('OVERDUE', 'OPEN')")
			.param("program", program.getId())
			.param("today", today())
			.query(Integer.class)
			.single();
	}

	public ItemRow one(long itemId) {
		return one(ITEM_ALONE, itemId, Map.of());
	}

	/** With what lies below it, as far as the viewer sees that. */
	public ItemRow one(long itemId, Viewer viewer) {
		return one(seen(viewer), itemId, Map.of("units", this.access.units(viewer)));
	}

	private ItemRow one(String item, long id, Map<String, Object> parameters) {
		return this.jdbc.sql(item + "where i.id = :id")
			.param("id", id)
			.param("today", today())
			.params(parameters)
			.query((row, number) -> item(row))
			.single();
	}

	/**
	 * Where items of a program were taken over, by the items' ids; as far as one sees it.
	 */
	public Map<Long, CarriedOn> carriedOn(WorkProgram program, Viewer viewer) {
		Map<Long, CarriedOn> later = new HashMap<>();
		this.jdbc.sql("""
				select l.carried_from_id, p.id, p.period_kind, p.starts_on, p.ends_on
				from work_item i join work_item l on l.carried_from_id = i.id and l.proposal <> 'RETURNED'
				join work_program p on p.id = l.program_id
				where i.program_id = :program and %s
				""".formatted(this.access.anywhere(viewer, "l", "p")))
			.param("program", program.getId())
			.param("units", this.access.units(viewer))
			.query((row, number) -> later.put(row.getLong("carried_from_id"),
					new CarriedOn(row.getLong("id"), period(row))))
			.list();
		return later;
	}

	/** Number and title of items in whichever program, as far as the viewer sees them. */
	public Map<Long, String> titles(Collection<Long> ids, Viewer viewer) {
		Map<Long, String> titles = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("""
					select i.id, i.number_no, i.title from work_item i join work_program p on p.id = i.program_id
					where i.id = any(:ids) and """ + " " + this.access.anywhere(viewer))
				.param("ids", ids.toArray(Long[]::new))
				.param("units", this.access.units(viewer))
				.query((row, number) -> titles.put(row.getLong("id"),
						row.getInt("number_no") + ". " + row.getString("title")))
				.list();
		}
		return titles;
	}

	/** What carries an item out in shorter programs, as far as the viewer sees it. */
	public List<ItemRow> children(long itemId, Viewer viewer) {
		return this.jdbc
			.sql(ITEM_ALONE + "where i.parent_id = :parent and i.proposal = 'ACCEPTED' and "
					+ this.access.anywhere(viewer) + " order by i.due_on, i.id limit 200")
			.param("parent", itemId)
			.param("today", today())
			.param("units", this.access.units(viewer))
			.query((row, number) -> item(row))
			.list();
	}

	private Filter items(ListRequest list, WorkProgram program, Viewer viewer) {
		List<String> conditions = new ArrayList<>(
				List.of("i.program_id = :program", this.access.itemCondition(viewer, program)));
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("program", program.getId());
		parameters.put("units", this.access.units(viewer));
		if (list.parameter("q") != null) {
			conditions.add("i.folded like :q");
			parameters.put("q", TextFolding.likePattern(list.parameter("q")));
		}
		list.number("unit", (id) -> this.units.find(id).isPresent()).ifPresent((unit) -> {
			conditions.add("i.lead_id = :unit");
			parameters.put("unit", unit);
		});
		Optional<String> state = list.oneOf("state", STATES.keySet());
		state.ifPresent((asked) -> parameters.put("state", asked));
		conditions.add(state.map(STATES::get)
			.orElse((program.getStatus() == ProgramStatus.OPEN) ? "i.proposal <> 'MERGED'"
					: "i.proposal = 'ACCEPTED'"));
		parameters.put("today", today());
		if (list.oneOf("mine", Set.of("1")).isPresent()) {
			conditions.add("""
					(i.lead_id = any(:units) or i.proposed_by_id = any(:units) or exists (select
					    from work_item_coordination c where c.item_id = i.id and c.organization_id = any(:units)))""");
		}
		return new Filter(String.join(" and ", conditions), parameters);
	}

	/** What became of an item goes before the state of the same name. */
	private static Map<String, String> states() {
		Map<String, String> states = new HashMap<>();
		for (ProposalStatus proposal : ProposalStatus.values()) {
			states.put(proposal.name(), "i.proposal = :state");
		}
		for (WorkItemStatus status : WorkItemStatus.values()) {
			states.put(status.name(), "i.proposal = 'ACCEPTED' and i.status = :state");
		}
		for (ItemOutcome outcome : ItemOutcome.values()) {
			states.put(outcome.name(), "i.proposal = 'ACCEPTED' and " + ItemOutcome.SQL + " = :state");
		}
		return Map.copyOf(states);
	}

	/** The units that lead something in the program, for its filter. */
	public List<Unit> leads(WorkProgram program) {
		List<Long> ids = this.jdbc.sql("select distinct lead_id from work_item where program_id = ?")
			.param(program.getId())
			.query(Long.class)
			.list();
		return this.units.all().stream().filter((unit) -> ids.contains(unit.id())).toList();
	}

	private ItemRow item(ResultSet row) throws SQLException {
		long leadId = row.getLong("lead_id");
		LocalDate dueOn = row.getObject("due_on", LocalDate.class);
		LocalDate doneOn = row.getObject("done_on", LocalDate.class);
		LocalDate slippedTo = row.getObject("slipped_to", LocalDate.class);
		Unit holder = this.units.holderOn(leadId, today());
		List<Long> coordinating = Arrays.asList((Long[]) row.getArray("coordinating").getArray());
		ProposalStatus proposal = ProposalStatus.valueOf(row.getString("proposal"));
		WorkItemStatus status = WorkItemStatus.valueOf(row.getString("status"));
		ItemOutcome outcome = ItemOutcome.valueOf(row.getString("outcome"));
		String number = row.getString("document_number");
		String sourceNumber = row.getString("source_number");
		LocalDate sourceDate = row.getObject("source_date", LocalDate.class);
		WorkItemPlan plan = new WorkItemPlan(row.getString("title"), leadId, Set.of(), null,
				SubmittingLevel.valueOf(row.getString("submitting_level")), dueOn, row.getString("source"),
				sourceNumber, sourceDate, null);
		return new ItemRow(row.getLong("id"), row.getLong("program_id"), row.getInt("number_no"), plan.title(), leadId,
				holder.name(), (holder.id() != leadId) ? this.units.name(leadId) : null, coordinating,
				String.join("; ", this.units.names(coordinating)), row.getString("deliverable"), plan.level(), dueOn,
				plan.basis(), plan.source(), sourceNumber, sourceDate, row.getObject("parent_id", Long.class),
				row.getString("parent_title"), row.getObject("carried_from_id", Long.class),
				row.getLong("proposed_by_id"), this.units.name(row.getLong("proposed_by_id")), proposal,
				row.getString("comment"), status, outcome, row.getInt("percent"), doneOn, slippedTo,
				row.getBoolean("moved"),
				(number != null)
						? number + ", " + DateFormats.day(row.getObject("document_date", LocalDate.class)) : null,
				row.getString("reason"), below(row.getArray("below")),
				WorkChip.of(proposal, status, outcome, ProgramStatus.valueOf(row.getString("program_status")), dueOn,
						doneOn, slippedTo, today(), this.settings.number(RuleKey.DESK_HORIZON, today()),
						this.workingDays),
				row.getInt("version"));
	}

	private static ItemRow.Below below(Array counts) throws SQLException {
		Long[] below = (counts != null) ? (Long[]) counts.getArray() : new Long[] { 0L, 0L };
		return (below[1] > 0) ? new ItemRow.Below(below[0].intValue(), below[1].intValue()) : null;
	}

	private static Period period(ResultSet row) throws SQLException {
		return new Period(PeriodKind.valueOf(row.getString("period_kind")), row.getObject("starts_on", LocalDate.class),
				row.getObject("ends_on", LocalDate.class));
	}

	private static Integer integer(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : value;
	}

	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** The program that has taken an item over. */
	public record CarriedOn(long programId, Period period) {
	}

	private record Filter(String condition, Map<String, Object> parameters) {
	}

}
