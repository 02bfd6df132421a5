package vn.nhactruong.directive.reopening;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why verified work is to be taken up again, and which deadline it gets; none keeps the
 * one it has.
 */
class ReopeningForm {

	@NotBlank
	@Size(max = 2000)
	private String reason;

	private LocalDate dueOn;

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

}
