package vn.nhactruong.file;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A file's name as it is kept: Vietnamese, composed letters, without a path, without
 * signs that nobody sees, at most 200 letters.
 */
record FileName(String text) {

	static final int MAX_LENGTH = 200;

	private static final int MAX_EXTENSION = 10;

	static FileName of(String sent) {
		String name = Normalizer.normalize((sent != null) ? sent : "", Normalizer.Form.NFC);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		// Cf: marks that turn the reading direction make "exe.pdf" out of "fdp.exe".
		name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "").replaceAll("[\\p{Z}]+", " ");
		name = name.replaceAll("^[. ]+|[. ]+$", "");
		return new FileName(shortened(name));
	}

	/** In small letters, without the dot; empty if there is none. */
	String extension() {
		int dot = this.text.lastIndexOf('.');
		return (dot < 0) ? "" : this.text.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	boolean isEmpty() {
		return this.text.isEmpty();
	}

	/** Shortened in front of the extension, which says how to open the file. */
	private static String shortened(String name) {
		if (name.codePointCount(0, name.length()) <= MAX_LENGTH) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String end = (dot > 0 && name.length() - dot <= MAX_EXTENSION) ? name.substring(dot) : "";
		return name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH - end.length())).stripTrailing() + end;
	}

}
