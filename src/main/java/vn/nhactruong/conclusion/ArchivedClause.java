package vn.nhactruong.conclusion;

import java.util.List;

import vn.nhactruong.organization.OrganizationKind;

/** A clause of a conclusion from before the portal, taken over as it was written. */
public record ArchivedClause(String content, List<Long> leadIds, List<OrganizationKind> leadKinds,
		List<Long> coordinatingIds, List<OrganizationKind> coordinatingKinds) {
}
