package vn.nhactruong.notification.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Where a trial mail goes. */
class TrialForm {

	@NotBlank
	@Email
	@Size(max = 160)
	private String address;

	public String getAddress() {
		return this.address;
	}

	public void setAddress(String address) {
		this.address = address;
	}

}
