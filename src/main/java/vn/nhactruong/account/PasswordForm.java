package vn.nhactruong.account;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** A person's own change of password. */
class PasswordForm {

	@NotEmpty
	private String currentPassword;

	/** bcrypt reads 72 bytes; a longer text would be cut in silence. */
	@NotEmpty
	@Size(min = 10, max = 64)
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
