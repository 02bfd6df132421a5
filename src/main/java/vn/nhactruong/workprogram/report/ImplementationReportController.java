package vn.nhactruong.workprogram.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItemParents;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.program.WorkPrograms;
import vn.nhactruong.workprogram.register.ItemOutcome;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/** The report of a period, which fills itself, and what goes on in the next one. */
@Controller
@SignedIn
class ImplementationReportController {

	private final WorkPrograms programs;

	private final WorkItems items;

	private final WorkItemParents parents;

	private final WorkProgramQueries queries;

	private final ProgramFrames frames;

	private final WorkProgramAccess access;

	private final FormHandler forms;

	ImplementationReportController(WorkPrograms programs, WorkItems items, WorkItemParents parents,
			WorkProgramQueries queries, ProgramFrames frames, WorkProgramAccess access, FormHandler forms) {
		this.programs = programs;
		this.items = items;
		this.parents = parents;
		this.queries = queries;
		this.frames = frames;
		this.access = access;
		this.forms = forms;
	}

	@GetMapping("/work-programs/{id}/report")
	String report(@PathVariable long id, Viewer viewer, Model model) {
		WorkProgram program = this.programs.load(id, viewer);
		this.access.requireWholeReader(viewer, program);
		if (program.getLastVersion() == 0) {
			throw new NotVisibleException("report of program", id);
		}
		LocalDate today = this.queries.today();
		boolean manages = this.access.manages(viewer, program);
		boolean over = program.getStatus() == ProgramStatus.CLOSED || program.isClosable(today);
		Optional<WorkProgram> next = this.programs.after(program);
		model.addAttribute("frame", this.frames.frame(program, "report", viewer));
		model.addAttribute("mayClose", manages && program.isClosable(today));
		model.addAttribute("mayOpenNext", manages && over && next.isEmpty());
		model.addAttribute("next",
				next.filter((later) -> manages && later.getStatus() == ProgramStatus.OPEN
						&& !this.parents.unfinishedBefore(later, today).isEmpty())
					.map((later) -> this.frames.frame(later, "", viewer))
					.orElse(null));
		model.addAttribute("report",
				ImplementationReport.of(this.queries.inProposal(program, ProposalStatus.ACCEPTED)));
		model.addAttribute("outcomes", ItemOutcome.values());
		model.addAttribute("carriedOn", this.queries.carriedOn(program, viewer));
		model.addAttribute("today", today);
		return "workprogram/report";
	}

	@GetMapping("/work-programs/{id}/carry-over")
	String choose(@PathVariable long id, Viewer viewer, Model model) {
		WorkProgram program = this.programs.managed(id, viewer);
		program.requireOpen();
		return choose(program, new CarryOverForm(), viewer, model);
	}

	@PostMapping("/work-programs/{id}/carry-over")
	String carryOver(@PathVariable long id, @ModelAttribute("carryOverForm") CarryOverForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		WorkProgram program = this.programs.managed(id, viewer);
		int[] taken = new int[1];
		if (!this.forms.accepted(errors, model, response,
				() -> taken[0] = this.items.carryOver(id, form.getItemIds(), viewer))) {
			return choose(program, form, viewer, model);
		}
		flash.addFlashAttribute("flash", "workprogram.done.carriedOver");
		flash.addFlashAttribute("flashArgs", List.of(taken[0]));
		return "redirect:/work-programs/" + id;
	}

	private String choose(WorkProgram program, CarryOverForm form, Viewer viewer, Model model) {
		model.addAttribute("carryOverForm", form);
		model.addAttribute("frame", this.frames.frame(program, "", viewer));
		model.addAttribute("unfinished", this.parents.unfinishedBefore(program, this.queries.today()));
		return "workprogram/carry-over";
	}

}
