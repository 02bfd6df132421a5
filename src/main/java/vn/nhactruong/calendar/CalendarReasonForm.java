package vn.nhactruong.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** Why an entry or a week is sent back, called off, or goes out in spite of a clash. */
public class CalendarReasonForm implements Versioned {

	@NotBlank
	@Size(max = 1000)
	private String reason;

	private int version;

	public static CalendarReasonForm of(int version) {
		CalendarReasonForm form = new CalendarReasonForm();
		form.version = version;
		return form;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

}
