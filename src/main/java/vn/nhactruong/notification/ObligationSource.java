package vn.nhactruong.notification;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.account.Viewer;

/** A module that knows of things people have to do; the desk asks all of them. */
public interface ObligationSource {

	/**
	 * What the viewer has to do in the role they act in, in no particular order. Costs a
	 * fixed number of statements.
	 */
	List<Obligation> obligationsOf(Viewer viewer);

	/**
	 * The exact numbers; a source that caps its list overrides this.
	 * @param horizon the last day that counts as due soon
	 */
	default ObligationCounts count(Viewer viewer, List<Obligation> obligations, LocalDate today, LocalDate horizon) {
		return ObligationCounts.of(obligations, today, horizon);
	}

}
