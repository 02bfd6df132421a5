package vn.nhactruong.directive;

import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import vn.nhactruong.organization.OrganizationKind;

/** Who coordinates: one unit, or every unit of a kind. */
@Embeddable
class Coordinator {

	private Long organizationId;

	@Enumerated(EnumType.STRING)
	private OrganizationKind kind;

	protected Coordinator() {
	}

	private Coordinator(Long organizationId, OrganizationKind kind) {
		this.organizationId = organizationId;
		this.kind = kind;
	}

	static Coordinator unit(long organizationId) {
		return new Coordinator(organizationId, null);
	}

	static Coordinator all(OrganizationKind kind) {
		return new Coordinator(null, kind);
	}

	Long getOrganizationId() {
		return this.organizationId;
	}

	OrganizationKind getKind() {
		return this.kind;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Coordinator that && Objects.equals(this.organizationId, that.organizationId)
				&& this.kind == that.kind;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.organizationId, this.kind);
	}

}
