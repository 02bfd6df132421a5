package vn.nhactruong.notification.mail;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import vn.nhactruong.notification.Letter;
import vn.nhactruong.notification.MailFailure;
import vn.nhactruong.notification.MailRefusedException;
import vn.nhactruong.notification.MailServer;
import vn.nhactruong.notification.Outbox;

/**
 * Sends what waits in the outbox, one mail after the other. Each is claimed, sent and
 * noted by itself: what a crash leaves in doubt is one mail, not a batch.
 */
@Component
public class Postman {

	private static final Logger logger = LoggerFactory.getLogger(Postman.class);

	/** Then the job's turn ends; the next one comes within seconds. */
	private static final int MOST_AT_ONCE = 500;

	private final Outbox outbox;

	private final MailTexts texts;

	private final MailServer server;

	Postman(Outbox outbox, MailTexts texts, MailServer server) {
		this.outbox = outbox;
		this.texts = texts;
		this.server = server;
	}

	/**
	 * Sends all that is due, unless the server itself is the trouble: then one mail was
	 * tried and the others keep their attempts.
	 * @return how many were sent
	 */
	public int deliver() {
		int sent = 0;
		if (!this.server.isConfigured()) {
			return sent;
		}
		for (int i = 0; i < MOST_AT_ONCE; i++) {
			Optional<Outbox.Claim> claim = this.outbox.claim();
			if (claim.isEmpty()) {
				break;
			}
			try {
				sent += deliver(claim.get()) ? 1 : 0;
			}
			catch (MailRefusedException refused) {
				logger.warn("Mail {} was not taken at attempt {}: {}", claim.get().id(), claim.get().attempts(),
						refused.failure(), refused.getCause());
				this.outbox.refused(claim.get(), refused.failure(), refused.replyCode());
				if (refused.failure().isOfServer()) {
					break;
				}
			}
			catch (RuntimeException ex) {
				logger.error("Mail {} could not be put together", claim.get().id(), ex);
				this.outbox.refused(claim.get(), MailFailure.OTHER, null);
			}
		}
		return sent;
	}

	private boolean deliver(Outbox.Claim claim) {
		Optional<Letter> letter = this.outbox.letter(claim);
		if (letter.isEmpty()) {
			this.outbox.dropped(claim);
			return false;
		}
		this.server.send(this.texts.mail(letter.get()));
		this.outbox.sent(claim);
		return true;
	}

}
