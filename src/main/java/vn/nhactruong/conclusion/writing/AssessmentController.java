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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.AssessmentForm;
import vn.nhactruong.conclusion.AssessmentKind;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.Conclusions.Move;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** Achievements and limitations that a conference found. */
@Controller
@SignedIn
@RequestMapping("/conferences/{id}/conclusion/assessment")
class AssessmentController {

	private final Conclusions conclusions;

	private final FormHandler forms;

	AssessmentController(Conclusions conclusions, FormHandler forms) {
		this.conclusions = conclusions;
		this.forms = forms;
	}

	@GetMapping("/new")
	String blank(@PathVariable long id, @RequestParam(defaultValue = "") String kind, Viewer viewer, Model model) {
		this.conclusions.checkAssessmentCanBeAdded(id, viewer);
		AssessmentForm form = new AssessmentForm();
		form.setKind(
				kind.equals(AssessmentKind.LIMITATION.name()) ? AssessmentKind.LIMITATION : AssessmentKind.ACHIEVEMENT);
		return form(form, id, null, model);
	}

	@PostMapping
	String add(@PathVariable long id, @Valid @ModelAttribute("assessmentForm") AssessmentForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.conclusions.checkWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.conclusions.addAssessment(id, form.getKind(), form.getText(), viewer))) {
			return form(form, id, null, model);
		}
		flash.addFlashAttribute("flash", "conclusion.recordAdded");
		return back(id);
	}

	@GetMapping("/{itemId}/edit")
	String edit(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return form(this.conclusions.editAssessment(id, itemId, viewer), id, itemId, model);
	}

	@PostMapping("/{itemId}")
	String update(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("assessmentForm") AssessmentForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.conclusions.checkWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.conclusions.updateAssessment(id, itemId, form, viewer))) {
			return form(form, id, itemId, model);
		}
		flash.addFlashAttribute("flash", "conclusion.recordSaved");
		return back(id);
	}

	@PostMapping("/{itemId}/up")
	String up(@PathVariable long id, @PathVariable long itemId, Viewer viewer) {
		this.conclusions.moveAssessment(id, itemId, Move.UP, viewer);
		return back(id);
	}

	@PostMapping("/{itemId}/down")
	String down(@PathVariable long id, @PathVariable long itemId, Viewer viewer) {
		this.conclusions.moveAssessment(id, itemId, Move.DOWN, viewer);
		return back(id);
	}

	@PostMapping("/{itemId}/deletion")
	String remove(@PathVariable long id, @PathVariable long itemId, Viewer viewer, RedirectAttributes flash) {
		this.conclusions.removeAssessment(id, itemId, viewer);
		flash.addFlashAttribute("flash", "conclusion.recordRemoved");
		return back(id);
	}

	private static String back(long id) {
		return "redirect:" + Conclusions.url(id) + "#assessment";
	}

	private static String form(AssessmentForm form, long id, Long itemId, Model model) {
		model.addAttribute("assessmentForm", form);
		model.addAttribute("conferenceId", id);
		model.addAttribute("itemId", itemId);
		return "conclusion/assessment-form";
	}

}
