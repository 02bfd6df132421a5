package vn.nhactruong.directive.reopening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why verified work is to be taken up again, and until when it is to be done. */
class ReopeningForm extends ReopeningApprovalForm {

	@NotBlank
	@Size(max = 2000)
	private String reason;

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
