package vn.nhactruong.notification.choice;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import vn.nhactruong.shared.Permission.OpenToPublic;

/**
 * Stops a kind of mail for who holds one, signed in or not: opening the link changes
 * nothing, since mail scanners open every link; a button does, or the one click that a
 * mail program offers (RFC 8058).
 */
@Controller
@OpenToPublic
class UnsubscriptionController {

	private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

	private final NotificationSettings settings;

	UnsubscriptionController(NotificationSettings settings) {
		this.settings = settings;
	}

	@GetMapping("/notifications/unsubscription/{token}")
	String show(@PathVariable String token, Model model, HttpServletResponse response) {
		// The address is as good as a key.
		response.setHeader("Referrer-Policy", "no-referrer");
		model.addAttribute("token", token);
		model.addAttribute("page", this.settings.unsubscription(token));
		return "notification/unsubscription";
	}

	@PostMapping("/notifications/unsubscription/{token}")
	String unsubscribe(@PathVariable String token) {
		this.settings.unsubscribe(token);
		return "redirect:/notifications/unsubscription/" + token;
	}

	/** A mail program asks for no page, and follows none. */
	@PostMapping(path = "/notifications/unsubscription/{token}", params = ONE_CLICK)
	String unsubscribeAtOnce(@PathVariable String token, Model model, HttpServletResponse response) {
		this.settings.unsubscribe(token);
		return show(token, model, response);
	}

}
