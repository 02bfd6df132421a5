package vn.nhactruong.account;

import java.beans.PropertyEditorSupport;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** A person's own password and devices. */
@Controller
@SignedIn
class PasswordController {

	private final Accounts accounts;

	private final FormHandler forms;

	PasswordController(Accounts accounts, FormHandler forms) {
		this.accounts = accounts;
		this.forms = forms;
	}

	/** A blank is a sign of a password like any other: sign-in does not trim either. */
	@InitBinder("passwordForm")
	void keepBlanks(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

			@Override
			public void setAsText(String text) {
				setValue(text);
			}

		});
	}

	@ModelAttribute("mustChange")
	boolean mustChange(Viewer viewer) {
		return this.accounts.get(viewer.accountId()).isPasswordChangeRequired();
	}

	@GetMapping("/password")
	String form(@ModelAttribute("passwordForm") PasswordForm form) {
		return "account/password";
	}

	@PostMapping("/password")
	String change(@Valid @ModelAttribute("passwordForm") PasswordForm form, BindingResult errors, Model model,
			HttpServletResponse response, Viewer viewer, HttpSession session, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response,
				() -> this.accounts.changePassword(form, viewer, session.getId()))) {
			return "account/password";
		}
		redirect.addFlashAttribute("flash", "account.passwordChanged");
		return "redirect:/desk";
	}

	@PostMapping("/sign-out-everywhere")
	String signOutEverywhere(Viewer viewer) {
		this.accounts.signOutEverywhere(viewer);
		return "redirect:/sign-in?signedOut";
	}

}
