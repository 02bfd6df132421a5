package vn.nhactruong.account;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Xlsx;

/** People: list, page, new, edit. */
@Controller
@ForRoles(Role.ADMIN)
class AccountController {

	private final Accounts accounts;

	private final AccountViews views;

	private final UnitDirectory units;

	private final FormHandler forms;

	AccountController(Accounts accounts, AccountViews views, UnitDirectory units, FormHandler forms) {
		this.units = units;
		this.accounts = accounts;
		this.views = views;
		this.forms = forms;
	}

	@GetMapping("/accounts")
	String list(ListRequest list, Model model, Locale locale) {
		AccountFilter filter = AccountFilter.of(list, this.units);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", this.accounts.list(filter, list));
		model.addAttribute("roles", this.views.roles(locale));
		model.addAttribute("units", this.views.units());
		model.addAttribute("states", List.of(new Option("false", this.views.text("account.open", locale)),
				new Option("true", this.views.text("account.locked", locale))));
		return "account/list";
	}

	@GetMapping("/accounts.xlsx")
	void export(ListRequest list, Locale locale, HttpServletResponse response) throws IOException {
		List<String> heads = Stream
			.of("accountForm.displayName", "accountForm.username", "accountForm.position", "account.roles",
					"account.state")
			.map((key) -> this.views.text(key, locale))
			.toList();
		List<List<?>> rows = new ArrayList<>();
		for (AccountRow row : this.accounts.all(AccountFilter.of(list, this.units), list)) {
			String held = row.grants()
				.stream()
				.map((grant) -> this.views.text(grant.role(), locale) + " · " + grant.unitName())
				.collect(Collectors.joining("\n"));
			rows.add(List.of(row.displayName(), row.username(), (row.position() != null) ? row.position() : "", held,
					this.views.text(row.locked() ? "account.locked" : "account.open", locale)));
		}
		Xlsx.send(response, this.views.text("nav.accounts", locale), heads, rows);
	}

	@GetMapping("/accounts/{id}")
	String show(@PathVariable long id, Model model, Locale locale) {
		return this.views.show(id, model, locale);
	}

	@GetMapping("/accounts/new")
	String create(@ModelAttribute("accountForm") AccountForm form) {
		return "account/form";
	}

	@PostMapping("/accounts")
	String create(@Valid @ModelAttribute("accountForm") AccountForm form, BindingResult errors, Model model,
			HttpServletResponse response, Viewer viewer, RedirectAttributes redirect) {
		List<Accounts.Created> created = new ArrayList<>();
		if (!this.forms.accepted(errors, model, response, () -> created.add(this.accounts.create(form, viewer)))) {
			return "account/form";
		}
		redirect.addFlashAttribute("flash", "account.created");
		redirect.addFlashAttribute("temporaryPassword", created.get(0).temporaryPassword());
		return "redirect:/accounts/" + created.get(0).id();
	}

	@GetMapping("/accounts/{id}/edit")
	String edit(@PathVariable long id, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("accountForm", this.accounts.edit(id));
		return "account/form";
	}

	@PostMapping("/accounts/{id}")
	String update(@PathVariable long id, @Valid @ModelAttribute("accountForm") AccountForm form, BindingResult errors,
			Model model, HttpServletResponse response, Viewer viewer, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.accounts.update(id, form, viewer))) {
			model.addAttribute("id", this.accounts.page(id).id());
			return "account/form";
		}
		redirect.addFlashAttribute("flash", "account.saved");
		return "redirect:/accounts/" + id;
	}

}
