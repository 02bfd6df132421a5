package vn.nhactruong.conclusion.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a leader sends the draft back. */
class ReturnForm {

	@NotBlank
	@Size(max = 2000)
	private String reason;

	/** Which submitted round the leader has before them. */
	private int round;

	static ReturnForm of(int round) {
		ReturnForm form = new ReturnForm();
		form.round = round;
		return form;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	public int getRound() {
		return this.round;
	}

	public void setRound(int round) {
		this.round = round;
	}

}
