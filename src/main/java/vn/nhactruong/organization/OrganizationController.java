package vn.nhactruong.organization;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
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
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Xlsx;

/** Units and provinces: list, pages, and for administrators new and edit. */
@Controller
@SignedIn
class OrganizationController {

	private final Organizations organizations;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final MessageSource messages;

	private final Clock clock;

	OrganizationController(Organizations organizations, UnitDirectory units, FormHandler forms, MessageSource messages,
			Clock clock) {
		this.organizations = organizations;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/organizations")
	String list(ListRequest list, Model model, Locale locale, Actor actor) {
		OrganizationFilter filter = filter(list);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", this.organizations.list(filter, list));
		model.addAttribute("kinds", Option.of(this.messages, locale, OrganizationKind.values()));
		model.addAttribute("regions", Option.of(this.messages, locale, Region.values()));
		model.addAttribute("mayEdit", mayEdit(actor));
		return "organization/list";
	}

	@GetMapping("/organizations.xlsx")
	void export(ListRequest list, Locale locale, HttpServletResponse response) throws IOException {
		List<String> heads = Stream
			.of("organizationForm.code", "organizationForm.name", "organizationForm.shortName", "organizationForm.kind",
					"organizationForm.provinceId", "organization.region", "organizationForm.validFrom",
					"organizationForm.validTo")
			.map((key) -> text(key, locale))
			.toList();
		List<List<?>> rows = new ArrayList<>();
		for (OrganizationRow row : this.organizations.all(filter(list), list)) {
			rows.add(Arrays.asList(row.code(), row.name(), row.shortName(), text(row.kind(), locale),
					row.provinceName(), text(row.region(), locale), row.validFrom(), row.validTo()));
		}
		Xlsx.send(response, text("nav.organizations", locale), heads, rows);
	}

	@GetMapping("/organizations/{code}")
	String show(@PathVariable String code, Model model, Actor actor) {
		model.addAttribute("page", this.organizations.page(code));
		model.addAttribute("mayEdit", mayEdit(actor));
		return "organization/show";
	}

	@GetMapping("/organizations/provinces/{id}")
	String province(@PathVariable String id, Model model) {
		model.addAttribute("page", this.organizations.provincePage(id));
		return "organization/province";
	}

	@GetMapping("/organizations/new")
	@ForRoles(Role.ADMIN)
	String create(@ModelAttribute("organizationForm") OrganizationForm form, Model model, Locale locale) {
		return form(model, locale);
	}

	@PostMapping("/organizations")
	@ForRoles(Role.ADMIN)
	String create(@Valid @ModelAttribute("organizationForm") OrganizationForm form, BindingResult errors, Model model,
			HttpServletResponse response, Actor actor, Locale locale, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.organizations.create(form, actor))) {
			return form(model, locale);
		}
		redirect.addFlashAttribute("flash", "organization.created");
		return "redirect:/organizations/" + form.getCode();
	}

	@GetMapping("/organizations/{code}/edit")
	@ForRoles(Role.ADMIN)
	String edit(@PathVariable String code, Model model, Locale locale) {
		model.addAttribute("organizationForm", this.organizations.edit(code));
		model.addAttribute("code", code);
		return form(model, locale);
	}

	@PostMapping("/organizations/{code}")
	@ForRoles(Role.ADMIN)
	String update(@PathVariable String code, @Valid @ModelAttribute("organizationForm") OrganizationForm form,
			BindingResult errors, Model model, HttpServletResponse response, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.organizations.update(code, form, actor))) {
			model.addAttribute("code", this.organizations.page(code).unit().code());
			return form(model, locale);
		}
		redirect.addFlashAttribute("flash", "organization.saved");
		return "redirect:/organizations/" + code;
	}

	private String form(Model model, Locale locale) {
		model.addAttribute("kinds", Option.of(this.messages, locale, OrganizationKind.values()));
		model.addAttribute("unitsByKind", unitsByKind(locale));
		model.addAttribute("provinces", this.units.provinces().stream().map((province) -> {
			String ended = (province.validTo() != null)
					? text("organization.until", locale, DateFormats.day(province.validTo())) : "";
			return new Option(province.id(), (province.name() + " " + ended).strip());
		}).toList());
		return "organization/form";
	}

	/** Dissolved units say so: two may carry the same name. */
	private Map<String, List<Option>> unitsByKind(Locale locale) {
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (Unit unit : this.units.all()) {
			String ended = (unit.validTo() != null)
					? text("organization.until", locale, DateFormats.day(unit.validTo())) : "";
			groups.computeIfAbsent(text(unit.kind(), locale), (kind) -> new ArrayList<>())
				.add(new Option(unit.code(), (unit.name() + " " + ended).strip()));
		}
		return groups;
	}

	private OrganizationFilter filter(ListRequest list) {
		return OrganizationFilter.of(list, LocalDate.now(this.clock));
	}

	private String text(Enum<?> constant, Locale locale) {
		return (constant != null) ? Option.label(this.messages, locale, constant) : null;
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	private static boolean mayEdit(Actor actor) {
		return Role.ADMIN.name().equals(actor.roleName());
	}

}
