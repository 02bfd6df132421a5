package vn.nhactruong.directive.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.ClauseTask;
import vn.nhactruong.conclusion.ClauseTasks;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.origin.ItemTasks;
import vn.nhactruong.organization.OrganizationKind;

/**
 * What became of clauses and of items of work programs: the directives given out of each,
 * and the clauses still without.
 */
@Component
@Transactional(readOnly = true)
public class OpenClauses implements ClauseTasks, ItemTasks {

	private static final int SHOWN = 100;

	private final JdbcClient jdbc;

	private final DirectiveQueries queries;

	private final DirectiveAccess access;

	private final Conclusions conclusions;

	private final MessageSource messages;

	OpenClauses(JdbcClient jdbc, DirectiveQueries queries, DirectiveAccess access, Conclusions conclusions,
			MessageSource messages) {
		this.jdbc = jdbc;
		this.queries = queries;
		this.access = access;
		this.conclusions = conclusions;
		this.messages = messages;
	}

	/**
	 * Clauses of issued notices that name a lead, or stand alone, and neither have a
	 * directive nor are marked as giving nobody a task; the newest notice first.
	 */
	public List<IssuedClause> newest() {
		List<Long> ids = this.jdbc.sql("""
				select c.id from open_clause o join clause c on c.id = o.clause_id
				join conclusion k on k.id = c.conclusion_id
				where k.number is not null
				and (exists (select from clause_party p where p.clause_id = c.id and p.part = 'LEAD')
				    or c.level_no = 2 or not exists (select from clause n where n.conclusion_id = c.conclusion_id
				        and n.position_no = c.position_no + 1 and n.level_no = 2))
				order by k.issued_on desc, k.id desc, c.position_no limit ?
				""").param(SHOWN).query(Long.class).list();
		Map<Long, IssuedClause> found = this.conclusions.clauses(ids);
		return ids.stream().map(found::get).toList();
	}

	IssuedClause quote(long clauseId, Viewer viewer) {
		return this.conclusions.issuedClause(clauseId, viewer);
	}

	/** How many directives were given out of a clause already. */
	public int given(long clauseId) {
		return this.jdbc
			.sql("select count(*) from directive where clause_id = ? and not family "
					+ "and status not in ('DRAFT', 'CANCELLED')")
			.param(clauseId)
			.query(Integer.class)
			.single();
	}

	/** How many directives were given out of a work program's item already. */
	int givenOfItem(long itemId) {
		return this.jdbc
			.sql("select count(*) from directive where source = 'WORK_ITEM' and origin_id = ? and not family "
					+ "and status not in ('DRAFT', 'CANCELLED')")
			.param(itemId)
			.query(Integer.class)
			.single();
	}

	@Override
	public Map<Long, List<ClauseTask>> ofItems(Collection<Long> itemIds, Viewer viewer) {
		return tasks("d.source = 'WORK_ITEM' and d.origin_id", "d.origin_id", itemIds, viewer);
	}

	/**
	 * A family counts as one task for those who see it whole; a unit sees its own part.
	 * Who may give a task out sees what somebody is drafting already.
	 */
	@Override
	public Map<Long, List<ClauseTask>> ofClauses(Collection<Long> clauseIds, Viewer viewer) {
		return tasks("d.clause_id", "d.clause_id", clauseIds, viewer);
	}

	private Map<Long, List<ClauseTask>> tasks(String condition, String key, Collection<Long> ids, Viewer viewer) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		String whole = (viewer != null && viewer.wholeSector()) ? " and d.parent_id is null" : "";
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("ids", ids.toArray(Long[]::new));
		parameters.put("readers", this.access.readers(viewer));
		parameters.put("drafts", this.access.mayDirect(viewer));
		Map<Long, List<ClauseTask>> tasks = new LinkedHashMap<>();
		this.jdbc
			.sql("select " + DirectiveQueries.COLUMNS + ", " + key + " as task_of from directive d where " + condition
					+ " = any(:ids) and (d.status <> 'DRAFT' or :drafts) and " + this.access.condition(viewer) + whole
					+ " order by d.code")
			.params(parameters)
			.query((row) -> {
				tasks.computeIfAbsent(row.getLong("task_of"), (id) -> new ArrayList<>())
					.add(task(this.queries.row(row)));
			});
		return tasks;
	}

	@Override
	public boolean stands(long clauseId) {
		return this.jdbc
			.sql("select exists (select from directive where clause_id = ? and not family and status <> 'CANCELLED')")
			.param(clauseId)
			.query(Boolean.class)
			.single();
	}

	@Override
	public Map<Long, Long> unassigned() {
		Map<Long, Long> counts = new LinkedHashMap<>();
		this.jdbc.sql("""
				select o.conference_id, count(*) from open_clause o join conference c on c.id = o.conference_id
				where c.status = 'CONCLUDED' group by o.conference_id order by o.conference_id
				""").query((row) -> {
			counts.put(row.getLong(1), row.getLong(2));
		});
		return counts;
	}

	private ClauseTask task(DirectiveRow row) {
		if (row.status() == DirectiveStatus.DRAFT) {
			return new ClauseTask(row.id(), text("directive.draft.unnumbered"), "", "none", "DirectiveStatus.DRAFT",
					true, row.dueOn());
		}
		if (row.family()) {
			boolean done = row.children() > 0 && row.childrenDone() == row.children();
			return new ClauseTask(row.id(), row.code(), text("directive.family.units", row.children()),
					done ? "ok" : row.chip().tone(), done ? "DirectiveStatus.VERIFIED" : "DirectiveStatus.IN_PROGRESS",
					row.children() == 0, row.dueOn());
		}
		OrganizationKind kind = row.lead().kind();
		String unit = (kind != null) ? text("directive.group." + kind) : row.lead().name();
		String state = (row.status().isOpen() && row.timeliness() == Timeliness.OPEN_OVERDUE)
				? "Timeliness.OPEN_OVERDUE" : "DirectiveStatus." + row.status();
		return new ClauseTask(row.id(), row.code(), unit, row.chip().tone(), state,
				row.status() == DirectiveStatus.CANCELLED, row.dueOn());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
