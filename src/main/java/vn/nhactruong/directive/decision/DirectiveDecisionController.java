package vn.nhactruong.directive.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.directive.ReassignmentForm;
import vn.nhactruong.directive.Right;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;

/** What the issuer decides: declinations, another lead, cancellation. */
@Controller
@SignedIn
class DirectiveDecisionController {

	private final Directives directives;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final MessageSource messages;

	private final Clock clock;

	DirectiveDecisionController(Directives directives, UnitDirectory units, FormHandler forms, MessageSource messages,
			Clock clock) {
		this.directives = directives;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/directives/{id}/reassignment")
	String reassignForm(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return reassignPage(this.directives.open(id, Right.DIRECT, Directive::requireReassignable, viewer),
				new ReassignmentForm(), model, locale);
	}

	@PostMapping("/directives/{id}/reassignment")
	String reassign(@PathVariable long id, @Valid @ModelAttribute("reassignmentForm") ReassignmentForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash,
			Locale locale) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.directives.open(id, Right.DIRECT, Directive::requireReassignable, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.directives.reassign(id, form, viewer),
				() -> this.directives.checkLead(id, form.getLeadId(), viewer))) {
			return reassignPage(brief, form, model, locale);
		}
		return done(id, "directive.done.reassigned", flash);
	}

	private String reassignPage(DirectiveBrief brief, ReassignmentForm form, Model model, Locale locale) {
		form.openOn(brief);
		model.addAttribute("brief", brief);
		model.addAttribute("reassignmentForm", form);
		model.addAttribute("act", "reassign");
		model.addAttribute("url", "/directives/" + brief.id() + "/reassignment");
		model.addAttribute("units", leads(form, locale));
		return "directive/reassignment";
	}

	@GetMapping("/directives/{id}/declination/acceptance")
	String acceptForm(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return acceptPage(this.directives.openDeclination(id, viewer), new ReassignmentForm(), model, locale);
	}

	@PostMapping("/directives/{id}/declination/acceptance")
	String accept(@PathVariable long id, @Valid @ModelAttribute("reassignmentForm") ReassignmentForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash,
			Locale locale) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.directives.openDeclination(id, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.directives.acceptDeclination(id, form, viewer),
				() -> this.directives.checkLead(id, form.getLeadId(), viewer))) {
			return acceptPage(brief, form, model, locale);
		}
		return done(id, "directive.done.reassigned", flash);
	}

	private String acceptPage(DirectiveBrief brief, ReassignmentForm form, Model model, Locale locale) {
		form.openOn(brief);
		model.addAttribute("brief", brief);
		model.addAttribute("reassignmentForm", form);
		model.addAttribute("act", "acceptDeclination");
		model.addAttribute("url", "/directives/" + brief.id() + "/declination/acceptance");
		model.addAttribute("units", leads(form, locale));
		return "directive/reassignment";
	}

	@GetMapping("/directives/{id}/declination/refusal")
	String refuseForm(@PathVariable long id, Viewer viewer, Model model) {
		return ReasonForm.page(this.directives.openDeclination(id, viewer), "refuseDeclination",
				"/directives/" + id + "/declination/refusal", new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/declination/refusal")
	String refuse(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.directives.openDeclination(id, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.directives.refuseDeclination(id, form, viewer))) {
			return ReasonForm.page(brief, "refuseDeclination", "/directives/" + id + "/declination/refusal", form,
					model);
		}
		return done(id, "directive.done.declinationRefused", flash);
	}

	@GetMapping("/directives/{id}/cancellation")
	String cancelForm(@PathVariable long id, Viewer viewer, Model model) {
		return ReasonForm.page(this.directives.open(id, Right.DIRECT, Directive::requireCancellable, viewer), "cancel",
				"/directives/" + id + "/cancellation", new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/cancellation")
	String cancel(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.directives.open(id, Right.DIRECT, Directive::requireCancellable, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.directives.cancel(id, form, viewer))) {
			return ReasonForm.page(brief, "cancel", "/directives/" + id + "/cancellation", form, model);
		}
		return done(id, "directive.done.cancelled", flash);
	}

	/** Those of today, and the one that was chosen and has ended since. */
	private Map<String, List<Option>> leads(ReassignmentForm form, Locale locale) {
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			if (kind != OrganizationKind.MINISTRY && kind != OrganizationKind.EXTERNAL) {
				groups.put(this.messages.getMessage("OrganizationKind." + kind, null, locale),
						this.units.all()
							.stream()
							.filter((unit) -> unit.kind() == kind && (unit.isValidOn(LocalDate.now(this.clock))
									|| Long.valueOf(unit.id()).equals(form.getLeadId())))
							.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
							.toList());
			}
		}
		return groups;
	}

	private static String done(long id, String messageKey, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", messageKey);
		return "redirect:/directives/" + id;
	}

}
