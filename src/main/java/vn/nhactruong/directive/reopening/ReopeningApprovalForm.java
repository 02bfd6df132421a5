package vn.nhactruong.directive.reopening;

import java.time.LocalDate;

import vn.nhactruong.directive.SeenForm;

/** The deadline that reopened work gets; none keeps the one it has. */
class ReopeningApprovalForm extends SeenForm {

	private LocalDate dueOn;

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

}
