package vn.nhactruong.conclusion.notice;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.conclusion.IssuePlan;

/** Number, date and signer of the notice, as the office types them. */
class IssueForm {

	@NotNull
	@Min(1)
	@Max(99_999)
	private Integer number;

	@NotNull
	private LocalDate issuedOn;

	@NotBlank
	@Size(max = 200)
	private String signerTitle;

	@NotBlank
	@Size(max = 120)
	private String signerName;

	static IssueForm proposed(IssuePlan plan) {
		IssueForm form = new IssueForm();
		form.number = plan.number();
		form.issuedOn = plan.issuedOn();
		form.signerTitle = plan.signerTitle();
		form.signerName = plan.signerName();
		return form;
	}

	IssuePlan plan() {
		return new IssuePlan(this.number, this.issuedOn, this.signerTitle, this.signerName);
	}

	public Integer getNumber() {
		return this.number;
	}

	public void setNumber(Integer number) {
		this.number = number;
	}

	public LocalDate getIssuedOn() {
		return this.issuedOn;
	}

	public void setIssuedOn(LocalDate issuedOn) {
		this.issuedOn = issuedOn;
	}

	public String getSignerTitle() {
		return this.signerTitle;
	}

	public void setSignerTitle(String signerTitle) {
		this.signerTitle = signerTitle;
	}

	public String getSignerName() {
		return this.signerName;
	}

	public void setSignerName(String signerName) {
		this.signerName = signerName;
	}

}
