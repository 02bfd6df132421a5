package vn.nhactruong.shared;

/**
 * Somebody saved the same thing since this form was opened; answered 409 with both texts.
 * Carries the form as it would look when filled from what is stored now, or the reason
 * why there is nothing left to do with it.
 */
public class StaleVersionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Object current;

	private final RuleViolation over;

	public StaleVersionException(Object current) {
		super("stale version");
		this.current = current;
		this.over = null;
	}

	StaleVersionException(RuleViolation over) {
		super(over);
		this.current = null;
		this.over = over;
	}

	public Object current() {
		return this.current;
	}

	/** Why the form is not offered again; {@code null} if it is. */
	RuleViolation over() {
		return this.over;
	}

}
