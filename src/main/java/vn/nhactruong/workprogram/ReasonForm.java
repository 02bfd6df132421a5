package vn.nhactruong.workprogram;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is sent back or refused. */
public class ReasonForm {

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
