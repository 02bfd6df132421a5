package vn.nhactruong.account;

import jakarta.validation.constraints.NotNull;

import vn.nhactruong.shared.Role;

/** A role to be given, and the unit it is for. */
class GrantForm {

	@NotNull
	private Role role;

	@NotNull
	private Long organizationId;

	public Role getRole() {
		return this.role;
	}

	public void setRole(Role role) {
		this.role = role;
	}

	public Long getOrganizationId() {
		return this.organizationId;
	}

	public void setOrganizationId(Long organizationId) {
		this.organizationId = organizationId;
	}

}
