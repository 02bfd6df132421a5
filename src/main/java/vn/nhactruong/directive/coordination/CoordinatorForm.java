package vn.nhactruong.directive.coordination;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** Which unit is to coordinate, and until when it is to contribute. */
class CoordinatorForm {

	@NotNull
	private Long organizationId;

	@NotNull
	private LocalDate dueOn;

	public Long getOrganizationId() {
		return this.organizationId;
	}

	public void setOrganizationId(Long organizationId) {
		this.organizationId = organizationId;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

}
