package vn.nhactruong.account;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** A person's own change of password. */
class PasswordForm {

	static final int SHORTEST = 10;

	/**
	 * bcrypt takes 72 bytes and no more; a Vietnamese letter may need three, so the
	 * façade counts bytes besides.
	 */
	static final int LONGEST = 64;

	static final int MOST_BYTES = 72;

	@NotEmpty
	private String currentPassword;

	@NotEmpty
	@Size(min = SHORTEST, max = LONGEST)
	private String newPassword;

	@NotEmpty
	private String repeatedPassword;

	public String getCurrentPassword() {
		return this.currentPassword;
	}

	public void setCurrentPassword(String currentPassword) {
		this.currentPassword = currentPassword;
	}

	public String getNewPassword() {
		return this.newPassword;
	}

	public void setNewPassword(String newPassword) {
		this.newPassword = newPassword;
	}

	public String getRepeatedPassword() {
		return this.repeatedPassword;
	}

	public void setRepeatedPassword(String repeatedPassword) {
		this.repeatedPassword = repeatedPassword;
	}

}
