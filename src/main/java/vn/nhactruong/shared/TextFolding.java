package vn.nhactruong.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds Vietnamese text so that "hoi nghi" finds "Hội nghị"; the SQL function
 * {@code fold(text)} is its twin in the database.
 */
public final class TextFolding {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	/** Numbers of directives, conferences and documents: 2026-0148, 21/TB-BTP. */
	private static final Pattern CODES = Pattern
		.compile("\\b(?:\\d{4}-\\d{4}(?:\\.\\d+)?|HN-\\d{4}-[\\d-]+|\\d+/[\\p{Lu}\\d]+(?:-[\\p{Lu}\\d]+)+)");

	private static final char HYPHEN_THAT_HOLDS = '\u2011';

	private TextFolding() {
	}

	/** Lower case, without diacritics; {@code null} becomes the empty text. */
	public static String fold(String text) {
		if (text == null) {
			return "";
		}
		String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
		// U+0111 and U+0110 have no decomposition.
		return bare.replace('\u0111', 'd').replace('\u0110', 'D').toLowerCase(Locale.ROOT);
	}

	/**
	 * For display only: a text in which no number of a document breaks at its hyphen.
	 */
	public static String unbroken(String text) {
		return (text == null) ? null
				: CODES.matcher(text).replaceAll((code) -> code.group().replace('-', HYPHEN_THAT_HOLDS));
	}

	/**
	 * One LIKE pattern for a typed search: its words in their order, with anything
	 * between them, and LIKE's own signs taken literally.
	 */
	public static String likePattern(String typed) {
		String literal = fold(typed).replace(HYPHEN_THAT_HOLDS, '-')
			.strip()
			.replace("\\", "\\\\")
			.replace("%", "\\%")
			.replace("_", "\\_");
		return "%" + BLANKS.matcher(literal).replaceAll("%") + "%";
	}

}
