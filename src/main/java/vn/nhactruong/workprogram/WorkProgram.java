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
public class WorkProgram extends AbstractAggregateRoot<WorkProgram> {

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

	public WorkProgram(long scopeId, boolean ministry, Period period) {
		this.scopeId = scopeId;
		this.ministry = ministry;
		this.periodKind = period.kind();
		this.startsOn = period.startsOn();
		this.endsOn = period.endsOn();
	}

	/** Says until when units may propose; only while items are put together. */
	public void invite(LocalDate proposalsUntil, String note) {
		requireOpen();
		if (proposalsUntil != null && proposalsUntil.isAfter(this.endsOn)) {
			throw RuleViolation.at("proposalsUntil", "workprogram.error.untilAfterEnd", DateFormats.day(this.endsOn));
		}
		this.proposalsUntil = proposalsUntil;
		this.note = note;
	}

	/** Units no longer propose once the closing day is over. */
	public boolean takesProposalsOn(LocalDate day) {
		return this.status == ProgramStatus.OPEN && (this.proposalsUntil == null || !day.isAfter(this.proposalsUntil));
	}

	/** Puts the program before the leader, or before the head of the unit. */
	public void submit(int accepted, int undecided, Instant now) {
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
	public void sendBack(String comment) {
		require(this.status == ProgramStatus.SUBMITTED, "workprogram.error.notSubmitted");
		this.status = ProgramStatus.OPEN;
		this.comment = comment;
		registerEvent(new WorkProgramReturned(this.id));
	}

	/** Whoever looked at an earlier version doesn't know what they approve. */
	public void requireSeen(int version) {
		require(this.version == version, "workprogram.error.changedMeanwhile");
	}

	public void approve(long accountId, Instant now) {
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
	public int publish(int adjustments) {
		require(this.status == ProgramStatus.APPROVED || this.status == ProgramStatus.PUBLISHED,
				"workprogram.error.notApproved");
		require(this.status == ProgramStatus.APPROVED || adjustments > 0, "workprogram.error.nothingToPublish");
		this.status = ProgramStatus.PUBLISHED;
		this.lastVersion++;
		registerEvent(new WorkProgramPublished(this.id, this.lastVersion));
		return this.lastVersion;
	}

	/** Whether it is in force and its last day is over. */
	public boolean isClosable(LocalDate today) {
		return this.status == ProgramStatus.PUBLISHED && today.isAfter(this.endsOn);
	}

	/** The period is over: from here on its report stands. */
	public void close(LocalDate today, int undecided, Instant now) {
		requireRunning();
		if (!today.isAfter(this.endsOn)) {
			throw RuleViolation.of("workprogram.error.notOver", DateFormats.day(this.endsOn.plusDays(1)));
		}
		if (undecided > 0) {
			throw RuleViolation.of("workprogram.error.undecidedAdjustments", undecided);
		}
		this.status = ProgramStatus.CLOSED;
		this.closedAt = now;
	}

	/** Marks what no real office means to do. */
	public void markExample() {
		this.example = true;
	}

	public void requireOpen() {
		require(this.status == ProgramStatus.OPEN, "workprogram.error.notOpen");
	}

	/** Progress is reported, and adjustments are asked for, of what is in force. */
	public void requireRunning() {
		require(this.status != ProgramStatus.CLOSED, "workprogram.error.closed");
		require(this.status == ProgramStatus.PUBLISHED, "workprogram.error.notPublished");
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	public Period period() {
		return new Period(this.periodKind, this.startsOn, this.endsOn);
	}

	public Long getId() {
		return this.id;
	}

	public long getScopeId() {
		return this.scopeId;
	}

	public boolean isMinistry() {
		return this.ministry;
	}

	public LocalDate getProposalsUntil() {
		return this.proposalsUntil;
	}

	public String getNote() {
		return this.note;
	}

	public ProgramStatus getStatus() {
		return this.status;
	}

	public String getComment() {
		return this.comment;
	}

	public Long getApprovedBy() {
		return this.approvedBy;
	}

	public int getLastVersion() {
		return this.lastVersion;
	}

	public boolean isExample() {
		return this.example;
	}

	public int getVersion() {
		return this.version;
	}

}
