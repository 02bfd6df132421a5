package vn.nhactruong.directive;

/** Where a completion report stands. */
public enum ReportStatus {

	/** Waits for the signature of the unit's head. */
	DRAFT,

	/** The head wants it written differently. */
	SENT_BACK,

	/** Taken back by whoever drafted it. */
	WITHDRAWN,

	/** Signed; waits to be verified. */
	SIGNED,

	/** Verified. */
	ACCEPTED,

	/** The office returned it to the unit. */
	RETURNED,

	/** Ended undecided: the directive was given away or called off. */
	LAPSED

}
