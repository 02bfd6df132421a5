package vn.nhactruong.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** A person as an administrator types them. */
class AccountForm implements Versioned {

	static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9._-]{2,59}";

	@NotBlank
	@Pattern(regexp = USERNAME, message = "{account.error.usernameForm}")
	private String username;

	@NotBlank
	@Size(max = 120)
	private String displayName;

	@Size(max = 160)
	private String position;

	@Email
	@Size(max = 160)
	private String email;

	@Pattern(regexp = "[0-9+ .()-]{8,20}", message = "{form.error.phone}")
	private String phone;

	private int version;

	static AccountForm of(Account account) {
		AccountForm form = new AccountForm();
		form.username = account.getUsername();
		form.displayName = account.getDisplayName();
		form.position = account.getPosition();
		form.email = account.getEmail();
		form.phone = account.getPhone();
		form.version = account.getVersion();
		return form;
	}

	public String getUsername() {
		return this.username;
	}

	public void setUsername(String username) {
		this.username = username;
	}

	public String getDisplayName() {
		return this.displayName;
	}

	public void setDisplayName(String displayName) {
		this.displayName = displayName;
	}

	public String getPosition() {
		return this.position;
	}

	public void setPosition(String position) {
		this.position = position;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public String getPhone() {
		return this.phone;
	}

	public void setPhone(String phone) {
		this.phone = phone;
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
