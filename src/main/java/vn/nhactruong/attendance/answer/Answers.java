package vn.nhactruong.attendance.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;

/** Reads how invited units have answered: one statement, however many units. */
@Component
public class Answers {

	/** Who takes up a place, as SQL over {@code attendee a}. */
	public static final String EXPECTED = "a.status in ('REGISTERED', 'CONFIRMED')";

	/**
	 * One row for each invitation {@code i} of a conference {@code c} that meets the
	 * condition put in for {@code %s}; the only place that says which answer a list is.
	 */
	public static final String SQL = """
			select answers.*, case
			        when declined_at is not null then 'DECLINED'
			        when registered = 0 then 'NONE'
			        when confirmed = registered and led then 'CONFIRMED'
			        else 'REGISTERING' end as answer,
			    (declined_at is not null or registered > 0 and confirmed = registered and led)
			        and stray_nights = 0 as complete
			from (
			    select i.conference_id, i.organization_id, i.quota, i.declined_at, i.decline_reason, r.sent_at,
			        count(a.id) as registered,
			        count(a.id) filter (where a.status = 'CONFIRMED') as confirmed,
			        coalesce(bool_or(a.delegation_head), false) as led,
			        count(a.id) filter (where a.travel <> 'NONE') as travellers,
			        count(a.id) filter (where a.lodging) as lodgers,
			        count(a.id) filter (where a.lodging
			            and (a.lodging_from < c.starts_on - 1 or a.lodging_to > c.ends_on)) as stray_nights
			    from conference c
			    join invitation i on i.conference_id = c.id
			    left join attendance_reminder r
			        on r.conference_id = i.conference_id and r.organization_id = i.organization_id
			    left join attendee a on a.conference_id = i.conference_id and a.organization_id = i.organization_id
			        and a.status in ('REGISTERED', 'CONFIRMED')
			    where %s
			    group by i.id, r.sent_at) answers
			""";

	/**
	 * Whether a reminder to the unit of the row {@code x} finds anybody: a clerk or head,
	 * not locked, of the unit that holds its work {@code :today}.
	 */
	private static final String REACHABLE = """
			exists (
			    with recursive holder as (
			        select o.id, o.valid_to, o.successor_id from organization o where o.id = x.organization_id
			        union
			        select n.id, n.valid_to, n.successor_id
			        from holder h join organization n on n.id = h.successor_id where h.valid_to < :today)
			    select from holder h
			    join role_grant g on g.organization_id = h.id and g.role in ('CLERK', 'UNIT_HEAD')
			    join account a on a.id = g.account_id and a.locked_at is null
			    where h.valid_to is null or h.valid_to >= :today or h.successor_id is null)
			""";

	/**
	 * The rule of {@link AnswerRow#remindable} as SQL over the rows {@code x} of
	 * {@link #SQL}.
	 */
	static final String REMINDABLE = "not x.complete and " + REACHABLE;

	private final JdbcClient jdbc;

	private final UnitDirectory units;

	private final Clock clock;

	Answers(JdbcClient jdbc, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.clock = clock;
	}

	/** All invited units, in the order of the register of units. */
	public List<AnswerRow> of(long conferenceId) {
		Map<Long, Integer> order = order();
		return this.jdbc
			.sql("select x.*, " + REACHABLE + " as reachable from (" + SQL.formatted("c.id = :conference") + ") x")
			.param("conference", conferenceId)
			.param("today", LocalDate.now(this.clock))
			.query((row, number) -> answer(row))
			.list()
			.stream()
			.sorted(Comparator.comparing((row) -> order.getOrDefault(row.organizationId(), order.size())))
			.toList();
	}

	public Map<Long, Integer> order() {
		Map<Long, Integer> order = new LinkedHashMap<>();
		this.units.all().forEach((unit) -> order.put(unit.id(), order.size()));
		return order;
	}

	private AnswerRow answer(ResultSet row) throws SQLException {
		Unit unit = this.units.get(row.getLong("organization_id"));
		UnitAnswer answer = UnitAnswer.valueOf(row.getString("answer"));
		Timestamp reminded = row.getTimestamp("sent_at");
		return new AnswerRow(unit.id(), unit.name(), unit.kind(), row.getObject("quota", Integer.class),
				row.getInt("registered"), row.getInt("confirmed"), answer, missing(row, answer),
				row.getString("decline_reason"), row.getInt("travellers"), row.getInt("lodgers"),
				(reminded != null) ? reminded.toInstant() : null, row.getBoolean("reachable"));
	}

	private static List<Missing> missing(ResultSet row, UnitAnswer answer) throws SQLException {
		List<Missing> missing = new ArrayList<>();
		if (answer == UnitAnswer.NONE) {
			missing.add(Missing.ATTENDEE);
		}
		if (answer == UnitAnswer.REGISTERING) {
			if (!row.getBoolean("led")) {
				missing.add(Missing.DELEGATION_HEAD);
			}
			if (row.getInt("confirmed") < row.getInt("registered")) {
				missing.add(Missing.CONFIRMATION);
			}
		}
		if (row.getInt("stray_nights") > 0) {
			missing.add(Missing.LODGING_DATES);
		}
		return missing;
	}

}
