package vn.nhactruong.directive.reopening;

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
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.shared.RuleViolation;

/**
 * One time that verified work is taken up again: REQUESTED by the office → APPROVED or
 * REFUSED by a leader. Keeps how timely the work was when it was verified.
 */
@Entity
@Table(name = "directive_reopening")
public class Reopening {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long directiveId;

	private String reason;

	/** The new deadline, asked for and then decided; {@code null} keeps the old one. */
	private LocalDate dueOn;

	@Enumerated(EnumType.STRING)
	private ReopeningStatus status = ReopeningStatus.REQUESTED;

	@Enumerated(EnumType.STRING)
	private Timeliness timelinessBefore;

	private LocalDate reportedBefore;

	private long requestedBy;

	private Instant requestedAt;

	private Long decidedBy;

	private Instant decidedAt;

	private String comment;

	@Version
	private int version;

	protected Reopening() {
	}

	Reopening(Directive directive, String reason, LocalDate dueOn, LocalDate today, long requestedBy, Instant now) {
		directive.requireReopenable(dueOn, today);
		this.directiveId = directive.getId();
		this.reason = reason;
		this.dueOn = dueOn;
		this.timelinessBefore = directive.timelinessOn(today);
		this.reportedBefore = directive.getReportedOn();
		this.requestedBy = requestedBy;
		this.requestedAt = now;
	}

	/**
	 * A leader agrees: the unit has the work again.
	 * @param percent how far it was before it was reported as done
	 * @param dueOn the new deadline, whichever was asked for
	 */
	void approve(Directive directive, int percent, LocalDate dueOn, LocalDate today, long decider, Instant now) {
		requireUndecided();
		directive.reopen(percent, dueOn, today);
		this.dueOn = dueOn;
		decide(ReopeningStatus.APPROVED, null, decider, now);
	}

	void refuse(String comment, long decider, Instant now) {
		requireUndecided();
		decide(ReopeningStatus.REFUSED, comment, decider, now);
	}

	private void requireUndecided() {
		if (this.status != ReopeningStatus.REQUESTED) {
			throw RuleViolation.of("directive.error.reopeningDecided");
		}
	}

	private void decide(ReopeningStatus status, String comment, long decider, Instant now) {
		this.status = status;
		this.comment = comment;
		this.decidedBy = decider;
		this.decidedAt = now;
	}

	Long getId() {
		return this.id;
	}

	public String getReason() {
		return this.reason;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public ReopeningStatus getStatus() {
		return this.status;
	}

	public Timeliness getTimelinessBefore() {
		return this.timelinessBefore;
	}

	public LocalDate getReportedBefore() {
		return this.reportedBefore;
	}

	public Instant getRequestedAt() {
		return this.requestedAt;
	}

	public Instant getDecidedAt() {
		return this.decidedAt;
	}

	public String getComment() {
		return this.comment;
	}

}
