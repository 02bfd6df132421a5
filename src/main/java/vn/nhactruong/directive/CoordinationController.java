package vn.nhactruong.directive;

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
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** Coordinating units that get another day or are done without. */
@Controller
@SignedIn
class CoordinationController {

	private final DirectiveCoordination coordination;

	private final FormHandler forms;

	CoordinationController(DirectiveCoordination coordination, FormHandler forms) {
		this.coordination = coordination;
		this.forms = forms;
	}

	@GetMapping("/directives/{id}/coordinations/{itemId}/waiver")
	String waiveForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return waivePage(id, itemId, new ReasonForm(), viewer, model);
	}

	@PostMapping("/directives/{id}/coordinations/{itemId}/waiver")
	String waive(@PathVariable long id, @PathVariable long itemId, @Valid @ModelAttribute("reasonForm") ReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.coordination.open(id, itemId, Right.COORDINATE, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.coordination.waive(id, itemId, form.getReason(), viewer))) {
			return waivePage(id, itemId, form, viewer, model);
		}
		flash.addFlashAttribute("flash", "directive.done.contributionWaived");
		return "redirect:/directives/" + id;
	}

	private String waivePage(long id, long itemId, ReasonForm form, Viewer viewer, Model model) {
		DirectiveCoordination.ContributionBrief brief = this.coordination.open(id, itemId, Right.COORDINATE, viewer);
		model.addAttribute("concerned", brief.unit());
		return ReasonForm.page(brief.directive(), "waive", "/directives/" + id + "/coordinations/" + itemId + "/waiver",
				form, model);
	}

	@GetMapping("/directives/{id}/coordinations/{itemId}/deadline")
	String rescheduleForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return reschedulePage(id, itemId, new ContributionDeadlineForm(), viewer, model);
	}

	@PostMapping("/directives/{id}/coordinations/{itemId}/deadline")
	String reschedule(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("contributionDeadlineForm") ContributionDeadlineForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.coordination.open(id, itemId, Right.DIRECT, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.coordination.reschedule(id, itemId, form.getDueOn(), viewer))) {
			return reschedulePage(id, itemId, form, viewer, model);
		}
		flash.addFlashAttribute("flash", "directive.done.contributionRescheduled");
		return "redirect:/directives/" + id;
	}

	private String reschedulePage(long id, long itemId, ContributionDeadlineForm form, Viewer viewer, Model model) {
		DirectiveCoordination.ContributionBrief brief = this.coordination.open(id, itemId, Right.DIRECT, viewer);
		model.addAttribute("brief", brief.directive());
		model.addAttribute("contribution", brief);
		model.addAttribute("url", "/directives/" + id + "/coordinations/" + itemId + "/deadline");
		model.addAttribute("contributionDeadlineForm", form);
		return "directive/contribution-deadline";
	}

}
