package vn.nhactruong.workprogram.adjustment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkProgram;

/**
 * A request to change a published program: DRAFT → REQUESTED (signed by the unit's head,
 * who may send a draft back) → APPROVED or REFUSED; what is approved is PUBLISHED with
 * the next version, or LAPSED when its item is over by then.
 */
@Entity
public class WorkAdjustment {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long programId;

	@Enumerated(EnumType.STRING)
	private AdjustmentKind kind;

	private Long itemId;

	private String title;

	private Long leadId;

	private Long[] coordinatingIds = {};

	private String deliverable;

	@Enumerated(EnumType.STRING)
	@Column(name = "submitting_level")
	private SubmittingLevel level;

	private LocalDate dueOn;

	private String source;

	private String sourceNumber;

	private LocalDate sourceDate;

	private Long parentId;

	private String documentNumber;

	private LocalDate documentDate;

	private String reason;

	@Enumerated(EnumType.STRING)
	private AdjustmentStatus status = AdjustmentStatus.DRAFT;

	private long requestedById;

	private long requestedBy;

	private String requester;

	private Instant requestedAt;

	private Long signedBy;

	private String signer;

	private Instant signedAt;

	private Long decidedBy;

	private Instant decidedAt;

	private String comment;

	private Integer versionNo;

	private Long rewrittenAsId;

	@Version
	private int version;

	protected WorkAdjustment() {
	}

	WorkAdjustment(long programId, AdjustmentPlan plan, Viewer viewer, Instant now) {
		this.programId = programId;
		this.kind = plan.kind();
		this.itemId = plan.itemId();
		this.title = plan.title();
		this.leadId = plan.leadId();
		this.coordinatingIds = plan.coordinatingIds().toArray(Long[]::new);
		this.deliverable = plan.deliverable();
		this.level = plan.level();
		this.dueOn = plan.dueOn();
		this.source = plan.source();
		this.sourceNumber = plan.sourceNumber();
		this.sourceDate = plan.sourceDate();
		this.parentId = plan.parentId();
		this.documentNumber = plan.documentNumber();
		this.documentDate = plan.documentDate();
		this.reason = plan.reason();
		this.requestedById = viewer.unitId();
		this.requestedBy = viewer.accountId();
		this.requester = viewer.displayName();
		this.requestedAt = now;
	}

	/**
	 * Whether the other one comes to nothing once this one is published: they take effect
	 * in the order in which they were asked for, and nothing is changed of an item that
	 * has left the program.
	 */
	boolean voids(WorkAdjustment other) {
		return (this.kind == AdjustmentKind.MOVE || this.kind == AdjustmentKind.DROP) && isUnpublished()
				&& other.isUnpublished() && this.itemId.equals(other.itemId) && this.id < other.id;
	}

	private boolean isUnpublished() {
		return this.status == AdjustmentStatus.REQUESTED || this.status == AdjustmentStatus.APPROVED;
	}

	/** It goes out in the name of the unit. */
	void sign(Viewer viewer, Instant now) {
		requireDraft();
		this.status = AdjustmentStatus.REQUESTED;
		this.signedBy = viewer.accountId();
		this.signer = viewer.displayName();
		this.signedAt = now;
	}

	void sendBack(String comment, long accountId, Instant now) {
		requireDraft();
		this.status = AdjustmentStatus.SENT_BACK;
		this.comment = comment;
		this.decidedBy = accountId;
		this.decidedAt = now;
	}

	void requireDraft() {
		if (this.status != AdjustmentStatus.DRAFT) {
			throw RuleViolation.of("workprogram.error.adjustmentSigned");
		}
	}

	void approve(WorkProgram program, long accountId, Instant now) {
		requireUndecided(program, accountId);
		this.status = AdjustmentStatus.APPROVED;
		this.decidedBy = accountId;
		this.decidedAt = now;
	}

	void refuse(WorkProgram program, String comment, long accountId, Instant now) {
		requireUndecided(program, accountId);
		this.status = AdjustmentStatus.REFUSED;
		this.comment = comment;
		this.decidedBy = accountId;
		this.decidedAt = now;
	}

	/** It is in force with this version. */
	void publish(int number, Long itemId) {
		requireApproved();
		this.status = AdjustmentStatus.PUBLISHED;
		this.versionNo = number;
		this.itemId = itemId;
	}

	/** Sent back, and its unit has not asked anew yet. */
	boolean isToRewrite() {
		return this.status == AdjustmentStatus.SENT_BACK && this.rewrittenAsId == null;
	}

	/** Its unit has asked anew. */
	void rewriteAs(WorkAdjustment newer) {
		this.rewrittenAsId = newer.id;
	}

	/**
	 * Its item was finished, left or given to another unit before it could take effect,
	 * or nobody signed it.
	 */
	void lapse() {
		if (this.status != AdjustmentStatus.DRAFT && this.status != AdjustmentStatus.REQUESTED) {
			requireApproved();
		}
		this.status = AdjustmentStatus.LAPSED;
	}

	void requireUndecided(WorkProgram program, long decider) {
		if (this.status != AdjustmentStatus.REQUESTED) {
			throw RuleViolation.of("workprogram.error.adjustmentDecided");
		}
		if (!isDecidedBy(program, decider)) {
			throw RuleViolation.of("workprogram.error.ownRequest");
		}
	}

	/**
	 * Who signed it doesn't decide it, too; but a unit's own program is its head's alone.
	 */
	boolean isDecidedBy(WorkProgram program, long decider) {
		return !program.isMinistry() || this.signedBy != decider;
	}

	/** Whether it never left its unit. */
	boolean isInternal() {
		return this.signedBy == null;
	}

	private void requireApproved() {
		if (this.status != AdjustmentStatus.APPROVED) {
			throw new IllegalStateException("adjustment " + this.id + " is " + this.status);
		}
	}

	AdjustmentPlan plan() {
		return new AdjustmentPlan(this.kind, this.itemId, this.title, this.leadId, Set.of(this.coordinatingIds),
				this.deliverable, this.level, this.dueOn, this.source, this.sourceNumber, this.sourceDate,
				this.parentId, this.documentNumber, this.documentDate, this.reason);
	}

	Long getId() {
		return this.id;
	}

	long getProgramId() {
		return this.programId;
	}

	AdjustmentStatus getStatus() {
		return this.status;
	}

	long getRequestedById() {
		return this.requestedById;
	}

	long getRequestedBy() {
		return this.requestedBy;
	}

	String getRequester() {
		return this.requester;
	}

	String getSigner() {
		return this.signer;
	}

	Instant getSignedAt() {
		return this.signedAt;
	}

	Instant getRequestedAt() {
		return this.requestedAt;
	}

	Instant getDecidedAt() {
		return this.decidedAt;
	}

	String getComment() {
		return this.comment;
	}

	Integer getVersionNo() {
		return this.versionNo;
	}

}
