package vn.nhactruong.directive.extension;

/** Where a request for more time stands. */
public enum ExtensionStatus {

	/** Waits for the signature of the unit's head. */
	DRAFT,

	/** The head wants it written differently. */
	SENT_BACK,

	/** Signed; waits for the issuer. */
	REQUESTED,

	APPROVED,

	REFUSED,

	/** Ended undecided: the directive was verified, given away or called off. */
	LAPSED

}
