package vn.nhactruong.conclusion;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import vn.nhactruong.account.Viewer;

/** Knows which tasks came out of clauses; the module that keeps the tasks answers. */
public interface ClauseTasks {

	/**
	 * The tasks of each clause that the viewer may see; a clause without any is left out.
	 * Costs a fixed number of statements.
	 */
	Map<Long, List<ClauseTask>> ofClauses(Collection<Long> clauseIds, Viewer viewer);

	/**
	 * Whether anything was made of a clause that was not called off, be it a draft.
	 */
	boolean stands(long clauseId);

	/**
	 * Conferences whose notice is issued and whose file is open, each with the number of
	 * its clauses that neither have a task that stands nor are marked as none; in one
	 * statement.
	 */
	Map<Long, Long> unassigned();

}
