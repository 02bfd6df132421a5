package vn.nhactruong.workprogram.item;

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
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workprogram.ItemRight;
import vn.nhactruong.workprogram.WorkItem;
import vn.nhactruong.workprogram.WorkItemRules;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/**
 * What the lead unit says of an item: how far it is, that it is done, or slips.
 */
@Controller
@SignedIn
@RequestMapping("/work-programs/{id}/items/{itemId}")
class WorkItemReportController {

	private final WorkItems items;

	private final ProgramFrames frames;

	private final WorkProgramQueries queries;

	private final FormHandler forms;

	WorkItemReportController(WorkItems items, ProgramFrames frames, WorkProgramQueries queries, FormHandler forms) {
		this.items = items;
		this.frames = frames;
		this.queries = queries;
		this.forms = forms;
	}

	@GetMapping("/progress")
	String progressForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		WorkItem item = this.items.open(id, itemId, ItemRight.WORK, viewer);
		ItemProgressForm form = new ItemProgressForm();
		form.setPercent(item.getPercent());
		model.addAttribute("itemProgressForm", form);
		return page("progress", id, itemId, viewer, model);
	}

	@PostMapping("/progress")
	String progress(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("itemProgressForm") ItemProgressForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.forms.stillOpen(() -> this.items.open(id, itemId, ItemRight.WORK, viewer));
		if (!this.forms.accepted(errors, model, response,
				() -> this.items.progress(id, itemId, form.getPercent(), form.getText(), viewer))) {
			return page("progress", id, itemId, viewer, model);
		}
		return done("workprogram.done.progressed", id, itemId, flash);
	}

	@GetMapping("/completion")
	String completionForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		this.items.open(id, itemId, ItemRight.SIGN, viewer);
		ItemCompletionForm form = new ItemCompletionForm();
		form.setDoneOn(this.queries.today());
		model.addAttribute("itemCompletionForm", form);
		return page("completion", id, itemId, viewer, model);
	}

	@PostMapping("/completion")
	String complete(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("itemCompletionForm") ItemCompletionForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.forms.stillOpen(() -> this.items.open(id, itemId, ItemRight.SIGN, viewer));
		WorkItemRules.tell(this.items.unproven(itemId, form.getDoneOn(), form.getDocumentNumber(),
				form.getDocumentDate(), form.getFiles()), errors);
		if (!this.forms.accepted(errors, model, response, () -> this.items.complete(id, itemId, form.getDoneOn(),
				form.getDocumentNumber(), form.getDocumentDate(), form.getText(), form.getFiles(), viewer))) {
			return page("completion", id, itemId, viewer, model);
		}
		return done("workprogram.done.completed", id, itemId, flash);
	}

	@GetMapping("/slip")
	String slipForm(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		this.items.open(id, itemId, ItemRight.SIGN, viewer);
		model.addAttribute("itemSlipForm", new ItemSlipForm());
		return page("slip", id, itemId, viewer, model);
	}

	@PostMapping("/slip")
	String slip(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("itemSlipForm") ItemSlipForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		this.forms.stillOpen(() -> this.items.open(id, itemId, ItemRight.SIGN, viewer));
		WorkItemRules.tell(this.items.program(id, viewer).period().notAfter("slippedTo", form.getSlippedTo()), errors);
		if (!this.forms.accepted(errors, model, response,
				() -> this.items.slip(id, itemId, form.getSlippedTo(), form.getReason(), viewer))) {
			return page("slip", id, itemId, viewer, model);
		}
		return done("workprogram.done.slipped", id, itemId, flash);
	}

	@PostMapping("/slip/withdrawal")
	String withdrawSlip(@PathVariable long id, @PathVariable long itemId, Viewer viewer, RedirectAttributes flash) {
		this.items.withdrawSlip(id, itemId, viewer);
		return done("workprogram.done.slipWithdrawn", id, itemId, flash);
	}

	private String page(String act, long id, long itemId, Viewer viewer, Model model) {
		model.addAttribute("frame", this.frames.frame(id, "", viewer));
		model.addAttribute("item", this.queries.one(itemId));
		return "workprogram/item-" + act;
	}

	private static String done(String flashKey, long id, long itemId, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", flashKey);
		return "redirect:/work-programs/" + id + "/items/" + itemId;
	}

}
