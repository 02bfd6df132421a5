package vn.nhactruong.attendance;

/** Vietnamese telephone numbers: ten digits of a mobile, eleven of a fixed line. */
final class Phones {

	/** As people write them, with blanks, dots or hyphens and either prefix. */
	static final String TYPED = "(?:\\+84|0)(?:[ .-]?[35789](?:[ .-]?\\d){8}|[ .-]?2(?:[ .-]?\\d){9})";

	/** Stands for what is not told. */
	static final String HIDDEN = "•••";

	private static final int SHOWN = 3;

	private Phones() {
	}

	/** Its last three digits: enough to tell two numbers apart, not to call one. */
	static String masked(String phone) {
		return (phone != null) ? HIDDEN + phone.substring(Math.max(0, phone.length() - SHOWN)) : null;
	}

	/** Digits only, beginning with 0; for a text of the form above. */
	static String plain(String typed) {
		return (typed != null) ? typed.replaceAll("[ .-]", "").replaceFirst("^\\+84", "0") : null;
	}

}
