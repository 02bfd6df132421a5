package vn.nhactruong.conference;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/**
 * Conferences and their invitations; the only writer of both. Every finder takes the
 * viewer: what they may not see does not exist for them.
 */
@Service
@Transactional
public class Conferences {

	private final ConferenceRepository conferences;

	private final InvitationRepository invitations;

	private final ConferenceAccess access;

	private final UnitDirectory units;

	private final ObjectProvider<RegistrationCount> registrations;

	private final ObjectProvider<ConferenceOrigins> origins;

	private final ObjectProvider<ConferencePaper> papers;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Conferences(ConferenceRepository conferences, InvitationRepository invitations, ConferenceAccess access,
			UnitDirectory units, ObjectProvider<RegistrationCount> registrations,
			ObjectProvider<ConferenceOrigins> origins, ObjectProvider<ConferencePaper> papers, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.conferences = conferences;
		this.invitations = invitations;
		this.access = access;
		this.units = units;
		this.registrations = registrations;
		this.origins = origins;
		this.papers = papers;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The conference, if the viewer may see it.
	 * @throws NotVisibleException otherwise, whether it exists or not
	 */
	@Transactional(readOnly = true)
	public ConferenceSummary visible(long id, Viewer viewer) {
		return ConferenceSummary.of(load(id, viewer));
	}

	/**
	 * The conference, unless it isn't this viewer's to see: for what is shown beside
	 * something else. An exception would end the transaction of whoever asks.
	 */
	@Transactional(readOnly = true)
	public Optional<ConferenceSummary> ifVisible(long id, Viewer viewer) {
		return look(id, viewer).map(ConferenceSummary::of);
	}

	/**
	 * The conference for whoever organises it.
	 * @throws NotVisibleException when the viewer may not see it
	 * @throws NotAllowedException when the viewer may see but not organise it
	 */
	@Transactional(readOnly = true)
	public ConferenceSummary organised(long id, Viewer viewer) {
		return ConferenceSummary.of(loadOrganised(id, viewer));
	}

	/** For work that no viewer asked for, such as telling people of an event. */
	@Transactional(readOnly = true)
	public ConferenceSummary unguarded(long id) {
		return ConferenceSummary.of(find(id));
	}

	/** Who presides, in the order of the invitation; unguarded. */
	@Transactional(readOnly = true)
	public List<ConferencePerson> chairs(long id) {
		return this.conferences.findWithPersonsById(id)
			.map(Conference::getPersons)
			.orElse(List.of())
			.stream()
			.filter((person) -> person.getPart() == ConferencePerson.Part.CHAIR)
			.toList();
	}

	/** Several conferences at once, unguarded: for lists that were filtered already. */
	@Transactional(readOnly = true)
	public Map<Long, ConferenceSummary> unguarded(Collection<Long> ids) {
		return this.conferences.findAllById(Set.copyOf(ids))
			.stream()
			.collect(Collectors.toMap(Conference::getId, ConferenceSummary::of));
	}

	/** All invitations of a conference, in the order of the register of units. */
	@Transactional(readOnly = true)
	public List<InvitedUnit> invitations(long conferenceId) {
		return inOrder(conferenceId).map(Conferences::invited).toList();
	}

	private Stream<Invitation> inOrder(long conferenceId) {
		Map<Long, Integer> order = new LinkedHashMap<>();
		this.units.all().forEach((unit) -> order.put(unit.id(), order.size()));
		return this.invitations.findByConferenceId(conferenceId)
			.stream()
			.sorted(Comparator.comparing((invitation) -> order.getOrDefault(invitation.getOrganizationId(), 0)));
	}

	/**
	 * Holds a unit's invitation until the transaction ends, so that what is decided from
	 * its quota and answer stays true: nobody registers, declines or changes the quota
	 * meanwhile.
	 * @throws NotVisibleException when the unit is not invited
	 */
	public InvitedUnit hold(long conferenceId, long organizationId) {
		return this.jdbc.sql("""
				select id, quota, participants, declined_at, decline_reason from invitation
				where conference_id = ? and organization_id = ? for update
				""")
			.params(conferenceId, organizationId)
			.query((row, number) -> new InvitedUnit(row.getLong("id"), conferenceId, organizationId,
					row.getObject("quota", Integer.class), row.getString("participants"),
					(row.getTimestamp("declined_at") != null) ? row.getTimestamp("declined_at").toInstant() : null,
					row.getString("decline_reason")))
			.optional()
			.orElseThrow(() -> new NotVisibleException("invitation", organizationId));
	}

	/** Plans a new conference. */
	public long create(ConferencePlan plan, Viewer viewer) {
		return create(plan, null, viewer);
	}

	/**
	 * Plans a new conference.
	 * @param workItemId the item of a work program that it carries out, or {@code null}
	 * @throws NotVisibleException when the viewer doesn't see the item
	 */
	public long create(ConferencePlan plan, Long workItemId, Viewer viewer) {
		this.access.requireOrganiser(viewer);
		if (workItemId != null) {
			carriedOut(workItemId, viewer);
		}
		check(plan);
		Conference conference = new Conference(nextCode(plan.startsOn()));
		conference.plan(plan);
		conference.carryOut(workItemId);
		this.conferences.saveAndFlush(conference);
		audit(viewer, "conference.audit.created", conference, changes(null, plan));
		return conference.getId();
	}

	/** The conferences that carry an item out, as far as the viewer sees them. */
	@Transactional(readOnly = true)
	public List<ConferenceSummary> ofWorkItem(long workItemId, Viewer viewer) {
		List<Long> ids = this.jdbc
			.sql("select c.id from conference c where c.work_item_id = :item and " + this.access.condition(viewer))
			.param("item", workItemId)
			.param("units", this.access.units(viewer))
			.query(Long.class)
			.list();
		return this.conferences.findAllById(ids).stream().map(ConferenceSummary::of).toList();
	}

	/**
	 * The item of a work program, for a conference that is to carry it out.
	 * @throws NotVisibleException when the viewer doesn't see it
	 */
	@Transactional(readOnly = true)
	public ConferenceOrigins.OriginItem carriedOut(long workItemId, Viewer viewer) {
		ConferenceOrigins.OriginItem item = origin(workItemId, viewer)
			.orElseThrow(() -> new NotVisibleException("work item", workItemId));
		if (!item.open()) {
			throw RuleViolation.of("conference.error.itemOver");
		}
		return item;
	}

	/** The item of a work program, if there is one and the viewer sees it. */
	@Transactional(readOnly = true)
	public Optional<ConferenceOrigins.OriginItem> origin(Long workItemId, Viewer viewer) {
		return (workItemId == null) ? Optional.empty()
				: this.origins.stream().flatMap((known) -> known.find(workItemId, viewer).stream()).findFirst();
	}

	@Transactional(readOnly = true)
	public ConferenceForm edit(long id, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		requirePlannable(conference);
		return ConferenceForm.of(conference);
	}

	/** Whether a paper already keeps what could be changed here. */
	@Transactional(readOnly = true)
	public boolean isKeptOnPaper(long id) {
		return this.papers.stream().anyMatch((paper) -> paper.keeps(id));
	}

	/** How a conference is called in a list of differences, or nothing where none is. */
	@Transactional(readOnly = true)
	public String code(long id) {
		return this.conferences.findById(id).map(Conference::getCode).orElse("");
	}

	public void update(long id, ConferenceForm form, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		form.requireVersion(conference.getVersion(), () -> ConferenceForm.of(conference));
		ConferencePlan plan = form.plan();
		check(plan);
		if (plan.followsId() != null && plan.followsId() == id) {
			throw RuleViolation.at("followsId", "conference.error.followsItself");
		}
		Changes changes = changes(planOf(conference), plan);
		boolean moved = !plan.startsOn().equals(conference.getStartsOn());
		conference.plan(plan);
		if (moved || form.isInviteSuccessors()) {
			carryInvitations(conference, plan.startsOn(), form.isInviteSuccessors(), viewer);
		}
		this.conferences.saveAndFlush(conference);
		if (!changes.isEmpty()) {
			audit(viewer, "conference.audit.changed", conference, changes);
		}
	}

	/**
	 * Invites every unit of a kind (and region) that exists on the first day and is not
	 * invited yet.
	 * @param region {@code null} for all regions
	 * @return how many were added
	 */
	public int invite(long id, OrganizationKind kind, Region region, Integer quota, String participants,
			Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		List<Long> fitting = this.units.ofKind(kind, region, conference.getStartsOn()).stream().map(Unit::id).toList();
		if (fitting.isEmpty()) {
			throw RuleViolation.at("kind", "conference.error.noUnitFits");
		}
		return invite(conference, fitting, quota, participants, viewer);
	}

	/**
	 * Invites single units.
	 * @return how many were added; those already invited stay as they are
	 */
	public int invite(long id, Collection<Long> organizationIds, Integer quota, String participants, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		for (Long unit : organizationIds) {
			Unit invited = this.units.find(unit)
				.orElseThrow(() -> RuleViolation.at("units", "conference.error.unknownUnit"));
			if (!invited.isValidOn(conference.getStartsOn())) {
				throw RuleViolation.at("units", "conference.error.unitNotValid", invited.name(),
						DateFormats.day(conference.getStartsOn()));
			}
		}
		return invite(conference, organizationIds, quota, participants, viewer);
	}

	/** What can be changed of all invitations, in the order of the register of units. */
	@Transactional(readOnly = true)
	public InvitationsForm editInvitations(long id, Viewer viewer) {
		loadOrganised(id, viewer);
		return InvitationsForm.of(inOrder(id).toList());
	}

	/**
	 * Everything that forbids to save the rows, each at its field. A row that somebody
	 * else changed meanwhile takes over the version, so that sending it once more, now
	 * knowingly, is accepted; one whose unit isn't invited any more is left out.
	 * @return whether somebody else was faster
	 */
	public boolean checkInvitations(long id, InvitationsForm form, Errors errors, Viewer viewer) {
		requirePlannable(loadOrganised(id, viewer));
		Map<Long, Invitation> stored = byUnit(id);
		boolean raced = false;
		for (int i = 0; i < form.getRows().size(); i++) {
			InvitationsForm.Row row = form.getRows().get(i);
			Invitation invitation = stored.get(row.getUnitId());
			if (row.getUnitId() == null) {
				continue;
			}
			if (invitation == null) {
				errors.reject("conference.error.rowGone", new Object[] { this.units.name(row.getUnitId()) }, null);
				row.setUnitId(null);
				raced = true;
				continue;
			}
			if (!invitation.differs(row.getQuota(), row.getParticipants())) {
				continue;
			}
			String field = "rows[" + i + "].quota";
			if (invitation.getVersion() != row.getVersion()) {
				errors.rejectValue(field, "conference.error.rowChanged",
						new Object[] { Objects.toString(invitation.getQuota(), "–"),
								Objects.toString(invitation.getParticipants(), "–") },
						null);
				row.setVersion(invitation.getVersion());
				raced = true;
				continue;
			}
			int registered = registered(id, row.getUnitId());
			if (row.getQuota() != null && row.getQuota() > 0 && row.getQuota() < registered) {
				RuleViolation.at(field, "conference.error.quotaBelowRegistered", registered).into(errors);
			}
		}
		return raced;
	}

	/**
	 * Changes quota and words of many invitations at once, or of none.
	 * @throws RuleViolation at the first row that can't be so; see
	 * {@link #checkInvitations}
	 */
	public void changeInvitations(long id, InvitationsForm form, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		requirePlannable(conference);
		holdAll(id);
		Map<Long, Invitation> stored = byUnit(id);
		Changes changes = new Changes();
		for (int i = 0; i < form.getRows().size(); i++) {
			InvitationsForm.Row row = form.getRows().get(i);
			Invitation invitation = stored.get(row.getUnitId());
			if (invitation == null || !invitation.differs(row.getQuota(), row.getParticipants())) {
				continue;
			}
			String field = "rows[" + i + "].quota";
			if (invitation.getVersion() != row.getVersion()) {
				throw RuleViolation.at(field, "conference.error.rowChanged",
						Objects.toString(invitation.getQuota(), "–"),
						Objects.toString(invitation.getParticipants(), "–"));
			}
			int registered = registered(id, row.getUnitId());
			if (row.getQuota() == null || row.getQuota() < registered) {
				throw RuleViolation.at(field, "conference.error.quotaBelowRegistered", registered);
			}
			changes.field("conference.quota", named(invitation, invitation.getQuota()),
					named(invitation, row.getQuota()));
			changes.field("conference.who", named(invitation, invitation.getParticipants()),
					named(invitation, row.getParticipants()));
			invitation.change(row.getQuota(), row.getParticipants());
		}
		this.invitations.flush();
		if (!changes.isEmpty()) {
			audit(viewer, "conference.audit.quotaChanged", conference, changes);
		}
	}

	private Map<Long, Invitation> byUnit(long conferenceId) {
		return this.invitations.findByConferenceId(conferenceId)
			.stream()
			.collect(Collectors.toMap(Invitation::getOrganizationId, Function.identity()));
	}

	private String named(Invitation invitation, Object value) {
		return (value != null) ? unitName(invitation) + ": " + value : null;
	}

	/** Nobody registers, declines or changes an invitation meanwhile. */
	private void holdAll(long conferenceId) {
		this.jdbc.sql("select id from invitation where conference_id = ? order by id for update")
			.param(conferenceId)
			.query(Long.class)
			.list();
	}

	public void withdrawInvitation(long id, long invitationId, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		requirePlannable(conference);
		holdAll(id);
		Invitation invitation = invitation(id, invitationId);
		if (registered(id, invitation.getOrganizationId()) > 0) {
			throw RuleViolation.of("conference.error.unitHasAttendees", unitName(invitation));
		}
		this.invitations.delete(invitation);
		audit(viewer, "conference.audit.uninvited", conference,
				new Changes().field("conference.invitedUnit", unitName(invitation), null));
	}

	/** The unit answers that it sends nobody; for whoever signs or works for it. */
	public void decline(long id, long organizationId, String reason, Viewer viewer) {
		Conference conference = load(id, viewer);
		Invitation invitation = answerable(conference, organizationId, viewer);
		if (registered(id, organizationId) > 0) {
			throw RuleViolation.at("reason", "conference.error.declineWithAttendees");
		}
		invitation.decline(reason, this.clock.instant());
		audit(viewer, "conference.audit.declined", conference,
				new Changes().field("conference.answer", null, unitName(invitation) + ": " + reason));
	}

	/** The unit takes back that it sends nobody. */
	public void reconsider(long id, long organizationId, Viewer viewer) {
		Conference conference = load(id, viewer);
		Invitation invitation = answerable(conference, organizationId, viewer);
		invitation.reconsider();
		audit(viewer, "conference.audit.reconsidered", conference,
				new Changes().field("conference.invitedUnit", null, unitName(invitation)));
	}

	/** Sends the invitations: from here on the invited units see the conference. */
	public void announce(long id, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		conference.announce(this.invitations.countByConferenceId(id), this.clock.instant());
		this.conferences.save(conference);
		audit(viewer, "conference.audit.announced", conference, new Changes());
	}

	/** Asked before the form is shown that puts it off. */
	@Transactional(readOnly = true)
	public void checkPostponable(long id, Viewer viewer) {
		loadOrganised(id, viewer).requirePostponable();
	}

	/** Asked before the form is shown that gives it a new date. */
	@Transactional(readOnly = true)
	public void checkPostponed(long id, Viewer viewer) {
		loadOrganised(id, viewer).requirePostponed();
	}

	/** Asked before the form is shown that calls it off. */
	@Transactional(readOnly = true)
	public void checkCancellable(long id, Viewer viewer) {
		loadOrganised(id, viewer).requireCancellable();
	}

	public void postpone(long id, String reason, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		conference.postpone(reason);
		this.conferences.save(conference);
		audit(viewer, "conference.audit.postponed", conference, new Changes().field("conference.reason", null, reason));
	}

	public void reschedule(long id, RescheduleForm form, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		String before = days(conference);
		check(conference, form);
		conference.reschedule(form.getStartsOn(), form.getStartsHalf(), form.getEndsOn(), form.getEndsHalf(),
				form.lockInstant(), this.invitations.countByConferenceId(id), this.clock.instant());
		carryInvitations(conference, form.getStartsOn(), form.isInviteSuccessors(), viewer);
		this.conferences.save(conference);
		audit(viewer, "conference.audit.rescheduled", conference,
				new Changes().field("conference.days", before, days(conference)));
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that is wrong about the new days, however little of
	 * the form is filled in
	 */
	@Transactional(readOnly = true)
	public void check(long id, RescheduleForm form, Viewer viewer) {
		check(loadOrganised(id, viewer), form);
	}

	private void check(Conference conference, RescheduleForm form) {
		LocalDate day = form.getStartsOn();
		RuleViolation.checkAll(
				() -> Conference.requireOrder(day, form.getStartsHalf(), form.getEndsOn(), form.getEndsHalf()),
				() -> checkOrganizer("startsOn", conference.getOrganizerId(), day),
				() -> checkProvince("startsOn", conference.getProvinceId(), day),
				() -> checkLock(day, form.lockInstant()));
	}

	public void cancel(long id, String reason, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		conference.cancel(reason);
		this.conferences.save(conference);
		audit(viewer, "conference.audit.cancelled", conference, new Changes().field("conference.reason", null, reason));
	}

	/** Opens the conference on the day. */
	public void begin(long id, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		conference.begin(LocalDate.now(this.clock));
		audit(viewer, "conference.audit.begun", conference, new Changes());
	}

	/** Takes an opening by mistake back, on the same day and before anybody is there. */
	public void withdrawOpening(long id, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		conference.withdrawOpening(LocalDate.now(this.clock), checkedIn(id));
		audit(viewer, "conference.audit.openingWithdrawn", conference, new Changes());
	}

	public boolean mayWithdrawOpening(Conference conference) {
		return conference.mayWithdrawOpening(LocalDate.now(this.clock), false) && !checkedIn(conference.getId());
	}

	/** Called when the conclusion notice has been issued. */
	public void conclude(long id, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		conference.conclude(this.clock.instant());
		audit(viewer, "conference.audit.concluded", conference, new Changes());
	}

	public void close(long id, Viewer viewer) {
		Conference conference = loadOrganised(id, viewer);
		conference.close(this.clock.instant());
		audit(viewer, "conference.audit.closed", conference, new Changes());
	}

	/** Marks what is no real conference of this office; for example data only. */
	public void markExample(long id) {
		find(id).markExample();
	}

	/**
	 * Takes over a conference held before the portal existed.
	 * @param invited unit to the words of the invitation; only units of that day
	 */
	public long takeOver(String code, ConferencePlan plan, Map<Long, String> invited, Actor actor) {
		Conference conference = new Conference(code);
		conference.plan(plan);
		conference.archive(plan.endsOn().plusDays(1).atStartOfDay(this.clock.getZone()).toInstant());
		this.conferences.saveAndFlush(conference);
		this.invitations.saveAll(invited.entrySet()
			.stream()
			.map((entry) -> new Invitation(conference.getId(), entry.getKey(), null, entry.getValue()))
			.toList());
		audit(actor, "conference.audit.takenOver", conference, new Changes());
		return conference.getId();
	}

	/** Loads for reading with the persons. */
	public Conference load(long id, Viewer viewer) {
		return look(id, viewer).orElseThrow(() -> new NotVisibleException("conference", id));
	}

	/** Visibility is checked here and only here. */
	private Optional<Conference> look(long id, Viewer viewer) {
		List<Long> invited = (viewer == null || viewer.wholeSector()) ? List.of()
				: this.invitations.organizationIds(id);
		return this.conferences.findWithPersonsById(id)
			.filter((conference) -> this.access.sees(viewer, conference, invited));
	}

	private Conference loadOrganised(long id, Viewer viewer) {
		Conference conference = load(id, viewer);
		this.access.requireOrganiser(viewer);
		return conference;
	}

	private Conference find(long id) {
		return this.conferences.findById(id).orElseThrow(() -> new NotVisibleException("conference", id));
	}

	private Invitation invitation(long conferenceId, long invitationId) {
		return this.invitations.findByIdAndConferenceId(invitationId, conferenceId)
			.orElseThrow(() -> new NotVisibleException("invitation", invitationId));
	}

	/**
	 * The invitation a viewer may answer: their own unit's while registration is open.
	 */
	private Invitation answerable(Conference conference, long organizationId, Viewer viewer) {
		this.jdbc.sql("select id from invitation where conference_id = ? and organization_id = ? for update")
			.params(conference.getId(), organizationId)
			.query(Long.class)
			.optional();
		Invitation invitation = this.invitations.findByConferenceId(conference.getId())
			.stream()
			.filter((candidate) -> candidate.getOrganizationId() == organizationId)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("invitation", organizationId));
		boolean organiser = this.access.mayOrganise(viewer);
		if (!organiser && !viewer.worksFor(organizationId)) {
			throw viewer.belongsTo(organizationId) || viewer.wholeSector() ? new NotAllowedException("answer")
					: new NotVisibleException("invitation", organizationId);
		}
		if (organiser) {
			requirePlannable(conference);
		}
		else if (!ConferenceSummary.of(conference).registrationOpen(this.clock.instant())) {
			throw RuleViolation.of("conference.error.registrationClosed");
		}
		return invitation;
	}

	private int invite(Conference conference, Collection<Long> organizationIds, Integer quota, String participants,
			Viewer viewer) {
		requirePlannable(conference);
		if (quota == null) {
			throw RuleViolation.at("quota", "conference.error.quotaMissing");
		}
		Set<Long> already = Set.copyOf(this.invitations.organizationIds(conference.getId()));
		List<Invitation> added = organizationIds.stream()
			.filter((unit) -> !already.contains(unit))
			.distinct()
			.map((unit) -> new Invitation(conference.getId(), unit, quota, participants))
			.toList();
		this.invitations.saveAllAndFlush(added);
		if (added.isEmpty()) {
			return 0;
		}
		List<Long> addedUnits = added.stream().map(Invitation::getOrganizationId).toList();
		audit(viewer, "conference.audit.invited", conference,
				new Changes().field("conference.invitedUnit", null, String.join("; ", this.units.names(addedUnits)))
					.field("conference.quota", null, quota));
		if (conference.getStatus() == ConferenceStatus.ANNOUNCED) {
			this.events.publishEvent(new UnitsInvited(conference.getId(), addedUnits));
		}
		return added.size();
	}

	private static void requirePlannable(Conference conference) {
		if (!conference.getStatus().isAhead() && conference.getStatus() != ConferenceStatus.IN_SESSION) {
			throw RuleViolation.of("conference.error.planFixed");
		}
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps the plan from being taken, however little
	 * of it is filled in
	 */
	@Transactional(readOnly = true)
	public void check(ConferenceForm form) {
		check(form.plan());
	}

	private void check(ConferencePlan plan) {
		LocalDate day = plan.startsOn();
		RuleViolation.checkAll(() -> Conference.requireOrder(day, plan.startsHalf(), plan.endsOn(), plan.endsHalf()),
				() -> checkOrganizer("organizerId", plan.organizerId(), day),
				() -> checkProvince("provinceId", plan.provinceId(), day), () -> {
					if (plan.followsId() != null && !this.conferences.existsById(plan.followsId())) {
						throw RuleViolation.at("followsId", "conference.error.unknownConference");
					}
				}, () -> checkLock(day, plan.registrationClosesAt()));
	}

	private void checkOrganizer(String field, Long organizerId, LocalDate day) {
		if (organizerId == null) {
			return;
		}
		Unit organizer = this.units.find(organizerId)
			.orElseThrow(() -> RuleViolation.at(field, "conference.error.unknownUnit"));
		if (day != null && !organizer.isValidOn(day)) {
			throw RuleViolation.at(field, "conference.error.unitNotValid", organizer.name(), DateFormats.day(day));
		}
	}

	private void checkProvince(String field, String provinceId, LocalDate day) {
		if (provinceId != null && day != null
				&& this.units.province(provinceId).filter((it) -> it.isValidOn(day)).isEmpty()) {
			throw RuleViolation.at(field, "conference.error.provinceNotValid", DateFormats.day(day));
		}
	}

	/**
	 * The invited units that don't exist on a day, with who is invited in their place;
	 * empty where nobody took their work over.
	 */
	@Transactional(readOnly = true)
	public List<Outdated> outdated(long conferenceId, LocalDate day) {
		return this.invitations.findByConferenceId(conferenceId)
			.stream()
			.map((invitation) -> this.units.get(invitation.getOrganizationId()))
			.filter((unit) -> !unit.isValidOn(day))
			.map((unit) -> new Outdated(unit,
					Optional.of(this.units.holderOn(unit.id(), day)).filter((holder) -> holder.isValidOn(day))))
			.toList();
	}

	/**
	 * Lets the invitations follow a conference that moves: a unit that is no longer there
	 * gives its invitation to its successor, if that is wanted. A successor of several
	 * units, or one that is invited itself, gets the places of all of them.
	 */
	private void carryInvitations(Conference conference, LocalDate day, boolean inviteSuccessors, Viewer viewer) {
		holdAll(conference.getId());
		List<Outdated> outdated = outdated(conference.getId(), day);
		if (outdated.isEmpty()) {
			return;
		}
		if (!inviteSuccessors) {
			throw RuleViolation.at("startsOn", "conference.error.invitedNotValid", DateFormats.day(day),
					String.join("; ", outdated.stream().map((it) -> it.unit().name()).toList()));
		}
		Map<Long, Invitation> held = byUnit(conference.getId());
		Map<Unit, List<Invitation>> given = new LinkedHashMap<>();
		Changes changes = new Changes();
		for (Outdated one : outdated) {
			Unit successor = one.successor()
				.orElseThrow(() -> RuleViolation.at("startsOn", "conference.error.noSuccessor", one.unit().name(),
						DateFormats.day(day)));
			if (registered(conference.getId(), one.unit().id()) > 0) {
				throw RuleViolation.at("startsOn", "conference.error.outdatedHasAttendees", one.unit().name());
			}
			given.computeIfAbsent(successor, (it) -> new ArrayList<>()).add(held.get(one.unit().id()));
			changes.field("conference.invitedUnit", one.unit().name(), successor.name());
		}
		List<Long> asked = new ArrayList<>();
		given.forEach((successor, invitations) -> {
			if (handOver(conference, successor, invitations, held.get(successor.id()), changes)) {
				asked.add(successor.id());
			}
		});
		this.invitations.flush();
		audit(viewer, "conference.audit.successorsInvited", conference, changes);
		if (conference.getStatus() == ConferenceStatus.ANNOUNCED && !asked.isEmpty()) {
			this.events.publishEvent(new UnitsInvited(conference.getId(), asked));
		}
	}

	/**
	 * Gives invitations to the unit that took the work of their units over.
	 * @param own what that unit is invited by already, or {@code null}
	 * @return whether it is asked now: it was not invited, or had declined for itself
	 */
	private boolean handOver(Conference conference, Unit successor, List<Invitation> given, Invitation own,
			Changes changes) {
		List<Invitation> before = new ArrayList<>(given);
		if (own != null) {
			before.add(0, own);
		}
		Integer quota = joinedQuota(before, successor);
		String participants = before.stream()
			.map(Invitation::getParticipants)
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.collectingAndThen(Collectors.joining("; "), (text) -> text.isEmpty() ? null : text));
		changes.field("conference.quota", named(before, Invitation::getQuota),
				(quota != null) ? successor.name() + ": " + quota : null);
		changes.field("conference.who", named(before, Invitation::getParticipants),
				(participants != null) ? successor.name() + ": " + participants : null);
		this.invitations.deleteAll(given);
		if (own == null) {
			this.invitations.save(new Invitation(conference.getId(), successor.id(), quota, participants));
			return true;
		}
		return own.join(quota, participants);
	}

	/** The places of all of them; no limit where one of them has none. */
	private static Integer joinedQuota(List<Invitation> invitations, Unit successor) {
		if (invitations.stream().anyMatch((invitation) -> invitation.getQuota() == null)) {
			return null;
		}
		int quota = invitations.stream().mapToInt(Invitation::getQuota).sum();
		if (quota > Invitation.HIGHEST_QUOTA) {
			throw RuleViolation.at("startsOn", "conference.error.joinedQuota", successor.name(), quota,
					Invitation.HIGHEST_QUOTA);
		}
		return quota;
	}

	private String named(List<Invitation> invitations, Function<Invitation, Object> value) {
		return invitations.stream()
			.filter((invitation) -> value.apply(invitation) != null)
			.map((invitation) -> unitName(invitation) + ": " + value.apply(invitation))
			.collect(Collectors.joining("; "));
	}

	/** An invited unit that a conference's new day does not find any more. */
	record Outdated(Unit unit, Optional<Unit> successor) {
	}

	private void checkLock(LocalDate startsOn, Instant lock) {
		if (lock != null && startsOn != null && lock.atZone(this.clock.getZone()).toLocalDate().isAfter(startsOn)) {
			throw RuleViolation.at("registrationClosesAt", "conference.error.lockAfterStart",
					DateFormats.day(startsOn));
		}
	}

	private int registered(long conferenceId, long organizationId) {
		return this.registrations.stream().mapToInt((count) -> count.registered(conferenceId, organizationId)).sum();
	}

	private boolean checkedIn(long conferenceId) {
		return this.registrations.stream().anyMatch((count) -> count.checkedIn(conferenceId));
	}

	private String nextCode(LocalDate startsOn) {
		String stem = "HN-%d-%02d-".formatted(startsOn.getYear(), startsOn.getMonthValue());
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param(stem).query((row) -> {
		});
		int last = this.jdbc.sql("""
				select coalesce(max(substring(code from '[0-9]+$')::int), 0) from conference
				where code like ? and code ~ '^HN-[0-9]{4}-[0-9]{2}-[0-9]+$'
				""").param(stem + "%").query(Integer.class).single();
		return stem + "%02d".formatted(last + 1);
	}

	private String unitName(Invitation invitation) {
		return this.units.name(invitation.getOrganizationId());
	}

	private static String days(Conference conference) {
		return DateFormats.day(conference.getStartsOn()) + " – " + DateFormats.day(conference.getEndsOn());
	}

	private static ConferencePlan planOf(Conference conference) {
		return ConferenceForm.of(conference).plan();
	}

	private Changes changes(ConferencePlan before, ConferencePlan after) {
		Changes changes = new Changes();
		changes.field("conferenceForm.title", (before != null) ? before.title() : null, after.title());
		changes.field("conferenceForm.kind", (before != null) ? before.kind() : null, after.kind());
		changes.field("conferenceForm.startsOn", (before != null) ? before.startsOn() : null, after.startsOn());
		changes.field("conferenceForm.startsHalf", (before != null) ? before.startsHalf() : null, after.startsHalf());
		changes.field("conferenceForm.endsOn", (before != null) ? before.endsOn() : null, after.endsOn());
		changes.field("conferenceForm.endsHalf", (before != null) ? before.endsHalf() : null, after.endsHalf());
		changes.field("conferenceForm.place", (before != null) ? before.place() : null, after.place());
		changes.field("conferenceForm.provinceId", (before != null) ? provinceName(before) : null, provinceName(after));
		changes.field("conferenceForm.organizerId", (before != null) ? this.units.name(before.organizerId()) : null,
				this.units.name(after.organizerId()));
		changes.field("conferenceForm.registrationClosesAt",
				(before != null) ? DateFormats.moment(before.registrationClosesAt()) : null,
				DateFormats.moment(after.registrationClosesAt()));
		changes.field("conferenceForm.content", (before != null) ? before.content() : null, after.content());
		changes.field("conferenceForm.participants", (before != null) ? before.participants() : null,
				after.participants());
		changes.field("conferenceForm.persons", (before != null) ? names(before) : null, names(after));
		changes.field("conferenceForm.note", (before != null) ? before.note() : null, after.note());
		changes.field("conferenceForm.followsId", (before != null) ? followedCode(before) : null, followedCode(after));
		changes.field("conferenceForm.open", (before != null) ? before.open() : null, after.open());
		changes.field("conferenceForm.urgent", (before != null) ? before.urgent() : null, after.urgent());
		return changes;
	}

	private String provinceName(ConferencePlan plan) {
		return this.units.province(plan.provinceId()).map(Province::name).orElse("");
	}

	private String followedCode(ConferencePlan plan) {
		return (plan.followsId() != null) ? find(plan.followsId()).getCode() : "";
	}

	private static String names(ConferencePlan plan) {
		return plan.persons()
			.stream()
			.map((person) -> person.getName() + ((person.getPosition() != null) ? ", " + person.getPosition() : ""))
			.collect(Collectors.joining("; "));
	}

	private static InvitedUnit invited(Invitation invitation) {
		return new InvitedUnit(invitation.getId(), invitation.getConferenceId(), invitation.getOrganizationId(),
				invitation.getQuota(), invitation.getParticipants(), invitation.getDeclinedAt(),
				invitation.getDeclineReason());
	}

	private void audit(Actor actor, String action, Conference conference, Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "conference", conference.getId(),
				conference.getCode() + " " + conference.getTitle(), changes.list()));
	}

}
