package vn.nhactruong.shared;

/**
 * What was asked for does not exist for this viewer; answered 404 whichever the reason.
 */
public class NotVisibleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotVisibleException(String what, Object id) {
		super(what + " " + id);
	}

}
