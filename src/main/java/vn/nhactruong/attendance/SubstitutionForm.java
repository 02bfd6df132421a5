package vn.nhactruong.attendance;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who comes in somebody's place; QĐ 45/2018/QĐ-TTg asks for the chair's consent. */
class SubstitutionForm {

	@NotBlank
	@Size(max = 100)
	private String fullName;

	@NotBlank
	@Size(max = 150)
	private String position;

	@NotBlank
	@Pattern(regexp = Phones.TYPED)
	private String phone;

	@AssertTrue
	private boolean consent;

	public String getFullName() {
		return this.fullName;
	}

	public void setFullName(String fullName) {
		this.fullName = fullName;
	}

	public String getPosition() {
		return this.position;
	}

	public void setPosition(String position) {
		this.position = position;
	}

	public String getPhone() {
		return this.phone;
	}

	public void setPhone(String phone) {
		this.phone = phone;
	}

	public boolean isConsent() {
		return this.consent;
	}

	public void setConsent(boolean consent) {
		this.consent = consent;
	}

}
