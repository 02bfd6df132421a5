package vn.nhactruong.workprogram;

/** What an adjustment changes in a published program. */
public enum AdjustmentKind {

	ADD, DEADLINE, LEAD, DELIVERABLE,

	/** To a later period. */
	MOVE,

	/** By a decision. */
	DROP

}
