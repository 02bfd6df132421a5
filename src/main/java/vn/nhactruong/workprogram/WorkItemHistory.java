package vn.nhactruong.workprogram;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;

/** What happened to each item: its own lines, and the audit trail's. */
@Component
public class WorkItemHistory {

	private final JdbcClient jdbc;

	private final UnitDirectory units;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WorkItemHistory(JdbcClient jdbc, UnitDirectory units, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.events = events;
		this.clock = clock;
	}

	public void add(WorkItem item, WorkItemAct act, String text, LocalDate day, Integer percent, Changes changes,
			Actor actor) {
		line(item.getId(), act, text, day, percent, actor);
		audit(item, act, changes, actor);
	}

	public void add(WorkItem item, WorkItemAct act, String text, Changes changes, Actor actor) {
		add(item, act, text, null, null, changes, actor);
	}

	/** For an item that is gone with its lines. */
	void audit(WorkItem item, WorkItemAct act, Changes changes, Actor actor) {
		this.events.publishEvent(new AuditedAct(actor, act.auditKey(), "workprogram", item.getProgramId(),
				item.getNumber() + ". " + item.getTitle(), changes.list()));
	}

	/**
	 * Newest first.
	 * @param preparation whether also how it came into the program
	 */
	public List<Line> of(long itemId, boolean preparation) {
		return this.jdbc.sql("select * from work_item_event where item_id = ? order by id desc")
			.param(itemId)
			.query((row, number) -> new Line(WorkItemAct.valueOf(row.getString("act")),
					row.getTimestamp("at").toInstant(), row.getString("actor"),
					this.units.name(row.getObject("organization_id", Long.class)), row.getString("text"),
					row.getObject("day", LocalDate.class), row.getObject("percent", Integer.class)))
			.list()
			.stream()
			.filter((line) -> preparation || !line.act().isPreparation())
			.toList();
	}

	private void line(long itemId, WorkItemAct act, String text, LocalDate day, Integer percent, Actor actor) {
		this.jdbc.sql("""
				insert into work_item_event (item_id, act, at, account_id, actor, organization_id, text, day, percent)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(itemId, act.name(), Timestamp.from(this.clock.instant()), actor.accountId(), actor.displayName(),
					actor.unitId(), text, day, percent)
			.update();
	}

	/** One line of an item's history. */
	public record Line(WorkItemAct act, java.time.Instant at, String actor, String unit, String text, LocalDate day,
			Integer percent) {

		public String tone() {
			return switch (this.act) {
				case DONE, ACCEPTED -> "ok";
				case SLIPPED, DROPPED, RETURNED -> "late";
				default -> null;
			};
		}

	}

}
