package vn.nhactruong.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import vn.nhactruong.shared.Role;

/** A role held for a unit. */
@Entity
class RoleGrant {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Enumerated(EnumType.STRING)
	private Role role;

	private long organizationId;

	protected RoleGrant() {
	}

	RoleGrant(Role role, long organizationId) {
		this.role = role;
		this.organizationId = organizationId;
	}

	boolean is(Role role, long organizationId) {
		return this.role == role && this.organizationId == organizationId;
	}

	Long getId() {
		return this.id;
	}

	Role getRole() {
		return this.role;
	}

	long getOrganizationId() {
		return this.organizationId;
	}

}
