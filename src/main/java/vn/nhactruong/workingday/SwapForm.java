package vn.nhactruong.workingday;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A working day given off for a Saturday or Sunday that is worked, as it is typed. */
class SwapForm {

	@NotNull
	private LocalDate dayOff;

	@NotNull
	private LocalDate dayWorked;

	@NotBlank
	@Size(max = 250)
	private String source;

	public LocalDate getDayOff() {
		return this.dayOff;
	}

	public void setDayOff(LocalDate dayOff) {
		this.dayOff = dayOff;
	}

	public LocalDate getDayWorked() {
		return this.dayWorked;
	}

	public void setDayWorked(LocalDate dayWorked) {
		this.dayWorked = dayWorked;
	}

	public String getSource() {
		return this.source;
	}

	public void setSource(String source) {
		this.source = source;
	}

}
