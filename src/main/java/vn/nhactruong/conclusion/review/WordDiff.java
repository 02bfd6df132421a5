package vn.nhactruong.conclusion.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/**
 * What changed between two texts, word by word: a Vietnamese syllable, a number with its
 * strokes, a sign. Blanks alone are no change.
 */
final class WordDiff {

	private static final Pattern TOKEN = Pattern.compile("([\\p{L}\\p{M}\\p{N}]+(?:[/.,-]\\p{N}+)*|\\S)(\\s*)");

	private WordDiff() {
	}

	/**
	 * The new text with what was struck out and what was added.
	 * @param before {@code null} or empty when there was nothing to compare with
	 */
	static List<Piece> between(String before, String after) {
		List<Token> old = tokens(before);
		List<Token> now = tokens(after);
		Pieces pieces = new Pieces();
		int from = 0;
		int to = 0;
		for (AbstractDelta<Token> delta : DiffUtils.diff(old, now, (Token a, Token b) -> a.word().equals(b.word()))
			.getDeltas()) {
			while (to < delta.getTarget().getPosition()) {
				pieces.keep(old.get(from++), now.get(to++));
			}
			for (Token gone : delta.getSource().getLines()) {
				pieces.add(Change.REMOVED, gone.word(), gone.blank());
				from++;
			}
			for (Token come : delta.getTarget().getLines()) {
				pieces.add(Change.ADDED, come.word(), come.blank());
				to++;
			}
		}
		while (to < now.size()) {
			pieces.keep(old.get(from++), now.get(to++));
		}
		return pieces.list();
	}

	private static List<Token> tokens(String text) {
		List<Token> tokens = new ArrayList<>();
		if (text != null) {
			Matcher matcher = TOKEN.matcher(text.strip());
			while (matcher.find()) {
				tokens.add(new Token(matcher.group(1), matcher.group(2)));
			}
		}
		return tokens;
	}

	/** What happened to a piece of text. */
	enum Change {

		KEPT, ADDED, REMOVED

	}

	/** A run of words to which the same happened. */
	record Piece(Change change, String text) {

		public boolean added() {
			return this.change == Change.ADDED;
		}

		public boolean removed() {
			return this.change == Change.REMOVED;
		}

	}

	private record Token(String word, String blank) {
	}

	/** Joins words into runs; blanks at the end of a run stay outside of it. */
	private static final class Pieces {

		private final List<Piece> pieces = new ArrayList<>();

		private Change change;

		private final StringBuilder text = new StringBuilder();

		private String blank = "";

		void keep(Token before, Token after) {
			add(Change.KEPT, after.word(), after.blank().isEmpty() ? before.blank() : after.blank());
		}

		void add(Change change, String word, String blank) {
			if (change != this.change) {
				end();
				this.change = change;
			}
			else {
				this.text.append(this.blank);
			}
			this.text.append(word);
			this.blank = blank;
		}

		List<Piece> list() {
			this.blank = "";
			end();
			return List.copyOf(this.pieces);
		}

		private void end() {
			if (!this.text.isEmpty()) {
				this.pieces.add(new Piece(this.change, this.text.toString()));
			}
			if (!this.blank.isEmpty()) {
				this.pieces.add(new Piece(Change.KEPT, this.blank));
			}
			this.text.setLength(0);
			this.blank = "";
		}

	}

}
