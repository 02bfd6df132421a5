package vn.nhactruong.directive.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.shared.Actor;

/** What happened to each directive; lines are only ever added. */
@Component
public class DirectiveHistory {

	private final JdbcClient jdbc;

	private final Clock clock;

	DirectiveHistory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Adds a line and returns its number. */
	public long add(long directiveId, DirectiveEvent event, Actor actor) {
		return add(directiveId, event, actor, this.clock.instant());
	}

	public long add(long directiveId, DirectiveEvent event, Actor actor, Instant at) {
		return this.jdbc
			.sql("""
					insert into directive_event (directive_id, act, at, account_id, actor, organization_id, text, day, percent,
					    target_id)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
					""")
			.params(directiveId, event.act().name(), Timestamp.from(at), actor.accountId(), actor.displayName(),
					actor.unitId(), event.text(), event.day(), event.percent(), event.targetId())
			.query(Long.class)
			.single();
	}

	/**
	 * How far its lead last said that the work was before it was reported as done. Who
	 * said 100 was wrong, so that it doesn't count.
	 */
	public int percentBefore(long directiveId) {
		return this.jdbc.sql("""
				select coalesce((select e.percent from directive_event e
				    where e.directive_id = :id and e.act = 'PROGRESSED' and e.percent < 100
				        and not exists (select from directive_event g where g.directive_id = e.directive_id
				            and g.act in ('REASSIGNED', 'DECLINATION_ACCEPTED') and g.id > e.id)
				    order by e.id desc limit 1), 0)
				""").param("id", directiveId).query(Integer.class).single();
	}

	/** Newest first. */
	public List<DirectiveEvent> of(long directiveId) {
		return this.jdbc.sql("select * from directive_event where directive_id = ? order by id desc")
			.param(directiveId)
			.query((row, number) -> new DirectiveEvent(row.getLong("id"), DirectiveAct.valueOf(row.getString("act")),
					row.getTimestamp("at").toInstant(), row.getString("actor"),
					row.getObject("organization_id", Long.class), row.getString("text"),
					row.getObject("day", LocalDate.class), row.getObject("percent", Integer.class),
					row.getObject("target_id", Long.class)))
			.list();
	}

}
