package vn.nhactruong.workprogram.adjustment;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workprogram.ReasonForm;
import vn.nhactruong.workprogram.WorkItemRules;

/** Requests to change a published program, and their decisions. */
@Controller
@SignedIn
@RequestMapping("/work-programs/{id}/adjustments")
class AdjustmentController {

	private final Adjustments adjustments;

	private final AdjustmentPages pages;

	private final FormHandler forms;

	AdjustmentController(Adjustments adjustments, AdjustmentPages pages, FormHandler forms) {
		this.adjustments = adjustments;
		this.pages = pages;
		this.forms = forms;
	}

	@GetMapping
	String list(@PathVariable long id, Viewer viewer, Model model) {
		this.pages.list(id, viewer, model);
		return "workprogram/adjustments";
	}

	@GetMapping("/new")
	String blank(@PathVariable long id, @RequestParam(required = false) String item,
			@RequestParam(required = false) String from, Viewer viewer, Model model, Locale locale) {
		AdjustmentForm form = new AdjustmentForm();
		if (isNumber(from)) {
			form = this.pages.rewriting(id, Long.parseLong(from), viewer);
		}
		else if (isNumber(item)) {
			form.setItemId(Long.valueOf(item));
			this.pages.suggest(id, form, viewer);
		}
		else {
			form.setKind(AdjustmentKind.ADD);
		}
		this.pages.form(id, form, viewer, model, locale);
		return "workprogram/adjustment-form";
	}

	private static boolean isNumber(String text) {
		return text != null && text.matches("\\d{1,15}");
	}

	@PostMapping
	String request(@PathVariable long id, @Valid @ModelAttribute("adjustmentForm") AdjustmentForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		boolean atOnce = this.forms.stillOpen(() -> this.pages.form(id, form, viewer, model, locale));
		WorkItemRules.tell(this.adjustments.violations(id, form.plan(), viewer), errors);
		if (!this.forms.accepted(errors, model, response,
				() -> this.adjustments.request(id, form.plan(), form.getRewritesId(), viewer))) {
			return "workprogram/adjustment-form";
		}
		flash.addFlashAttribute("flash",
				atOnce ? "workprogram.done.adjustmentRequested" : "workprogram.done.adjustmentDrafted");
		return back(id);
	}

	@PostMapping("/{adjustmentId}/signature")
	String sign(@PathVariable long id, @PathVariable long adjustmentId, Viewer viewer, RedirectAttributes flash) {
		this.adjustments.sign(id, adjustmentId, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.adjustmentRequested");
		return back(id);
	}

	@GetMapping("/{adjustmentId}/sending-back")
	String sendBackForm(@PathVariable long id, @PathVariable long adjustmentId, Viewer viewer, Model model) {
		String heading = this.pages.draft(id, adjustmentId, viewer, model);
		return reason("sendBackAdjustment", "sending-back", id, adjustmentId, heading, new ReasonForm(), model);
	}

	@PostMapping("/{adjustmentId}/sending-back")
	String sendBack(@PathVariable long id, @PathVariable long adjustmentId,
			@Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		String heading = this.forms.stillOpen(() -> this.pages.draft(id, adjustmentId, viewer, model));
		if (!this.forms.accepted(errors, model, response,
				() -> this.adjustments.sendBack(id, adjustmentId, form.getReason(), viewer))) {
			return reason("sendBackAdjustment", "sending-back", id, adjustmentId, heading, form, model);
		}
		flash.addFlashAttribute("flash", "workprogram.done.adjustmentSentBack");
		return back(id);
	}

	@PostMapping("/{adjustmentId}/approval")
	String approve(@PathVariable long id, @PathVariable long adjustmentId, Viewer viewer, RedirectAttributes flash) {
		this.adjustments.approve(id, adjustmentId, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.adjustmentApproved");
		return back(id);
	}

	@GetMapping("/{adjustmentId}/refusal")
	String refuseForm(@PathVariable long id, @PathVariable long adjustmentId, Viewer viewer, Model model) {
		String heading = this.pages.decision(id, adjustmentId, viewer, model);
		return reason("refuse", "refusal", id, adjustmentId, heading, new ReasonForm(), model);
	}

	@PostMapping("/{adjustmentId}/refusal")
	String refuse(@PathVariable long id, @PathVariable long adjustmentId,
			@Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		String heading = this.forms.stillOpen(() -> this.pages.decision(id, adjustmentId, viewer, model));
		if (!this.forms.accepted(errors, model, response,
				() -> this.adjustments.refuse(id, adjustmentId, form.getReason(), viewer))) {
			return reason("refuse", "refusal", id, adjustmentId, heading, form, model);
		}
		flash.addFlashAttribute("flash", "workprogram.done.adjustmentRefused");
		return back(id);
	}

	private static String reason(String act, String end, long id, long adjustmentId, String heading, ReasonForm form,
			Model model) {
		model.addAttribute("act", act);
		model.addAttribute("heading", heading);
		model.addAttribute("url", "/work-programs/" + id + "/adjustments/" + adjustmentId + "/" + end);
		model.addAttribute("backUrl", "/work-programs/" + id + "/adjustments");
		model.addAttribute("reasonForm", form);
		return "workprogram/reason";
	}

	private static String back(long id) {
		return "redirect:/work-programs/" + id + "/adjustments";
	}

}
