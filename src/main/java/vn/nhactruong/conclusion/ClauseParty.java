package vn.nhactruong.conclusion;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import vn.nhactruong.organization.OrganizationKind;

/** One unit, or a whole kind of units, that leads or coordinates what a clause asks. */
@Embeddable
class ClauseParty {

	@Enumerated(EnumType.STRING)
	private Part part;

	private Long organizationId;

	@Enumerated(EnumType.STRING)
	private OrganizationKind kind;

	protected ClauseParty() {
	}

	ClauseParty(Part part, Long organizationId) {
		this.part = part;
		this.organizationId = organizationId;
	}

	ClauseParty(Part part, OrganizationKind kind) {
		this.part = part;
		this.kind = kind;
	}

	Part getPart() {
		return this.part;
	}

	Long getOrganizationId() {
		return this.organizationId;
	}

	OrganizationKind getKind() {
		return this.kind;
	}

	/** What the party does. */
	enum Part {

		LEAD, COORDINATING

	}

}
