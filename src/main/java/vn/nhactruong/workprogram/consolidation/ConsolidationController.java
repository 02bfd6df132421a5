package vn.nhactruong.workprogram.consolidation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workprogram.ItemRight;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.ReasonForm;
import vn.nhactruong.workprogram.WorkItem;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.program.WorkPrograms;
import vn.nhactruong.workprogram.register.ItemRow;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/**
 * Puts proposals together: accept, send back, merge, with duplicates and clashes shown.
 */
@Controller
@SignedIn
class ConsolidationController {

	private final WorkPrograms programs;

	private final WorkItems items;

	private final WorkProgramQueries queries;

	private final WorkWarnings warnings;

	private final ProgramFrames frames;

	private final FormHandler forms;

	ConsolidationController(WorkPrograms programs, WorkItems items, WorkProgramQueries queries, WorkWarnings warnings,
			ProgramFrames frames, FormHandler forms) {
		this.programs = programs;
		this.items = items;
		this.queries = queries;
		this.warnings = warnings;
		this.frames = frames;
		this.forms = forms;
	}

	@GetMapping("/work-programs/{id}/consolidation")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		WorkProgram program = this.programs.managed(id, viewer);
		List<ItemRow> rows = this.queries.inProposal(program, ProposalStatus.PROPOSED, ProposalStatus.ACCEPTED,
				ProposalStatus.RETURNED);
		model.addAttribute("frame", this.frames.frame(program, "consolidation", viewer));
		model.addAttribute("open", program.getStatus() == ProgramStatus.OPEN);
		model.addAttribute("proposed", with(rows, ProposalStatus.PROPOSED));
		model.addAttribute("accepted", with(rows, ProposalStatus.ACCEPTED).size());
		model.addAttribute("returned", with(rows, ProposalStatus.RETURNED));
		// That a longer program says nothing of an item is no clash, and often right.
		Map<Boolean, List<WorkWarning>> unlinked = this.warnings
			.of(program, rows.stream().filter((row) -> row.proposal() != ProposalStatus.RETURNED).toList())
			.stream()
			.collect(Collectors.partitioningBy((warning) -> warning.type() == WorkWarning.Type.NO_PARENT));
		model.addAttribute("warnings", unlinked.get(false));
		model.addAttribute("unlinked", unlinked.get(true).stream().map(WorkWarning::item).toList());
		return "workprogram/consolidation";
	}

	@PostMapping("/work-programs/{id}/items/{itemId}/acceptance")
	String accept(@PathVariable long id, @PathVariable long itemId, @RequestParam int version, Viewer viewer,
			RedirectAttributes flash) {
		this.items.accept(id, itemId, version, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.accepted");
		return back(id);
	}

	@GetMapping("/work-programs/{id}/items/{itemId}/return")
	String giveBackForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		return reason(this.items.open(id, itemId, ItemRight.DECIDE, viewer), new ReasonForm(), viewer, model);
	}

	@PostMapping("/work-programs/{id}/items/{itemId}/return")
	String giveBack(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		WorkItem item = this.forms.stillOpen(() -> this.items.open(id, itemId, ItemRight.DECIDE, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.items.giveBack(id, itemId, form.getReason(), viewer))) {
			return reason(item, form, viewer, model);
		}
		flash.addFlashAttribute("flash", "workprogram.done.givenBack");
		return back(id);
	}

	private String reason(WorkItem item, ReasonForm form, Viewer viewer, Model model) {
		String base = "/work-programs/" + item.getProgramId();
		model.addAttribute("frame", this.frames.frame(item.getProgramId(), "consolidation", viewer));
		model.addAttribute("act", "giveBack");
		model.addAttribute("heading", item.getNumber() + ". " + item.getTitle());
		model.addAttribute("url", base + "/items/" + item.getId() + "/return");
		model.addAttribute("backUrl", base + "/consolidation");
		model.addAttribute("reasonForm", form);
		return "workprogram/reason";
	}

	@GetMapping("/work-programs/{id}/items/{itemId}/merging")
	String mergeForm(@PathVariable long id, @PathVariable long itemId, @RequestParam(required = false) String into,
			Viewer viewer, Model model) {
		MergeForm form = new MergeForm();
		if (into != null && into.matches("\\d{1,15}")) {
			form.setTargetId(Long.valueOf(into));
		}
		return merging(this.items.open(id, itemId, ItemRight.DECIDE, viewer), form, viewer, model);
	}

	@PostMapping("/work-programs/{id}/items/{itemId}/merging")
	String merge(@PathVariable long id, @PathVariable long itemId, @Valid @ModelAttribute("mergeForm") MergeForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		WorkItem item = this.forms.stillOpen(() -> this.items.open(id, itemId, ItemRight.DECIDE, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.items.merge(id, itemId, form.getTargetId(), viewer))) {
			return merging(item, form, viewer, model);
		}
		flash.addFlashAttribute("flash", "workprogram.done.merged");
		return back(id);
	}

	private String merging(WorkItem item, MergeForm form, Viewer viewer, Model model) {
		WorkProgram program = this.programs.load(item.getProgramId(), viewer);
		model.addAttribute("frame", this.frames.frame(program, "consolidation", viewer));
		model.addAttribute("item", this.queries.one(item.getId()));
		model.addAttribute("targets", this.queries.inProposal(program, ProposalStatus.PROPOSED, ProposalStatus.ACCEPTED)
			.stream()
			.filter((row) -> row.id() != item.getId())
			.map((row) -> new Option(String.valueOf(row.id()), row.number() + ". " + row.title() + " – " + row.lead()))
			.toList());
		model.addAttribute("mergeForm", form);
		return "workprogram/merging";
	}

	private static List<ItemRow> with(List<ItemRow> rows, ProposalStatus proposal) {
		return rows.stream().filter((row) -> row.proposal() == proposal).toList();
	}

	private static String back(long id) {
		return "redirect:/work-programs/" + id + "/consolidation";
	}

}
