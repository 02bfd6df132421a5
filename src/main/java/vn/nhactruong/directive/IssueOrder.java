package vn.nhactruong.directive;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.organization.OrganizationKind;

/**
 * What the issuer orders out of a clause. Several leads make a family: one directive
 * each, under one parent.
 *
 * @param dueOn the deadline, or {@code null} when expressly none is set
 * @param deliverable {@code null} when none is named
 */
public record IssueOrder(long clauseId, String title, String text, List<Long> leadIds, List<Long> coordinatingIds,
		List<OrganizationKind> coordinatingKinds, LocalDate dueOn, String deliverable) {
}
