package vn.nhactruong.directive.extension;

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
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.directive.Right;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workingday.DayOffNotice;

/** Requests for more time, from draft to decision. */
@Controller
@SignedIn
class ExtensionController {

	private final DirectiveExtensions extensions;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	ExtensionController(DirectiveExtensions extensions, FormHandler forms, DayOffNotice daysOff) {
		this.extensions = extensions;
		this.forms = forms;
		this.daysOff = daysOff;
	}

	@GetMapping("/directives/{id}/extensions/new")
	String requestForm(@PathVariable long id, Viewer viewer, Model model) {
		DirectiveBrief brief = this.extensions.open(id, viewer);
		Optional<EarlierRequest> earlier = this.extensions.earlier(id, viewer);
		return requestPage(brief, earlier, earlier.map(EarlierRequest::form).orElseGet(ExtensionForm::new), model);
	}

	@PostMapping("/directives/{id}/extensions")
	String request(@PathVariable long id, @Valid @ModelAttribute("extensionForm") ExtensionForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> this.extensions.open(id, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.extensions.request(id, form.getReason(), form.getDueOn(), viewer),
				() -> this.extensions.check(id, form.getDueOn(), viewer))) {
			return requestPage(brief, this.extensions.earlier(id, viewer), form, model);
		}
		this.daysOff.leave(flash, form.getDueOn());
		return done(id, brief.signing() ? "directive.done.extensionRequested" : "directive.done.extensionDrafted",
				flash);
	}

	private static String requestPage(DirectiveBrief brief, Optional<EarlierRequest> earlier, ExtensionForm form,
			Model model) {
		model.addAttribute("brief", brief);
		model.addAttribute("earlier", earlier.orElse(null));
		model.addAttribute("extensionForm", form);
		return "directive/extension";
	}

	@PostMapping("/directives/{id}/extensions/{itemId}/signature")
	String sign(@PathVariable long id, @PathVariable long itemId, Viewer viewer, RedirectAttributes flash) {
		this.extensions.sign(id, itemId, viewer);
		return done(id, "directive.done.extensionRequested", flash);
	}

	@GetMapping("/directives/{id}/extensions/{itemId}/sending-back")
	String sendBackForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return sendBackPage(this.extensions.open(id, itemId, Right.SIGN, Extension::requireDraft, viewer), itemId,
				new ReasonForm(), model);
	}

	@PostMapping("/directives/{id}/extensions/{itemId}/sending-back")
	String sendBack(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.extensions.open(id, itemId, Right.SIGN, Extension::requireDraft, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.extensions.sendBack(id, itemId, form.getReason(), viewer))) {
			return sendBackPage(brief, itemId, form, model);
		}
		return done(id, "directive.done.extensionSentBack", flash);
	}

	private static String sendBackPage(DirectiveBrief brief, long itemId, ReasonForm form, Model model) {
		return ReasonForm.page(brief, "sendBackExtension",
				"/directives/" + brief.id() + "/extensions/" + itemId + "/sending-back", form, model);
	}

	@PostMapping("/directives/{id}/extensions/{itemId}/approval")
	String approve(@PathVariable long id, @PathVariable long itemId, @RequestParam int version, Viewer viewer,
			RedirectAttributes flash) {
		this.extensions.approve(id, itemId, version, viewer);
		return done(id, "directive.done.extensionApproved", flash);
	}

	@GetMapping("/directives/{id}/extensions/{itemId}/refusal")
	String refuseForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return refusePage(openRefusal(id, itemId, viewer), itemId, new ReasonForm(), model);
	}

	private DirectiveBrief openRefusal(long id, long itemId, Viewer viewer) {
		return this.extensions.open(id, itemId, Right.DIRECT,
				(extension) -> extension.requireUndecided(viewer.accountId()), viewer);
	}

	@PostMapping("/directives/{id}/extensions/{itemId}/refusal")
	String refuse(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms.stillOpen(() -> openRefusal(id, itemId, viewer));
		if (!this.forms.accepted(errors, model, response, () -> this.extensions.refuse(id, itemId, form, viewer))) {
			return refusePage(brief, itemId, form, model);
		}
		return done(id, "directive.done.extensionRefused", flash);
	}

	private static String refusePage(DirectiveBrief brief, long itemId, ReasonForm form, Model model) {
		return ReasonForm.page(brief, "refuseExtension",
				"/directives/" + brief.id() + "/extensions/" + itemId + "/refusal", form, model);
	}

	private static String done(long id, String messageKey, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", messageKey);
		return "redirect:/directives/" + id;
	}

}
