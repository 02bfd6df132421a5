package vn.nhactruong.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.CurrentViewer;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;

/** A person's messages, newest first. */
@Controller
@SignedIn
class NotificationController {

	private final Inbox inbox;

	private final NotificationKinds kinds;

	private final MessageSource messages;

	NotificationController(Inbox inbox, NotificationKinds kinds, MessageSource messages) {
		this.inbox = inbox;
		this.kinds = kinds;
		this.messages = messages;
	}

	@GetMapping("/notifications")
	String list(ListRequest list, Viewer viewer, Model model, Locale locale) {
		InboxFilter filter = InboxFilter.of(list, this.kinds.all());
		model.addAttribute("filter", filter);
		model.addAttribute("rows", this.inbox.list(filter, viewer, list));
		model.addAttribute("states",
				List.of(new Option(InboxFilter.UNREAD, this.messages.getMessage("notification.unread", null, locale))));
		model.addAttribute("kinds",
				this.kinds.reaching(viewer)
					.stream()
					.map((kind) -> new Option(kind.key(), this.messages.getMessage(kind.labelKey(), null, locale)))
					.toList());
		return "notification/list";
	}

	/**
	 * Where the link of a mail leads: on to the thing itself, which is reading; or, for
	 * what came to another of one's roles, to the button that switches to it. Who was
	 * sent another's mail goes on to the thing, too, and the message stays unread.
	 */
	@GetMapping("/notifications/{id}")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		Optional<NotificationRow> own = this.inbox.find(id, viewer);
		if (own.isEmpty()) {
			return "redirect:" + this.inbox.url(id);
		}
		if (own.get().grant() == null) {
			return "redirect:" + this.inbox.open(id, viewer).url();
		}
		model.addAttribute("row", own.get());
		return "notification/show";
	}

	/**
	 * Opening a message is what marks it read. What came to another of one's roles is
	 * opened in that role: as another it would not be found.
	 */
	@PostMapping("/notifications/{id}/reading")
	String read(@PathVariable long id, Viewer viewer, HttpSession session, RedirectAttributes redirect, Locale locale) {
		Inbox.Opened opened = this.inbox.open(id, viewer);
		if (opened.grant() != null) {
			CurrentViewer.actIn(opened.grant(), session);
			redirect.addFlashAttribute("flash", "notification.switched");
			redirect.addFlashAttribute("flashArgs", new Object[] {
					Option.label(this.messages, locale, opened.grant().role()), opened.grant().unitName() });
		}
		return "redirect:" + opened.url();
	}

	@PostMapping("/notifications/reading")
	String readAll(Viewer viewer, RedirectAttributes redirect) {
		this.inbox.markAllRead(viewer);
		redirect.addFlashAttribute("flash", "notification.allRead");
		return "redirect:/notifications";
	}

}
