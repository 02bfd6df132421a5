package vn.nhactruong.directive.history;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.ClockConfiguration;

/**
 * What happened to each directive; lines are only ever added. That of a family which
 * tells of several units gets them one by one.
 */
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
					    target_id, unit_ids)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
					""")
			.params(directiveId, event.act().name(), Timestamp.from(at), actor.accountId(), actor.displayName(),
					actor.unitId(), event.text(), event.day(), event.percent(), event.targetId(),
					event.unitIds().isEmpty() ? null : event.unitIds().toArray(Long[]::new))
			.query(Long.class)
			.single();
	}

	/** Something was done for one more unit. */
	public void addUnit(long line, long organizationId) {
		this.jdbc.sql("update directive_event set unit_ids = unit_ids || cast(? as bigint) where id = ?")
			.params(organizationId, line)
			.update();
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
					row.getObject("target_id", Long.class), longs(row.getArray("unit_ids"))))
			.list();
	}

	private static List<Long> longs(Array array) throws SQLException {
		return (array != null) ? List.of((Long[]) array.getArray()) : List.of();
	}

	/** On which day one of these units last contributed to each of the directives. */
	public Map<Long, LocalDate> contributed(Collection<Long> directiveIds, Collection<Long> unitIds) {
		Map<Long, LocalDate> days = new HashMap<>();
		this.jdbc.sql("""
				select directive_id, max(at) as at from directive_event
				where directive_id = any(?) and act = 'CONTRIBUTED' and organization_id = any(?) group by directive_id
				""").params(directiveIds.toArray(Long[]::new), unitIds.toArray(Long[]::new)).query((row) -> {
			days.put(row.getLong("directive_id"),
					row.getTimestamp("at").toInstant().atZone(ClockConfiguration.ZONE).toLocalDate());
		});
		return days;
	}

}
