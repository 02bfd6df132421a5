package vn.nhactruong.workingday;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** The announcement by which an administrator confirms a year's days off. */
class ConfirmationForm implements Versioned {

	@NotBlank
	@Size(max = 250)
	private String announcement;

	private int version;

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

	public String getAnnouncement() {
		return this.announcement;
	}

	public void setAnnouncement(String announcement) {
		this.announcement = announcement;
	}

}
