package vn.nhactruong.conference.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a conference is put off or called off. */
class ReasonForm {

	@NotBlank
	@Size(max = 1000)
	private String reason;

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
