package vn.nhactruong.conclusion.review;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.conclusion.ConclusionStatus;
import vn.nhactruong.conclusion.review.WordDiff.Piece;
import vn.nhactruong.conference.ConferenceSummary;

/**
 * A submitted round as a leader works through it.
 *
 * @param mayReview whether the viewer decides on this round here and now
 * @param removed what the round before had and this one has not
 */
public record ReviewPage(ConferenceSummary conference, ConclusionStatus status, int round, Instant submittedAt,
		boolean mayReview, List<Text> texts, List<Text> removed) {

	/** How many of the texts somebody agreed to and nobody wants changed. */
	public long agreed() {
		return this.texts.stream().filter((text) -> text.opinion(this.round) == Opinion.AGREED).count();
	}

	/** How many of the texts somebody commented on in this round. */
	public long commented() {
		return this.texts.stream().filter((text) -> text.commentedNow(this.round)).count();
	}

	/**
	 * Where the leader goes on: the first text they neither agreed to nor spoke about.
	 */
	public Integer next() {
		return this.texts.stream()
			.filter((text) -> text.agreedBy().isEmpty() && !text.commentedNow(this.round))
			.map(Text::position)
			.findFirst()
			.orElse(null);
	}

	/**
	 * What leaders said last of a text: a comment outweighs an agreement until the office
	 * has answered it or the approval has closed it.
	 */
	public enum Opinion {

		COMMENTED, AGREED, SETTLED;

		public static Opinion of(boolean agreed, List<Comment> comments, int round) {
			if (comments.stream().anyMatch((comment) -> comment.round() == round && comment.open())) {
				return COMMENTED;
			}
			return agreed ? AGREED : Comment.anyOf(comments, round) ? SETTLED : null;
		}

	}

	/** How a text differs from the round before. */
	enum Novelty {

		/** There was no round before. */
		FIRST,

		NEW, CHANGED, SAME, REMOVED

	}

	/**
	 * One clause of the round.
	 *
	 * @param position counted from 1
	 * @param facts what the task will be; empty when none arises
	 */
	record Text(int position, long clauseId, String label, Novelty novelty, List<Piece> pieces, List<Fact> facts,
			boolean noTask, List<String> agreedBy, boolean agreed, List<Comment> comments) {

		public boolean commentedNow(int round) {
			return Comment.anyOf(this.comments, round);
		}

		/**
		 * How it stands with the leaders in this round; {@code null} before they spoke.
		 */
		public Opinion opinion(int round) {
			return Opinion.of(!this.agreedBy.isEmpty(), this.comments, round);
		}

		public String content() {
			return this.pieces.stream()
				.filter((piece) -> !piece.removed())
				.map(Piece::text)
				.collect(java.util.stream.Collectors.joining());
		}

	}

	/**
	 * One fact of the task to be.
	 *
	 * @param was what it was in the round before, when that differs; else {@code null}
	 */
	record Fact(String labelKey, String was, String is) {
	}

	/**
	 * What a leader said about a clause, and what the office made of it.
	 *
	 * @param closedAt when the approval closed it without an answer, or {@code null}
	 */
	public record Comment(long id, int round, String author, String text, Instant commentedAt, String answer,
			String handledBy, Instant handledAt, Instant closedAt) {

		public boolean open() {
			return this.handledAt == null && this.closedAt == null;
		}

		/** Whether one of them was made in that round. */
		public static boolean anyOf(List<Comment> comments, int round) {
			return comments.stream().anyMatch((comment) -> comment.round() == round);
		}

		static Comment of(ClauseComment comment) {
			return new Comment(comment.getId(), comment.getRound(), comment.getAuthor(), comment.getText(),
					comment.getCommentedAt(), comment.getAnswer(), comment.getHandledBy(), comment.getHandledAt(),
					comment.getClosedAt());
		}

	}

}
