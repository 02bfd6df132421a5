package vn.nhactruong.workprogram.program;

import java.util.List;

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
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workprogram.ReasonForm;
import vn.nhactruong.workprogram.register.ProgramFrames;

/** The way of a program: submitted, sent back, approved, published, closed. */
@Controller
@SignedIn
class WorkProgramTransitionController {

	private final WorkPrograms programs;

	private final WorkProgramPages pages;

	private final ProgramFrames frames;

	private final FormHandler forms;

	WorkProgramTransitionController(WorkPrograms programs, WorkProgramPages pages, ProgramFrames frames,
			FormHandler forms) {
		this.programs = programs;
		this.pages = pages;
		this.frames = frames;
		this.forms = forms;
	}

	/** What is still open, for who submits before all is in. */
	@GetMapping("/work-programs/{id}/submission")
	String submitForm(@PathVariable long id, Viewer viewer, Model model) {
		this.pages.submission(this.programs.managed(id, viewer), viewer, model);
		return "workprogram/submission";
	}

	@PostMapping("/work-programs/{id}/submission")
	String submit(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.programs.submit(id, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.submitted");
		return back(id);
	}

	@GetMapping("/work-programs/{id}/return")
	String sendBackForm(@PathVariable long id, Viewer viewer, Model model) {
		this.programs.approvable(id, viewer);
		return reason(id, new ReasonForm(), viewer, model);
	}

	@PostMapping("/work-programs/{id}/return")
	String sendBack(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.programs.approvable(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.programs.sendBack(id, form.getReason(), viewer))) {
			return reason(id, form, viewer, model);
		}
		flash.addFlashAttribute("flash", "workprogram.done.sentBack");
		return back(id);
	}

	@PostMapping("/work-programs/{id}/approval")
	String approve(@PathVariable long id, @RequestParam int version, Viewer viewer, RedirectAttributes flash) {
		this.programs.approve(id, version, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.approved");
		return back(id);
	}

	@PostMapping("/work-programs/{id}/publication")
	String publish(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		int number = this.programs.publish(id, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.published");
		flash.addFlashAttribute("flashArgs", List.of(number));
		return "redirect:/work-programs/" + id + "/versions/" + number;
	}

	@PostMapping("/work-programs/{id}/closing")
	String close(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.programs.close(id, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.closed");
		return "redirect:/work-programs/" + id + "/report";
	}

	private String reason(long id, ReasonForm form, Viewer viewer, Model model) {
		model.addAttribute("frame", this.frames.frame(id, "", viewer));
		model.addAttribute("act", "sendBack");
		model.addAttribute("heading", null);
		model.addAttribute("url", "/work-programs/" + id + "/return");
		model.addAttribute("backUrl", "/work-programs/" + id);
		model.addAttribute("reasonForm", form);
		return "workprogram/reason";
	}

	private static String back(long id) {
		return "redirect:/work-programs/" + id;
	}

}
