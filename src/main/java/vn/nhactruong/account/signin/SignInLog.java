package vn.nhactruong.account.signin;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.SignedInUser;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;

/**
 * Who came, who left and who was held up at the door. Single failures are not written:
 * whoever guesses must not be able to fill the audit trail faster than the throttle lets
 * them try.
 */
@Component
@Transactional
class SignInLog {

	private static final int LONGEST_NAME = 60;

	private final Viewers viewers;

	private final ApplicationEventPublisher events;

	SignInLog(Viewers viewers, ApplicationEventPublisher events) {
		this.viewers = viewers;
		this.events = events;
	}

	@EventListener
	void signedIn(InteractiveAuthenticationSuccessEvent event) {
		write("account.audit.signedIn", event.getAuthentication());
	}

	@EventListener
	void signedOut(LogoutSuccessEvent event) {
		write("account.audit.signedOut", event.getAuthentication());
	}

	/** Too many failures for this name or from this address. */
	void heldUp(String typedName) {
		String name = typedName.substring(0, Math.min(LONGEST_NAME, typedName.length()));
		this.events
			.publishEvent(new AuditedAct(Actor.unknown(name), "account.audit.signInHeldUp", "sign-in", null, name));
	}

	private void write(String action, Authentication authentication) {
		if (authentication.getPrincipal() instanceof SignedInUser user) {
			Actor actor = this.viewers.find(user.accountId(), null)
				.<Actor>map(Viewers.Found::viewer)
				.orElseGet(() -> Actor.unknown(user.getUsername()));
			this.events.publishEvent(new AuditedAct(actor, action, "sign-in", user.accountId(), user.getUsername()));
		}
	}

}
