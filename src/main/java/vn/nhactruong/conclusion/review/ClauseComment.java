package vn.nhactruong.conclusion.review;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import vn.nhactruong.conclusion.Conclusion;

/**
 * What a leader said about a clause, and what the office made of it. Outlives the clause.
 */
@Entity
public class ClauseComment {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Conclusion conclusion;

	private long clauseId;

	private int round;

	private long accountId;

	private String author;

	private String text;

	private Instant commentedAt;

	private String answer;

	private String handledBy;

	private Instant handledAt;

	@Version
	private int version;

	protected ClauseComment() {
	}

	public ClauseComment(Conclusion conclusion, long clauseId, long accountId, String author, String text,
			Instant now) {
		this.conclusion = conclusion;
		this.clauseId = clauseId;
		this.round = conclusion.getRound();
		this.accountId = accountId;
		this.author = author;
		this.text = text;
		this.commentedAt = now;
	}

	/**
	 * Says what was done about it.
	 * @param answer {@code null} when it is enough that it was done
	 */
	public void handle(String answer, String by, Instant now) {
		this.conclusion.requireComments();
		this.answer = answer;
		this.handledBy = by;
		this.handledAt = now;
	}

	Long getId() {
		return this.id;
	}

	Conclusion getConclusion() {
		return this.conclusion;
	}

	public long getClauseId() {
		return this.clauseId;
	}

	public int getRound() {
		return this.round;
	}

	String getAuthor() {
		return this.author;
	}

	String getText() {
		return this.text;
	}

	Instant getCommentedAt() {
		return this.commentedAt;
	}

	/** When the approval closed it without an answer, or {@code null}. */
	Instant getClosedAt() {
		return (this.handledAt == null) ? this.conclusion.getApprovedAt() : null;
	}

	String getAnswer() {
		return this.answer;
	}

	String getHandledBy() {
		return this.handledBy;
	}

	Instant getHandledAt() {
		return this.handledAt;
	}

	int getVersion() {
		return this.version;
	}

}
