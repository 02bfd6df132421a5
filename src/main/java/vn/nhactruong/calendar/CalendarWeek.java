package vn.nhactruong.calendar;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import vn.nhactruong.shared.RuleViolation;

/**
 * One week of the leaders. A leader approves it once, before it goes out; what changes
 * afterwards goes out as a further version, since a meeting that moves tonight can't wait
 * for a signature.
 */
@Entity
public class CalendarWeek {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private LocalDate monday;

	@Enumerated(EnumType.STRING)
	private WeekStatus status = WeekStatus.OPEN;

	private int releasedNumber;

	private String comment;

	private String commentedBy;

	private String approvedBy;

	/** Kept while the week is out: what changes then concerns who answered for it. */
	private Long approvedAccountId;

	private Instant approvedAt;

	private String approvedContent;

	@Version
	private int version;

	protected CalendarWeek() {
	}

	public CalendarWeek(Week week) {
		this.monday = week.monday();
	}

	/** The office asks a leader to look at it. */
	void submit() {
		require(WeekStatus.OPEN);
		this.status = WeekStatus.SUBMITTED;
	}

	/**
	 * A leader agrees.
	 * @param content tells what to
	 * @param accountId whose it is to know of later changes
	 */
	void approve(String content, Long accountId, String by, Instant now) {
		require(WeekStatus.SUBMITTED);
		this.approvedContent = content;
		this.status = WeekStatus.APPROVED;
		this.approvedAccountId = accountId;
		this.approvedBy = by;
		this.approvedAt = now;
		this.comment = null;
		this.commentedBy = null;
	}

	/** A leader wants it otherwise. */
	void sendBack(String why, String by) {
		require(WeekStatus.SUBMITTED);
		this.status = WeekStatus.OPEN;
		this.comment = why;
		this.commentedBy = by;
	}

	/** The number under which the week goes out now. */
	int release() {
		if (this.status != WeekStatus.APPROVED && this.status != WeekStatus.PUBLISHED) {
			throw RuleViolation.of(this.status.refusal());
		}
		this.status = WeekStatus.PUBLISHED;
		return ++this.releasedNumber;
	}

	/**
	 * What was approved is no longer what stands here.
	 * @return whether it has to be approved again
	 */
	boolean reopen() {
		if (this.status != WeekStatus.APPROVED) {
			return false;
		}
		this.status = WeekStatus.OPEN;
		this.approvedAccountId = null;
		this.approvedBy = null;
		this.approvedAt = null;
		this.approvedContent = null;
		return true;
	}

	/** Whether a leader approved something else than what stands here now. */
	public boolean differsFromApproved(String content) {
		return this.status == WeekStatus.APPROVED && !content.equals(this.approvedContent);
	}

	private void require(WeekStatus expected) {
		if (this.status != expected) {
			throw RuleViolation.of(this.status.refusal());
		}
	}

	public Week week() {
		return new Week(this.monday);
	}

	public Long getId() {
		return this.id;
	}

	public WeekStatus getStatus() {
		return this.status;
	}

	public int getReleasedNumber() {
		return this.releasedNumber;
	}

	public String getComment() {
		return this.comment;
	}

	public String getCommentedBy() {
		return this.commentedBy;
	}

	public String getApprovedBy() {
		return this.approvedBy;
	}

	public Long getApprovedAccountId() {
		return this.approvedAccountId;
	}

	public Instant getApprovedAt() {
		return this.approvedAt;
	}

	public int getVersion() {
		return this.version;
	}

}
