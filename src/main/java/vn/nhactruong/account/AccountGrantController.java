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

/** The roles a person holds. */
@Controller
@ForRoles(Role.ADMIN)
class AccountGrantController {

	private final Accounts accounts;

	private final AccountViews views;

	private final FormHandler forms;

	AccountGrantController(Accounts accounts, AccountViews views, FormHandler forms) {
		this.accounts = accounts;
		this.views = views;
		this.forms = forms;
	}

	@PostMapping("/accounts/{id}/grants")
	String grant(@PathVariable long id, @Valid @ModelAttribute("grantForm") GrantForm form, BindingResult errors,
			Model model, HttpServletResponse response, Viewer viewer, Locale locale, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.accounts.grant(id, form, viewer))) {
			return this.views.show(id, model, locale);
		}
		redirect.addFlashAttribute("flash", "account.granted");
		return "redirect:/accounts/" + id;
	}

	@PostMapping("/accounts/{id}/grants/{grantId}/revocation")
	String revoke(@PathVariable long id, @PathVariable long grantId, Viewer viewer, RedirectAttributes redirect) {
		this.accounts.revoke(id, grantId, viewer);
		redirect.addFlashAttribute("flash", "account.revoked");
		return "redirect:/accounts/" + id;
	}

}
