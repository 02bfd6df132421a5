package vn.nhactruong.directive.coordination;

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
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.directive.Right;
import vn.nhactruong.directive.decision.UnitChoice;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workingday.DayOffNotice;

/** Coordinating units that come and go, get another day or are done without. */
@Controller
@SignedIn
class CoordinationController {

	private final DirectiveCoordination coordination;

	private final UnitChoice units;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	CoordinationController(DirectiveCoordination coordination, UnitChoice units, FormHandler forms,
			DayOffNotice daysOff) {
		this.coordination = coordination;
		this.units = units;
		this.forms = forms;
		this.daysOff = daysOff;
	}

	@GetMapping("/directives/{id}/coordinations/new")
	String addForm(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return addPage(this.coordination.openAddition(id, viewer), new CoordinatorForm(), model, locale);
	}

	@PostMapping("/directives/{id}/coordinations")
	String add(@PathVariable long id, @Valid @ModelAttribute("coordinatorForm") CoordinatorForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash,
			Locale locale) {
		DirectiveCoordination.ContributionBrief brief = this.forms
			.stillOpen(() -> this.coordination.openAddition(id, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.coordination.add(id, form.getOrganizationId(), form.getDueOn(), viewer),
				() -> this.coordination.check(id, form.getOrganizationId(), form.getDueOn(), viewer))) {
			return addPage(brief, form, model, locale);
		}
		flash.addFlashAttribute("flash", "directive.done.coordinatorAdded");
		this.daysOff.leave(flash, form.getDueOn());
		return "redirect:/directives/" + id;
	}

	private String addPage(DirectiveCoordination.ContributionBrief brief, CoordinatorForm form, Model model,
			Locale locale) {
		model.addAttribute("brief", brief.directive());
		model.addAttribute("contribution", brief);
		model.addAttribute("coordinatorForm", form);
		model.addAttribute("units", this.units.with(form.getOrganizationId(), locale));
		return "directive/coordinator";
	}

	@GetMapping("/directives/{id}/coordinations/{itemId}/removal")
	String removeForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return removePage(this.coordination.openRemoval(id, itemId, viewer), itemId, new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/coordinations/{itemId}/removal")
	String remove(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		DirectiveCoordination.ContributionBrief brief = this.forms
			.stillOpen(() -> this.coordination.openRemoval(id, itemId, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.coordination.remove(id, itemId, form.getReason(), viewer))) {
			return removePage(brief, itemId, form, model);
		}
		flash.addFlashAttribute("flash", "directive.done.coordinatorRemoved");
		return "redirect:/directives/" + id;
	}

	private static String removePage(DirectiveCoordination.ContributionBrief brief, long itemId, ReasonForm form,
			Model model) {
		model.addAttribute("concerned", brief.unit());
		return ReasonForm.page(brief.directive(), "removeCoordinator",
				"/directives/" + brief.directive().id() + "/coordinations/" + itemId + "/removal", form, model);
	}

	@GetMapping("/directives/{id}/coordinations/{itemId}/waiver")
	String waiveForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return waivePage(this.coordination.openWaited(id, itemId, Right.COORDINATE, viewer), itemId, new ReasonForm(),
				model);
	}

	@PostMapping("/directives/{id}/coordinations/{itemId}/waiver")
	String waive(@PathVariable long id, @PathVariable long itemId, @Valid @ModelAttribute("reasonForm") ReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveCoordination.ContributionBrief brief = this.forms
			.stillOpen(() -> this.coordination.openWaited(id, itemId, Right.COORDINATE, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.coordination.waive(id, itemId, form.getReason(), viewer))) {
			return waivePage(brief, itemId, form, model);
		}
		flash.addFlashAttribute("flash", "directive.done.contributionWaived");
		return "redirect:/directives/" + id;
	}

	private static String waivePage(DirectiveCoordination.ContributionBrief brief, long itemId, ReasonForm form,
			Model model) {
		model.addAttribute("concerned", brief.unit());
		return ReasonForm.page(brief.directive(), "waive",
				"/directives/" + brief.directive().id() + "/coordinations/" + itemId + "/waiver", form, model);
	}

	@GetMapping("/directives/{id}/coordinations/{itemId}/deadline")
	String rescheduleForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return reschedulePage(this.coordination.openWaited(id, itemId, Right.DIRECT, viewer), itemId,
				new ContributionDeadlineForm(), model);
	}

	@PostMapping("/directives/{id}/coordinations/{itemId}/deadline")
	String reschedule(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("contributionDeadlineForm") ContributionDeadlineForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveCoordination.ContributionBrief brief = this.forms
			.stillOpen(() -> this.coordination.openWaited(id, itemId, Right.DIRECT, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.coordination.reschedule(id, itemId, form.getDueOn(), viewer))) {
			return reschedulePage(brief, itemId, form, model);
		}
		flash.addFlashAttribute("flash", "directive.done.contributionRescheduled");
		this.daysOff.leave(flash, form.getDueOn());
		return "redirect:/directives/" + id;
	}

	private static String reschedulePage(DirectiveCoordination.ContributionBrief brief, long itemId,
			ContributionDeadlineForm form, Model model) {
		model.addAttribute("brief", brief.directive());
		model.addAttribute("contribution", brief);
		model.addAttribute("url", "/directives/" + brief.directive().id() + "/coordinations/" + itemId + "/deadline");
		model.addAttribute("contributionDeadlineForm", form);
		return "directive/contribution-deadline";
	}

}
