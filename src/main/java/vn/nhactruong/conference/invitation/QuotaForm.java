package vn.nhactruong.conference.invitation;

import jakarta.validation.constraints.NotNull;

/** How many an invited unit may send. */
class QuotaForm {

	@NotNull
	private Integer quota;

	public Integer getQuota() {
		return this.quota;
	}

	public void setQuota(Integer quota) {
		this.quota = quota;
	}

}
