package vn.nhactruong.directive.reopening;

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

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workingday.DayOffNotice;

/** Verified work that is taken up again, and the leader's word on it. */
@Controller
@SignedIn
class ReopeningController {

	private final DirectiveReopenings reopenings;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	ReopeningController(DirectiveReopenings reopenings, FormHandler forms, DayOffNotice daysOff) {
		this.reopenings = reopenings;
		this.forms = forms;
		this.daysOff = daysOff;
	}

	@GetMapping("/directives/{id}/reopening")
	String reopenForm(@PathVariable long id, Viewer viewer, Model model) {
		return reopenPage(this.reopenings.open(id, viewer), new ReopeningForm(), viewer, model);
	}

	@PostMapping("/directives/{id}/reopening")
	String reopen(@PathVariable long id, @Valid @ModelAttribute("reopeningForm") ReopeningForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveReopenings.ReopeningBrief brief = this.forms.stillOpen(() -> this.reopenings.open(id, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.reopenings.reopen(id, form.getReason(), form.getDueOn(), viewer),
				() -> this.reopenings.check(id, form.getDueOn(), viewer))) {
			return reopenPage(brief, form, viewer, model);
		}
		return done(id, viewer.is(Role.LEADER) ? "directive.done.reopened" : "directive.done.reopeningRequested",
				form.getDueOn(), flash);
	}

	private static String reopenPage(DirectiveReopenings.ReopeningBrief brief, ReopeningForm form, Viewer viewer,
			Model model) {
		model.addAttribute("reopening", brief);
		model.addAttribute("brief", brief.directive());
		model.addAttribute("act", viewer.is(Role.LEADER) ? "reopen" : "requestReopening");
		model.addAttribute("reopeningForm", form);
		return "directive/reopening";
	}

	@GetMapping("/directives/{id}/reopening/approval")
	String approveForm(@PathVariable long id, Viewer viewer, Model model) {
		DirectiveReopenings.ReopeningBrief brief = this.reopenings.openApproval(id, viewer);
		ReopeningApprovalForm form = new ReopeningApprovalForm();
		form.setDueOn(brief.dueOn());
		return approvePage(brief, form, model);
	}

	@PostMapping("/directives/{id}/reopening/approval")
	String approve(@PathVariable long id, @Valid @ModelAttribute("reopeningApprovalForm") ReopeningApprovalForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveReopenings.ReopeningBrief brief = this.forms.stillOpen(() -> this.reopenings.openApproval(id, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.reopenings.approve(id, form, viewer),
				() -> this.reopenings.check(id, form.getDueOn(), viewer))) {
			return approvePage(brief, form, model);
		}
		return done(id, "directive.done.reopened", form.getDueOn(), flash);
	}

	private static String approvePage(DirectiveReopenings.ReopeningBrief brief, ReopeningApprovalForm form,
			Model model) {
		form.openOn(brief.directive());
		model.addAttribute("reopening", brief);
		model.addAttribute("brief", brief.directive());
		model.addAttribute("reopeningApprovalForm", form);
		return "directive/reopening-approval";
	}

	private String done(long id, String messageKey, LocalDate dueOn, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", messageKey);
		this.daysOff.leave(flash, dueOn);
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
		if (!this.forms.accepted(errors, model, response, () -> this.reopenings.refuse(id, form, viewer))) {
			return ReasonForm.page(brief, "refuseReopening", "/directives/" + id + "/reopening/refusal", form, model);
		}
		flash.addFlashAttribute("flash", "directive.done.reopeningRefused");
		return "redirect:/directives/" + id;
	}

}
