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
	 * Of these the decisions that are due between two days, both included; a source that
	 * caps its list overrides this, so that none is lost behind other tasks.
	 * @param from {@code null} takes what is overdue, too, however long
	 */
	default List<Obligation> decisionsDue(Viewer viewer, LocalDate from, LocalDate to) {
		return obligationsOf(viewer).stream()
			.filter((it) -> it.kind() == Obligation.Kind.DECISION || it.kind() == Obligation.Kind.EXTENSION)
			.filter((it) -> it.dueOn() != null && !it.dueOn().isAfter(to))
			.filter((it) -> from == null || !it.dueOn().isBefore(from))
			.toList();
	}

	/**
	 * The exact numbers; a source that caps its list overrides this.
	 * @param horizon the last day that counts as due soon
	 */
	default ObligationCounts count(Viewer viewer, List<Obligation> obligations, LocalDate today, LocalDate horizon) {
		return ObligationCounts.of(obligations, today, horizon);
	}

}
