package vn.nhactruong.directive;

import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import vn.nhactruong.organization.OrganizationKind;

/** Who leads or coordinates: one unit, or every unit of a kind. */
@Embeddable
public class Addressee {

	private Long organizationId;

	@Enumerated(EnumType.STRING)
	private OrganizationKind kind;

	protected Addressee() {
	}

	private Addressee(Long organizationId, OrganizationKind kind) {
		this.organizationId = organizationId;
		this.kind = kind;
	}

	static Addressee unit(long organizationId) {
		return new Addressee(organizationId, null);
	}

	static Addressee all(OrganizationKind kind) {
		return new Addressee(null, kind);
	}

	public Long getOrganizationId() {
		return this.organizationId;
	}

	public OrganizationKind getKind() {
		return this.kind;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Addressee that && Objects.equals(this.organizationId, that.organizationId)
				&& this.kind == that.kind;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.organizationId, this.kind);
	}

}
