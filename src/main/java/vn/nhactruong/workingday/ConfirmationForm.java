package vn.nhactruong.workingday;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The announcement by which an administrator confirms a year's days off. */
class ConfirmationForm {

	@NotBlank
	@Size(max = 250)
	private String announcement;

	public String getAnnouncement() {
		return this.announcement;
	}

	public void setAnnouncement(String announcement) {
		this.announcement = announcement;
	}

}
