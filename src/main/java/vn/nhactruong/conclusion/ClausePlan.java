package vn.nhactruong.conclusion;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.organization.OrganizationKind;

/**
 * Everything a clause says.
 *
 * @param level 1 or 2; the number follows from it and from the order
 * @param noDeadline said outright that the task has no deadline
 * @param deliverable {@code null} when none is named
 * @param noTask the clause gives nobody a task
 */
public record ClausePlan(int level, String content, List<Long> leadIds, List<OrganizationKind> leadKinds,
		List<Long> coordinatingIds, List<OrganizationKind> coordinatingKinds, LocalDate deadline, boolean noDeadline,
		String deliverable, boolean noTask) {

	public ClausePlan {
		leadIds = List.copyOf(leadIds);
		leadKinds = List.copyOf(leadKinds);
		coordinatingIds = List.copyOf(coordinatingIds);
		coordinatingKinds = List.copyOf(coordinatingKinds);
	}

	/** A clause that only says something. */
	public static ClausePlan plain(int level, String content) {
		return new ClausePlan(level, content, List.of(), List.of(), List.of(), List.of(), null, false, null, false);
	}

	boolean hasLead() {
		return !this.leadIds.isEmpty() || !this.leadKinds.isEmpty();
	}

	boolean hasCoordinating() {
		return !this.coordinatingIds.isEmpty() || !this.coordinatingKinds.isEmpty();
	}

	boolean hasTaskData() {
		return hasLead() || hasCoordinating() || this.deadline != null || this.noDeadline || this.deliverable != null;
	}

}
