package vn.nhactruong.account;

import java.util.Collection;
import java.util.List;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What the session keeps of a person: who it is, nothing that could become untrue. */
public class SignedInUser implements UserDetails, CredentialsContainer {

	private static final long serialVersionUID = 1L;

	private final long accountId;

	private final String username;

	private String passwordHash;

	private final boolean admitted;

	public SignedInUser(long accountId, String username, String passwordHash, boolean admitted) {
		this.accountId = accountId;
		this.username = username;
		this.passwordHash = passwordHash;
		this.admitted = admitted;
	}

	public long accountId() {
		return this.accountId;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.username;
	}

	@Override
	public boolean isEnabled() {
		return this.admitted;
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

}
