package vn.nhactruong.directive.extension;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import vn.nhactruong.directive.Directive;
import vn.nhactruong.shared.RuleViolation;

/**
 * One request for more time: DRAFT → REQUESTED (signed by the unit's head) → APPROVED or
 * REFUSED by the issuer; the head may send a draft back. The deadline that a leader sets
 * for reopened work stands here too, without a number: it is no extension of the unit's.
 */
@Entity
@Table(name = "directive_extension")
public class Extension {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long directiveId;

	/** Which extension of its directive, once approved. */
	private Integer numberNo;

	/** The reopening that it came with, or {@code null}. */
	private Long reopeningId;

	private String reason;

	private LocalDate dueBefore;

	private LocalDate dueOn;

	@Enumerated(EnumType.STRING)
	private ExtensionStatus status = ExtensionStatus.DRAFT;

	private long draftedBy;

	private Instant draftedAt;

	private Long signedBy;

	private Instant signedAt;

	private Long decidedBy;

	private Instant decidedAt;

	private String comment;

	@Version
	private int version;

	protected Extension() {
	}

	public Extension(Directive directive, String reason, LocalDate dueOn, LocalDate today, long draftedBy,
			Instant now) {
		this(directive, reason, dueOn, draftedBy, now);
		directive.requireExtensible(dueOn, today);
	}

	private Extension(Directive directive, String reason, LocalDate dueOn, long draftedBy, Instant now) {
		this.directiveId = directive.getId();
		this.reason = reason;
		this.dueBefore = directive.getDueOn();
		this.dueOn = dueOn;
		this.draftedBy = draftedBy;
		this.draftedAt = now;
	}

	/** The issuer gives more time without having been asked. */
	static Extension granted(Directive directive, String reason, LocalDate dueOn, LocalDate today, long issuer,
			Instant now) {
		Extension extension = new Extension(directive, reason, dueOn, today, issuer, now);
		directive.extend(dueOn);
		extension.status = ExtensionStatus.APPROVED;
		extension.numberNo = directive.getExtensions();
		extension.decide(null, issuer, now);
		return extension;
	}

	/** A leader reopens verified work, which has its old deadline yet, with a new one. */
	static Extension ofReopening(Directive directive, long reopeningId, String reason, LocalDate dueOn, long leader,
			Instant now) {
		Extension extension = new Extension(directive, reason, dueOn, leader, now);
		extension.reopeningId = reopeningId;
		extension.status = ExtensionStatus.APPROVED;
		extension.decide(null, leader, now);
		return extension;
	}

	/** Signing counts as asking, so that it has to happen before the deadline passes. */
	public void sign(Directive directive, LocalDate today, long signer, Instant now) {
		requireDraft();
		directive.requireExtensible(this.dueOn, today);
		this.status = ExtensionStatus.REQUESTED;
		this.signedBy = signer;
		this.signedAt = now;
	}

	void requireDraft() {
		require(this.status == ExtensionStatus.DRAFT, "directive.error.extensionNotDraft");
	}

	void sendBack(String comment, long head, Instant now) {
		requireDraft();
		this.status = ExtensionStatus.SENT_BACK;
		decide(comment, head, now);
	}

	/** The issuer agrees: the directive's deadline moves. */
	public void approve(Directive directive, long decider, Instant now) {
		requireUndecided(decider);
		directive.extend(this.dueOn);
		this.status = ExtensionStatus.APPROVED;
		this.numberNo = directive.getExtensions();
		decide(null, decider, now);
	}

	public void refuse(String reason, long decider, Instant now) {
		requireUndecided(decider);
		this.status = ExtensionStatus.REFUSED;
		decide(reason, decider, now);
	}

	/** Ends what nobody decided because the directive itself went another way. */
	void lapse(long decider, Instant now) {
		if (this.status == ExtensionStatus.DRAFT || this.status == ExtensionStatus.REQUESTED) {
			this.status = ExtensionStatus.LAPSED;
			decide(null, decider, now);
		}
	}

	/** Nobody decides on what they signed themselves. */
	void requireUndecided(long decider) {
		require(this.status == ExtensionStatus.REQUESTED, "directive.error.extensionDecided");
		require(this.signedBy != decider, "directive.error.ownRequest");
	}

	private void decide(String comment, long decider, Instant now) {
		this.comment = comment;
		this.decidedBy = decider;
		this.decidedAt = now;
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	public Long getId() {
		return this.id;
	}

	long getDirectiveId() {
		return this.directiveId;
	}

	public Integer getNumberNo() {
		return this.numberNo;
	}

	public String getReason() {
		return this.reason;
	}

	public LocalDate getDueBefore() {
		return this.dueBefore;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public ExtensionStatus getStatus() {
		return this.status;
	}

	long getDraftedBy() {
		return this.draftedBy;
	}

	public Long getSignedBy() {
		return this.signedBy;
	}

	public Instant getDecidedAt() {
		return this.decidedAt;
	}

	public String getComment() {
		return this.comment;
	}

}
