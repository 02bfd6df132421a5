package vn.nhactruong.shared;

/**
 * Somebody saved the same thing since this form was opened; answered 409 with both texts.
 * Carries the form as it would look when filled from what is stored now.
 */
public class StaleVersionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Object current;

	public StaleVersionException(Object current) {
		super("stale version");
		this.current = current;
	}

	public Object current() {
		return this.current;
	}

}
