package vn.nhactruong.account.signin;

import java.time.Duration;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.SignedInUser;

/** Checks a name and password, behind the throttle. */
@Component
class SignInProvider extends DaoAuthenticationProvider {

	private final SignInThrottle throttle;

	private final SignInLog log;

	SignInProvider(JdbcClient jdbc, PasswordEncoder encoder, SignInThrottle throttle, SignInLog log) {
		super((username) -> load(jdbc, username));
		setPasswordEncoder(encoder);
		this.throttle = throttle;
		this.log = log;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		if (attempt.getName().isBlank() || "".equals(attempt.getCredentials())) {
			throw new IncompleteAttemptException();
		}
		SignInThrottle.Attempt counted = this.throttle.begin(attempt.getName(), address);
		if (!counted.remaining().isZero()) {
			throw new TooManyAttemptsException(counted.remaining());
		}
		try {
			Authentication success = super.authenticate(attempt);
			this.throttle.succeeded(attempt.getName(), address);
			return success;
		}
		catch (AuthenticationException ex) {
			if (counted.nextWaits()) {
				this.log.heldUp(attempt.getName());
			}
			throw ex;
		}
	}

	private static SignedInUser load(JdbcClient jdbc, String username) {
		return jdbc.sql("""
				select a.id, a.username, a.password_hash,
				    a.locked_at is null and exists (select from role_grant g where g.account_id = a.id) as admitted
				from account a where a.username = ?
				""")
			.param(username.strip().toLowerCase(Locale.ROOT))
			.query((row, number) -> new SignedInUser(row.getLong("id"), row.getString("username"),
					row.getString("password_hash"), row.getBoolean("admitted")))
			.optional()
			.orElseThrow(() -> UsernameNotFoundException.fromUsername(username));
	}

	/** Nothing to try: name or password was left empty. Nobody guesses that way. */
	static final class IncompleteAttemptException extends AuthenticationException {

		private static final long serialVersionUID = 1L;

		IncompleteAttemptException() {
			super("incomplete attempt");
		}

	}

	/** The name or the address has to wait before the next try. */
	static final class TooManyAttemptsException extends AuthenticationException {

		private static final long serialVersionUID = 1L;

		private final Duration wait;

		TooManyAttemptsException(Duration wait) {
			super("too many attempts");
			this.wait = wait;
		}

		Duration remaining() {
			return this.wait;
		}

	}

}
