package vn.nhactruong.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;

/** One choice of a select, radio or checkbox field; the label is ready to show. */
public record Option(String value, String label) {

	/** The constants of an enum as choices, in the words people read for them. */
	public static List<Option> of(MessageSource messages, Locale locale, Enum<?>... constants) {
		return Arrays.stream(constants)
			.map((constant) -> new Option(constant.name(), label(messages, locale, constant)))
			.toList();
	}

	/**
	 * The word people read for a constant: its message key is the enum's name and its
	 * own.
	 */
	public static String label(MessageSource messages, Locale locale, Enum<?> constant) {
		return messages.getMessage(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), null, locale);
	}

}
