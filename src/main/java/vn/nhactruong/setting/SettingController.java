package vn.nhactruong.setting;

import java.time.LocalDate;

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

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;

/** The numbers of the rules: read by everybody, given new values by administrators. */
@Controller
@SignedIn
class SettingController {

	private final Settings settings;

	private final FormHandler forms;

	SettingController(Settings settings, FormHandler forms) {
		this.settings = settings;
		this.forms = forms;
	}

	@GetMapping("/settings")
	String list(Model model) {
		model.addAttribute("settings", this.settings.rows());
		return "setting/list";
	}

	@GetMapping("/settings/{slug}")
	String show(@PathVariable String slug, Model model, Actor actor) {
		model.addAttribute("page", this.settings.page(key(slug)));
		model.addAttribute("mayEdit", Role.ADMIN.name().equals(actor.roleName()));
		return "setting/show";
	}

	@GetMapping("/settings/{slug}/values/new")
	@ForRoles(Role.ADMIN)
	String introduce(@PathVariable String slug, @ModelAttribute("settingForm") SettingForm form, Model model) {
		return form(key(slug), model);
	}

	@PostMapping("/settings/{slug}/values")
	@ForRoles(Role.ADMIN)
	String introduce(@PathVariable String slug, @Valid @ModelAttribute("settingForm") SettingForm form,
			BindingResult errors, Model model, HttpServletResponse response, Actor actor, RedirectAttributes redirect) {
		RuleKey key = key(slug);
		if (!this.forms.accepted(errors, model, response, () -> this.settings.introduce(key, form, actor),
				() -> this.settings.check(key, form))) {
			return form(key, model);
		}
		redirect.addFlashAttribute("flash", "setting.introduced");
		return "redirect:/settings/" + key.slug();
	}

	@PostMapping("/settings/{slug}/values/{from}/withdrawal")
	@ForRoles(Role.ADMIN)
	String withdraw(@PathVariable String slug, @PathVariable String from, Actor actor, RedirectAttributes redirect) {
		RuleKey key = key(slug);
		LocalDate day = DateFormats.typedDay(from).orElseThrow(() -> new NotVisibleException("rule_setting", from));
		this.settings.withdraw(key, day, actor);
		redirect.addFlashAttribute("flash", "setting.withdrawn");
		return "redirect:/settings/" + key.slug();
	}

	private String form(RuleKey key, Model model) {
		model.addAttribute("page", this.settings.page(key));
		return "setting/form";
	}

	private static RuleKey key(String slug) {
		return RuleKey.ofSlug(slug).orElseThrow(() -> new NotVisibleException("rule", slug));
	}

}
