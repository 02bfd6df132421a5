package vn.nhactruong.attendance;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes on badges: eight signs that nobody mistakes for each other when reading out. */
public final class Codes {

	private static final String LEGIBLE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final int LENGTH = 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Codes() {
	}

	static String next() {
		return RANDOM.ints(LENGTH, 0, LEGIBLE.length())
			.collect(StringBuilder::new, (code, at) -> code.append(LEGIBLE.charAt(at)), StringBuilder::append)
			.toString();
	}

	/** What was typed, in the form codes are kept in; never longer than a log line. */
	public static String plain(String typed) {
		String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		return plain.substring(0, Math.min(40, plain.length()));
	}

}
