package vn.nhactruong.attendance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.attendance.answer.AnswerRow;
import vn.nhactruong.attendance.answer.Answers;
import vn.nhactruong.attendance.answer.Board;
import vn.nhactruong.attendance.answer.BoardView;
import vn.nhactruong.attendance.answer.Lock;
import vn.nhactruong.attendance.answer.RegisteredAttendees;
import vn.nhactruong.attendance.answer.UnitAnswer;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.InvitedUnit;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * The lists of attendees that invited units keep, and the office's view of all of them;
 * the only writer of attendees. A list the viewer may not see does not exist for them.
 */
@Service
@Transactional
public class Attendees {

	private static final Set<Role> UNIT_ROLES = EnumSet.of(Role.CLERK, Role.UNIT_HEAD);

	private static final Map<String, Comparator<AnswerRow>> SORTS = Map.of("quota",
			Comparator.comparing(AnswerRow::quota, Comparator.nullsLast(Comparator.naturalOrder())), "registered",
			Comparator.comparing(AnswerRow::registered), "confirmed", Comparator.comparing(AnswerRow::confirmed),
			"answer", Comparator.comparing(AnswerRow::answer));

	private final AttendeeRepository attendees;

	private final Conferences conferences;

	private final AttendanceAccess access;

	private final Answers answers;

	private final RegisteredAttendees registered;

	private final UnitDirectory units;

	private final Settings settings;

	private final Inbox inbox;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Attendees(AttendeeRepository attendees, Conferences conferences, AttendanceAccess access, Answers answers,
			RegisteredAttendees registered, UnitDirectory units, Settings settings, Inbox inbox, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.attendees = attendees;
		this.conferences = conferences;
		this.access = access;
		this.answers = answers;
		this.registered = registered;
		this.units = units;
		this.settings = settings;
		this.inbox = inbox;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** The answers of the units whose lists the viewer may see. */
	@Transactional(readOnly = true)
	Board board(long conferenceId, ListRequest list, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		List<AnswerRow> all = seen(conferenceId, viewer);
		BoardView view = list.constant("show", BoardView.class).orElseGet(() -> firstView(conference, viewer));
		return new Board(conference, view,
				Arrays.stream(BoardView.values())
					.map((one) -> new Board.ViewCount(one, count(all, one::shows)))
					.toList(),
				filtered(all, view, list), all.size(), count(all, BoardView.COMPLETE::shows),
				count(all, BoardView.SILENT::shows), count(all, BoardView.INCOMPLETE::shows),
				count(all, (row) -> row.answer() == UnitAnswer.DECLINED), count(all, AnswerRow::remindable),
				all.stream().filter((row) -> !row.complete() && !row.remindable()).map(AnswerRow::unitName).toList(),
				all.stream().mapToInt(AnswerRow::registered).sum(), all.stream().mapToInt(AnswerRow::travellers).sum(),
				all.stream().mapToInt(AnswerRow::lodgers).sum(), Lock.of(conference, this.clock),
				all.stream().anyMatch((row) -> this.access.mayChange(viewer, conference, row.organizationId())),
				this.access.mayRemind(viewer, conference));
	}

	/**
	 * Whoever watches all units sees first who is still awaited, as long as answers come.
	 */
	private BoardView firstView(ConferenceSummary conference, Viewer viewer) {
		boolean awaiting = conference.status() == ConferenceStatus.ANNOUNCED
				|| conference.status() == ConferenceStatus.IN_SESSION;
		return (viewer.wholeSector() && awaiting) ? BoardView.AWAITED : BoardView.ALL;
	}

	/** The list of one unit. */
	@Transactional(readOnly = true)
	UnitPage unit(long conferenceId, long organizationId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		this.access.requireVisible(viewer, organizationId);
		AnswerRow answer = this.answers.of(conferenceId)
			.stream()
			.filter((row) -> row.organizationId() == organizationId)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("invitation", organizationId));
		boolean mayChange = this.access.mayChange(viewer, conference, organizationId);
		boolean mayAnswer = this.access.keeps(viewer, organizationId)
				&& (viewer.is(Role.OFFICE) ? mayChange : conference.registrationOpen(this.clock.instant()));
		boolean declined = answer.answer() == UnitAnswer.DECLINED;
		return new UnitPage(conference, answer, rows(conferenceId, Set.of(organizationId), viewer),
				Lock.of(conference, this.clock), mayChange, this.access.mayConfirm(viewer, conference, organizationId),
				mayAnswer && !declined && answer.registered() == 0, mayAnswer && declined,
				this.access.keeps(viewer, organizationId) ? this.access.refusal(viewer, conference) : null,
				this.access.seesContacts(viewer, organizationId), viewer.wholeSector());
	}

	/**
	 * The list for whoever keeps it, whether it is open now or not.
	 * @throws NotAllowedException for who only reads it
	 */
	@Transactional(readOnly = true)
	UnitPage requireKeeper(long conferenceId, long organizationId, Viewer viewer) {
		UnitPage page = unit(conferenceId, organizationId, viewer);
		if (!this.access.keeps(viewer, organizationId)) {
			throw new NotAllowedException("answer");
		}
		return page;
	}

	/**
	 * The one unit whose list is all that the viewer sees of the conference, or
	 * {@code null} for whoever sees none or several.
	 */
	@Transactional(readOnly = true)
	Long onlyUnit(long conferenceId, Viewer viewer) {
		if (viewer.wholeSector()) {
			return null;
		}
		this.conferences.visible(conferenceId, viewer);
		List<Long> own = invitedUnits(conferenceId, viewer);
		return (own.size() == 1) ? own.get(0) : null;
	}

	/** The names of all attendees whom the viewer may see, unit by unit. */
	@Transactional(readOnly = true)
	List<AttendeeRow> names(long conferenceId, Viewer viewer) {
		this.conferences.visible(conferenceId, viewer);
		return rows(conferenceId, invitedUnits(conferenceId, viewer), viewer).stream()
			.filter((row) -> row.status().isExpected())
			.toList();
	}

	/**
	 * What the form for a new attendee needs to know.
	 * @param organizationId {@code null} where the viewer has only one unit, or is to
	 * choose
	 */
	@Transactional(readOnly = true)
	Registration registration(long conferenceId, Long organizationId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		List<AnswerRow> open = seen(conferenceId, viewer).stream()
			.filter((row) -> this.access.keeps(viewer, row.organizationId()))
			.toList();
		Long chosen = (organizationId == null && open.size() == 1) ? Long.valueOf(open.get(0).organizationId())
				: organizationId;
		AnswerRow unit = open.stream()
			.filter((row) -> Long.valueOf(row.organizationId()).equals(chosen))
			.findFirst()
			.orElse(null);
		if (chosen != null && unit == null) {
			this.access.requireVisible(viewer, chosen);
			throw this.access.keeps(viewer, chosen) ? new NotVisibleException("invitation", chosen)
					: new NotAllowedException("register");
		}
		if (open.isEmpty()) {
			throw new NotAllowedException("register");
		}
		return new Registration(conference, unit, open, Lock.of(conference, this.clock),
				this.settings.number(RuleKey.ATTENDEE_CONTACTS_KEPT, LocalDate.now(this.clock)));
	}

	/**
	 * The same for a form that was sent: a unit whose invitation was withdrawn meanwhile
	 * is a mistake at its field for whoever chooses among units, not a missing page.
	 */
	@Transactional(readOnly = true)
	Registration registrationOf(long conferenceId, AttendeeForm form, Errors mistakes, Viewer viewer) {
		Long unit = form.getOrganizationId();
		if (unit != null && viewer.is(Role.OFFICE)
				&& this.conferences.invitations(conferenceId).stream().noneMatch((it) -> it.organizationId() == unit)) {
			mistakes.rejectValue("organizationId", "attendance.error.unitNotInvited");
			return registration(conferenceId, null, viewer);
		}
		return registration(conferenceId, unit, viewer);
	}

	/**
	 * A form for the next attendee; the first of a unit leads its delegation.
	 * @throws RuleViolation while the list is closed to the viewer
	 */
	AttendeeForm blank(Registration registration, Viewer viewer) {
		String refusal = this.access.refusal(viewer, registration.conference());
		if (refusal != null) {
			throw RuleViolation.of(refusal);
		}
		AttendeeForm form = new AttendeeForm();
		if (registration.unit() != null) {
			form.setOrganizationId(registration.unit().organizationId());
			form.setDelegationHead(registration.unit().registered() == 0);
		}
		return form;
	}

	long register(long conferenceId, AttendeeForm form, Viewer viewer) {
		return register(conferenceId, form.getOrganizationId(), form.details(), viewer);
	}

	/**
	 * Puts a person on a unit's list.
	 * @param chosenUnit {@code null} where the viewer has only one unit
	 * @return the unit
	 */
	public long register(long conferenceId, Long chosenUnit, AttendeeDetails details, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		long organizationId = chosen(conferenceId, chosenUnit, viewer);
		this.access.requireChange(viewer, conference, organizationId);
		check(conference, details);
		requireRoom(hold(conferenceId, organizationId));
		requireNew(conferenceId, organizationId, null, details.fullName(), details.phone());
		requireNotWithdrawn(conferenceId, organizationId, details);
		if (details.delegationHead()) {
			moveHead(conference, organizationId, null, viewer);
		}
		Attendee attendee = this.attendees
			.saveAndFlush(new Attendee(conferenceId, organizationId, Codes.next(), details, this.clock.instant()));
		audit(viewer, "attendance.audit.registered", conference, attendee, changes(null, details));
		return organizationId;
	}

	/**
	 * An attendee as stored, for whoever keeps the list, whether it is open now or not.
	 * @throws NotAllowedException for who only reads it
	 */
	@Transactional(readOnly = true)
	AttendeeForm edit(long conferenceId, long attendeeId, Viewer viewer) {
		this.conferences.visible(conferenceId, viewer);
		Attendee attendee = find(conferenceId, attendeeId, viewer);
		if (!this.access.keeps(viewer, attendee.getOrganizationId())) {
			throw new NotAllowedException("register");
		}
		return AttendeeForm.of(attendee);
	}

	/** Who leads a unit's delegation, unless it is this attendee. */
	@Transactional(readOnly = true)
	Optional<String> otherHead(long conferenceId, long organizationId, Long attendeeId) {
		return this.jdbc.sql("""
				select full_name from attendee
				where conference_id = ? and organization_id = ? and delegation_head and id <> coalesce(?::bigint, 0)
				""").params(conferenceId, organizationId, attendeeId).query(String.class).optional();
	}

	/** Whether a change would undo the head's confirmation. */
	@Transactional(readOnly = true)
	boolean isConfirmed(long attendeeId) {
		return this.attendees.findById(attendeeId)
			.filter((attendee) -> attendee.getStatus() == AttendeeStatus.CONFIRMED)
			.isPresent();
	}

	/**
	 * Guards the opening of an attendee's form.
	 * @throws RuleViolation when the list is closed or the attendee no longer on it
	 */
	@Transactional(readOnly = true)
	void requireOpen(long conferenceId, long attendeeId, Viewer viewer) {
		requireExpected(changeable(this.conferences.visible(conferenceId, viewer), attendeeId, viewer));
	}

	/**
	 * Changes what is said of a person; what the head had confirmed is open again.
	 * @return whether a confirmation was lost
	 */
	boolean update(long conferenceId, long attendeeId, AttendeeForm form, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Attendee attendee = find(conferenceId, attendeeId, viewer);
		long organizationId = attendee.getOrganizationId();
		this.access.requireChange(viewer, conference, organizationId);
		requireExpected(attendee);
		form.requireVersion(attendee.getVersion(), () -> AttendeeForm.of(attendee));
		AttendeeDetails details = form.details();
		if (details.equals(attendee.details())) {
			return false;
		}
		Changes changes = changes(attendee.details(), details);
		check(conference, details);
		this.conferences.hold(conferenceId, organizationId);
		requireNew(conferenceId, organizationId, attendeeId, details.fullName(), details.phone());
		if (details.delegationHead() && !attendee.isDelegationHead()) {
			moveHead(conference, organizationId, attendeeId, viewer);
		}
		boolean confirmed = attendee.getStatus() == AttendeeStatus.CONFIRMED;
		attendee.change(details);
		this.attendees.saveAndFlush(attendee);
		audit(viewer, "attendance.audit.changed", conference, attendee, changes);
		return confirmed;
	}

	/**
	 * @return the unit
	 */
	long withdraw(long conferenceId, long attendeeId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Attendee attendee = changeable(conference, attendeeId, viewer);
		attendee.withdraw(this.clock.instant());
		audit(viewer, "attendance.audit.withdrawn", conference, attendee, new Changes());
		return attendee.getOrganizationId();
	}

	/**
	 * @return the unit
	 */
	long reinstate(long conferenceId, long attendeeId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Attendee attendee = changeable(conference, attendeeId, viewer);
		attendee.reinstate();
		requireRoom(hold(conferenceId, attendee.getOrganizationId()));
		requireNew(conferenceId, attendee.getOrganizationId(), attendeeId, attendee.getFullName(),
				attendee.details().phone());
		audit(viewer, "attendance.audit.reinstated", conference, attendee, new Changes());
		return attendee.getOrganizationId();
	}

	/**
	 * Sends somebody else in a person's place, with the chair's consent.
	 * @return the unit
	 */
	long substitute(long conferenceId, long attendeeId, SubstitutionForm form, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Attendee attendee = changeable(conference, attendeeId, viewer);
		if (!form.isConsent()) {
			throw RuleViolation.at("consent", "attendance.error.consentMissing");
		}
		long organizationId = attendee.getOrganizationId();
		this.conferences.hold(conferenceId, organizationId);
		String fullName = Names.tidy(form.getFullName());
		String phone = Phones.plain(form.getPhone());
		requireNew(conferenceId, organizationId, null, fullName, phone);
		Attendee substitute = attendee.substitute(Codes.next(), fullName, Names.tidy(form.getPosition()), phone,
				this.clock.instant());
		// Who leaves gives up the lead of the delegation before the other takes it.
		this.attendees.saveAndFlush(attendee);
		this.attendees.saveAndFlush(substitute);
		audit(viewer, "attendance.audit.substituted", conference, attendee, new Changes().field("attendance.substitute",
				attendee.getFullName() + ", " + attendee.getPosition(), fullName + ", " + substitute.getPosition()));
		return organizationId;
	}

	/**
	 * The head of the unit confirms the list as a whole; the office is told.
	 * @param organizationId {@code null} where the viewer has only one unit
	 * @return how many are on the list
	 */
	public int confirm(long conferenceId, Long organizationId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		long unit = chosen(conferenceId, organizationId, viewer);
		this.access.requireConfirm(viewer, conference, unit);
		this.conferences.hold(conferenceId, unit);
		List<Attendee> expected = this.attendees.findByConferenceIdAndOrganizationIdOrderById(conferenceId, unit)
			.stream()
			.filter((attendee) -> attendee.getStatus().isExpected())
			.toList();
		if (expected.isEmpty()) {
			throw RuleViolation.of("attendance.error.nobodyToConfirm");
		}
		if (expected.stream().noneMatch(Attendee::isDelegationHead)) {
			throw RuleViolation.of("attendance.error.noDelegationHead");
		}
		List<Attendee> open = expected.stream()
			.filter((attendee) -> attendee.getStatus() == AttendeeStatus.REGISTERED)
			.toList();
		if (open.isEmpty()) {
			throw RuleViolation.of("attendance.error.alreadyConfirmed");
		}
		open.forEach((attendee) -> attendee.confirm(this.clock.instant()));
		this.events.publishEvent(new AuditedAct(viewer, "attendance.audit.confirmed", "attendance", conferenceId,
				conference.code() + " " + this.units.name(unit),
				new Changes().field("attendance.confirmedNames", null, names(open)).list()));
		this.inbox.tellRoles(EnumSet.of(Role.OFFICE), "attendance.notice.confirmed",
				List.of(this.units.name(unit), conference.title(), String.valueOf(expected.size())),
				"/conferences/" + conferenceId + "/attendees/units/" + unit);
		return expected.size();
	}

	/** Reminds exactly the units whose answer is still awaited. */
	Reminded remind(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		this.access.requireRemind(viewer, conference);
		List<Long> awaited = this.answers.of(conferenceId)
			.stream()
			.filter(AnswerRow::remindable)
			.map(AnswerRow::organizationId)
			.toList();
		if (awaited.isEmpty()) {
			throw RuleViolation.of("attendance.error.nobodyToRemind");
		}
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.now(this.clock);
		int hours = this.settings.number(RuleKey.REMINDER_INTERVAL, today);
		List<Long> reminded = this.jdbc.sql("""
				insert into attendance_reminder (conference_id, organization_id, sent_at)
				select :conference, unit, :now from unnest(:units::bigint[]) unit
				on conflict (conference_id, organization_id) do update set sent_at = excluded.sent_at
				    where attendance_reminder.sent_at <= :before
				returning organization_id
				""")
			.param("conference", conferenceId)
			.param("units", awaited.toArray(Long[]::new))
			.param("now", Timestamp.from(now))
			.param("before", Timestamp.from(now.minus(Duration.ofHours(hours))))
			.query(Long.class)
			.list();
		if (reminded.isEmpty()) {
			throw RuleViolation.of("attendance.error.remindedLately", awaited.size(), hours);
		}
		Set<Long> holders = Set.copyOf(reminded.stream().map((unit) -> this.units.holderOn(unit, today).id()).toList());
		this.inbox.tellUnits(holders, UNIT_ROLES, "attendance.notice.reminder",
				List.of(conference.title(), DateFormats.moment(conference.registrationClosesAt())),
				"/conferences/" + conferenceId + "/attendees");
		this.events.publishEvent(new AuditedAct(viewer, "attendance.audit.reminded", "attendance", conferenceId,
				conference.code() + " " + conference.title(),
				new Changes().field("attendance.remindedUnits", null, String.join("; ", this.units.names(reminded)))
					.list()));
		return new Reminded(reminded.size(), awaited.size() - reminded.size(), hours);
	}

	/**
	 * Conferences in session, then the announced ones that are not over, with how far the
	 * answers have come; one statement.
	 */
	@Transactional(readOnly = true)
	public List<ConferenceProgress> progress(Viewer viewer) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return List.of();
		}
		String visible = viewer.wholeSector() ? "" : " and i.organization_id = any(:units)";
		String under = "(c.status = 'IN_SESSION' or c.status = 'ANNOUNCED' and c.ends_on >= :today)";
		return this.jdbc.sql("""
				select c.*, count(*) as invited, sum(x.registered) as registered,
				    count(*) filter (where x.complete) as answered
				from conference c join (%s) x on x.conference_id = c.id
				group by c.id order by c.status = 'IN_SESSION' desc, c.starts_on, c.id
				""".formatted(Answers.SQL.formatted(under + visible)))
			.param("today", LocalDate.now(this.clock))
			.param("units", viewer.unitIds().toArray(Long[]::new))
			.query((row, number) -> new ConferenceProgress(row.getLong("id"), row.getString("code"),
					row.getString("title"), ConferenceStatus.valueOf(row.getString("status")),
					row.getObject("starts_on", LocalDate.class), HalfDay.valueOf(row.getString("starts_half")),
					row.getObject("ends_on", LocalDate.class), HalfDay.valueOf(row.getString("ends_half")),
					row.getString("place"), row.getTimestamp("registration_closes_at").toInstant(),
					row.getInt("invited"), row.getInt("answered"), row.getInt("registered")))
			.list();
	}

	/**
	 * Forgets how attendees are reached and what they need on their way, once their
	 * conference lies far enough behind: personal data is kept no longer than needed (Law
	 * 91/2025/QH15). Who they are and that they were there stays, for the minutes. The
	 * time begins with the conclusion, and with the last day of a conference that has
	 * none, whatever became of it.
	 * @return of how many attendees
	 */
	int forgetContacts() {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate before = today.minusMonths(this.settings.number(RuleKey.ATTENDEE_CONTACTS_KEPT, today));
		List<Long> forgotten = this.jdbc.sql("""
				update attendee a set phone = null, email = null, travel = 'NONE', arrival_note = null, lodging = false,
				    lodging_from = null, lodging_to = null, note = null, contacts_forgotten_at = :now,
				    version = a.version + 1
				from conference c
				where c.id = a.conference_id and a.contacts_forgotten_at is null
				    and (c.concluded_at < :before or c.concluded_at is null and c.ends_on < :day)
				returning a.conference_id
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("before", Timestamp.from(before.atStartOfDay(this.clock.getZone()).toInstant()))
			.param("day", before)
			.query(Long.class)
			.list();
		Map<Long, ConferenceSummary> of = this.conferences.unguarded(forgotten);
		of.forEach((id, conference) -> this.events.publishEvent(new AuditedAct(Actor.system(),
				"attendance.audit.contactsForgotten", "attendance", id, conference.code() + " " + conference.title(),
				new Changes().field("attendance.forgotten", null, Collections.frequency(forgotten, id)).list())));
		return forgotten.size();
	}

	private List<AnswerRow> seen(long conferenceId, Viewer viewer) {
		return this.answers.of(conferenceId)
			.stream()
			.filter((row) -> this.access.sees(viewer, row.organizationId()))
			.toList();
	}

	private static List<AnswerRow> filtered(List<AnswerRow> all, BoardView view, ListRequest list) {
		Optional<OrganizationKind> kind = list.constant("kind", OrganizationKind.class);
		List<AnswerRow> rows = new ArrayList<>(
				all.stream().filter(view::shows).filter((row) -> kind.isEmpty() || row.kind() == kind.get()).toList());
		Map<String, Comparator<AnswerRow>> sorts = new HashMap<>(SORTS);
		sorts.put("unit", Comparator.comparing(all::indexOf));
		list.sortKey(sorts.keySet()).ifPresent((key) -> {
			boolean down = key.startsWith("-");
			Comparator<AnswerRow> order = sorts.get(down ? key.substring(1) : key);
			rows.sort(down ? order.reversed() : order);
		});
		return rows;
	}

	private static int count(List<AnswerRow> rows, Predicate<AnswerRow> kind) {
		return (int) rows.stream().filter(kind).count();
	}

	private List<Long> invitedUnits(long conferenceId, Viewer viewer) {
		return this.conferences.invitations(conferenceId)
			.stream()
			.map(InvitedUnit::organizationId)
			.filter((unit) -> this.access.sees(viewer, unit))
			.toList();
	}

	/** The unit meant: the one named, or the viewer's only one. */
	private long chosen(long conferenceId, Long organizationId, Viewer viewer) {
		if (organizationId != null) {
			this.access.requireVisible(viewer, organizationId);
			return organizationId;
		}
		List<Long> own = invitedUnits(conferenceId, viewer).stream().filter((unit) -> viewer.belongsTo(unit)).toList();
		if (own.size() == 1 && !viewer.wholeSector()) {
			return own.get(0);
		}
		if (own.isEmpty() && !viewer.is(Role.OFFICE)) {
			throw new NotAllowedException("register");
		}
		throw RuleViolation.at("organizationId", "attendance.error.unitMissing");
	}

	private Attendee find(long conferenceId, long attendeeId, Viewer viewer) {
		Attendee attendee = this.attendees.findByIdAndConferenceId(attendeeId, conferenceId)
			.orElseThrow(() -> new NotVisibleException("attendee", attendeeId));
		if (!this.access.sees(viewer, attendee.getOrganizationId())) {
			throw new NotVisibleException("attendee", attendeeId);
		}
		return attendee;
	}

	private Attendee changeable(ConferenceSummary conference, long attendeeId, Viewer viewer) {
		Attendee attendee = find(conference.id(), attendeeId, viewer);
		this.access.requireChange(viewer, conference, attendee.getOrganizationId());
		return attendee;
	}

	private static void requireExpected(Attendee attendee) {
		if (!attendee.getStatus().isExpected()) {
			throw RuleViolation.of("attendance.error.noLongerExpected", attendee.getFullName());
		}
	}

	private InvitedUnit hold(long conferenceId, long organizationId) {
		InvitedUnit invitation = this.conferences.hold(conferenceId, organizationId);
		if (invitation.declinedAt() != null) {
			throw RuleViolation.of("attendance.error.declined");
		}
		return invitation;
	}

	/**
	 * The invitation is held, so that the count is still true when the row is written.
	 */
	private void requireRoom(InvitedUnit invitation) {
		if (invitation.quota() == null) {
			return;
		}
		if (this.registered.registered(invitation.conferenceId(), invitation.organizationId()) >= invitation.quota()) {
			throw RuleViolation.of("attendance.error.quotaFull", invitation.quota());
		}
	}

	private void requireNew(long conferenceId, long organizationId, Long except, String fullName, String phone) {
		boolean known = this.jdbc.sql("""
				select exists (select from attendee a
				    where a.conference_id = ? and a.organization_id = ? and a.id <> coalesce(?::bigint, 0)
				        and fold(a.full_name) = fold(?) and a.phone = ? and\s""" + Answers.EXPECTED + ")")
			.params(conferenceId, organizationId, except, fullName, phone)
			.query(Boolean.class)
			.single();
		if (known) {
			throw RuleViolation.at("fullName", "attendance.error.duplicate", fullName);
		}
	}

	/** Who was withdrawn comes back on their own line: a second one would tell two. */
	private void requireNotWithdrawn(long conferenceId, long organizationId, AttendeeDetails details) {
		boolean withdrawn = this.jdbc.sql("""
				select exists (select from attendee a
				    where a.conference_id = ? and a.organization_id = ? and a.status = 'WITHDRAWN'
				        and fold(a.full_name) = fold(?) and a.phone = ?)
				""")
			.params(conferenceId, organizationId, details.fullName(), details.phone())
			.query(Boolean.class)
			.single();
		if (withdrawn) {
			throw RuleViolation.at("fullName", "attendance.error.withdrawnBefore", details.fullName());
		}
	}

	/** A delegation has one head: who leads it so far becomes one of its members. */
	private void moveHead(ConferenceSummary conference, long organizationId, Long except, Viewer viewer) {
		this.jdbc.sql("""
				update attendee set delegation_head = false, version = version + 1
				where conference_id = ? and organization_id = ? and delegation_head and id <> coalesce(?::bigint, 0)
				returning full_name
				""")
			.params(conference.id(), organizationId, except)
			.query(String.class)
			.list()
			.forEach((former) -> audit(viewer, "attendance.audit.changed", conference, former, organizationId,
					new Changes().field("attendeeForm.delegationHead", true, false)));
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that is wrong about travel and lodging, however
	 * little of the form is filled in
	 */
	@Transactional(readOnly = true)
	void check(long conferenceId, AttendeeForm form, Viewer viewer) {
		check(this.conferences.visible(conferenceId, viewer), form.details());
	}

	private static void check(ConferenceSummary conference, AttendeeDetails details) {
		LocalDate first = conference.startsOn().minusDays(1);
		LocalDate from = details.lodgingFrom();
		LocalDate to = details.lodgingTo();
		RuleViolation.checkAll(() -> {
			if (details.travel() != null && details.travel() != TravelNeed.NONE && details.arrivalNote() == null) {
				throw RuleViolation.at("arrivalNote", "attendance.error.arrivalMissing");
			}
		}, () -> {
			if (details.lodging()) {
				checkNight("lodgingFrom", from, first, conference.endsOn());
			}
		}, () -> {
			if (details.lodging() && from != null && to != null && to.isBefore(from)) {
				throw RuleViolation.at("lodgingTo", "attendance.error.lodgingOrder");
			}
			if (details.lodging()) {
				checkNight("lodgingTo", to, first, conference.endsOn());
			}
		});
	}

	private static void checkNight(String field, LocalDate night, LocalDate first, LocalDate last) {
		if (night == null) {
			throw RuleViolation.at(field, "attendance.error.lodgingMissing");
		}
		if (night.isBefore(first) || night.isAfter(last)) {
			throw RuleViolation.at(field, "attendance.error.lodgingOutside", DateFormats.day(first),
					DateFormats.day(last));
		}
	}

	/** The rows of these units in the order of the register; two statements. */
	private List<AttendeeRow> rows(long conferenceId, Collection<Long> organizationIds, Viewer viewer) {
		Long[] wanted = organizationIds.toArray(Long[]::new);
		Map<Long, List<AttendeeRow.Noted>> noted = new HashMap<>();
		this.jdbc.sql("""
				select m.attendee_id, m.day, m.half, m.presence
				from attendee a join presence_mark m on m.attendee_id = a.id
				where a.conference_id = :conference and a.organization_id = any(:units)
				order by m.day, m.half desc
				""").param("conference", conferenceId).param("units", wanted).query((row) -> {
			noted.computeIfAbsent(row.getLong("attendee_id"), (id) -> new ArrayList<>())
				.add(new AttendeeRow.Noted(row.getObject("day", LocalDate.class), row.getString("half"),
						Presence.valueOf(row.getString("presence"))));
		});
		Map<Long, Integer> order = this.answers.order();
		return this.jdbc.sql("""
				select a.*, b.full_name as substitute_for
				from attendee a left join attendee b on b.id = a.substitute_for_id
				where a.conference_id = :conference and a.organization_id = any(:units)
				order by (a.status in ('REGISTERED', 'CONFIRMED')) desc, a.delegation_head desc, a.id
				""").param("conference", conferenceId).param("units", wanted).query((row, number) -> {
			long unit = row.getLong("organization_id");
			boolean contacts = this.access.seesContacts(viewer, unit);
			String rank = row.getString("rank");
			return new AttendeeRow(row.getLong("id"), unit, this.units.name(unit), row.getString("code"),
					row.getString("full_name"), row.getString("position"),
					(rank != null) ? CivilRank.valueOf(rank) : null, contacts ? row.getString("phone") : null,
					contacts ? row.getString("email") : null, TravelNeed.valueOf(row.getString("travel")),
					row.getString("arrival_note"), row.getBoolean("lodging"),
					row.getObject("lodging_from", LocalDate.class), row.getObject("lodging_to", LocalDate.class),
					row.getBoolean("delegation_head"), row.getString("note"),
					AttendeeStatus.valueOf(row.getString("status")), row.getString("substitute_for"),
					noted.getOrDefault(row.getLong("id"), List.of()));
		})
			.list()
			.stream()
			.sorted(Comparator.comparing((row) -> order.getOrDefault(row.organizationId(), order.size())))
			.toList();
	}

	/**
	 * The audit is kept for good, contacts are not: of them it says that, not what.
	 */
	private static Changes changes(AttendeeDetails before, AttendeeDetails after) {
		Changes changes = new Changes();
		changes.field("attendeeForm.fullName", (before != null) ? before.fullName() : null, after.fullName());
		changes.field("attendeeForm.position", (before != null) ? before.position() : null, after.position());
		secret(changes, "attendeeForm.phone", (before != null) ? before.phone() : null, after.phone(), Phones::masked);
		secret(changes, "attendeeForm.email", (before != null) ? before.email() : null, after.email(),
				Attendees::hidden);
		changes.field("attendeeForm.rank", (before != null) ? before.rank() : null, after.rank());
		changes.field("attendeeForm.travel", (before != null) ? before.travel() : null, after.travel());
		secret(changes, "attendeeForm.arrivalNote", (before != null) ? before.arrivalNote() : null, after.arrivalNote(),
				Attendees::hidden);
		changes.field("attendeeForm.lodging", (before != null) ? nights(before) : null, nights(after));
		changes.field("attendeeForm.delegationHead", (before != null) ? before.delegationHead() : false,
				after.delegationHead());
		secret(changes, "attendeeForm.note", (before != null) ? before.note() : null, after.note(), Attendees::hidden);
		return changes;
	}

	/** Notes that a text changed even where that cannot be seen of it. */
	private static void secret(Changes changes, String label, String before, String after,
			UnaryOperator<String> hiding) {
		String was = hiding.apply(before);
		String is = hiding.apply(after);
		boolean unseen = Objects.equals(was, is) && !Objects.equals(before, after);
		changes.field(label, was, unseen ? "attendance.changedUnseen" : is);
	}

	private static String hidden(String text) {
		return (text != null) ? Phones.HIDDEN : null;
	}

	private static String nights(AttendeeDetails details) {
		return details.lodging() ? DateFormats.day(details.lodgingFrom()) + " – " + DateFormats.day(details.lodgingTo())
				: "";
	}

	private static String names(List<Attendee> attendees) {
		return String.join("; ",
				attendees.stream().map((attendee) -> attendee.getFullName() + ", " + attendee.getPosition()).toList());
	}

	private void audit(Viewer viewer, String action, ConferenceSummary conference, Attendee attendee, Changes changes) {
		audit(viewer, action, conference, attendee.getFullName(), attendee.getOrganizationId(), changes);
	}

	private void audit(Viewer viewer, String action, ConferenceSummary conference, String fullName, long organizationId,
			Changes changes) {
		this.events.publishEvent(new AuditedAct(viewer, action, "attendance", conference.id(),
				conference.code() + " " + fullName + " (" + this.units.name(organizationId) + ")", changes.list()));
	}

	/**
	 * What the registration form needs to know.
	 *
	 * @param unit the unit meant, or {@code null} while it is to be chosen
	 * @param units those to choose from
	 * @param monthsKept how long contacts are kept after the conclusion
	 */
	record Registration(ConferenceSummary conference, AnswerRow unit, List<AnswerRow> units, Lock lock,
			int monthsKept) {
	}

	/**
	 * How many units were reminded now, and how many had been within the last hours.
	 */
	record Reminded(int reminded, int lately, int hours) {
	}

}
