package vn.nhactruong.directive.draft;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveForm;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workingday.DayOffNotice;

/** Drafts of directives: kept, written anew, given out or thrown away. */
@Controller
@SignedIn
class DirectiveDraftController {

	private final DirectiveDrafts drafts;

	private final DirectiveFormPage page;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	DirectiveDraftController(DirectiveDrafts drafts, DirectiveFormPage page, FormHandler forms, DayOffNotice daysOff) {
		this.drafts = drafts;
		this.page = page;
		this.forms = forms;
		this.daysOff = daysOff;
	}

	/** The units by name are told by the portal, never typed. */
	@InitBinder("directiveForm")
	void onlyWhatIsTyped(WebDataBinder binder) {
		binder.setDisallowedFields("leads", "coordinating");
	}

	@PostMapping("/directives/drafts")
	@ForRoles({ Role.OFFICE, Role.LEADER })
	String save(@Valid @ModelAttribute("directiveForm") DirectiveForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		long[] id = new long[1];
		if (!this.forms.accepted(errors, model, response, () -> id[0] = this.drafts.save(form, viewer),
				() -> this.drafts.check(form))) {
			return this.page.of(form, null, viewer, model);
		}
		flash.addFlashAttribute("flash", "directive.done.draftSaved");
		this.daysOff.leave(flash, form.getDueOn(), form.getCoordinatingDueOn());
		return "redirect:/directives/" + id[0];
	}

	@GetMapping("/directives/{id}/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model) {
		return this.page.of(this.drafts.edit(id, viewer), id, viewer, model);
	}

	@PostMapping("/directives/{id}")
	String update(@PathVariable long id, @Valid @ModelAttribute("directiveForm") DirectiveForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		form.keep(this.forms.stillOpen(() -> this.drafts.originOf(id, viewer)));
		if (!this.forms.accepted(errors, model, response, () -> this.drafts.update(id, form, viewer),
				() -> this.drafts.check(form))) {
			return this.page.of(form, id, viewer, model);
		}
		flash.addFlashAttribute("flash", "directive.done.draftSaved");
		this.daysOff.leave(flash, form.getDueOn(), form.getCoordinatingDueOn());
		return "redirect:/directives/" + id;
	}

	/** What is missing is said at its field, on the form of the draft. */
	@PostMapping("/directives/{id}/issuance")
	String issue(@PathVariable long id, @RequestParam int version, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		DirectiveForm form = this.drafts.edit(id, viewer);
		BindingResult errors = new BeanPropertyBindingResult(form, "directiveForm");
		if (!this.forms.accepted(errors, model, response, () -> this.drafts.issue(id, version, viewer),
				() -> this.drafts.checkIssue(id, viewer))) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "directiveForm", errors);
			return this.page.of(form, id, viewer, model);
		}
		flash.addFlashAttribute("flash", form.issuedKey());
		this.daysOff.leave(flash, form.getDueOn(), form.getCoordinatingDueOn());
		return "redirect:/directives/" + id;
	}

	@PostMapping("/directives/{id}/deletion")
	String discard(@PathVariable long id, @RequestParam int version, Viewer viewer, RedirectAttributes flash) {
		this.drafts.discard(id, version, viewer);
		flash.addFlashAttribute("flash", "directive.done.draftDiscarded");
		return "redirect:/directives";
	}

}
