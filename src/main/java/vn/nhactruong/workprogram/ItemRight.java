package vn.nhactruong.workprogram;

/** What an act on an item asks of the person who does it. */
public enum ItemRight {

	/** Changes what is not in force yet. */
	EDIT,

	/** Puts the program together. */
	DECIDE,

	/** Works for the lead unit. */
	WORK,

	/** Signs for the lead unit. */
	SIGN

}
