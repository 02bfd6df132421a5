package vn.nhactruong.attendance;

import java.text.Normalizer;

/** Names as they are kept: composed letters, one blank between words. */
final class Names {

	private Names() {
	}

	static String tidy(String typed) {
		return (typed != null) ? Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ")
				: null;
	}

}
