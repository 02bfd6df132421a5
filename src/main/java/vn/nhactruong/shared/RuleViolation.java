package vn.nhactruong.shared;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule of the domain forbids what was asked. Carries the sentence for the person (a
 * message key) and, where one field is to blame, that field. A controller that shows a
 * form puts it at the field; anywhere else it is shown at the top of the page one came
 * from.
 */
public class RuleViolation extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final RuleViolation[] NO_OTHERS = {};

	private final String field;

	private final String messageKey;

	private final Serializable[] arguments;

	/** What else is wrong, so that all of it is told at once. */
	private final RuleViolation[] others;

	private RuleViolation(RuleViolation[] others, String field, String messageKey, Serializable... arguments) {
		super(messageKey);
		this.others = others;
		this.field = field;
		this.messageKey = messageKey;
		this.arguments = arguments;
	}

	/** A rule about the thing as a whole. */
	public static RuleViolation of(String messageKey, Serializable... arguments) {
		return new RuleViolation(NO_OTHERS, null, messageKey, arguments);
	}

	/** A rule about one field of the form that was sent. */
	public static RuleViolation at(String field, String messageKey, Serializable... arguments) {
		return new RuleViolation(NO_OTHERS, field, messageKey, arguments);
	}

	/**
	 * Refuses with everything that was found, the first one speaking for all where there
	 * is place for one sentence only; nothing found refuses nothing.
	 */
	public static void throwAll(List<RuleViolation> found) {
		if (!found.isEmpty()) {
			RuleViolation first = found.get(0);
			throw new RuleViolation(found.stream().skip(1).toArray(RuleViolation[]::new), first.field, first.messageKey,
					first.arguments);
		}
	}

	/** Makes every check, and refuses with all that they found together. */
	public static void checkAll(Runnable... checks) {
		List<RuleViolation> found = new ArrayList<>();
		for (Runnable check : checks) {
			try {
				check.run();
			}
			catch (RuleViolation violation) {
				violation.all().forEach(found::add);
			}
		}
		throwAll(found);
	}

	/** The form field, or {@code null} when the whole is meant. */
	public String field() {
		return this.field;
	}

	public String messageKey() {
		return this.messageKey;
	}

	public Object[] arguments() {
		return this.arguments.clone();
	}

	/** Puts each sentence where the reader looks for it. */
	public void into(org.springframework.validation.Errors errors) {
		all().forEach((violation) -> violation.put(errors));
	}

	/**
	 * The same beside what was found before: a field that has its sentence gets no second
	 * one, and nothing about the whole is said twice.
	 */
	void intoRest(org.springframework.validation.Errors errors) {
		Set<String> told = Stream
			.concat(errors.getFieldErrors().stream().map(org.springframework.validation.FieldError::getField),
					errors.getGlobalErrors().stream().map(org.springframework.validation.ObjectError::getCode))
			.collect(Collectors.toSet());
		all().filter((violation) -> !told.contains((violation.field != null) ? violation.field : violation.messageKey))
			.forEach((violation) -> violation.put(errors));
	}

	private Stream<RuleViolation> all() {
		return Stream.concat(Stream.of(this), Stream.of(this.others));
	}

	private void put(org.springframework.validation.Errors errors) {
		if (this.field != null) {
			errors.rejectValue(this.field, this.messageKey, arguments(), null);
		}
		else {
			errors.reject(this.messageKey, arguments(), null);
		}
	}

}
