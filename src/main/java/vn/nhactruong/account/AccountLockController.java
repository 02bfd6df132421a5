package vn.nhactruong.account;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Role;

/** Who may sign in at all: locks, and the password to start with. */
@Controller
@ForRoles(Role.ADMIN)
class AccountLockController {

	private final Accounts accounts;

	private final AccountViews views;

	private final FormHandler forms;

	AccountLockController(Accounts accounts, AccountViews views, FormHandler forms) {
		this.accounts = accounts;
		this.views = views;
		this.forms = forms;
	}

	@PostMapping("/accounts/{id}/lock")
	String lock(@PathVariable long id, @Valid @ModelAttribute("lockForm") LockForm form, BindingResult errors,
			Model model, HttpServletResponse response, Viewer viewer, Locale locale, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.accounts.lock(id, form.getReason(), viewer))) {
			return this.views.show(id, model, locale);
		}
		redirect.addFlashAttribute("flash", "account.lockDone");
		return "redirect:/accounts/" + id;
	}

	@PostMapping("/accounts/{id}/unlock")
	String unlock(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
		this.accounts.unlock(id, viewer);
		redirect.addFlashAttribute("flash", "account.unlockDone");
		return "redirect:/accounts/" + id;
	}

	@PostMapping("/accounts/{id}/password-reset")
	String resetPassword(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
		redirect.addFlashAttribute("temporaryPassword", this.accounts.resetPassword(id, viewer));
		redirect.addFlashAttribute("flash", "account.passwordReset");
		return "redirect:/accounts/" + id;
	}

}
