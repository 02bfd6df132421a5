package vn.nhactruong.conclusion.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** What the office made of a leader's comment. */
class AnswerForm implements Versioned {

	@NotBlank
	@Size(max = 2000)
	private String answer;

	private int version;

	static AnswerForm of(ClauseComment comment) {
		AnswerForm form = new AnswerForm();
		form.answer = comment.getAnswer();
		form.version = comment.getVersion();
		return form;
	}

	public String getAnswer() {
		return this.answer;
	}

	public void setAnswer(String answer) {
		this.answer = answer;
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
