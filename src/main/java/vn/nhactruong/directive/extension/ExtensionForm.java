package vn.nhactruong.directive.extension;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why a unit needs more time, and until when. */
class ExtensionForm {

	@NotNull
	private LocalDate dueOn;

	@NotBlank
	@Size(max = 2000)
	private String reason;

	static ExtensionForm of(Extension extension) {
		ExtensionForm form = new ExtensionForm();
		form.dueOn = extension.getDueOn();
		form.reason = extension.getReason();
		return form;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
