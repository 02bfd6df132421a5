package vn.nhactruong.directive.report;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.file.Files;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** Completion reports, from draft to verification. */
@Controller
@SignedIn
class ReportController {

	private final Directives directives;

	private final Files files;

	private final FormHandler forms;

	ReportController(Directives directives, Files files, FormHandler forms) {
		this.directives = directives;
		this.files = files;
		this.forms = forms;
	}

	@GetMapping("/directives/{id}/reports/new")
	String reportForm(@PathVariable long id, Viewer viewer, Model model) {
		DirectiveBrief brief = this.directives.openReport(id, viewer);
		Optional<EarlierReport> earlier = earlier(id, viewer);
		return reportPage(brief, earlier, earlier.map(EarlierReport::form).orElseGet(ReportForm::new), model);
	}

	@PostMapping("/directives/{id}/reports")
	String report(@PathVariable long id, @Valid @ModelAttribute("reportForm") ReportForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.directives.openReport(id, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.directives.report(id, form.completion(), form.getFiles(), form.getKeptFiles(), viewer),
				() -> this.directives.checkReport(id, form.completion(), form.getFiles(), form.getKeptFiles(),
						viewer))) {
			return reportPage(brief, earlier(id, viewer), form, model);
		}
		return done(id, brief.signing() ? "directive.done.reported" : "directive.done.reportDrafted", flash);
	}

	private Optional<EarlierReport> earlier(long id, Viewer viewer) {
		return this.directives.reportThatCameBack(id, viewer)
			.map((report) -> EarlierReport.of(report, this.files.of(Directives.REPORT_FILES, report.getId())));
	}

	private static String reportPage(DirectiveBrief brief, Optional<EarlierReport> earlier, ReportForm form,
			Model model) {
		model.addAttribute("brief", brief);
		model.addAttribute("earlier", earlier.orElse(null));
		model.addAttribute("reportForm", form);
		return "directive/report";
	}

	@PostMapping("/directives/{id}/reports/{itemId}/signature")
	String sign(@PathVariable long id, @PathVariable long itemId, Viewer viewer, RedirectAttributes flash) {
		this.directives.signReport(id, itemId, viewer);
		return done(id, "directive.done.reported", flash);
	}

	@PostMapping("/directives/{id}/reports/{itemId}/withdrawal")
	String withdraw(@PathVariable long id, @PathVariable long itemId, Viewer viewer, RedirectAttributes flash) {
		this.directives.withdrawReport(id, itemId, viewer);
		return done(id, "directive.done.reportWithdrawn", flash);
	}

	@GetMapping("/directives/{id}/reports/{itemId}/sending-back")
	String sendBackForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return sendBackPage(this.directives.openReport(id, itemId, viewer), itemId, new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/reports/{itemId}/sending-back")
	String sendBack(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.directives.openReport(id, itemId, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.directives.sendBackReport(id, itemId, form.getReason(), viewer))) {
			return sendBackPage(brief, itemId, form, model);
		}
		return done(id, "directive.done.reportSentBack", flash);
	}

	private static String sendBackPage(DirectiveBrief brief, long itemId, ReasonForm form, Model model) {
		return ReasonForm.page(brief, "sendBackReport",
				"/directives/" + brief.id() + "/reports/" + itemId + "/sending-back", form, model);
	}

	@PostMapping("/directives/{id}/verification")
	String verify(@PathVariable long id, @RequestParam int version, Viewer viewer, RedirectAttributes flash) {
		this.directives.verify(id, version, viewer);
		return done(id, "directive.done.verified", flash);
	}

	@GetMapping("/directives/{id}/return")
	String returnReportForm(@PathVariable long id, Viewer viewer, Model model) {
		return ReasonForm.page(this.directives.openReturn(id, viewer), "return", "/directives/" + id + "/return",
				new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/return")
	String returnReport(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.directives.openReturn(id, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.directives.returnReport(id, form, viewer))) {
			return ReasonForm.page(brief, "return", "/directives/" + id + "/return", form, model);
		}
		return done(id, "directive.done.returned", flash);
	}

	private static String done(long id, String messageKey, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", messageKey);
		return "redirect:/directives/" + id;
	}

}
