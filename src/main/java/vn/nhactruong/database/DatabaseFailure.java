package vn.nhactruong.database;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A reason for which the application can't have its database, told to the person at the
 * console in Vietnamese and English instead of a stack trace.
 */
class DatabaseFailure extends RuntimeException {

	/** The kinds of failure; each has one sentence per language in the message files. */
	enum Reason {

		/** Another application works on the same data folder. */
		DATA_IN_USE,
		/** The data folder can't be created or written. */
		DATA_NOT_WRITABLE,
		/** The data are there but the password that opens them is not. */
		PASSWORD_MISSING,
		/** No binaries of PostgreSQL for this operating system and processor. */
		PLATFORM_UNSUPPORTED,
		/** Neither unshare nor setpriv can give PostgreSQL a user that is not root. */
		ROOT_REFUSED,
		/** The own server did not start. */
		SERVER_NOT_STARTED,
		/** User name or password are configured but the address is not. */
		ADDRESS_MISSING,
		/** The configured database does not answer or does not let us in. */
		UNREACHABLE,
		/** A production database was about to be used for the demo. */
		PRODUCTION_DATA,
		/** An unmarked database with accounts was about to be used for the demo. */
		ACCOUNTS_PRESENT,
		/** A demo database was about to be used for production. */
		DEMO_DATA;

		String sentence(Locale locale, Object... arguments) {
			// No message source exists yet when the application fails to start.
			ResourceBundle bundle = ResourceBundle.getBundle("messages.database", locale,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
			return new MessageFormat(bundle.getString("database.failure." + name()), locale).format(arguments);
		}

		String sentences(Object... arguments) {
			return sentence(Locale.ROOT, arguments) + System.lineSeparator() + System.lineSeparator()
					+ sentence(Locale.ENGLISH, arguments);
		}

	}

	private final Reason reason;

	DatabaseFailure(Reason reason, Throwable cause, Object... arguments) {
		super(reason.sentences(arguments), cause);
		this.reason = reason;
	}

	DatabaseFailure(Reason reason, Object... arguments) {
		this(reason, null, arguments);
	}

	Reason reason() {
		return this.reason;
	}

}
