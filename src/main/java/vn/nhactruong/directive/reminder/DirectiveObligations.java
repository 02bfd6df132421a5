package vn.nhactruong.directive.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.Standing;
import vn.nhactruong.directive.figure.DirectiveBoard;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.ObligationCounts;
import vn.nhactruong.notification.ObligationSource;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

/**
 * What directives ask of a person: to receive, work, sign, verify or decide. One
 * statement for who works for a unit, two for who directs.
 */
@Component
@Transactional(readOnly = true)
public class DirectiveObligations implements ObligationSource {

	/** More than these nobody reads; the lists show all. */
	private static final int MOST = 500;

	private static final String DRAFTS = "directive.todo.drafts";

	private final JdbcClient jdbc;

	private final DirectiveAccess access;

	private final UnitDirectory units;

	private final DirectiveBoard board;

	private final DirectiveQueries queries;

	DirectiveObligations(JdbcClient jdbc, DirectiveAccess access, UnitDirectory units, DirectiveBoard board,
			DirectiveQueries queries) {
		this.jdbc = jdbc;
		this.access = access;
		this.units = units;
		this.board = board;
		this.queries = queries;
	}

	@Override
	public List<Obligation> obligationsOf(Viewer viewer) {
		if (viewer.is(Role.LEADER)) {
			return ofLeader();
		}
		List<Obligation> obligations = new ArrayList<>(obligations(viewer, "true", Map.of()));
		if (viewer.is(Role.OFFICE)) {
			drafts().ifPresent(obligations::add);
		}
		return obligations;
	}

	/** A leader's decisions have no day. */
	@Override
	public List<Obligation> decisionsDue(Viewer viewer, LocalDate from, LocalDate to) {
		if (viewer.is(Role.LEADER)) {
			return List.of();
		}
		return obligations(viewer, """
				t.task in ('signReport', 'signExtension', 'extension', 'declination')
				and t.due_on between coalesce(:from::date, '-infinity') and :to""", between(from, to));
	}

	private static Map<String, Object> between(LocalDate from, LocalDate to) {
		Map<String, Object> days = new HashMap<>();
		days.put("from", from);
		days.put("to", to);
		return days;
	}

	private List<Obligation> obligations(Viewer viewer, String condition, Map<String, Object> more) {
		String due = due(viewer);
		if (due.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select t.*, d.code, d.title, d.holder_organization_id
				from (%s) t join directive d on d.id = t.id where %s order by t.due_on nulls last, d.id limit %d
				""".formatted(due, condition, MOST)).params(parameters(viewer)).params(more).query((row, number) -> {
			String task = row.getString("task");
			return new Obligation("directive.todo." + task, List.of(row.getString("code"), row.getString("title")),
					null, this.units.name(row.getObject("holder_organization_id", Long.class)),
					row.getObject("due_on", LocalDate.class), "/directives/" + row.getLong("id"), kind(task));
		}).list();
	}

	/** Counted by the database, because the list is capped. */
	@Override
	public ObligationCounts count(Viewer viewer, List<Obligation> obligations, LocalDate today, LocalDate horizon) {
		if (viewer.is(Role.LEADER)) {
			return ObligationCounts.of(obligations, today, horizon);
		}
		String due = due(viewer);
		if (due.isEmpty() || obligations.size() < MOST) {
			return ObligationCounts.of(obligations, today, horizon);
		}
		return this.jdbc.sql("""
				select t.task, count(*) as total, count(*) filter (where t.due_on < :today) as overdue,
				    count(*) filter (where t.due_on between :today and :horizon) as soon
				from (%s) t group by t.task
				""".formatted(due))
			.params(parameters(viewer))
			.param("today", today)
			.param("horizon", horizon)
			.query((row, number) -> new ObligationCounts(row.getLong("total"), row.getLong("overdue"),
					row.getLong("soon"), Map.of(kind(row.getString("task")), row.getLong("total"))))
			.list()
			.stream()
			.reduce(ObligationCounts.of(
					obligations.stream().filter((obligation) -> obligation.titleKey().equals(DRAFTS)).toList(), today,
					horizon), ObligationCounts::plus);
	}

	/**
	 * The directives that wait for this viewer, and for what. What was taken over from
	 * before the portal is history: it is shown, but asks nobody to act.
	 */
	private static String due(Viewer viewer) {
		List<String> parts = new ArrayList<>();
		if (viewer.is(Role.CLERK, Role.UNIT_HEAD, Role.OFFICE)) {
			// Whom the head gave it to has it on the desk, with the day inside the unit;
			// while
			// a report waits for the head's signature nobody else has anything to do.
			parts
				.add("""
						select d.id, case when d.status = 'ISSUED' then 'receive'
						        when d.rounds > 0 and d.reopened = 0 then 'returned' when %s then 'slipping'
						        when :account in (a.account_id, a.substitute_id) then 'assigned' else 'work' end as task,
						    case when :account in (a.account_id, a.substitute_id) then coalesce(a.due_on, d.due_on)
						        else d.due_on end as due_on
						from directive d left join directive_assignment a on a.directive_id = d.id
						where d.holder_organization_id = any(:units) and d.status in ('ISSUED', 'IN_PROGRESS')
						    and not d.archive and (a.account_id is null or :all or a.account_id = :account
						        or a.substitute_id = :account and a.substitute_until >= :today)
						    and not exists (select from directive_report r where r.directive_id = d.id and r.status = 'DRAFT')"""
					.formatted(Standing.SLIPPING));
			parts.add("""
					select case when count(distinct d.id) > 1 then max(d.parent_id) else min(d.id) end as id,
					    case when count(distinct d.id) > 1 then 'contributeToAll' else 'contribute' end as task,
					    min(a.due_on) as due_on
					from directive_awaited a join directive d on d.id = a.directive_id
					where a.organization_id = any(:units) and a.status = 'WAITED'
					    and d.status in ('ISSUED', 'IN_PROGRESS', 'DECLINED', 'REPORTED')
					group by coalesce(d.parent_id, d.id)""");
		}
		if (viewer.is(Role.UNIT_HEAD, Role.OFFICE)) {
			parts.add("""
					select d.id, 'signReport' as task, d.due_on
					from directive d join directive_report r on r.directive_id = d.id and r.status = 'DRAFT'
					where d.holder_organization_id = any(:units) and d.status = 'IN_PROGRESS'""");
			parts.add("""
					select d.id, 'signExtension' as task, d.due_on
					from directive d join directive_extension e on e.directive_id = d.id and e.status = 'DRAFT'
					where d.holder_organization_id = any(:units) and d.status in ('ISSUED', 'IN_PROGRESS')""");
		}
		if (viewer.is(Role.OFFICE)) {
			// What the viewer signed for a unit is for somebody else to decide.
			parts.add("""
					select d.id, 'verify' as task, d.due_on
					from directive d join directive_report r on r.directive_id = d.id and r.status = 'SIGNED'
					where d.status = 'REPORTED' and not d.family and r.signed_by <> :account""");
			parts
				.add("""
						select d.id, 'extension' as task, d.due_on
						from directive_extension e join directive d on d.id = e.directive_id where e.status = 'REQUESTED' and e.signed_by <> :account""");
			parts.add("""
					select d.id, 'declination' as task, d.due_on
					from directive d where d.status = 'DECLINED' and not d.family
					    and :account is distinct from (select e.account_id from directive_event e
					        where e.directive_id = d.id and e.act = 'DECLINED' order by e.id desc limit 1)""");
		}
		return String.join("\nunion all\n", parts);
	}

	private Map<String, Object> parameters(Viewer viewer) {
		return Map.of("units", this.access.units(viewer), "account", viewer.accountId(), "all", !viewer.is(Role.CLERK),
				"today", this.queries.today(), "tolerance", this.queries.tolerance());
	}

	/** What only a leader decides, and one line for all that is overdue. */
	private List<Obligation> ofLeader() {
		List<Obligation> obligations = new ArrayList<>(this.jdbc.sql("""
				select d.id, d.code, d.title, d.holder_organization_id
				from directive_reopening r join directive d on d.id = r.directive_id
				where r.status = 'REQUESTED' order by r.requested_at, r.id limit %d
				""".formatted(MOST))
			.query((row, number) -> new Obligation("directive.todo.reopening",
					List.of(row.getString("code"), row.getString("title")), null,
					this.units.name(row.getObject("holder_organization_id", Long.class)), null,
					"/directives/" + row.getLong("id"), Obligation.Kind.DECISION))
			.list());
		overdue().ifPresent(obligations::add);
		return obligations;
	}

	/** One line for what was begun and not given yet. */
	private Optional<Obligation> drafts() {
		long drafts = this.jdbc.sql("select count(*) from directive where status = 'DRAFT' and not family")
			.query(Long.class)
			.single();
		return (drafts == 0) ? Optional.empty() : Optional.of(new Obligation(DRAFTS, List.of(drafts), null, null, null,
				"/directives?state=DRAFT", Obligation.Kind.TASK));
	}

	/** One line for all that is overdue; due when the one that waits longest was. */
	private Optional<Obligation> overdue() {
		DirectiveBoard.Overdue overdue = this.board.overdue();
		return (overdue.count() == 0) ? Optional.empty()
				: Optional.of(new Obligation("directive.todo.overdue", List.of(overdue.count()), null, null,
						overdue.since(), "/directives?timeliness=OPEN_OVERDUE", Obligation.Kind.OF_OTHERS));
	}

	private static Obligation.Kind kind(String task) {
		return switch (task) {
			case "verify" -> Obligation.Kind.VERIFICATION;
			case "extension" -> Obligation.Kind.EXTENSION;
			case "receive", "work", "contribute", "contributeToAll", "assigned", "returned", "slipping" ->
				Obligation.Kind.TASK;
			default -> Obligation.Kind.DECISION;
		};
	}

}
