package vn.nhactruong.attendance.answer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.ObligationSource;
import vn.nhactruong.organization.UnitDirectory;

/**
 * Lists of attendees that wait: for the clerk to begin, for the head to confirm, for the
 * office to remind. One statement each.
 */
@Component
public class AttendanceObligations implements ObligationSource {

	private final JdbcClient jdbc;

	private final UnitDirectory units;

	private final Clock clock;

	AttendanceObligations(JdbcClient jdbc, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Obligation> obligationsOf(Viewer viewer) {
		return switch (viewer.role()) {
			case CLERK -> ofUnit(viewer, "attendance.obligation.register",
					"c.status = 'ANNOUNCED' and c.registration_closes_at > :now", "x.answer = 'NONE'");
			case UNIT_HEAD -> ofUnit(viewer, "attendance.obligation.confirm", "c.status in ('ANNOUNCED', 'IN_SESSION')",
					"x.answer = 'REGISTERING' and x.confirmed < x.registered");
			case OFFICE -> ofOffice(viewer);
			case ADMIN, LEADER, OBSERVER -> List.of();
		};
	}

	private List<Obligation> ofUnit(Viewer viewer, String titleKey, String condition, String answer) {
		return this.jdbc.sql("""
				select c.id, c.code, c.title, c.registration_closes_at, x.organization_id
				from conference c join (%s) x on x.conference_id = c.id
				where %s order by c.registration_closes_at, c.id
				""".formatted(Answers.SQL.formatted(condition + " and i.organization_id = any(:units)"), answer))
			.param("units", viewer.unitIds().toArray(Long[]::new))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, number) -> new Obligation(titleKey, List.of(row.getString("title")), row.getString("code"),
					this.units.name(row.getLong("organization_id")), day(row.getTimestamp("registration_closes_at")),
					"/conferences/" + row.getLong("id") + "/attendees/units/" + row.getLong("organization_id"),
					Obligation.Kind.REGISTRATION))
			.list();
	}

	private List<Obligation> ofOffice(Viewer viewer) {
		List<Obligation> obligations = new ArrayList<>();
		this.jdbc
			.sql("""
					select c.id, c.code, c.title, c.registration_closes_at, count(*) as awaited
					from conference c join (%s) x on x.conference_id = c.id
					where %s
					group by c.id order by c.registration_closes_at, c.id
					""".formatted(Answers.SQL.formatted("c.status = 'ANNOUNCED' and c.registration_closes_at > :now"),
					Answers.REMINDABLE))
			.param("now", Timestamp.from(this.clock.instant()))
			.param("today", LocalDate.now(this.clock))
			.query((row) -> {
				obligations.add(new Obligation("attendance.obligation.remind",
						List.of(row.getInt("awaited"), row.getString("title")), row.getString("code"),
						viewer.unitName(), day(row.getTimestamp("registration_closes_at")),
						"/conferences/" + row.getLong("id") + "/attendees", Obligation.Kind.REGISTRATION));
			});
		return obligations;
	}

	private LocalDate day(Timestamp closes) {
		return (closes != null) ? closes.toInstant().atZone(this.clock.getZone()).toLocalDate() : null;
	}

}
