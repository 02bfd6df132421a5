package vn.nhactruong.shared;

import java.io.Serializable;

/**
 * A rule of the domain forbids what was asked. Carries the sentence for the person (a
 * message key) and, where one field is to blame, that field. A controller that shows a
 * form puts it at the field; anywhere else it is shown at the top of the page one came
 * from.
 */
public class RuleViolation extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final String messageKey;

	private final Serializable[] arguments;

	private RuleViolation(String field, String messageKey, Serializable... arguments) {
		super(messageKey);
		this.field = field;
		this.messageKey = messageKey;
		this.arguments = arguments;
	}

	/** A rule about the thing as a whole. */
	public static RuleViolation of(String messageKey, Serializable... arguments) {
		return new RuleViolation(null, messageKey, arguments);
	}

	/** A rule about one field of the form that was sent. */
	public static RuleViolation at(String field, String messageKey, Serializable... arguments) {
		return new RuleViolation(field, messageKey, arguments);
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

	/** Puts the sentence where the reader looks for it. */
	public void into(org.springframework.validation.Errors errors) {
		if (this.field != null) {
			errors.rejectValue(this.field, this.messageKey, arguments(), null);
		}
		else {
			errors.reject(this.messageKey, arguments(), null);
		}
	}

}
