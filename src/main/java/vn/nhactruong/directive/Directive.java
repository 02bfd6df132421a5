package vn.nhactruong.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.springframework.data.domain.AbstractAggregateRoot;

import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * One task given to one lead unit, and its way: DRAFT → ISSUED → IN_PROGRESS → REPORTED →
 * VERIFIED, with RETURNED reports back to IN_PROGRESS, DECLINED that waits for its
 * issuer, and CANCELLED. A family's parent stands for the same task given to many units
 * at once: each has a child, the parent itself is never worked on.
 */
@Entity
public class Directive extends AbstractAggregateRoot<Directive> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String code;

	private int year;

	private String title;

	private String text;

	@Enumerated(EnumType.STRING)
	private DirectiveSource source = DirectiveSource.CLAUSE;

	private Long clauseId;

	/** The work program's item it comes from. */
	private Long originId;

	private String sourceNumber;

	private LocalDate sourceDate;

	private String sourceAuthor;

	private String sourceSubject;

	private Long conferenceId;

	private boolean family;

	private Long parentId;

	private Long leadOrganizationId;

	@Enumerated(EnumType.STRING)
	private OrganizationKind leadKind;

	private Long holderOrganizationId;

	/** Units that led it once; they go on reading what they held. */
	private Long[] formerLeadIds = {};

	private String deliverable;

	private LocalDate originalDueOn;

	private LocalDate dueOn;

	/** Until when coordinating units contribute, where the issuer named a day. */
	private LocalDate coordinatingDueOn;

	private int extensions;

	/** Those that were another unit's: its present lead was given it afterwards. */
	private int extensionsBefore;

	@Enumerated(EnumType.STRING)
	private DirectiveStatus status = DirectiveStatus.DRAFT;

	private int percent;

	/** How often a report of its present lead was returned. */
	private int rounds;

	/** How often verified work was taken up again. */
	private int reopened;

	/** When the last unit of a family was done; kept by the database's own statement. */
	@Column(insertable = false, updatable = false)
	private LocalDate closedOn;

	private LocalDate issuedOn;

	private Instant issuedAt;

	/** When its present lead was given it, or given it back, if later than issued. */
	private LocalDate givenAnewOn;

	private Instant receivedAt;

	private LocalDate reportedOn;

	private Instant verifiedAt;

	@Enumerated(EnumType.STRING)
	private Timeliness timeliness;

	private String reason;

	private boolean example;

	private boolean archive;

	@ElementCollection
	@CollectionTable(name = "directive_coordination", joinColumns = @JoinColumn(name = "directive_id"))
	private List<Addressee> coordinators = new ArrayList<>();

	/** Whom a draft will be given to; the lead is settled when it is. */
	@ElementCollection
	@CollectionTable(name = "directive_draft_lead", joinColumns = @JoinColumn(name = "directive_id"))
	private List<Addressee> draftLeads = new ArrayList<>();

	/** Said outright in a draft, which may also leave the deadline open. */
	private boolean withoutDeadline;

	@Version
	private int version;

	protected Directive() {
	}

	private Directive(String code, int year, DirectivePlan plan) {
		this.code = code;
		this.year = year;
		this.conferenceId = plan.conferenceId();
		write(plan);
	}

	private void write(DirectivePlan plan) {
		Origin origin = plan.origin();
		this.source = origin.source();
		this.clauseId = origin.clauseId();
		this.originId = origin.itemId();
		this.sourceNumber = origin.number();
		this.sourceDate = origin.date();
		this.sourceAuthor = origin.author();
		this.sourceSubject = origin.subject();
		this.title = plan.title();
		this.text = plan.text();
		this.deliverable = plan.deliverable();
		this.coordinatingDueOn = plan.coordinatingDueOn();
		this.originalDueOn = plan.dueOn();
		this.dueOn = plan.dueOn();
	}

	/** A directive that is still being written: it has neither number nor lead yet. */
	public static Directive draft(int year, DirectivePlan plan, boolean withoutDeadline, Collection<Addressee> leads,
			Collection<Addressee> coordinators) {
		Directive directive = new Directive(null, year, plan);
		directive.revise(plan, withoutDeadline, leads, coordinators);
		return directive;
	}

	/** Writes a draft anew. */
	public void revise(DirectivePlan plan, boolean withoutDeadline, Collection<Addressee> leads,
			Collection<Addressee> coordinators) {
		requireDraft();
		write(plan);
		this.withoutDeadline = withoutDeadline;
		replace(this.draftLeads, leads);
		replace(this.coordinators, coordinators);
	}

	private static void replace(List<Addressee> current, Collection<Addressee> wanted) {
		if (!List.copyOf(wanted).equals(current)) {
			current.clear();
			current.addAll(wanted);
		}
	}

	/** Makes a draft the directive of one unit, ready to be issued. */
	void addressTo(String code, int year, long leadId, long holderId) {
		number(code, year);
		this.leadOrganizationId = leadId;
		this.holderOrganizationId = holderId;
	}

	/** Makes a draft the parent of a family, ready to be issued. */
	void addressToFamily(String code, int year) {
		number(code, year);
		this.family = true;
	}

	private void number(String code, int year) {
		requireDraft();
		this.code = code;
		this.year = year;
		this.draftLeads.clear();
	}

	public void requireDraft() {
		require(this.status == DirectiveStatus.DRAFT, "directive.error.alreadyIssued");
	}

	/** A directive for one unit. */
	static Directive forUnit(String code, int year, DirectivePlan plan, long leadId, long holderId,
			Collection<Addressee> coordinators) {
		Directive directive = new Directive(code, year, plan);
		directive.leadOrganizationId = leadId;
		directive.holderOrganizationId = holderId;
		directive.coordinators.addAll(coordinators);
		return directive;
	}

	/**
	 * A directive that a whole kind of units leads together; only archives have these.
	 */
	static Directive forKind(String code, int year, DirectivePlan plan, OrganizationKind kind,
			Collection<Addressee> coordinators) {
		Directive directive = new Directive(code, year, plan);
		directive.leadKind = kind;
		directive.coordinators.addAll(coordinators);
		return directive;
	}

	void joinFamily(Directive parent) {
		if (!parent.family || this.family || this.status != DirectiveStatus.DRAFT) {
			throw new IllegalStateException("not a family");
		}
		this.parentId = parent.id;
	}

	void issue(LocalDate day, Instant now) {
		require(this.status == DirectiveStatus.DRAFT, "directive.error.alreadyIssued");
		this.status = DirectiveStatus.ISSUED;
		this.issuedOn = day;
		this.issuedAt = now;
		registerEvent(new DirectiveIssued(this.id));
	}

	/** Takes over what was given before the portal existed, on the day it was given. */
	void archive(LocalDate issuedOn, Instant issuedAt) {
		require(this.status == DirectiveStatus.DRAFT, "directive.error.alreadyIssued");
		this.status = DirectiveStatus.ISSUED;
		this.archive = true;
		this.issuedOn = issuedOn;
		this.issuedAt = issuedAt;
	}

	/** Marks what no real office was given. */
	void markExample() {
		this.example = true;
	}

	/** The lead unit confirms that it has it. */
	void receive(Instant now) {
		requireOwnWork();
		require(this.status == DirectiveStatus.ISSUED, "directive.error.cannotReceive");
		this.status = DirectiveStatus.IN_PROGRESS;
		this.receivedAt = now;
	}

	void progress(int percent) {
		requireReportable();
		if (percent < 0 || percent > 100) {
			throw RuleViolation.at("percent", "directive.error.percentRange");
		}
		this.percent = percent;
	}

	/** Whether the unit may say now how far it is, or that it is done. */
	public void requireReportable() {
		requireOwnWork();
		requireInProgress();
	}

	/** The unit's head says that it is done. */
	void report(LocalDate day) {
		requireReportable();
		this.status = DirectiveStatus.REPORTED;
		this.percent = 100;
		this.reportedOn = day;
		registerEvent(new DirectiveReported(this.id));
	}

	/** From here on nothing changes any more how timely it was. */
	void verify(Instant now) {
		requireReported();
		this.status = DirectiveStatus.VERIFIED;
		this.verifiedAt = now;
		this.timeliness = Timeliness.of(this.status, this.dueOn, this.reportedOn, this.reportedOn);
		registerEvent(new DirectiveVerified(this.id));
	}

	public void requireVerified() {
		require(this.status == DirectiveStatus.VERIFIED, "directive.error.notVerified");
	}

	/**
	 * Whether it can be reopened today with that deadline; {@code null} keeps the one it
	 * has.
	 */
	public void requireReopenable(LocalDate newDueOn, LocalDate today) {
		requireVerified();
		if (newDueOn != null) {
			if (newDueOn.isBefore(today)) {
				throw RuleViolation.at("dueOn", "directive.error.dueInPast", DateFormats.day(today));
			}
			if (this.dueOn == null) {
				throw RuleViolation.at("dueOn", "directive.error.noDeadlineToExtend");
			}
			requireLater(newDueOn);
		}
	}

	/**
	 * Verified work is taken up again, and the clock is today's again.
	 * @param percent how far it was before it was reported as done
	 * @param newDueOn the deadline that the leader sets with it, which is no extension;
	 * {@code null} keeps the one it has
	 */
	public void reopen(int percent, LocalDate newDueOn, LocalDate today) {
		requireReopenable(newDueOn, today);
		if (newDueOn != null) {
			this.dueOn = newDueOn;
		}
		this.givenAnewOn = today;
		this.percent = percent;
		this.status = DirectiveStatus.IN_PROGRESS;
		this.timeliness = null;
		this.verifiedAt = null;
		this.reportedOn = null;
		this.reopened++;
	}

	/** Somebody who looked at an earlier version doesn't know what they decide on. */
	public void requireSeen(int version) {
		require(this.version == version, "directive.error.changedMeanwhile");
	}

	/**
	 * The report does not do: back to work, and the clock is today's again.
	 * @param percent how far it was before it was reported as done
	 */
	void returnToUnit(int percent) {
		requireReported();
		this.percent = percent;
		this.status = DirectiveStatus.IN_PROGRESS;
		this.reportedOn = null;
		this.rounds++;
		registerEvent(new DirectiveReturned(this.id));
	}

	private void requireReported() {
		require(this.status == DirectiveStatus.REPORTED, "directive.error.notReported");
	}

	/** Whether the unit may still say that it isn't its competence. */
	public void requireDeclinable() {
		requireOwnWork();
		require(this.status.isWithUnit(), "directive.error.cannotDecline");
	}

	/** The unit says that it isn't its competence. */
	void decline(String reason) {
		requireDeclinable();
		this.status = DirectiveStatus.DECLINED;
		this.reason = reason;
	}

	void requireDeclined() {
		require(this.status == DirectiveStatus.DECLINED, "directive.error.notDeclined");
	}

	void refuseDeclination(Instant now) {
		requireDeclined();
		this.status = DirectiveStatus.IN_PROGRESS;
		this.reason = null;
		if (this.receivedAt == null) {
			this.receivedAt = now;
		}
	}

	/** The issuer accepts that it isn't the unit's competence: another one gets it. */
	void acceptDeclination(long leadId, long holderId, LocalDate today) {
		requireDeclined();
		giveTo(leadId, holderId, today);
	}

	/** Whether another unit may be given it without having been asked. */
	public void requireReassignable() {
		requireOwnWork();
		require(this.status.isWithUnit(), "directive.error.cannotReassign");
	}

	/** The issuer gives it to another unit without having been asked. */
	void reassign(long leadId, long holderId, LocalDate today) {
		requireReassignable();
		giveTo(leadId, holderId, today);
	}

	/** Whether it can be given to that unit in place of the one that has it. */
	void requireOther(long holderId) {
		if (holderId == this.holderOrganizationId) {
			throw RuleViolation.at("leadId", "directive.error.sameLead");
		}
	}

	private void giveTo(long leadId, long holderId, LocalDate today) {
		requireOther(holderId);
		this.formerLeadIds = Stream.concat(Arrays.stream(this.formerLeadIds), Stream.of(this.leadOrganizationId))
			.distinct()
			.toArray(Long[]::new);
		this.leadOrganizationId = leadId;
		this.holderOrganizationId = holderId;
		this.givenAnewOn = today;
		this.extensionsBefore = this.extensions;
		this.rounds = 0;
		this.status = DirectiveStatus.ISSUED;
		this.receivedAt = null;
		this.percent = 0;
		this.reason = null;
		registerEvent(new DirectiveReassigned(this.id));
	}

	/** One more unit coordinates. */
	public void addCoordinator(long organizationId) {
		requireOpen();
		if (!this.coordinators.contains(Addressee.unit(organizationId))) {
			this.coordinators.add(Addressee.unit(organizationId));
		}
	}

	/** A unit coordinates no more; what it has contributed stays. */
	public void removeCoordinator(long organizationId) {
		requireOpen();
		require(this.coordinators.remove(Addressee.unit(organizationId)), "directive.error.notCoordinating");
	}

	public boolean isCoordinatedBy(long organizationId) {
		return this.coordinators.contains(Addressee.unit(organizationId));
	}

	public void requireCancellable() {
		require(!this.family, "directive.error.family");
		require(this.status.isOpen(), "directive.error.cannotCancel");
	}

	void cancel(String reason) {
		requireCancellable();
		this.status = DirectiveStatus.CANCELLED;
		this.reason = reason;
		this.reportedOn = null;
		registerEvent(new DirectiveCancelled(this.id));
	}

	/** Whether more time may be asked for today. */
	public void requireExtensible(LocalDate today) {
		requireOwnWork();
		require(this.status.isWithUnit(), "directive.error.cannotExtend");
		require(this.dueOn != null, "directive.error.noDeadlineToExtend");
		require(!today.isAfter(this.dueOn), "directive.error.expired");
	}

	/** Whether an extension to that day may be asked for today. */
	public void requireExtensible(LocalDate newDueOn, LocalDate today) {
		requireExtensible(today);
		requireLater(newDueOn);
	}

	private void requireLater(LocalDate newDueOn) {
		if (!newDueOn.isAfter(this.dueOn)) {
			throw RuleViolation.at("dueOn", "directive.error.extensionNotLater", DateFormats.day(this.dueOn));
		}
	}

	/**
	 * Moves the deadline; the original one stays. What was asked in time may be granted
	 * until it is verified: reported work is judged by the day of its report.
	 */
	public void extend(LocalDate newDueOn) {
		requireOwnWork();
		require(this.status.isOpen(), "directive.error.cannotExtend");
		require(this.dueOn != null, "directive.error.noDeadlineToExtend");
		requireLater(newDueOn);
		this.dueOn = newDueOn;
		this.extensions++;
	}

	public Timeliness timelinessOn(LocalDate today) {
		return (this.timeliness != null) ? this.timeliness
				: Timeliness.of(this.status, this.dueOn, this.reportedOn, today);
	}

	/** Only who has to act can be reminded. */
	void requireRemindable() {
		requireOwnWork();
		require(this.status.isWithUnit(), "directive.error.cannotRemind");
	}

	public void requireWithUnit() {
		requireOwnWork();
		require(this.status.isWithUnit(), "directive.error.cannotAssign");
	}

	public void requireOpen() {
		require(this.status.isOpen(), "directive.error.closed");
	}

	private void requireInProgress() {
		require(this.status != DirectiveStatus.ISSUED, "directive.error.receiveFirst");
		require(this.status == DirectiveStatus.IN_PROGRESS, "directive.error.notInProgress");
	}

	/** A family's parent and a kind's common task have no unit that could act. */
	private void requireOwnWork() {
		require(!this.family, "directive.error.family");
		require(this.leadKind == null, "directive.error.ledByKind");
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	public List<Addressee> getDraftLeads() {
		return List.copyOf(this.draftLeads);
	}

	public boolean isWithoutDeadline() {
		return this.withoutDeadline;
	}

	public Long getId() {
		return this.id;
	}

	public String getCode() {
		return this.code;
	}

	int getYear() {
		return this.year;
	}

	public String getTitle() {
		return this.title;
	}

	public String getText() {
		return this.text;
	}

	public Long getClauseId() {
		return this.clauseId;
	}

	public Origin getOrigin() {
		return new Origin(this.source, this.clauseId, this.originId, this.sourceNumber, this.sourceDate,
				this.sourceAuthor, this.sourceSubject);
	}

	public Long getConferenceId() {
		return this.conferenceId;
	}

	public boolean isFamily() {
		return this.family;
	}

	public Long getParentId() {
		return this.parentId;
	}

	public Long getLeadOrganizationId() {
		return this.leadOrganizationId;
	}

	public OrganizationKind getLeadKind() {
		return this.leadKind;
	}

	List<Long> getFormerLeadIds() {
		return List.of(this.formerLeadIds);
	}

	public Long getHolderOrganizationId() {
		return this.holderOrganizationId;
	}

	public String getDeliverable() {
		return this.deliverable;
	}

	LocalDate getCoordinatingDueOn() {
		return this.coordinatingDueOn;
	}

	public LocalDate getOriginalDueOn() {
		return this.originalDueOn;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public int getExtensions() {
		return this.extensions;
	}

	public DirectiveStatus getStatus() {
		return this.status;
	}

	public int getPercent() {
		return this.percent;
	}

	public int getReopened() {
		return this.reopened;
	}

	public LocalDate getClosedOn() {
		return this.closedOn;
	}

	public int getRounds() {
		return this.rounds;
	}

	LocalDate getIssuedOn() {
		return this.issuedOn;
	}

	LocalDate getGivenAnewOn() {
		return this.givenAnewOn;
	}

	Instant getIssuedAt() {
		return this.issuedAt;
	}

	Instant getReceivedAt() {
		return this.receivedAt;
	}

	public LocalDate getReportedOn() {
		return this.reportedOn;
	}

	Instant getVerifiedAt() {
		return this.verifiedAt;
	}

	public String getReason() {
		return this.reason;
	}

	public boolean isExample() {
		return this.example;
	}

	public boolean isArchive() {
		return this.archive;
	}

	public List<Addressee> getCoordinators() {
		return List.copyOf(this.coordinators);
	}

	public int getVersion() {
		return this.version;
	}

}
