package vn.nhactruong.account.signin;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import vn.nhactruong.account.DemoAccounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.database.DatabasePurpose;
import vn.nhactruong.shared.Permission.OpenToPublic;

/** The sign-in page; the POST itself is Spring Security's. */
@Controller
@OpenToPublic
public class SignInController {

	public static final String FAILURE = SignInController.class.getName() + ".failure";

	/** Session attribute: the name last refused, whose wait the page goes on saying. */
	private static final String REFUSED_NAME = SignInController.class.getName() + ".name";

	private static final int LONGEST_NAME = 100;

	private final ObjectProvider<DemoAccounts> demoAccounts;

	private final DatabasePurpose purpose;

	private final SignInThrottle throttle;

	SignInController(ObjectProvider<DemoAccounts> demoAccounts, DatabasePurpose purpose, SignInThrottle throttle) {
		this.demoAccounts = demoAccounts;
		this.purpose = purpose;
		this.throttle = throttle;
	}

	@ModelAttribute("demoAccounts")
	List<DemoAccounts.DemoAccount> demoAccounts() {
		return this.purpose.isDemo() ? this.demoAccounts.stream().flatMap((demo) -> demo.all().stream()).toList()
				: List.of();
	}

	@GetMapping("/sign-in")
	String form(Viewer viewer, HttpServletRequest request, Model model) {
		if (viewer != null) {
			return "redirect:/desk";
		}
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(REFUSED_NAME) instanceof String username) {
			sayWait(this.throttle.wait(username, request.getRemoteAddr()), model);
		}
		return "account/sign-in";
	}

	/**
	 * One sentence for every reason: who guesses learns nothing. Only what was left empty
	 * is said at its field.
	 */
	@PostMapping("/sign-in/refused")
	String refused(HttpServletRequest request, HttpServletResponse response, HttpSession session, Model model) {
		Object failure = request.getAttribute(FAILURE);
		if (!(failure instanceof AuthenticationException)) {
			return "redirect:/sign-in";
		}
		String username = request.getParameter("username");
		model.addAttribute("username", username);
		if (failure instanceof SignInProvider.IncompleteAttemptException) {
			response.setStatus(422);
			model.addAttribute("nameless", username == null || username.isBlank());
			model.addAttribute("passwordless", !StringUtils.hasLength(request.getParameter("password")));
			return "account/sign-in";
		}
		session.setAttribute(REFUSED_NAME, shortened(username));
		if (failure instanceof SignInProvider.TooManyAttemptsException tooMany) {
			response.setStatus(429);
			response.setHeader("Retry-After", String.valueOf(seconds(tooMany.remaining())));
			sayWait(tooMany.remaining(), model);
		}
		else {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			model.addAttribute("refused", true);
		}
		return "account/sign-in";
	}

	/** In seconds while they are few, in minutes otherwise, never less than it takes. */
	private static void sayWait(Duration wait, Model model) {
		if (wait.isZero()) {
			return;
		}
		long seconds = seconds(wait);
		boolean few = seconds <= 90;
		model.addAttribute("wait", few ? "account.signIn.wait" : "account.signIn.waitMinutes");
		model.addAttribute("waitFor", few ? seconds : (seconds + 59) / 60);
	}

	private static long seconds(Duration wait) {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}

	private static String shortened(String username) {
		return (username != null) ? username.substring(0, Math.min(LONGEST_NAME, username.length())) : "";
	}

}
