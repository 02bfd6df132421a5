package vn.nhactruong.attendance.checkin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.attendance.AttendanceAccess;
import vn.nhactruong.attendance.AttendeeStatus;
import vn.nhactruong.attendance.CheckInRow;
import vn.nhactruong.attendance.Codes;
import vn.nhactruong.attendance.Presence;
import vn.nhactruong.attendance.answer.Answers;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.Session;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.TextFolding;

/**
 * Attendance per half-day: the sheet, and each act of noting somebody with its verdict;
 * the only writer of marks and their log.
 */
@Service
@Transactional
public class CheckIns {

	private static final int NOON = 12;

	private static final int LOG_SHOWN = 10;

	private final Conferences conferences;

	private final AttendanceAccess access;

	private final Answers answers;

	private final UnitDirectory units;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CheckIns(Conferences conferences, AttendanceAccess access, Answers answers, UnitDirectory units, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.conferences = conferences;
		this.access = access;
		this.answers = answers;
		this.units = units;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The sheet of a half-day; four statements, however many attendees.
	 * @param sessionKey {@code null} for the half-day that is on, or the first one
	 * @param search part of a name, a unit or a code; {@code null} for everybody
	 */
	@Transactional(readOnly = true)
	public CheckInPage page(long conferenceId, String sessionKey, String search, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		this.access.requireSeesCheckIn(viewer);
		List<Session> sessions = conference.sessions();
		Session session = (sessionKey != null) ? sessions.stream()
			.filter((one) -> one.key().equals(sessionKey))
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("session", sessionKey)) : current(sessions);
		List<CheckInRow> everybody = sheet(conferenceId, session);
		List<CheckInRow> rows = everybody.stream().filter((row) -> matches(row, search)).toList();
		Map<Long, List<CheckInRow>> byUnit = new LinkedHashMap<>();
		rows.forEach((row) -> byUnit.computeIfAbsent(row.organizationId(), (unit) -> new ArrayList<>()).add(row));
		Map<Presence, Long> counts = new EnumMap<>(Presence.class);
		everybody.stream()
			.filter((row) -> row.presence() != null)
			.forEach((row) -> counts.merge(row.presence(), 1L, Long::sum));
		Map<String, Integer> there = there(conferenceId);
		return new CheckInPage(conference, session.key(), session.day(), session.half(),
				sessions.stream()
					.map((one) -> new CheckInPage.SessionTab(one.key(), one.day(), one.half(), one.equals(session),
							there.getOrDefault(one.key(), 0)))
					.toList(),
				byUnit.values()
					.stream()
					.map((unit) -> new CheckInPage.UnitGroup(unit.get(0).organizationId(), unit.get(0).unitName(),
							unit))
					.toList(),
				everybody.size(), count(counts, Presence.PRESENT), count(counts, Presence.LATE),
				count(counts, Presence.ABSENT), count(counts, Presence.EXCUSED),
				(int) everybody.stream().filter((row) -> row.presence() == null).count(), search,
				this.access.mayCheckIn(viewer, conference), LocalDate.now(this.clock).isBefore(conference.startsOn()),
				log(conferenceId, session));
	}

	/** Notes one attendee, or corrects what was noted. */
	public CheckIn mark(long conferenceId, String sessionKey, long attendeeId, Presence presence, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		this.access.requireCheckIn(viewer, conference);
		Session session = parse(sessionKey);
		Found found = lock("a.id = ?", attendeeId).filter((one) -> one.conferenceId() == conferenceId)
			.orElseThrow(() -> new NotVisibleException("attendee", attendeeId));
		return note(conference, session, found, presence, null, viewer);
	}

	/** Notes whoever carries this code as present; somebody already there stays as is. */
	public CheckIn enter(long conferenceId, String sessionKey, String typed, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		this.access.requireCheckIn(viewer, conference);
		Session session = parse(sessionKey);
		String code = Codes.plain((typed != null) ? typed : "");
		if (code.isEmpty()) {
			throw RuleViolation.at("code", "attendance.error.codeMissing");
		}
		Optional<Found> found = lock("a.code = ?", code);
		if (found.isEmpty()) {
			return logged(conference, session, null, code, CheckInVerdict.UNKNOWN, null, viewer);
		}
		if (found.get().conferenceId() != conferenceId) {
			return logged(conference, session, found.get(), code, CheckInVerdict.WRONG_CONFERENCE, null, viewer);
		}
		return note(conference, session, found.get(), Presence.PRESENT, code, viewer);
	}

	/**
	 * Notes everybody of a unit as present of whom nothing was noted yet.
	 * @return how many
	 */
	public int markUnit(long conferenceId, String sessionKey, long organizationId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		this.access.requireCheckIn(viewer, conference);
		Session session = parse(sessionKey);
		if (!conference.sessions().contains(session)) {
			throw new NotVisibleException("session", sessionKey);
		}
		List<Long> open = this.jdbc.sql("""
				select a.id from attendee a
				where a.conference_id = :conference and a.organization_id = :unit and %s
				    and not exists (select from presence_mark m
				        where m.attendee_id = a.id and m.day = :day and m.half = :half)
				order by a.id for update
				""".formatted(Answers.EXPECTED))
			.param("conference", conferenceId)
			.param("unit", organizationId)
			.param("day", session.day())
			.param("half", session.half().name())
			.query(Long.class)
			.list();
		open.forEach((attendee) -> mark(conferenceId, sessionKey, attendee, Presence.PRESENT, viewer));
		return open.size();
	}

	private CheckIn note(ConferenceSummary conference, Session session, Found found, Presence presence, String code,
			Viewer viewer) {
		if (!conference.sessions().contains(session)) {
			return logged(conference, session, found, code, CheckInVerdict.WRONG_SESSION, null, viewer);
		}
		if (!found.status().isExpected()) {
			return logged(conference, session, found, code, CheckInVerdict.WITHDRAWN, null, viewer);
		}
		Presence before = this.jdbc
			.sql("select presence from presence_mark where attendee_id = ? and day = ? and half = ?")
			.params(found.id(), session.day(), session.half().name())
			.query(String.class)
			.optional()
			.map(Presence::valueOf)
			.orElse(null);
		boolean codeOfSomebodyThere = code != null && before != null && before.isThere();
		if (before == presence || codeOfSomebodyThere) {
			return logged(conference, session, found, code, CheckInVerdict.ALREADY, before, viewer);
		}
		this.jdbc.sql("""
				insert into presence_mark (attendee_id, day, half, presence, marked_at, marked_by)
				values (:attendee, :day, :half, :presence, :now, :actor)
				on conflict (attendee_id, day, half) do update
				    set presence = excluded.presence, marked_at = excluded.marked_at, marked_by = excluded.marked_by
				""")
			.param("attendee", found.id())
			.param("day", session.day())
			.param("half", session.half().name())
			.param("presence", presence.name())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("actor", viewer.displayName())
			.update();
		this.events.publishEvent(new AuditedAct(viewer,
				(before != null) ? "attendance.audit.corrected" : "attendance.audit.checkedIn", "attendance",
				conference.id(), conference.code() + " " + found.fullName() + " · " + DateFormats.day(session.day()),
				new Changes().field("attendance.half." + session.half(), before, presence).list()));
		return logged(conference, session, found, code, CheckInVerdict.CHECKED_IN, presence, viewer);
	}

	private CheckIn logged(ConferenceSummary conference, Session session, Found found, String code,
			CheckInVerdict verdict, Presence presence, Viewer viewer) {
		this.jdbc.sql("""
				insert into check_in_log (conference_id, day, half, attendee_id, code, verdict, presence, account_id,
				    actor, logged_at)
				values (:conference, :day, :half, :attendee, :code, :verdict, :presence, :account, :actor, :now)
				""")
			.param("conference", conference.id())
			.param("day", session.day())
			.param("half", session.half().name())
			.param("attendee", (found != null) ? found.id() : null)
			.param("code", code)
			.param("verdict", verdict.name())
			.param("presence", (presence != null) ? presence.name() : null)
			.param("account", viewer.accountId())
			.param("actor", viewer.displayName())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		return new CheckIn(verdict, (found != null) ? found.id() : null, (found != null) ? found.fullName() : code,
				(found != null) ? this.units.name(found.organizationId()) : "", presence);
	}

	/** Two doors that note the same person wait for each other here. */
	private Optional<Found> lock(String condition, Object value) {
		return this.jdbc
			.sql("select a.id, a.conference_id, a.organization_id, a.full_name, a.status from attendee a where "
					+ condition + " for update")
			.param(value)
			.query((row, number) -> new Found(row.getLong("id"), row.getLong("conference_id"),
					row.getLong("organization_id"), row.getString("full_name"),
					AttendeeStatus.valueOf(row.getString("status"))))
			.optional();
	}

	/** Whoever is expected, and whoever was noted before somebody else came instead. */
	private List<CheckInRow> sheet(long conferenceId, Session session) {
		Map<Long, Integer> order = this.answers.order();
		return this.jdbc.sql("""
				select a.*, m.presence, m.marked_at
				from attendee a left join presence_mark m on m.attendee_id = a.id and m.day = :day and m.half = :half
				where a.conference_id = :conference and (%s or m.presence is not null)
				order by a.delegation_head desc, a.id
				""".formatted(Answers.EXPECTED))
			.param("conference", conferenceId)
			.param("day", session.day())
			.param("half", session.half().name())
			.query((row, number) -> {
				String presence = row.getString("presence");
				Timestamp markedAt = row.getTimestamp("marked_at");
				long unit = row.getLong("organization_id");
				return new CheckInRow(row.getLong("id"), unit, this.units.name(unit), row.getString("code"),
						row.getString("full_name"), row.getString("position"), row.getBoolean("delegation_head"),
						AttendeeStatus.valueOf(row.getString("status")),
						(presence != null) ? Presence.valueOf(presence) : null,
						(markedAt != null) ? markedAt.toInstant() : null);
			})
			.list()
			.stream()
			.sorted(Comparator.comparing((row) -> order.getOrDefault(row.organizationId(), order.size())))
			.toList();
	}

	private Map<String, Integer> there(long conferenceId) {
		Map<String, Integer> there = new LinkedHashMap<>();
		this.jdbc.sql("""
				select m.day, m.half, count(*) as present
				from attendee a join presence_mark m on m.attendee_id = a.id
				where a.conference_id = ? and m.presence in ('PRESENT', 'LATE')
				group by m.day, m.half
				""").param(conferenceId).query((row) -> {
			there.put(new Session(row.getObject("day", LocalDate.class), HalfDay.valueOf(row.getString("half"))).key(),
					row.getInt("present"));
		});
		return there;
	}

	private List<CheckInPage.LogLine> log(long conferenceId, Session session) {
		return this.jdbc.sql("""
				select l.*, a.full_name from check_in_log l left join attendee a on a.id = l.attendee_id
				where l.conference_id = ? and l.day = ? and l.half = ? order by l.id desc limit ?
				""").params(conferenceId, session.day(), session.half().name(), LOG_SHOWN).query((row, number) -> {
			String presence = row.getString("presence");
			return new CheckInPage.LogLine(row.getTimestamp("logged_at").toInstant(),
					(row.getString("full_name") != null) ? row.getString("full_name") : row.getString("code"),
					CheckInVerdict.valueOf(row.getString("verdict")),
					(presence != null) ? Presence.valueOf(presence) : null, row.getString("actor"));
		}).list();
	}

	private Session current(List<Session> sessions) {
		LocalDateTime now = LocalDateTime.now(this.clock);
		Session running = new Session(now.toLocalDate(), (now.getHour() < NOON) ? HalfDay.MORNING : HalfDay.AFTERNOON);
		return sessions.contains(running) ? running : sessions.get(0);
	}

	private static boolean matches(CheckInRow row, String search) {
		if (search == null || search.isBlank()) {
			return true;
		}
		String wanted = TextFolding.fold(search.strip());
		return TextFolding.fold(row.fullName() + " " + row.unitName() + " " + row.code()).contains(wanted);
	}

	private static int count(Map<Presence, Long> counts, Presence presence) {
		return counts.getOrDefault(presence, 0L).intValue();
	}

	/** A half-day as a URL names it; what is none leads nowhere. */
	private static Session parse(String key) {
		for (HalfDay half : HalfDay.values()) {
			String ending = "-" + half;
			if (key.endsWith(ending)) {
				try {
					return new Session(LocalDate.parse(key.substring(0, key.length() - ending.length())), half);
				}
				catch (java.time.format.DateTimeParseException ex) {
					break;
				}
			}
		}
		throw new NotVisibleException("session", key);
	}

	/**
	 * What came of one attempt.
	 *
	 * @param attendeeId {@code null} when the code is nobody's
	 * @param name the person, or the code when it is nobody's
	 */
	public record CheckIn(CheckInVerdict verdict, Long attendeeId, String name, String unitName, Presence presence) {
	}

	private record Found(long id, long conferenceId, long organizationId, String fullName, AttendeeStatus status) {
	}

}
