package vn.nhactruong.workprogram;

/** What became of an item on its way into a program. */
public enum ProposalStatus {

	/** Waits for whoever puts the program together. */
	PROPOSED,

	/** Stands in the program. */
	ACCEPTED,

	/** Sent back to the unit with a comment. */
	RETURNED,

	/** Says the same as another item, which stands for both. */
	MERGED

}
