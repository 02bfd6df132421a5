package vn.nhactruong.directive;

import java.util.EnumSet;
import java.util.Set;

/** Where a directive stands; the way between the states is in {@link Directive}. */
public enum DirectiveStatus {

	/** Being written; nobody but the office and leaders sees it. */
	DRAFT,

	/** Given to its lead unit, which has not confirmed it yet. */
	ISSUED,

	/** Received by the lead unit, which works on it. */
	IN_PROGRESS,

	/** The unit says it isn't its competence; waits for the issuer, the clock runs. */
	DECLINED,

	/** The unit says it is done; waits to be verified. */
	REPORTED,

	/** Verified by the office: done. */
	VERIFIED,

	/** Called off by the issuer. */
	CANCELLED;

	/** The states in which work or a decision is still to come. */
	static final Set<DirectiveStatus> OPEN = EnumSet.of(ISSUED, IN_PROGRESS, DECLINED, REPORTED);

	public boolean isOpen() {
		return OPEN.contains(this);
	}

	/** Whether it is the unit's turn. */
	public boolean isWithUnit() {
		return this == ISSUED || this == IN_PROGRESS;
	}

}
