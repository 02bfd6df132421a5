package vn.nhactruong.workprogram;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.springframework.data.domain.AbstractAggregateRoot;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * The work program of the ministry or of one unit for one period, and its way: OPEN →
 * SUBMITTED → APPROVED → PUBLISHED (version 1, 2, 3 …) → CLOSED, with SUBMITTED programs
 * sent back to OPEN.
 */
@Entity
class WorkProgram extends AbstractAggregateRoot<WorkProgram> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long scopeId;

	private boolean ministry;

	@Enumerated(EnumType.STRING)
	private PeriodKind periodKind;

	private LocalDate startsOn;

	private LocalDate endsOn;

	private LocalDate proposalsUntil;

	private String note;

	@Enumerated(EnumType.STRING)
	private ProgramStatus status = ProgramStatus.OPEN;

	private String comment;

	private Instant submittedAt;

	private Instant approvedAt;

	private Long approvedBy;

	private int lastVersion;

	private Instant closedAt;

	private boolean example;

	@Version
	private int version;

	protected WorkProgram() {
	}

	WorkProgram(long scopeId, boolean ministry, Period period) {
		this.scopeId = scopeId;
		this.ministry = ministry;
		this.periodKind = period.kind();
		this.startsOn = period.startsOn();
		this.endsOn = period.endsOn();
	}

	/** Says until when units may propose; only while items are put together. */
	void invite(LocalDate proposalsUntil, String note) {
		requireOpen();
		if (proposalsUntil != null && proposalsUntil.isAfter(this.endsOn)) {
			throw RuleViolation.at("proposalsUntil", "workprogram.error.untilAfterEnd", DateFormats.day(this.endsOn));
		}
		this.proposalsUntil = proposalsUntil;
		this.note = note;
	}

	/** Units no longer propose once the closing day is over. */
	boolean takesProposalsOn(LocalDate day) {
		return this.status == ProgramStatus.OPEN && (this.proposalsUntil == null || !day.isAfter(this.proposalsUntil));
	}

	/** Puts the program before the leader, or before the head of the unit. */
	void submit(int accepted, int undecided, Instant now) {
		requireOpen();
		if (undecided > 0) {
			throw RuleViolation.of("workprogram.error.undecided", undecided);
		}
		require(accepted > 0, "workprogram.error.noItems");
		this.status = ProgramStatus.SUBMITTED;
		this.submittedAt = now;
		this.comment = null;
		registerEvent(new WorkProgramSubmitted(this.id));
	}

	/** Back to whoever put it together, with what has to be changed. */
	void sendBack(String comment) {
		require(this.status == ProgramStatus.SUBMITTED, "workprogram.error.notSubmitted");
		this.status = ProgramStatus.OPEN;
		this.comment = comment;
		registerEvent(new WorkProgramReturned(this.id));
	}

	/** Whoever looked at an earlier version doesn't know what they approve. */
	void requireSeen(int version) {
		require(this.version == version, "workprogram.error.changedMeanwhile");
	}

	void approve(long accountId, Instant now) {
		require(this.status == ProgramStatus.SUBMITTED, "workprogram.error.notSubmitted");
		this.status = ProgramStatus.APPROVED;
		this.approvedAt = now;
		this.approvedBy = accountId;
		registerEvent(new WorkProgramApproved(this.id));
	}

	/**
	 * Puts the program, or its approved adjustments, in force.
	 * @param adjustments how many approved ones take effect
	 * @return the number of the version
	 */
	int publish(int adjustments) {
		require(this.status == ProgramStatus.APPROVED || this.status == ProgramStatus.PUBLISHED,
				"workprogram.error.notApproved");
		require(this.status == ProgramStatus.APPROVED || adjustments > 0, "workprogram.error.nothingToPublish");
		this.status = ProgramStatus.PUBLISHED;
		this.lastVersion++;
		registerEvent(new WorkProgramPublished(this.id, this.lastVersion));
		return this.lastVersion;
	}

	/** The period is over: from here on its report stands. */
	void close(LocalDate today, int undecided, Instant now) {
		requireRunning();
		if (today.isBefore(this.endsOn)) {
			throw RuleViolation.of("workprogram.error.notOver", DateFormats.day(this.endsOn));
		}
		if (undecided > 0) {
			throw RuleViolation.of("workprogram.error.undecidedAdjustments", undecided);
		}
		this.status = ProgramStatus.CLOSED;
		this.closedAt = now;
	}

	/** Marks what no real office means to do. */
	void markExample() {
		this.example = true;
	}

	void requireOpen() {
		require(this.status == ProgramStatus.OPEN, "workprogram.error.notOpen");
	}

	/** Progress is reported, and adjustments are asked for, of what is in force. */
	void requireRunning() {
		require(this.status != ProgramStatus.CLOSED, "workprogram.error.closed");
		require(this.status == ProgramStatus.PUBLISHED, "workprogram.error.notPublished");
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	Period period() {
		return new Period(this.periodKind, this.startsOn, this.endsOn);
	}

	Long getId() {
		return this.id;
	}

	long getScopeId() {
		return this.scopeId;
	}

	boolean isMinistry() {
		return this.ministry;
	}

	LocalDate getProposalsUntil() {
		return this.proposalsUntil;
	}

	String getNote() {
		return this.note;
	}

	ProgramStatus getStatus() {
		return this.status;
	}

	String getComment() {
		return this.comment;
	}

	Long getApprovedBy() {
		return this.approvedBy;
	}

	int getLastVersion() {
		return this.lastVersion;
	}

	boolean isExample() {
		return this.example;
	}

	int getVersion() {
		return this.version;
	}

}
