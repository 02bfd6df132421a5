package vn.nhactruong.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.springframework.data.domain.AbstractAggregateRoot;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * A conference and its way: DRAFT → ANNOUNCED → IN_SESSION → CONCLUDED → CLOSED, with
 * POSTPONED and CANCELLED out of the first two.
 */
@Entity
public class Conference extends AbstractAggregateRoot<Conference> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String code;

	private String title;

	@Enumerated(EnumType.STRING)
	private ConferenceKind kind;

	@Enumerated(EnumType.STRING)
	private ConferenceStatus status = ConferenceStatus.DRAFT;

	private LocalDate startsOn;

	@Enumerated(EnumType.STRING)
	private HalfDay startsHalf;

	private LocalDate endsOn;

	@Enumerated(EnumType.STRING)
	private HalfDay endsHalf;

	private String place;

	private String provinceId;

	private Long organizerId;

	private boolean open;

	private boolean urgent;

	private boolean example;

	private boolean archive;

	private String content;

	private String participants;

	private String note;

	private Long followsId;

	private Long workItemId;

	private Instant registrationClosesAt;

	private Instant announcedAt;

	private LocalDate begunOn;

	private Instant concludedAt;

	private Instant closedAt;

	private String reason;

	@ElementCollection
	@CollectionTable(name = "conference_person", joinColumns = @JoinColumn(name = "conference_id"))
	@OrderColumn(name = "position_no")
	private List<ConferencePerson> persons = new ArrayList<>();

	@Version
	private int version;

	protected Conference() {
	}

	Conference(String code) {
		this.code = code;
	}

	void plan(ConferencePlan plan) {
		require(this.status.isAhead() || this.status == ConferenceStatus.IN_SESSION, "conference.error.planFixed");
		requireOrder(plan.startsOn(), plan.startsHalf(), plan.endsOn(), plan.endsHalf());
		if (this.status == ConferenceStatus.ANNOUNCED || this.status == ConferenceStatus.IN_SESSION) {
			if (!isChaired(plan.persons())) {
				throw RuleViolation.at("chairs[0].name", "conference.error.noChair");
			}
			if (plan.registrationClosesAt() == null) {
				throw RuleViolation.at("registrationClosesAt", "conference.error.noLockDate");
			}
		}
		if (this.status == ConferenceStatus.IN_SESSION && !plan.startsOn().equals(this.startsOn)) {
			throw RuleViolation.at("startsOn", "conference.error.startFixed", DateFormats.day(this.startsOn));
		}
		boolean moved = !plan.startsOn().equals(this.startsOn) || !plan.endsOn().equals(this.endsOn)
				|| plan.startsHalf() != this.startsHalf || plan.endsHalf() != this.endsHalf
				|| !plan.place().equals(this.place);
		this.title = plan.title();
		this.kind = plan.kind();
		this.startsOn = plan.startsOn();
		this.startsHalf = plan.startsHalf();
		this.endsOn = plan.endsOn();
		this.endsHalf = plan.endsHalf();
		this.place = plan.place();
		this.provinceId = plan.provinceId();
		this.organizerId = plan.organizerId();
		this.open = plan.open();
		this.urgent = plan.urgent();
		this.content = plan.content();
		this.participants = plan.participants();
		this.note = plan.note();
		this.followsId = plan.followsId();
		this.registrationClosesAt = plan.registrationClosesAt();
		if (!same(this.persons, plan.persons())) {
			this.persons.clear();
			this.persons.addAll(plan.persons());
		}
		if (moved && this.status == ConferenceStatus.ANNOUNCED) {
			registerEvent(new ConferenceMoved(this.id));
		}
	}

	/** Remembers the item of a work program that it carries out. */
	void carryOut(Long workItemId) {
		this.workItemId = workItemId;
	}

	/** Marks what is no real conference of this office. */
	void markExample() {
		this.example = true;
	}

	/** Marks a conference held before the portal existed, taken over as it happened. */
	void archive(Instant concludedAt) {
		this.archive = true;
		this.status = ConferenceStatus.CLOSED;
		this.concludedAt = concludedAt;
		this.closedAt = concludedAt;
	}

	void announce(int invited, Instant now) {
		require(this.status == ConferenceStatus.DRAFT, "conference.error.alreadyAnnounced");
		require(invited > 0, "conference.error.nobodyInvited");
		requireInvitation(this.persons, this.registrationClosesAt);
		this.status = ConferenceStatus.ANNOUNCED;
		this.announcedAt = now;
		registerEvent(new ConferenceAnnounced(this.id));
	}

	/** Whether it can still be put off. */
	void requirePostponable() {
		require(this.status == ConferenceStatus.DRAFT || this.status == ConferenceStatus.ANNOUNCED,
				"conference.error.cannotPostpone");
	}

	void postpone(String reason) {
		requirePostponable();
		this.status = ConferenceStatus.POSTPONED;
		this.reason = reason;
		if (isKnown()) {
			registerEvent(new ConferencePostponed(this.id));
		}
	}

	/** Whether it waits for a new date. */
	void requirePostponed() {
		require(this.status == ConferenceStatus.POSTPONED, "conference.error.notPostponed");
	}

	/** Of days that are there; what is missing is told by itself. */
	static void requireOrder(LocalDate startsOn, HalfDay startsHalf, LocalDate endsOn, HalfDay endsHalf) {
		if (startsOn == null || endsOn == null) {
			return;
		}
		if (endsOn.isBefore(startsOn)) {
			throw RuleViolation.at("endsOn", "conference.error.endBeforeStart");
		}
		if (endsOn.equals(startsOn) && startsHalf == HalfDay.AFTERNOON && endsHalf == HalfDay.MORNING) {
			throw RuleViolation.at("endsHalf", "conference.error.halfDayOrder");
		}
	}

	/** A postponed conference gets its new date; everyone invited is told again. */
	void reschedule(LocalDate startsOn, HalfDay startsHalf, LocalDate endsOn, HalfDay endsHalf,
			Instant registrationClosesAt, int invited, Instant now) {
		requirePostponed();
		require(invited > 0, "conference.error.nobodyInvited");
		requireInvitation(this.persons, registrationClosesAt);
		requireOrder(startsOn, startsHalf, endsOn, endsHalf);
		this.startsOn = startsOn;
		this.startsHalf = startsHalf;
		this.endsOn = endsOn;
		this.endsHalf = endsHalf;
		this.registrationClosesAt = registrationClosesAt;
		this.status = ConferenceStatus.ANNOUNCED;
		this.announcedAt = now;
		this.reason = null;
		registerEvent(new ConferenceMoved(this.id));
	}

	/** Whether it can still be called off. */
	void requireCancellable() {
		require(this.status.isAhead(), "conference.error.cannotCancel");
	}

	void cancel(String reason) {
		requireCancellable();
		this.status = ConferenceStatus.CANCELLED;
		this.reason = reason;
		if (isKnown()) {
			registerEvent(new ConferenceCancelled(this.id));
		}
	}

	/** Opens the conference, on its first day at the earliest. */
	void begin(LocalDate today) {
		require(this.status == ConferenceStatus.ANNOUNCED, "conference.error.cannotBegin");
		if (today.isBefore(this.startsOn)) {
			throw RuleViolation.of("conference.error.beginTooEarly", DateFormats.day(this.startsOn));
		}
		this.status = ConferenceStatus.IN_SESSION;
		this.begunOn = today;
	}

	public boolean mayBegin(LocalDate today) {
		return this.status == ConferenceStatus.ANNOUNCED && !today.isBefore(this.startsOn);
	}

	/**
	 * Takes an opening by mistake back: only on its own day and while nobody was noted as
	 * present or absent, so that nothing rests on it yet.
	 */
	void withdrawOpening(LocalDate today, boolean checkedIn) {
		require(this.status == ConferenceStatus.IN_SESSION, "conference.error.notOpened");
		require(today.equals(this.begunOn), "conference.error.openedEarlier");
		require(!checkedIn, "conference.error.openedAndCheckedIn");
		this.status = ConferenceStatus.ANNOUNCED;
		this.begunOn = null;
	}

	boolean mayWithdrawOpening(LocalDate today, boolean checkedIn) {
		return this.status == ConferenceStatus.IN_SESSION && today.equals(this.begunOn) && !checkedIn;
	}

	/** The conclusion notice has been issued. */
	void conclude(Instant now) {
		require(this.status == ConferenceStatus.ANNOUNCED || this.status == ConferenceStatus.IN_SESSION,
				"conference.error.cannotConclude");
		this.status = ConferenceStatus.CONCLUDED;
		this.concludedAt = now;
	}

	void close(Instant now) {
		require(this.status == ConferenceStatus.CONCLUDED, "conference.error.cannotClose");
		this.status = ConferenceStatus.CLOSED;
		this.closedAt = now;
	}

	/** What an invitation that is out always names. */
	private static void requireInvitation(List<ConferencePerson> persons, Instant registrationClosesAt) {
		require(isChaired(persons), "conference.error.noChair");
		require(registrationClosesAt != null, "conference.error.noLockDate");
	}

	private static boolean isChaired(List<ConferencePerson> persons) {
		return persons.stream().anyMatch((person) -> person.getPart() == ConferencePerson.Part.CHAIR);
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	private static boolean same(List<ConferencePerson> a, List<ConferencePerson> b) {
		return describe(a).equals(describe(b));
	}

	private static List<String> describe(List<ConferencePerson> persons) {
		return persons.stream()
			.map((person) -> person.getPart() + "|" + person.getName() + "|" + person.getPosition())
			.toList();
	}

	Long getId() {
		return this.id;
	}

	String getCode() {
		return this.code;
	}

	String getTitle() {
		return this.title;
	}

	public ConferenceKind getKind() {
		return this.kind;
	}

	public ConferenceStatus getStatus() {
		return this.status;
	}

	public LocalDate getStartsOn() {
		return this.startsOn;
	}

	HalfDay getStartsHalf() {
		return this.startsHalf;
	}

	public LocalDate getEndsOn() {
		return this.endsOn;
	}

	HalfDay getEndsHalf() {
		return this.endsHalf;
	}

	String getPlace() {
		return this.place;
	}

	public String getProvinceId() {
		return this.provinceId;
	}

	Long getOrganizerId() {
		return this.organizerId;
	}

	public boolean isOpen() {
		return this.open;
	}

	public boolean isUrgent() {
		return this.urgent;
	}

	boolean isExample() {
		return this.example;
	}

	/** Whether the invited units have ever been told of it. */
	boolean isKnown() {
		return this.announcedAt != null || this.archive;
	}

	boolean isArchive() {
		return this.archive;
	}

	public String getContent() {
		return this.content;
	}

	public String getParticipants() {
		return this.participants;
	}

	public String getNote() {
		return this.note;
	}

	public Long getFollowsId() {
		return this.followsId;
	}

	public Long getWorkItemId() {
		return this.workItemId;
	}

	public Instant getRegistrationClosesAt() {
		return this.registrationClosesAt;
	}

	Instant getAnnouncedAt() {
		return this.announcedAt;
	}

	Instant getConcludedAt() {
		return this.concludedAt;
	}

	Instant getClosedAt() {
		return this.closedAt;
	}

	public String getReason() {
		return this.reason;
	}

	public List<ConferencePerson> getPersons() {
		return List.copyOf(this.persons);
	}

	int getVersion() {
		return this.version;
	}

}
