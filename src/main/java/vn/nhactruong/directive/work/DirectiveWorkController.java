package vn.nhactruong.directive.work;

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
import vn.nhactruong.directive.Right;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** What the lead unit does, and what coordinating units add. */
@Controller
@SignedIn
class DirectiveWorkController {

	private final Directives directives;

	private final FormHandler forms;

	DirectiveWorkController(Directives directives, FormHandler forms) {
		this.directives = directives;
		this.forms = forms;
	}

	@PostMapping("/directives/{id}/receipt")
	String receive(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.directives.receive(id, viewer);
		return done(id, "directive.done.received", flash);
	}

	@GetMapping("/directives/{id}/progress")
	String progressForm(@PathVariable long id, Viewer viewer, Model model) {
		return progressPage(this.directives.open(id, Right.WORK, Directive::requireReportable, viewer),
				new ProgressForm(), model);
	}

	@PostMapping("/directives/{id}/progress")
	String progress(@PathVariable long id, @Valid @ModelAttribute("progressForm") ProgressForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.directives.open(id, Right.WORK, Directive::requireReportable, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.directives.progress(id, form.getPercent(), form.getText(), form.getFiles(), viewer),
				() -> this.directives.checkFiles(form.getFiles()))) {
			return progressPage(brief, form, model);
		}
		return done(id, "directive.done.progress", flash);
	}

	private String progressPage(DirectiveBrief brief, ProgressForm form, Model model) {
		model.addAttribute("brief", brief);
		model.addAttribute("progressForm", form);
		return "directive/progress";
	}

	@GetMapping("/directives/{id}/files/new")
	String filesForm(@PathVariable long id, Viewer viewer, Model model) {
		return filesPage(this.directives.open(id, Right.WORK, Directive::requireReportable, viewer),
				new WorkFilesForm(), model);
	}

	@PostMapping("/directives/{id}/files")
	String addFiles(@PathVariable long id, @ModelAttribute("workFilesForm") WorkFilesForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.directives.open(id, Right.WORK, Directive::requireReportable, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.directives.addFiles(id, form.getFiles(), viewer))) {
			return filesPage(brief, form, model);
		}
		return done(id, "directive.done.files", flash);
	}

	private static String filesPage(DirectiveBrief brief, WorkFilesForm form, Model model) {
		model.addAttribute("brief", brief);
		model.addAttribute("workFilesForm", form);
		return "directive/files";
	}

	@GetMapping("/directives/{id}/contributions/new")
	String contributeForm(@PathVariable long id, Viewer viewer, Model model) {
		DirectiveContributionForm form = new DirectiveContributionForm();
		form.setEveryUnit(true);
		return contributePage(this.directives.open(id, Right.CONTRIBUTE, Directive::requireOpen, viewer), form, viewer,
				model);
	}

	@PostMapping("/directives/{id}/contributions")
	String contribute(@PathVariable long id,
			@Valid @ModelAttribute("directiveContributionForm") DirectiveContributionForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.directives.open(id, Right.CONTRIBUTE, Directive::requireOpen, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.directives.contribute(id, form.getText(), form.getFiles(), form.isEveryUnit(), viewer),
				() -> this.directives.checkFiles(form.getFiles()))) {
			return contributePage(brief, form, viewer, model);
		}
		return done(id, "directive.done.contributed", flash);
	}

	private String contributePage(DirectiveBrief brief, DirectiveContributionForm form, Viewer viewer, Model model) {
		model.addAttribute("brief", brief);
		model.addAttribute("together", this.directives.contributable(brief.id(), viewer));
		model.addAttribute("directiveContributionForm", form);
		return "directive/contribution";
	}

	@GetMapping("/directives/{id}/declination")
	String declineForm(@PathVariable long id, Viewer viewer, Model model) {
		return ReasonForm.page(this.directives.open(id, Right.SIGN, Directive::requireDeclinable, viewer), "decline",
				"/directives/" + id + "/declination", new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/declination")
	String decline(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.directives.open(id, Right.SIGN, Directive::requireDeclinable, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.directives.decline(id, form.getReason(), viewer))) {
			return ReasonForm.page(brief, "decline", "/directives/" + id + "/declination", form, model);
		}
		return done(id, "directive.done.declined", flash);
	}

	private static String done(long id, String messageKey, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", messageKey);
		return "redirect:/directives/" + id;
	}

}
