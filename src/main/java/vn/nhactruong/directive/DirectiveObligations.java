package vn.nhactruong.directive;

import java.time.Clock;
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
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.ObligationSource;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

/**
 * What directives ask of a person: to receive, work, sign, verify or decide. One
 * statement for who works for a unit, one for who directs.
 */
@Component
@Transactional(readOnly = true)
class DirectiveObligations implements ObligationSource {

	/** More than these nobody reads; the lists show all. */
	private static final int MOST = 500;

	private final JdbcClient jdbc;

	private final DirectiveAccess access;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveObligations(JdbcClient jdbc, DirectiveAccess access, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.access = access;
		this.units = units;
		this.clock = clock;
	}

	@Override
	public List<Obligation> obligationsOf(Viewer viewer) {
		List<Obligation> obligations = new ArrayList<>();
		if (viewer.is(Role.CLERK, Role.UNIT_HEAD, Role.OFFICE)) {
			obligations.addAll(ofUnit(viewer));
		}
		if (viewer.is(Role.OFFICE)) {
			obligations.addAll(toDecide(viewer));
		}
		if (viewer.is(Role.LEADER)) {
			overdue().ifPresent(obligations::add);
		}
		return obligations;
	}

	private List<Obligation> ofUnit(Viewer viewer) {
		boolean signs = viewer.is(Role.UNIT_HEAD, Role.OFFICE);
		String signing = signs ? """
				union all
				select d.id, d.code, d.title, d.due_on, d.holder_organization_id, 'signReport' as task
				from directive d join directive_report r on r.directive_id = d.id and r.status = 'DRAFT'
				where d.holder_organization_id = any(:units) and d.status = 'IN_PROGRESS'
				union all
				select d.id, d.code, d.title, d.due_on, d.holder_organization_id, 'signExtension' as task
				from directive d join directive_extension e on e.directive_id = d.id and e.status = 'DRAFT'
				where d.holder_organization_id = any(:units) and d.status in ('ISSUED', 'IN_PROGRESS')
				""" : "";
		return read("""
				select d.id, d.code, d.title, d.due_on, d.holder_organization_id,
				    case d.status when 'ISSUED' then 'receive' else 'work' end as task
				from directive d
				where d.holder_organization_id = any(:units) and d.status in ('ISSUED', 'IN_PROGRESS')
				""" + signing, Map.of("units", this.access.units(viewer)));
	}

	/** What the viewer signed for a unit is for somebody else to decide. */
	private List<Obligation> toDecide(Viewer viewer) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("account", viewer.accountId());
		return read("""
				select d.id, d.code, d.title, d.due_on, d.holder_organization_id, 'verify' as task
				from directive d join directive_report r on r.directive_id = d.id and r.status = 'SIGNED'
				where d.status = 'REPORTED' and not d.family and r.signed_by <> :account
				union all
				select d.id, d.code, d.title, d.due_on, d.holder_organization_id, 'extension' as task
				from directive_extension e join directive d on d.id = e.directive_id
				where e.status = 'REQUESTED' and e.signed_by <> :account
				union all
				select d.id, d.code, d.title, d.due_on, d.holder_organization_id, 'declination' as task
				from directive d where d.status = 'DECLINED' and not d.family
				""", parameters);
	}

	private Optional<Obligation> overdue() {
		long overdue = this.jdbc.sql("select count(*) from directive d where " + Timeliness.OPEN_OVERDUE.condition())
			.param("today", LocalDate.now(this.clock))
			.query(Long.class)
			.single();
		return (overdue == 0) ? Optional.empty() : Optional.of(new Obligation("directive.todo.overdue",
				List.of(overdue), null, null, null, "/directives?timeliness=OPEN_OVERDUE", Obligation.Kind.TASK));
	}

	private List<Obligation> read(String sql, Map<String, Object> parameters) {
		return this.jdbc.sql("select * from (" + sql + ") t order by due_on nulls last, id limit " + MOST)
			.params(parameters)
			.query((row, number) -> {
				String task = row.getString("task");
				return new Obligation("directive.todo." + task, List.of(row.getString("code"), row.getString("title")),
						null, this.units.name(row.getObject("holder_organization_id", Long.class)),
						row.getObject("due_on", LocalDate.class), "/directives/" + row.getLong("id"), kind(task));
			})
			.list();
	}

	private static Obligation.Kind kind(String task) {
		return switch (task) {
			case "verify" -> Obligation.Kind.VERIFICATION;
			case "extension" -> Obligation.Kind.EXTENSION;
			case "receive", "work" -> Obligation.Kind.TASK;
			default -> Obligation.Kind.DECISION;
		};
	}

}
