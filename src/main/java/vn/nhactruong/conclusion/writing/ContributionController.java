package vn.nhactruong.conclusion.writing;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.Conclusions.Move;
import vn.nhactruong.conclusion.ContributionForm;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** What was said in the discussion. */
@Controller
@SignedIn
@RequestMapping("/conferences/{id}/conclusion/contributions")
class ContributionController {

	private final Conclusions conclusions;

	private final FormHandler forms;

	ContributionController(Conclusions conclusions, FormHandler forms) {
		this.conclusions = conclusions;
		this.forms = forms;
	}

	@GetMapping("/new")
	String blank(@PathVariable long id, Viewer viewer, Model model) {
		this.conclusions.checkContributionCanBeAdded(id, viewer);
		return form(new ContributionForm(), id, null, model);
	}

	@PostMapping
	String add(@PathVariable long id, @Valid @ModelAttribute("contributionForm") ContributionForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.conclusions.checkWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.conclusions.addContribution(id, form.getSpeaker(),
				form.getUnit(), form.getText(), viewer))) {
			return form(form, id, null, model);
		}
		flash.addFlashAttribute("flash", "conclusion.recordAdded");
		return back(id);
	}

	@GetMapping("/{contributionId}/edit")
	String edit(@PathVariable long id, @PathVariable long contributionId, Viewer viewer, Model model) {
		return form(this.conclusions.editContribution(id, contributionId, viewer), id, contributionId, model);
	}

	@PostMapping("/{contributionId}")
	String update(@PathVariable long id, @PathVariable long contributionId,
			@Valid @ModelAttribute("contributionForm") ContributionForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.conclusions.checkWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.conclusions.updateContribution(id, contributionId, form, viewer))) {
			return form(form, id, contributionId, model);
		}
		flash.addFlashAttribute("flash", "conclusion.recordSaved");
		return back(id);
	}

	@PostMapping("/{contributionId}/up")
	String up(@PathVariable long id, @PathVariable long contributionId, Viewer viewer) {
		this.conclusions.moveContribution(id, contributionId, Move.UP, viewer);
		return back(id);
	}

	@PostMapping("/{contributionId}/down")
	String down(@PathVariable long id, @PathVariable long contributionId, Viewer viewer) {
		this.conclusions.moveContribution(id, contributionId, Move.DOWN, viewer);
		return back(id);
	}

	@PostMapping("/{contributionId}/deletion")
	String remove(@PathVariable long id, @PathVariable long contributionId, Viewer viewer, RedirectAttributes flash) {
		this.conclusions.removeContribution(id, contributionId, viewer);
		flash.addFlashAttribute("flash", "conclusion.recordRemoved");
		return back(id);
	}

	private static String back(long id) {
		return "redirect:" + Conclusions.url(id) + "#discussion";
	}

	private static String form(ContributionForm form, long id, Long contributionId, Model model) {
		model.addAttribute("contributionForm", form);
		model.addAttribute("conferenceId", id);
		model.addAttribute("contributionId", contributionId);
		return "conclusion/contribution-form";
	}

}
