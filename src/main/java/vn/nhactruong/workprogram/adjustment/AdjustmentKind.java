package vn.nhactruong.workprogram.adjustment;

import org.springframework.modulith.NamedInterface;

/** What an adjustment changes in a published program. */
@NamedInterface("adjustment")
public enum AdjustmentKind {

	ADD, DEADLINE, LEAD,

	/** Which units coordinate. */
	COORDINATION,

	DELIVERABLE,

	/** To a later period. */
	MOVE,

	/** By a decision. */
	DROP

}
