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

}
