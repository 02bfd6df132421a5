package vn.nhactruong.notification;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Permission.SignedIn;

/** A person's messages, newest first. */
@Controller
@SignedIn
class NotificationController {

	private final Inbox inbox;

	NotificationController(Inbox inbox) {
		this.inbox = inbox;
	}

	@GetMapping("/notifications")
	String list(ListRequest list, Viewer viewer, Model model) {
		model.addAttribute("rows", this.inbox.list(viewer, list));
		return "notification/list";
	}

	/** Opening a message is what marks it read: a POST, since it changes something. */
	@PostMapping("/notifications/{id}/reading")
	String read(@PathVariable long id, Viewer viewer) {
		return "redirect:" + this.inbox.open(id, viewer);
	}

	@PostMapping("/notifications/reading")
	String readAll(Viewer viewer, RedirectAttributes redirect) {
		this.inbox.markAllRead(viewer);
		redirect.addFlashAttribute("flash", "notification.allRead");
		return "redirect:/notifications";
	}

}
