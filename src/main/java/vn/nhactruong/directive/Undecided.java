package vn.nhactruong.directive;

import java.time.Instant;

import vn.nhactruong.account.Viewer;

/** What a unit asked for and nobody has decided yet, kept by a feature of its own. */
public interface Undecided {

	/** Ends it without a decision, because the directive goes another way. */
	void lapse(long directiveId, Viewer viewer, Instant at);

	/**
	 * Ends what the unit's head has not signed, because its report of completion went
	 * out.
	 */
	void lapseDrafts(Directive directive, Viewer viewer, Instant at);

}
