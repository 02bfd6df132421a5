package vn.nhactruong.conclusion.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a leader says about a clause. */
class CommentForm {

	@NotBlank
	@Size(max = 2000)
	private String text;

	/** Which submitted round the leader has before them. */
	private int round;

	static CommentForm of(int round) {
		CommentForm form = new CommentForm();
		form.round = round;
		return form;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public int getRound() {
		return this.round;
	}

	public void setRound(int round) {
		this.round = round;
	}

}
