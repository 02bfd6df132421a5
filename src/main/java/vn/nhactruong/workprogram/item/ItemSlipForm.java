package vn.nhactruong.workprogram.item;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** That an item is not done in its period, why, and to when it moves. */
class ItemSlipForm {

	@NotNull
	private LocalDate slippedTo;

	@NotBlank
	@Size(max = 2000)
	private String reason;

	public LocalDate getSlippedTo() {
		return this.slippedTo;
	}

	public void setSlippedTo(LocalDate slippedTo) {
		this.slippedTo = slippedTo;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
