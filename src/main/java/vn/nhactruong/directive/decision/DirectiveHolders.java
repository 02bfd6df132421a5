package vn.nhactruong.directive.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;

/**
 * Keeps beside each directive which unit holds it today: the lead, or the last unit that
 * its work came down to. Follows every change of units, and the calendar where a
 * succession was entered ahead of its day. Each passing on is audited.
 */
@Component
public class DirectiveHolders {

	private final UnitDirectory units;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DirectiveHolders(UnitDirectory units, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.units = units;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	void on(UnitDirectory.UnitsChanged changed) {
		follow();
	}

	@EventListener(ApplicationReadyEvent.class)
	@Scheduled(cron = "0 1 0 * * *", zone = "Asia/Ho_Chi_Minh")
	@Transactional
	public void follow() {
		LocalDate today = LocalDate.now(this.clock);
		List<Unit> all = this.units.all();
		this.jdbc.sql("""
				update directive d set holder_organization_id = h.holder, version = d.version + 1
				from unnest(:leads::bigint[], :holders::bigint[]) h (lead, holder)
				where d.lead_organization_id = h.lead and d.holder_organization_id <> h.holder
				returning d.id, d.code, d.title, old.holder_organization_id as before, h.holder
				""")
			.param("leads", all.stream().map(Unit::id).toArray(Long[]::new))
			.param("holders",
					all.stream().map((unit) -> this.units.holderOn(unit.id(), today).id()).toArray(Long[]::new))
			.query((row, number) -> new AuditedAct(Actor.system(), "directive.audit.passedOn", "directive",
					row.getLong("id"), row.getString("code") + " " + row.getString("title"),
					new Changes()
						.field("directive.lead", this.units.name(row.getLong("before")),
								this.units.name(row.getLong("holder")))
						.list()))
			.list()
			.forEach(this.events::publishEvent);
	}

}
