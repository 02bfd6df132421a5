package vn.nhactruong.workprogram.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
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
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.ItemRight;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItemForm;
import vn.nhactruong.workprogram.WorkItemParents;
import vn.nhactruong.workprogram.WorkItemRules;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkUnitChoices;

/** One item of a program: its page, and the form that proposes or changes it. */
@Controller
@SignedIn
class WorkItemController {

	private final WorkItems items;

	private final WorkItemParents parents;

	private final WorkItemRules rules;

	private final ItemPages pages;

	private final ProgramFrames frames;

	private final WorkUnitChoices units;

	private final FormHandler forms;

	private final MessageSource messages;

	WorkItemController(WorkItems items, WorkItemParents parents, WorkItemRules rules, ItemPages pages,
			ProgramFrames frames, WorkUnitChoices units, FormHandler forms, MessageSource messages) {
		this.items = items;
		this.parents = parents;
		this.rules = rules;
		this.pages = pages;
		this.frames = frames;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
	}

	@GetMapping("/work-programs/{id}/items/{itemId}")
	String show(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model) {
		ItemPage page = this.pages.item(id, itemId, viewer);
		model.addAttribute("page", page);
		model.addAttribute("frame", page.frame());
		return "workprogram/item";
	}

	@GetMapping("/work-programs/{id}/items/new")
	String blank(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		WorkProgram program = this.items.proposable(id, viewer);
		WorkItemForm form = new WorkItemForm();
		form.setDueOn(program.period().endsOn());
		if (!viewer.is(Role.OFFICE)) {
			form.setLeadId(viewer.unitId());
		}
		return form(form, program, null, viewer, model, locale);
	}

	@PostMapping("/work-programs/{id}/items")
	String create(@PathVariable long id, @Valid @ModelAttribute("workItemForm") WorkItemForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		WorkProgram program = this.forms.stillOpen(() -> this.items.proposable(id, viewer));
		WorkItemRules.tell(this.rules.violations(form, program, null, viewer), errors);
		if (!this.forms.accepted(errors, model, response, () -> this.items.propose(id, form.plan(), viewer))) {
			return form(form, program, null, viewer, model, locale);
		}
		flash.addFlashAttribute("flash", "workprogram.done.added");
		return "redirect:/work-programs/" + id;
	}

	@GetMapping("/work-programs/{id}/items/{itemId}/edit")
	String edit(@PathVariable long id, @PathVariable long itemId, Viewer viewer, Model model, Locale locale) {
		return form(this.items.edit(id, itemId, viewer), this.items.program(id, viewer), itemId, viewer, model, locale);
	}

	@PostMapping("/work-programs/{id}/items/{itemId}")
	String update(@PathVariable long id, @PathVariable long itemId,
			@Valid @ModelAttribute("workItemForm") WorkItemForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		Long parentBefore = this.forms.stillOpen(() -> this.items.open(id, itemId, ItemRight.EDIT, viewer))
			.plan()
			.parentId();
		WorkItemRules.tell(this.rules.violations(form, this.items.program(id, viewer), parentBefore, viewer), errors);
		if (!this.forms.accepted(errors, model, response, () -> this.items.update(id, itemId, form, viewer),
				names(id, viewer))) {
			return form(form, this.items.program(id, viewer), itemId, viewer, model, locale);
		}
		flash.addFlashAttribute("flash", "workprogram.done.itemSaved");
		return "redirect:/work-programs/" + id + "/items/" + itemId;
	}

	/** How a lost race shows what the form keeps as numbers. */
	private Map<String, Function<Object, String>> names(long id, Viewer viewer) {
		return Map.of("leadId", (unit) -> this.units.name(List.of(unit)), "coordinatingIds",
				(units) -> this.units.name((Collection<?>) units), "parentId",
				(parent) -> this.parents.candidates(this.items.program(id, viewer), viewer)
					.stream()
					.filter((candidate) -> parent.equals(candidate.id()))
					.map(WorkItemParents.Candidate::title)
					.findFirst()
					.orElse(""));
	}

	@PostMapping("/work-programs/{id}/items/{itemId}/deletion")
	String delete(@PathVariable long id, @PathVariable long itemId, Viewer viewer, RedirectAttributes flash) {
		this.items.delete(id, itemId, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.deleted");
		return "redirect:/work-programs/" + id;
	}

	private static List<Long> chosen(WorkItemForm form) {
		List<Long> chosen = new ArrayList<>(form.getCoordinatingIds());
		chosen.add(form.getLeadId());
		return chosen;
	}

	private String form(WorkItemForm form, WorkProgram program, Long itemId, Viewer viewer, Model model,
			Locale locale) {
		Map<String, List<Option>> groups = this.units.groups(program, chosen(form), locale);
		model.addAttribute("workItemForm", form);
		model.addAttribute("frame", this.frames.frame(program, "", viewer));
		model.addAttribute("itemId", itemId);
		model.addAttribute("groups", groups);
		model.addAttribute("openGroups", WorkUnitChoices.open(groups, form.getCoordinatingIds()));
		model.addAttribute("levels", Option.of(this.messages, locale, SubmittingLevel.values()));
		List<Option> parents = new ArrayList<>();
		for (WorkItemParents.Candidate parent : this.parents.candidates(program, viewer)) {
			parents.add(parent.option(this.messages, locale));
		}
		String kept = (form.getParentId() != null) ? String.valueOf(form.getParentId()) : null;
		if (kept != null && itemId != null && parents.stream().noneMatch((it) -> it.value().equals(kept))) {
			parents.add(new Option(kept, this.messages.getMessage("workprogram.parent.kept", null, locale)));
		}
		model.addAttribute("parents", parents);
		return "workprogram/item-form";
	}

}
