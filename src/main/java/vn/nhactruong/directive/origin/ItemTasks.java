package vn.nhactruong.directive.origin;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.ClauseTask;

/** What became of items of a work program: the directives given out of each. */
@NamedInterface("origin")
public interface ItemTasks {

	/** By item, as far as the viewer sees them; items without directives are left out. */
	Map<Long, List<ClauseTask>> ofItems(Collection<Long> itemIds, Viewer viewer);

}
