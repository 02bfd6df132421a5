package vn.nhactruong.directive.coordination;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** Until when a coordinating unit is to contribute. */
class ContributionDeadlineForm {

	@NotNull
	private LocalDate dueOn;

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

}
