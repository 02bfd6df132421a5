package vn.nhactruong.notification;

import java.util.Locale;

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

	private final MessageSource messages;

	NotificationController(Inbox inbox, MessageSource messages) {
		this.inbox = inbox;
		this.messages = messages;
	}

	@GetMapping("/notifications")
	String list(ListRequest list, Viewer viewer, Model model) {
		model.addAttribute("rows", this.inbox.list(viewer, list));
		return "notification/list";
	}

	/**
	 * Opening a message is what marks it read: a POST, since it changes something. What
	 * came to another of one's roles is opened in that role: as another it would not be
	 * found.
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
