package vn.nhactruong.notification;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

import vn.nhactruong.account.CurrentViewer;

/**
 * How many messages wait, for the bell of every page; asked only when a page is drawn.
 */
@ControllerAdvice
class UnreadAdvice {

	private final Inbox inbox;

	UnreadAdvice(Inbox inbox) {
		this.inbox = inbox;
	}

	@ModelAttribute("unreadCount")
	LazyContextVariable<Integer> unreadCount() {
		return new LazyContextVariable<>() {

			@Override
			protected Integer loadValue() {
				return CurrentViewer.get().map(UnreadAdvice.this.inbox::unread).orElse(0);
			}

		};
	}

}
