package vn.nhactruong.workprogram.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.ObligationSource;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.WorkProgramAccess;

/**
 * What work programs ask of a person: to propose, decide, approve, publish, close, and to
 * carry out what is due. One statement.
 */
@Component
@Transactional(readOnly = true)
public class WorkProgramObligations implements ObligationSource {

	/** More than these nobody reads; the programs show all. */
	private static final int MOST = 1000;

	private final JdbcClient jdbc;

	private final WorkProgramAccess access;

	private final UnitDirectory units;

	private final MessageSource messages;

	private final Clock clock;

	WorkProgramObligations(JdbcClient jdbc, WorkProgramAccess access, UnitDirectory units, MessageSource messages,
			Clock clock) {
		this.jdbc = jdbc;
		this.access = access;
		this.units = units;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public List<Obligation> obligationsOf(Viewer viewer) {
		return obligations(viewer, "true", Map.of());
	}

	@Override
	public List<Obligation> decisionsDue(Viewer viewer, LocalDate from, LocalDate to) {
		Map<String, Object> days = new HashMap<>();
		days.put("from", from);
		days.put("to", to);
		return obligations(viewer, """
				t.task not in ('work', 'slipped', 'propose', 'returned', 'rewrite')
				and t.due_on between coalesce(:from::date, '-infinity') and :to""", days);
	}

	private List<Obligation> obligations(Viewer viewer, String condition, Map<String, Object> more) {
		List<String> parts = parts(viewer);
		if (parts.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select t.task, t.item_id, t.title, t.unit_id, t.due_on, p.id, p.scope_id, p.period_kind, p.starts_on,
				    p.ends_on
				from (%s) t(task, item_id, title, unit_id, due_on, program_id)
				join work_program p on p.id = t.program_id where %s
				order by t.due_on nulls last, p.starts_on, t.item_id limit %d
				""".formatted(String.join("\nunion all\n", parts), condition, MOST))
			.param("units", this.access.units(viewer))
			.param("account", viewer.accountId())
			.param("today", LocalDate.now(this.clock))
			.params(more)
			.query((row, number) -> {
				String task = row.getString("task");
				Period period = new Period(PeriodKind.valueOf(row.getString("period_kind")),
						row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class));
				Long item = row.getObject("item_id", Long.class);
				String scope = this.units.name(row.getLong("scope_id"));
				return new Obligation("workprogram.todo." + task,
						(item != null) ? List.of(row.getString("title")) : List.of(scope, period.named()),
						(item != null) ? scope + " · " + period.text(this.messages, LocaleContextHolder.getLocale())
								: null,
						this.units.name(row.getObject("unit_id", Long.class)), row.getObject("due_on", LocalDate.class),
						url(task, row.getLong("id"), item), kind(task));
			})
			.list();
	}

	private static String url(String task, long program, Long item) {
		String base = "/work-programs/" + program;
		return switch (task) {
			case "work", "returned" -> base + "/items/" + item;
			case "slipped" -> base + "/adjustments/new?item=" + item;
			case "rewrite" -> base + "/adjustments/new?from=" + item;
			case "decide" -> base + "/consolidation";
			case "adjustment", "signAdjustment", "publishAgain" -> base + "/adjustments";
			case "close" -> base + "/report";
			default -> base;
		};
	}

	private static Obligation.Kind kind(String task) {
		return switch (task) {
			case "work", "slipped", "propose", "returned", "rewrite" -> Obligation.Kind.TASK;
			default -> Obligation.Kind.DECISION;
		};
	}

	private List<String> parts(Viewer viewer) {
		List<String> parts = new ArrayList<>();
		if (viewer.is(Role.CLERK, Role.UNIT_HEAD, Role.OFFICE)) {
			// What a shorter program breaks down, or a later one in force has taken over,
			// is due there.
			parts.add("""
					select 'work' as task, i.id as item_id, i.title, i.lead_id as unit_id, i.due_on, i.program_id
					from work_item i join work_program p on p.id = i.program_id
					where i.lead_id = any(:units) and i.proposal = 'ACCEPTED' and i.status in ('PLANNED', 'IN_PROGRESS')
					    and p.status = 'PUBLISHED' and not exists (select from work_item c
					        join work_program cp on cp.id = c.program_id
					        where (c.parent_id = i.id or c.carried_from_id = i.id) and c.proposal = 'ACCEPTED'
					            and cp.last_version > 0)""");
			// What its unit only says to slip stays overdue until an adjustment is asked
			// for, or the next program has it.
			parts
				.add("""
						select 'slipped' as task, i.id, i.title, i.lead_id, i.due_on, i.program_id
						from work_item i join work_program p on p.id = i.program_id
						where i.lead_id = any(:units) and i.proposal = 'ACCEPTED' and i.status = 'SLIPPED' and not i.moved
						    and i.due_on < :today and p.status = 'PUBLISHED' and not exists (select from work_adjustment a
						        where a.item_id = i.id and a.status in ('DRAFT', 'REQUESTED', 'APPROVED'))
						    and not exists (select from work_item c where c.carried_from_id = i.id and c.proposal <> 'RETURNED')""");
			parts.addAll(managing("p.scope_id = any(:units) and not p.ministry"));
		}
		if (viewer.is(Role.CLERK)) {
			// Of a request the id stands for the item's.
			parts
				.add("""
						select 'rewrite' as task, a.id, coalesce(i.title, a.title), a.requested_by_id, null::date, a.program_id
						from work_adjustment a join work_program p on p.id = a.program_id
						left join work_item i on i.id = a.item_id
						where a.requested_by_id = any(:units) and a.status = 'SENT_BACK' and a.rewritten_as_id is null
						    and p.status = 'PUBLISHED' and (i.id is null or i.lead_id = any(:units)
						        and (i.status in ('PLANNED', 'IN_PROGRESS') or i.status = 'SLIPPED' and not i.moved))""");
		}
		if (viewer.is(Role.CLERK, Role.UNIT_HEAD)) {
			parts
				.add("""
						select 'returned' as task, i.id, i.title, i.proposed_by_id, p.proposals_until, i.program_id
						from work_item i join work_program p on p.id = i.program_id
						where i.proposed_by_id = any(:units) and i.proposal = 'RETURNED' and p.status = 'OPEN' and p.ministry""");
		}
		if (viewer.is(Role.CLERK, Role.UNIT_HEAD) && this.units.find(viewer.unitId())
			.filter((unit) -> unit.kind() != OrganizationKind.MINISTRY)
			.isPresent()) {
			parts.add("""
					select 'propose' as task, null::bigint, null, p.scope_id, p.proposals_until, p.id
					from work_program p
					where p.ministry and p.status = 'OPEN' and p.proposals_until >= :today
					    and not exists (select from work_item i where i.program_id = p.id
					        and i.proposed_by_id = any(:units))""");
		}
		if (viewer.is(Role.OFFICE)) {
			parts.addAll(managing("p.ministry"));
		}
		if (viewer.is(Role.LEADER)) {
			parts.addAll(approving("p.ministry"));
		}
		if (viewer.is(Role.UNIT_HEAD, Role.OFFICE)) {
			parts
				.add("""
						select distinct 'signAdjustment' as task, null::bigint, null::text, a.requested_by_id, null::date, p.id
						from work_adjustment a join work_program p on p.id = a.program_id
						where a.requested_by_id = any(:units) and a.status = 'DRAFT' and p.status = 'PUBLISHED'""");
			parts.addAll(approving("p.scope_id = any(:units) and not p.ministry"));
		}
		return parts;
	}

	private static List<String> managing(String whose) {
		return List.of("""
				select 'decide' as task, null::bigint, null, p.scope_id, p.proposals_until, p.id from work_program p
				where %s and p.status = 'OPEN' and exists (select from work_item i
				    where i.program_id = p.id and i.proposal = 'PROPOSED')""".formatted(whose), """
				select 'publish' as task, null::bigint, null, p.scope_id, null::date, p.id from work_program p
				where %s and p.status = 'APPROVED'""".formatted(whose), """
				select 'publishAgain' as task, null::bigint, null, p.scope_id, null::date, p.id from work_program p
				where %s and p.status = 'PUBLISHED' and exists (select from work_adjustment a
				    where a.program_id = p.id and a.status = 'APPROVED')""".formatted(whose), """
				select 'close' as task, null::bigint, null, p.scope_id, p.ends_on, p.id from work_program p
				where %s and p.status = 'PUBLISHED' and p.ends_on < :today""".formatted(whose));
	}

	private static List<String> approving(String whose) {
		return List.of("""
				select 'approve' as task, null::bigint, null, p.scope_id, null::date, p.id from work_program p
				where %s and p.status = 'SUBMITTED'""".formatted(whose), """
				select 'adjustment' as task, null::bigint, null, p.scope_id, null::date, p.id from work_program p
				where %s and p.status = 'PUBLISHED' and exists (select from work_adjustment a
				    where a.program_id = p.id and a.status = 'REQUESTED'
				        and (not p.ministry or a.signed_by <> :account))""".formatted(whose));
	}

}
