package vn.nhactruong.conclusion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** What somebody said in the discussion, as the office types it. */
public class ContributionForm implements Versioned {

	@NotBlank
	@Size(max = 120)
	private String speaker;

	@Size(max = 200)
	private String unit;

	@NotBlank
	@Size(max = 4000)
	private String text;

	private int version;

	static ContributionForm of(Contribution contribution) {
		ContributionForm form = new ContributionForm();
		form.speaker = contribution.getSpeaker();
		form.unit = contribution.getUnit();
		form.text = contribution.getText();
		form.version = contribution.getVersion();
		return form;
	}

	public String getSpeaker() {
		return this.speaker;
	}

	public void setSpeaker(String speaker) {
		this.speaker = speaker;
	}

	public String getUnit() {
		return this.unit;
	}

	public void setUnit(String unit) {
		this.unit = unit;
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
