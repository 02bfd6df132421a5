package vn.nhactruong.account;

import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import vn.nhactruong.database.DatabasePurpose;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.Role;

/**
 * Opens the door of a new production database: while no account exists, the two variables
 * name the first administrator, who has to choose a password of their own at once. There
 * is no password that anybody could know beforehand.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

	static final String USERNAME = "PORTAL_ADMIN_USERNAME";

	static final String PASSWORD = "PORTAL_ADMIN_PASSWORD";

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final DatabasePurpose purpose;

	private final Environment environment;

	FirstAdministrator(Accounts accounts, PasswordEncoder encoder, DatabasePurpose purpose, Environment environment) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.purpose = purpose;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.purpose.isDemo() || !this.accounts.none()) {
			return;
		}
		String username = this.environment.getProperty(USERNAME, "").strip();
		String password = this.environment.getProperty(PASSWORD, "");
		if (username.isEmpty() || password.isEmpty()) {
			log.warn("Nobody can sign in yet. Set {} and {} and start again: that account becomes the first "
					+ "administrator.", USERNAME, PASSWORD);
			return;
		}
		if (!username.matches(AccountForm.USERNAME) || password.length() < PasswordForm.SHORTEST
				|| password.length() > PasswordForm.LONGEST
				|| password.getBytes(StandardCharsets.UTF_8).length > PasswordForm.MOST_BYTES) {
			log.error(
					"The first administrator was not created: {} takes 3 to 60 letters, digits and ._- , "
							+ "{} takes {} to {} signs.",
					USERNAME, PASSWORD, PasswordForm.SHORTEST, PasswordForm.LONGEST);
			return;
		}
		try {
			this.accounts.addInitial(username.toLowerCase(java.util.Locale.ROOT), username, null,
					this.encoder.encode(password), true, Role.ADMIN, UnitDirectory.MINISTRY_OFFICE, Actor.system());
			log.info("Created the first administrator '{}', who must choose a new password at the first sign-in. {} "
					+ "is not needed any more.", username, PASSWORD);
		}
		catch (DuplicateKeyException ex) {
			log.info("Another node has created the first administrator");
		}
	}

}
