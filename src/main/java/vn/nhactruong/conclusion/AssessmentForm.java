package vn.nhactruong.conclusion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** An achievement or limitation as the office types it. */
public class AssessmentForm implements Versioned {

	@NotNull
	private AssessmentKind kind = AssessmentKind.ACHIEVEMENT;

	@NotBlank
	@Size(max = 4000)
	private String text;

	private int version;

	static AssessmentForm of(AssessmentItem item) {
		AssessmentForm form = new AssessmentForm();
		form.kind = item.getKind();
		form.text = item.getText();
		form.version = item.getVersion();
		return form;
	}

	public AssessmentKind getKind() {
		return this.kind;
	}

	public void setKind(AssessmentKind kind) {
		this.kind = kind;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
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
