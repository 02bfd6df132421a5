package vn.nhactruong.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarDrafts.Draft;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.StaleVersionException;

/**
 * The leaders' weeks as wholes: submitted, approved, published and published anew; the
 * only writer of weeks, their releases, overrides and who has read the changes.
 */
@Service
@Transactional
public class CalendarWeeks {

	private final CalendarWeekRepository weeks;

	private final CalendarReleaseRepository releases;

	private final CalendarDrafts drafts;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CalendarWeeks(CalendarWeekRepository weeks, CalendarReleaseRepository releases, CalendarDrafts drafts,
			CalendarAccess access, UnitDirectory units, JdbcClient jdbc, ApplicationEventPublisher events,
			Clock clock) {
		this.weeks = weeks;
		this.releases = releases;
		this.drafts = drafts;
		this.access = access;
		this.units = units;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Optional<CalendarWeek> find(Week week) {
		return this.weeks.findByMonday(week.monday());
	}

	/** Those of the weeks from one to another that anybody has worked on. */
	@Transactional(readOnly = true)
	public List<CalendarWeek> between(Week first, Week last) {
		return this.weeks.findByMondayBetween(first.monday(), last.monday());
	}

	/**
	 * The week of an entry.
	 * @throws NotVisibleException when there is no such entry
	 */
	@Transactional(readOnly = true)
	public Week ofEntry(long entryId) {
		return this.jdbc
			.sql("select w.monday from calendar_week w join calendar_entry e on e.week_id = w.id where e.id = ?")
			.param(entryId)
			.query(LocalDate.class)
			.optional()
			.map(Week::new)
			.orElseThrow(() -> new NotVisibleException("calendar entry", entryId));
	}

	/**
	 * The week for a change of it, made when nobody has worked on it yet. Held until the
	 * transaction ends: what is approved or published is what was there.
	 */
	public CalendarWeek hold(Week week) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('calendar'), ?)")
			.param((int) week.monday().toEpochDay())
			.query((row) -> {
			});
		return find(week).orElseGet(() -> this.weeks.saveAndFlush(new CalendarWeek(week)));
	}

	/**
	 * Notes that what would go out changed; an approval holds for what was approved only.
	 */
	public void changed(CalendarWeek week, Viewer viewer) {
		if (week.reopen()) {
			this.weeks.saveAndFlush(week);
			audit(viewer, "calendar.audit.reopened", week,
					new Changes().field("calendar.week.status", WeekStatus.APPROVED, WeekStatus.OPEN));
		}
	}

	/** Asks a leader to look at the week. */
	public void submit(Week which, Viewer viewer) {
		this.access.requireArranger(viewer);
		requireNotOver(which);
		CalendarWeek week = hold(which);
		Draft draft = this.drafts.of(which, week.getId());
		if (draft.lines().isEmpty()) {
			throw RuleViolation.of("calendar.error.empty");
		}
		if (week.differsFromApproved(draft.fingerprint())) {
			changed(week, viewer);
		}
		week.submit();
		this.weeks.saveAndFlush(week);
		audit(viewer, "calendar.audit.submitted", week,
				new Changes().field("calendar.week.status", WeekStatus.OPEN, WeekStatus.SUBMITTED));
		this.events.publishEvent(new WeekSubmitted(week.getId()));
	}

	/** Asks a leader to look at the week, whatever is seen of it. */
	public void submit(LocalDate day, Viewer viewer) {
		submit(Week.of(day), viewer);
	}

	/**
	 * A leader agrees.
	 * @param seen what the leader saw, so that nothing else gets approved; {@code null}
	 * trusts what is there
	 */
	public void approve(Week which, String seen, Viewer viewer) {
		this.access.requireApprover(viewer);
		requireNotOver(which);
		CalendarWeek week = hold(which);
		Draft draft = requireSeen(which, week, seen);
		week.approve(draft.fingerprint(), viewer.accountId(), viewer.displayName(), this.clock.instant());
		this.weeks.saveAndFlush(week);
		audit(viewer, "calendar.audit.approved", week,
				new Changes().field("calendar.week.status", WeekStatus.SUBMITTED, WeekStatus.APPROVED));
	}

	public void approve(LocalDate day, Viewer viewer) {
		approve(Week.of(day), null, viewer);
	}

	/** A leader wants the week otherwise, and says how. */
	public void sendBack(Week which, CalendarReasonForm form, Viewer viewer) {
		this.access.requireApprover(viewer);
		CalendarWeek week = hold(which);
		if (week.getStatus() == WeekStatus.SUBMITTED && week.getVersion() != form.getVersion()) {
			throw new StaleVersionException(CalendarReasonForm.of(week.getVersion()));
		}
		week.sendBack(form.getReason(), viewer.displayName());
		this.weeks.saveAndFlush(week);
		audit(viewer, "calendar.audit.sentBack", week,
				new Changes().field("calendar.week.status", WeekStatus.SUBMITTED, WeekStatus.OPEN)
					.field("calendarReasonForm.reason", null, form.getReason()));
		this.events.publishEvent(new WeekSentBack(week.getId()));
	}

	/** Guards the form before what was typed is looked at. */
	public void requireApprover(Viewer viewer) {
		this.access.requireApprover(viewer);
	}

	/** The week for the form in which a leader says what should be otherwise. */
	@Transactional(readOnly = true)
	public CalendarWeek returnable(Week which, Viewer viewer) {
		this.access.requireApprover(viewer);
		CalendarWeek week = find(which).orElseGet(() -> new CalendarWeek(which));
		if (week.getStatus() != WeekStatus.SUBMITTED) {
			throw RuleViolation.of(week.getStatus().refusal());
		}
		return week;
	}

	/**
	 * Publishes the week as its next version.
	 * @param seen what the publisher saw; {@code null} trusts what is there
	 * @return the version's number
	 */
	public int release(Week which, String seen, Viewer viewer) {
		this.access.requireArranger(viewer);
		requireNotOver(which);
		CalendarWeek week = hold(which);
		Draft draft = requireSeen(which, week, seen);
		if (week.differsFromApproved(draft.fingerprint())) {
			throw RuleViolation.of("calendar.error.changedSinceApproval");
		}
		long open = blocking(draft, week).size();
		if (open > 0) {
			throw RuleViolation.of("calendar.error.clashes", open);
		}
		CalendarRelease last = this.releases.findByWeekIdAndNumber(week.getId(), week.getReleasedNumber()).orElse(null);
		if (last != null && CalendarChange.between(last.lines(), draft.lines(), (ids) -> names(ids)).isEmpty()) {
			throw RuleViolation.of("calendar.error.unchanged", last.getNumber());
		}
		int number = week.release();
		this.weeks.saveAndFlush(week);
		this.releases.saveAndFlush(new CalendarRelease(week.getId(), number, draft.lines(), last, viewer.displayName(),
				this.clock.instant()));
		audit(viewer, "calendar.audit.released", week,
				new Changes().field("calendar.releaseNumber", (number == 1) ? null : number - 1, number));
		known(week, number, viewer);
		this.events.publishEvent(new WeekReleased(week.getId(), number));
		return number;
	}

	public int release(LocalDate day, Viewer viewer) {
		return release(Week.of(day), null, viewer);
	}

	/** The clashes that nobody has answered for. */
	private List<Clash> blocking(Draft draft, CalendarWeek week) {
		Map<String, Reason> overrides = overrides(week.getId());
		return Clashes.of(draft.lines()).stream().filter((clash) -> !overrides.containsKey(clash.key())).toList();
	}

	/** The reasons given so far, by clash. */
	@Transactional(readOnly = true)
	public Map<String, Reason> overrides(Long weekId) {
		Map<String, Reason> overrides = new LinkedHashMap<>();
		if (weekId != null) {
			this.jdbc.sql("select clash, reason, granted_by from calendar_override where week_id = ? order by id")
				.param(weekId)
				.query((row, number) -> Map.entry(row.getString(1), new Reason(row.getString(2), row.getString(3))))
				.list()
				.forEach((entry) -> overrides.put(entry.getKey(), entry.getValue()));
		}
		return overrides;
	}

	/**
	 * The clash for the form in which its reason is given.
	 * @throws NotVisibleException when there is no such clash any more
	 */
	@Transactional(readOnly = true)
	public Clash clash(Week which, String key, Viewer viewer) {
		this.access.requireArranger(viewer);
		Draft draft = this.drafts.of(which, find(which).map(CalendarWeek::getId).orElse(null));
		return Clashes.of(draft.lines())
			.stream()
			.filter((clash) -> clash.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("clash", key));
	}

	/** Lets the week go out in spite of one clash. */
	public void override(Week which, String key, String reason, Viewer viewer) {
		this.access.requireArranger(viewer);
		requireNotOver(which);
		CalendarWeek week = hold(which);
		Clash clash = clash(which, key, viewer);
		int added = this.jdbc.sql("""
				insert into calendar_override (week_id, clash, reason, granted_by, granted_at) values (?, ?, ?, ?, ?)
				on conflict do nothing
				""")
			.params(week.getId(), key, reason, viewer.displayName(), Timestamp.from(this.clock.instant()))
			.update();
		if (added == 0) {
			throw RuleViolation.of("calendar.error.overridden");
		}
		audit(viewer, "calendar.audit.overridden", week,
				new Changes()
					.field("calendar.clash", null,
							clash.first().title() + " (" + CalendarChange.when(clash.first()) + ") / "
									+ clash.second().title() + " (" + CalendarChange.when(clash.second()) + ")")
					.field("calendarReasonForm.reason", null, reason));
	}

	/** Notes that the viewer has read the changes up to a version. */
	public void acknowledge(Week which, int number, Viewer viewer) {
		this.access.requireReader(viewer);
		CalendarWeek week = find(which).filter((found) -> number > 0 && number <= found.getReleasedNumber())
			.orElseThrow(() -> new NotVisibleException("release", number));
		known(week, number, viewer);
	}

	/** Whoever published the changes need not be told. */
	private void known(CalendarWeek week, int number, Viewer viewer) {
		this.jdbc.sql("""
				insert into calendar_acknowledgement (week_id, account_id, number, acknowledged_at) values (?, ?, ?, ?)
				on conflict (week_id, account_id) do update
				set number = greatest(calendar_acknowledgement.number, excluded.number),
				    acknowledged_at = excluded.acknowledged_at
				""").params(week.getId(), viewer.accountId(), number, Timestamp.from(this.clock.instant())).update();
	}

	private Draft requireSeen(Week which, CalendarWeek week, String seen) {
		Draft draft = this.drafts.of(which, week.getId());
		if (seen != null && !seen.equals(draft.fingerprint())) {
			throw RuleViolation.of("calendar.error.draftChanged");
		}
		return draft;
	}

	private void requireNotOver(Week week) {
		if (week.isOver(LocalDate.now(this.clock))) {
			throw RuleViolation.of("calendar.error.weekOver", week.number());
		}
	}

	private String names(Collection<Long> ids) {
		return String.join("; ", this.units.names(ids));
	}

	private void audit(Viewer viewer, String action, CalendarWeek week, Changes changes) {
		this.events.publishEvent(new AuditedAct(
				viewer, action, "calendar", week.getId(), week.week().key() + " ("
						+ DateFormats.day(week.week().monday()) + " – " + DateFormats.day(week.week().sunday()) + ")",
				changes.list()));
	}

	/** Why a clash is accepted, and by whom. */
	public record Reason(String reason, String by) {
	}

}
