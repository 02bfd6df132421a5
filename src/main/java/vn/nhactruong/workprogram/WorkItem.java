package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

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

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * One item of a work program. It comes in as a proposal (accepted, returned or merged)
 * and is then carried out: PLANNED → IN_PROGRESS → DONE, or SLIPPED to a later day, or
 * DROPPED by a decision.
 */
@Entity
public class WorkItem {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long programId;

	/** Counted anew by the database when the program is submitted. */
	@Column(name = "number_no", updatable = false)
	private int number;

	private String title;

	private long leadId;

	private String deliverable;

	@Enumerated(EnumType.STRING)
	@Column(name = "submitting_level")
	private SubmittingLevel level;

	private LocalDate dueOn;

	private String source;

	private String sourceNumber;

	private LocalDate sourceDate;

	private Long parentId;

	private Long carriedFromId;

	private boolean carriedAfterClose;

	private long proposedById;

	@Enumerated(EnumType.STRING)
	private ProposalStatus proposal;

	private String comment;

	private Long mergedIntoId;

	@Enumerated(EnumType.STRING)
	private WorkItemStatus status = WorkItemStatus.PLANNED;

	private int percent;

	private LocalDate doneOn;

	private String documentNumber;

	private LocalDate documentDate;

	private LocalDate slippedTo;

	/** By a published version, not by the word of its unit alone. */
	private boolean moved;

	private String reason;

	@ElementCollection
	@CollectionTable(name = "work_item_coordination", joinColumns = @JoinColumn(name = "item_id"))
	@Column(name = "organization_id")
	private Set<Long> coordinatingIds = new HashSet<>();

	@Version
	private int version;

	protected WorkItem() {
	}

	/**
	 * @param accepted whether it stands in the program at once, because whoever puts the
	 * program together wrote it
	 */
	public WorkItem(long programId, int number, WorkItemPlan plan, long proposedById, boolean accepted) {
		this.programId = programId;
		this.number = number;
		this.proposedById = proposedById;
		this.proposal = accepted ? ProposalStatus.ACCEPTED : ProposalStatus.PROPOSED;
		write(plan);
	}

	/**
	 * Remembers which item of an earlier period it carries on.
	 * @param afterClose whether that period's figures stood by then
	 * @param proposedById whose proposal that was
	 */
	void carryOn(WorkItem earlier, boolean afterClose, long proposedById) {
		this.carriedFromId = earlier.id;
		this.carriedAfterClose = afterClose;
		this.proposedById = proposedById;
	}

	void write(WorkItemPlan plan) {
		require(this.proposal != ProposalStatus.MERGED, "workprogram.error.itemMerged");
		this.title = plan.title();
		this.leadId = plan.leadId();
		this.deliverable = plan.deliverable();
		this.level = plan.level();
		this.dueOn = plan.dueOn();
		this.source = plan.source();
		this.sourceNumber = plan.sourceNumber();
		this.sourceDate = plan.sourceDate();
		this.parentId = plan.parentId();
		this.coordinatingIds.retainAll(plan.coordinatingIds());
		this.coordinatingIds.addAll(plan.coordinatingIds());
	}

	/** What was returned waits again once its unit has changed it. */
	void proposeAgain() {
		if (this.proposal == ProposalStatus.RETURNED) {
			this.proposal = ProposalStatus.PROPOSED;
		}
	}

	void accept() {
		require(this.proposal == ProposalStatus.PROPOSED, "workprogram.error.notProposed");
		this.proposal = ProposalStatus.ACCEPTED;
		this.comment = null;
	}

	/** Back to the unit that proposed it; also what was accepted too early. */
	void giveBack(String comment) {
		require(this.proposal == ProposalStatus.PROPOSED || this.proposal == ProposalStatus.ACCEPTED,
				"workprogram.error.notProposed");
		this.proposal = ProposalStatus.RETURNED;
		this.comment = comment;
	}

	/**
	 * Lets another item of the program stand for this one, too: whoever was to work on
	 * this one coordinates the other.
	 */
	void mergeInto(WorkItem other) {
		require(this.proposal == ProposalStatus.PROPOSED || this.proposal == ProposalStatus.ACCEPTED,
				"workprogram.error.notProposed");
		if (other.id.equals(this.id) || other.programId != this.programId || other.proposal == ProposalStatus.MERGED
				|| other.proposal == ProposalStatus.RETURNED) {
			throw RuleViolation.at("targetId", "workprogram.error.mergeTarget");
		}
		this.proposal = ProposalStatus.MERGED;
		this.mergedIntoId = other.id;
		other.coordinatingIds.addAll(this.coordinatingIds);
		other.coordinatingIds.add(this.leadId);
		other.coordinatingIds.remove(other.leadId);
	}

	/** Carries out another item than before, since that one was merged. */
	void pointTo(WorkItem other) {
		this.parentId = other.id;
	}

	/** Whoever looked at an earlier version doesn't know what they take. */
	void requireSeen(int version) {
		require(this.version == version, "workprogram.error.itemChanged");
	}

	void progress(int percent) {
		requireOpen();
		if (percent < 0 || percent > 100) {
			throw RuleViolation.at("percent", "workprogram.error.percentRange");
		}
		this.percent = percent;
		this.status = WorkItemStatus.IN_PROGRESS;
	}

	/**
	 * Done, on a day that has come.
	 * @param documentNumber the paper that proves it, or {@code null} when files do
	 */
	void complete(LocalDate day, String documentNumber, LocalDate documentDate, LocalDate today) {
		requireOpen();
		if (day.isAfter(today)) {
			throw RuleViolation.at("doneOn", "workprogram.error.dayInFuture", DateFormats.day(today));
		}
		this.status = WorkItemStatus.DONE;
		this.percent = 100;
		this.doneOn = day;
		this.documentNumber = documentNumber;
		this.documentDate = documentDate;
	}

	/**
	 * Its unit reports that it isn't done in the period; what is published stays as it
	 * is. A later day within the period is an adjustment.
	 */
	void slip(LocalDate to, String reason, Period period) {
		requireOpen();
		slipped("slippedTo", to, reason, period);
	}

	/** An approved adjustment moves it out of the period. */
	public void move(LocalDate to, String reason, Period period) {
		requireAdjustable();
		slipped("dueOn", to, reason, period);
		this.moved = true;
	}

	private void slipped(String field, LocalDate to, String reason, Period period) {
		RuleViolation.throwAll(period.notAfter(field, to));
		this.status = WorkItemStatus.SLIPPED;
		this.slippedTo = to;
		this.reason = reason;
	}

	/** It is done in its period after all. */
	void withdrawSlip() {
		require(isSlipReported(), "workprogram.error.slipStands");
		this.status = (this.percent > 0) ? WorkItemStatus.IN_PROGRESS : WorkItemStatus.PLANNED;
		this.slippedTo = null;
		this.reason = null;
	}

	private void endSlip() {
		if (isSlipReported()) {
			withdrawSlip();
		}
	}

	public void drop(String decisionNumber, LocalDate decisionDate, String reason, LocalDate today) {
		requireAdjustable();
		if (decisionDate.isAfter(today)) {
			throw RuleViolation.at("documentDate", "workprogram.error.dayInFuture", DateFormats.day(today));
		}
		this.status = WorkItemStatus.DROPPED;
		this.slippedTo = null;
		this.documentNumber = decisionNumber;
		this.documentDate = decisionDate;
		this.reason = reason;
	}

	/**
	 * An approved adjustment moves the deadline within the period; it slips no more.
	 */
	public void adjustDeadline(LocalDate dueOn) {
		requireAdjustable();
		endSlip();
		this.dueOn = dueOn;
	}

	/**
	 * An approved adjustment gives it to another unit, which may have coordinated it;
	 * what the one before said of it holds no more.
	 */
	public void adjustLead(long leadId) {
		requireAdjustable();
		endSlip();
		this.coordinatingIds.remove(leadId);
		this.leadId = leadId;
	}

	/** An approved adjustment says anew who coordinates; its lead doesn't. */
	public void adjustCoordination(Set<Long> coordinatingIds) {
		requireAdjustable();
		this.coordinatingIds.retainAll(coordinatingIds);
		this.coordinatingIds.addAll(coordinatingIds);
		this.coordinatingIds.remove(this.leadId);
	}

	public void adjustDeliverable(String deliverable) {
		requireAdjustable();
		this.deliverable = deliverable;
	}

	/** Whether it may still be worked on. */
	public void requireOpen() {
		require(this.proposal == ProposalStatus.ACCEPTED, "workprogram.error.notInProgram");
		require(this.status.isOpen(), "workprogram.error.itemClosed");
	}

	/** Whether its unit says that it slips, and no version has moved it. */
	public boolean isSlipReported() {
		return this.status == WorkItemStatus.SLIPPED && !this.moved;
	}

	/** Whether it stands in the program: what was only reported changed nothing. */
	public boolean isAdjustable() {
		return this.proposal == ProposalStatus.ACCEPTED && (this.status.isOpen() || isSlipReported());
	}

	public void requireAdjustable() {
		if (!isAdjustable()) {
			requireOpen();
		}
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	public WorkItemPlan plan() {
		return new WorkItemPlan(this.title, this.leadId, this.coordinatingIds, this.deliverable, this.level, this.dueOn,
				this.source, this.sourceNumber, this.sourceDate, this.parentId);
	}

	public Long getId() {
		return this.id;
	}

	public long getProgramId() {
		return this.programId;
	}

	public int getNumber() {
		return this.number;
	}

	public String getTitle() {
		return this.title;
	}

	public long getLeadId() {
		return this.leadId;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public Long getCarriedFromId() {
		return this.carriedFromId;
	}

	public long getProposedById() {
		return this.proposedById;
	}

	public ProposalStatus getProposal() {
		return this.proposal;
	}

	String getComment() {
		return this.comment;
	}

	public Long getMergedIntoId() {
		return this.mergedIntoId;
	}

	public WorkItemStatus getStatus() {
		return this.status;
	}

	public int getPercent() {
		return this.percent;
	}

	LocalDate getDoneOn() {
		return this.doneOn;
	}

	public String getDocumentNumber() {
		return this.documentNumber;
	}

	public LocalDate getDocumentDate() {
		return this.documentDate;
	}

	public LocalDate getSlippedTo() {
		return this.slippedTo;
	}

	String getReason() {
		return this.reason;
	}

	public int getVersion() {
		return this.version;
	}

}
