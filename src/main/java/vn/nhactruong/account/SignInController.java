package vn.nhactruong.account;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import vn.nhactruong.database.DatabasePurpose;
import vn.nhactruong.shared.Permission.OpenToPublic;

/** The sign-in page; the POST itself is Spring Security's. */
@Controller
@OpenToPublic
class SignInController {

	static final String FAILURE = SignInController.class.getName() + ".failure";

	private final ObjectProvider<DemoAccounts> demoAccounts;

	private final DatabasePurpose purpose;

	SignInController(ObjectProvider<DemoAccounts> demoAccounts, DatabasePurpose purpose) {
		this.demoAccounts = demoAccounts;
		this.purpose = purpose;
	}

	@ModelAttribute("demoAccounts")
	List<DemoAccounts.DemoAccount> demoAccounts() {
		return this.purpose.isDemo() ? this.demoAccounts.stream().flatMap((demo) -> demo.all().stream()).toList()
				: List.of();
	}

	@GetMapping("/sign-in")
	String form(Viewer viewer) {
		return (viewer != null) ? "redirect:/desk" : "account/sign-in";
	}

	/** One sentence for every reason: who guesses learns nothing. */
	@PostMapping("/sign-in/refused")
	String refused(HttpServletRequest request, HttpServletResponse response, Model model) {
		Object failure = request.getAttribute(FAILURE);
		if (!(failure instanceof AuthenticationException)) {
			return "redirect:/sign-in";
		}
		model.addAttribute("username", request.getParameter("username"));
		if (failure instanceof SignInProvider.TooManyAttemptsException tooMany) {
			response.setStatus(429);
			response.setHeader("Retry-After", String.valueOf(tooMany.seconds()));
			model.addAttribute("waitSeconds", tooMany.seconds());
		}
		else {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			model.addAttribute("refused", true);
		}
		return "account/sign-in";
	}

}
