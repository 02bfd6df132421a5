package vn.nhactruong.shared;

/** The viewer may see the thing but not do this to it; answered 403. */
public class NotAllowedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotAllowedException(String act) {
		super(act);
	}

}
