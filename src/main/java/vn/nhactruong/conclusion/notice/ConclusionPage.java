package vn.nhactruong.conclusion.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.conclusion.ClauseTask;
import vn.nhactruong.conclusion.ConclusionStatus;
import vn.nhactruong.conclusion.review.ReviewPage.Comment;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.workingday.Deadline;

/**
 * A conclusion as one viewer gets it.
 *
 * @param status {@code null} while it is not the viewer's to read
 * @param mayWriteClauses whether clauses can be changed here and now
 * @param mayWriteAssessment whether the assessment can be
 * @param mayWriteRecord whether the discussion can be
 * @param due by when the notice is due, or {@code null} where no rule says so
 * @param late whether it is issued later than due, or not issued and due before today
 * @param unassigned issued clauses that are neither a task nor marked as none
 */
record ConclusionPage(ConferenceSummary conference, ConclusionStatus status, boolean reviewer, boolean mayWriteClauses,
		boolean mayWriteAssessment, boolean mayWriteRecord, boolean maySubmit, boolean mayIssue, boolean mayAssign,
		List<Item> achievements, List<Item> limitations, List<Speech> contributions, List<Row> clauses, int round,
		Review review, Returned returned, Notice notice, Deadline due, String dueSource, boolean late, int unassigned) {

	/** Whether the viewer reads anything of it. */
	public boolean readable() {
		return this.status != null;
	}

	/** Whether comments can be answered: like the assessment, until the approval. */
	public boolean mayAnswer() {
		return this.mayWriteAssessment;
	}

	/** Whether it lies before this very leader. */
	public boolean awaitsReview() {
		return this.reviewer && this.status == ConclusionStatus.IN_REVIEW;
	}

	/** One achievement or limitation. */
	record Item(long id, int number, String text, boolean mayUp, boolean mayDown) {
	}

	/** One contribution to the discussion. */
	record Speech(long id, String speaker, String unit, String text, boolean mayUp, boolean mayDown) {
	}

	/**
	 * One clause.
	 *
	 * @param comments what leaders said; empty for whoever reads no drafts
	 * @param unassigned neither a task nor marked as none
	 * @param strangers lead units that were not invited, in one line; empty for none
	 */
	record Row(long id, String label, int level, String content, String leads, String coordinating, LocalDate deadline,
			boolean noDeadline, String deliverable, boolean noTask, List<Comment> comments, List<ClauseTask> tasks,
			boolean unassigned, String strangers, boolean mayUp, boolean mayDown) {
	}

	/** How the review of the round stands. */
	record Review(Instant submittedAt, int total, int agreed, int commented, String approvedBy, Instant approvedAt) {
	}

	/** Why it came back. */
	record Returned(String reason, String by, Instant at) {
	}

	/** The issued paper. */
	record Notice(String number, LocalDate issuedOn, String signerTitle, String signerName) {
	}

}
