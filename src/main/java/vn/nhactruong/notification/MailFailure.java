package vn.nhactruong.notification;

/** Why a mail did not get through, as an administrator can do something about it. */
public enum MailFailure {

	/** Nobody answers at the server's address. */
	UNREACHABLE(true, false),

	/** The server doesn't know the portal's user name or password. */
	SIGN_IN_REFUSED(true, false),

	/** The server doesn't encrypt, or its certificate isn't trusted. */
	NOT_ENCRYPTED(true, false),

	/** The server takes nothing from the portal's sender address. */
	SENDER_REFUSED(true, false),

	/** The server refuses this receiver or this mail for good. */
	ADDRESS_REFUSED(false, true),

	/** The address can't be one. */
	ADDRESS_INVALID(false, true),

	/** The server asks to come back later. */
	REFUSED_FOR_NOW(false, false),

	/** Anything else; the log has it. */
	OTHER(false, false);

	private final boolean ofServer;

	private final boolean lasting;

	MailFailure(boolean ofServer, boolean lasting) {
		this.ofServer = ofServer;
		this.lasting = lasting;
	}

	/** Whether every other mail would meet the same now. */
	public boolean isOfServer() {
		return this.ofServer;
	}

	/** Whether trying again is of no use. */
	boolean isLasting() {
		return this.lasting;
	}

}
