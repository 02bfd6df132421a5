package vn.nhactruong.directive.coordination;

import jakarta.validation.constraints.NotNull;

/** Which unit is to coordinate, and until when it is to contribute. */
class CoordinatorForm extends ContributionDeadlineForm {

	@NotNull
	private Long organizationId;

	public Long getOrganizationId() {
		return this.organizationId;
	}

	public void setOrganizationId(Long organizationId) {
		this.organizationId = organizationId;
	}

}
