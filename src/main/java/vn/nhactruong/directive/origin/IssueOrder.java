package vn.nhactruong.directive.origin;

import java.time.LocalDate;
import java.util.List;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.organization.OrganizationKind;

/**
 * What the issuer orders. Several leads make a family: one directive each, under one
 * parent.
 *
 * @param origin what it rests on
 * @param dueOn the deadline, or {@code null} when expressly none is set
 * @param deliverable {@code null} when none is named
 * @param coordinatingDueOn until when coordinating units contribute, or {@code null} for
 * the usual time before the deadline
 */
@NamedInterface("origin")
public record IssueOrder(Origin origin, String title, String text, List<Long> leadIds, List<Long> coordinatingIds,
		List<OrganizationKind> coordinatingKinds, LocalDate dueOn, String deliverable, LocalDate coordinatingDueOn) {

	/** With the usual day for coordinating units. */
	public IssueOrder(Origin origin, String title, String text, List<Long> leadIds, List<Long> coordinatingIds,
			List<OrganizationKind> coordinatingKinds, LocalDate dueOn, String deliverable) {
		this(origin, title, text, leadIds, coordinatingIds, coordinatingKinds, dueOn, deliverable, null);
	}

	/** An order out of a clause. */
	public IssueOrder(long clauseId, String title, String text, List<Long> leadIds, List<Long> coordinatingIds,
			List<OrganizationKind> coordinatingKinds, LocalDate dueOn, String deliverable) {
		this(Origin.clause(clauseId), title, text, leadIds, coordinatingIds, coordinatingKinds, dueOn, deliverable);
	}

}
