package vn.nhactruong.statistics;

/** Under which unit a directive is counted. */
public enum Reading {

	/**
	 * The unit that has its work today: a dissolved unit's figures join its successor's.
	 */
	TODAY,

	/** The unit that it was given to, as it was reported then. */
	GIVEN

}
