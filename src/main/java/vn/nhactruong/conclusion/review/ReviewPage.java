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

	/** How many of the texts somebody agreed to. */
	public long agreed() {
		return this.texts.stream().filter((text) -> !text.agreedBy().isEmpty()).count();
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
			return this.comments.stream().anyMatch((comment) -> comment.round() == round);
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

	/** What a leader said about a clause, and what the office made of it. */
	public record Comment(long id, int round, String author, String text, Instant commentedAt, String answer,
			String handledBy, Instant handledAt) {

		public boolean open() {
			return this.handledAt == null;
		}

		static Comment of(ClauseComment comment) {
			return new Comment(comment.getId(), comment.getRound(), comment.getAuthor(), comment.getText(),
					comment.getCommentedAt(), comment.getAnswer(), comment.getHandledBy(), comment.getHandledAt());
		}

	}

}
