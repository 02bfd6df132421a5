package vn.nhactruong.conclusion;

/** Where a conclusion stands; the way between the states is in {@link Conclusion}. */
public enum ConclusionStatus {

	/** The office writes. */
	DRAFT,

	/** A leader reads, comments, returns or approves. */
	IN_REVIEW,

	/** Waits for number, date and signature. */
	APPROVED,

	/** Out as a notice; frozen. */
	ISSUED

}
