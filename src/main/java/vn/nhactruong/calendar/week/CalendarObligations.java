package vn.nhactruong.calendar.week;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarDrafts.Draft;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarNotices;
import vn.nhactruong.calendar.CalendarPublished;
import vn.nhactruong.calendar.CalendarRelease;
import vn.nhactruong.calendar.CalendarReleaseRepository;
import vn.nhactruong.calendar.CalendarWeek;
import vn.nhactruong.calendar.CalendarWeekRepository;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.WeekStatus;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.Obligation.Kind;
import vn.nhactruong.notification.ObligationSource;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

/**
 * What is to be done about the leaders' weeks: the office arranges, submits and
 * publishes, leaders approve, units mend what came back. A week is due on its Monday.
 */
@Component
public class CalendarObligations implements ObligationSource {

	private final CalendarWeekRepository weeks;

	private final CalendarReleaseRepository releases;

	private final CalendarDrafts drafts;

	private final CalendarAccess access;

	private final CalendarPublished published;

	private final UnitDirectory units;

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarObligations(CalendarWeekRepository weeks, CalendarReleaseRepository releases, CalendarDrafts drafts,
			CalendarAccess access, CalendarPublished published, UnitDirectory units, JdbcClient jdbc, Clock clock) {
		this.weeks = weeks;
		this.releases = releases;
		this.drafts = drafts;
		this.access = access;
		this.published = published;
		this.units = units;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Obligation> obligationsOf(Viewer viewer) {
		Week current = Week.of(LocalDate.now(this.clock));
		if (viewer.is(Role.OFFICE)) {
			return ofOffice(current);
		}
		if (viewer.is(Role.LEADER)) {
			return this.weeks.findByMondayGreaterThanEqualOrderByMonday(current.monday())
				.stream()
				.filter((week) -> week.getStatus() == WeekStatus.SUBMITTED)
				.map((week) -> obligation("calendar.obligation.approve", List.of(week.week().number()), week.week(),
						Kind.DECISION))
				.toList();
		}
		return this.access.mayRegister(viewer) ? ofUnit(viewer, current) : List.of();
	}

	private List<Obligation> ofOffice(Week current) {
		List<CalendarWeek> ahead = this.weeks.findByMondayGreaterThanEqualOrderByMonday(current.monday());
		Map<Long, CalendarRelease> newest = this.releases.newestFrom(current.monday())
			.stream()
			.collect(Collectors.toMap(CalendarRelease::getWeekId, Function.identity()));
		List<Draft> drafts = this.drafts.of(ahead);
		List<Obligation> obligations = new ArrayList<>();
		// A trip of several weeks is decided once.
		Set<String> asked = new HashSet<>();
		for (int i = 0; i < ahead.size(); i++) {
			CalendarWeek week = ahead.get(i);
			Draft draft = drafts.get(i);
			int number = draft.week().number();
			List<CalendarLine> waiting = draft.proposed().stream().filter((line) -> asked.add(line.thing())).toList();
			if (!waiting.isEmpty()) {
				LocalDate first = waiting.get(0).day();
				obligations.add(new Obligation("calendar.obligation.arrange", List.of(waiting.size(), number), null,
						null, first, CalendarNotices.url(draft.week()), Kind.TASK));
			}
			boolean outdated = week.differsFromApproved(draft.fingerprint());
			boolean near = !draft.week().monday().isAfter(current.next().monday());
			if (outdated || week.getStatus() == WeekStatus.OPEN && near && !draft.lines().isEmpty()) {
				obligations.add(obligation("calendar.obligation.submit", List.of(number), draft.week(), Kind.TASK));
			}
			if (week.getStatus() == WeekStatus.APPROVED && !outdated) {
				obligations
					.add(obligation("calendar.obligation.publish", List.of(number), draft.week(), Kind.DECISION));
			}
			CalendarRelease release = newest.get(week.getId());
			if (release != null
					&& !CalendarChange.between(release.lines(), draft.lines(), this.published::names).isEmpty()) {
				obligations
					.add(new Obligation("calendar.obligation.publishChange", List.of(number, release.getNumber() + 1),
							null, null, LocalDate.now(this.clock), CalendarNotices.url(draft.week()), Kind.DECISION));
			}
		}
		return obligations;
	}

	private List<Obligation> ofUnit(Viewer viewer, Week current) {
		return this.jdbc.sql("""
				select '/calendar/entries/' || id as url, title, day, registered_unit_id from calendar_entry
				where registered_unit_id = any(:units) and status = 'RETURNED' and day >= :from
				union all
				select '/calendar/trips/' || id, title, starts_on, registered_unit_id from business_trip
				where registered_unit_id = any(:units) and status = 'RETURNED' and ends_on >= :from
				order by day, url
				""")
			.param("units", viewer.unitIds().toArray(Long[]::new))
			.param("from", current.monday())
			.query((row, number) -> new Obligation("calendar.obligation.amend", List.of(row.getString("title")), null,
					this.units.name(row.getLong("registered_unit_id")), row.getObject("day", LocalDate.class),
					row.getString("url"), Kind.TASK))
			.list();
	}

	private static Obligation obligation(String key, List<Object> arguments, Week week, Kind kind) {
		return new Obligation(key, arguments, null, null, week.monday(), CalendarNotices.url(week), kind);
	}

}
