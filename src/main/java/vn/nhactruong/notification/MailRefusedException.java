package vn.nhactruong.notification;

import java.util.Set;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** The mail server did not take a mail. */
public class MailRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int LASTING_REPLY = 500;

	/** What a server says to somebody it wants to know first (RFC 4954). */
	private static final Set<Integer> ABOUT_SIGN_IN = Set.of(530, 534, 535, 538);

	private final MailFailure failure;

	private final Integer replyCode;

	private MailRefusedException(MailFailure failure, Integer replyCode, Throwable cause) {
		super(failure.name(), cause);
		this.failure = failure;
		this.replyCode = replyCode;
	}

	/** Reads from what went wrong whose fault it is. */
	static MailRefusedException because(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = next(cause)) {
			if (cause instanceof SMTPAddressFailedException address) {
				return answered(address.getReturnCode(), thrown);
			}
			if (cause instanceof SMTPSenderFailedException sender) {
				return new MailRefusedException(MailFailure.SENDER_REFUSED, sender.getReturnCode(), thrown);
			}
			if (cause instanceof SMTPSendFailedException send && !(next(cause) instanceof MessagingException)) {
				return answered(send.getReturnCode(), thrown);
			}
			if (cause instanceof MailAuthenticationException || cause instanceof AuthenticationFailedException) {
				return new MailRefusedException(MailFailure.SIGN_IN_REFUSED, null, thrown);
			}
			if (cause instanceof AddressException) {
				return new MailRefusedException(MailFailure.ADDRESS_INVALID, null, thrown);
			}
			if (cause instanceof SSLException
					|| cause instanceof MessagingException && String.valueOf(cause.getMessage()).contains("STARTTLS")) {
				return new MailRefusedException(MailFailure.NOT_ENCRYPTED, null, thrown);
			}
			if (cause instanceof MailConnectException || cause instanceof java.io.IOException) {
				return new MailRefusedException(MailFailure.UNREACHABLE, null, thrown);
			}
		}
		return new MailRefusedException(MailFailure.OTHER, null, thrown);
	}

	private static MailRefusedException answered(int code, Throwable thrown) {
		if (ABOUT_SIGN_IN.contains(code)) {
			return new MailRefusedException(MailFailure.SIGN_IN_REFUSED, code, thrown);
		}
		return new MailRefusedException(
				(code >= LASTING_REPLY) ? MailFailure.ADDRESS_REFUSED : MailFailure.REFUSED_FOR_NOW, code, thrown);
	}

	/** Both libraries keep causes in places of their own. */
	private static Throwable next(Throwable thrown) {
		if (thrown instanceof MailSendException send && send.getMessageExceptions().length > 0) {
			return send.getMessageExceptions()[0];
		}
		if (thrown instanceof MessagingException messaging && messaging.getNextException() != null) {
			return messaging.getNextException();
		}
		return (thrown.getCause() != thrown) ? thrown.getCause() : null;
	}

	public MailFailure failure() {
		return this.failure;
	}

	/** What the server answered, or {@code null} when it did not get that far. */
	public Integer replyCode() {
		return this.replyCode;
	}

}
