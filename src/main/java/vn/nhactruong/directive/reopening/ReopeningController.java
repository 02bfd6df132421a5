package vn.nhactruong.directive.reopening;

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
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.directive.Right;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;

/** Verified work that is taken up again, and the leader's word on it. */
@Controller
@SignedIn
class ReopeningController {

	private final Directives directives;

	private final DirectiveReopenings reopenings;

	private final FormHandler forms;

	ReopeningController(Directives directives, DirectiveReopenings reopenings, FormHandler forms) {
		this.directives = directives;
		this.reopenings = reopenings;
		this.forms = forms;
	}

	@GetMapping("/directives/{id}/reopening")
	String reopenForm(@PathVariable long id, Viewer viewer, Model model) {
		return reopenPage(this.reopenings.open(id, viewer), new ReasonForm(), viewer, model);
	}

	@PostMapping("/directives/{id}/reopening")
	String reopen(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.reopenings.open(id, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.reopenings.reopen(id, form.getReason(), viewer))) {
			return reopenPage(brief, form, viewer, model);
		}
		flash.addFlashAttribute("flash",
				viewer.is(Role.LEADER) ? "directive.done.reopened" : "directive.done.reopeningRequested");
		return "redirect:/directives/" + id;
	}

	private static String reopenPage(DirectiveBrief brief, ReasonForm form, Viewer viewer, Model model) {
		return ReasonForm.page(brief, viewer.is(Role.LEADER) ? "reopen" : "requestReopening",
				"/directives/" + brief.id() + "/reopening", form, model);
	}

	@PostMapping("/directives/{id}/reopening/approval")
	String approve(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.reopenings.approve(id, viewer);
		flash.addFlashAttribute("flash", "directive.done.reopened");
		return "redirect:/directives/" + id;
	}

	@GetMapping("/directives/{id}/reopening/refusal")
	String refuseForm(@PathVariable long id, Viewer viewer, Model model) {
		return ReasonForm.page(this.reopenings.openUndecided(id, viewer), "refuseReopening",
				"/directives/" + id + "/reopening/refusal", new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/reopening/refusal")
	String refuse(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.reopenings.openUndecided(id, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.reopenings.refuse(id, form.getReason(), viewer))) {
			return ReasonForm.page(brief, "refuseReopening", "/directives/" + id + "/reopening/refusal", form, model);
		}
		flash.addFlashAttribute("flash", "directive.done.reopeningRefused");
		return "redirect:/directives/" + id;
	}

}
