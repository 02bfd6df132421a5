package vn.nhactruong.directive;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Which unit gets it instead, and why. */
public class ReassignmentForm extends SeenForm {

	@NotNull
	private Long leadId;

	@NotBlank
	@Size(max = 2000)
	private String reason;

	public Long getLeadId() {
		return this.leadId;
	}

	public void setLeadId(Long leadId) {
		this.leadId = leadId;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
