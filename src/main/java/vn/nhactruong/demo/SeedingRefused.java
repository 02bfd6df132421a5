package vn.nhactruong.demo;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why examples are not made, told to the person at the console in Vietnamese and English.
 */
class SeedingRefused extends RuntimeException {

	private static final ResourceBundle.Control WITHOUT_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	SeedingRefused(String reason) {
		super(sentence(reason, Locale.ROOT) + System.lineSeparator() + System.lineSeparator()
				+ sentence(reason, Locale.ENGLISH));
	}

	/** No message source reaches a start that fails. */
	private static String sentence(String reason, Locale locale) {
		return ResourceBundle.getBundle("messages.demo", locale, WITHOUT_FALLBACK).getString("demo.seed." + reason);
	}

}
