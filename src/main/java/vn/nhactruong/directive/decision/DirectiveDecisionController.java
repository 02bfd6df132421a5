package vn.nhactruong.directive.decision;

import java.util.Locale;

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

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.directive.ReassignmentForm;
import vn.nhactruong.directive.Right;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** What the issuer decides: declinations, another lead, cancellation. */
@Controller
@SignedIn
class DirectiveDecisionController {

	private final Directives directives;

	private final UnitChoice units;

	private final FormHandler forms;

	DirectiveDecisionController(Directives directives, UnitChoice units, FormHandler forms) {
		this.directives = directives;
		this.units = units;
		this.forms = forms;
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
		model.addAttribute("units", this.units.with(form.getLeadId(), locale));
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
		model.addAttribute("units", this.units.with(form.getLeadId(), locale));
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

	private static String done(long id, String messageKey, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", messageKey);
		return "redirect:/directives/" + id;
	}

}
