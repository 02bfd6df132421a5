package vn.nhactruong.directive.assignment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.Right;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workingday.DayOffNotice;

/** The head gives a directive to a person of the unit. */
@Controller
@SignedIn
class AssignmentController {

	private final Directives directives;

	private final DirectiveAssignments assignments;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	AssignmentController(Directives directives, DirectiveAssignments assignments, FormHandler forms,
			DayOffNotice daysOff) {
		this.directives = directives;
		this.assignments = assignments;
		this.forms = forms;
		this.daysOff = daysOff;
	}

	@GetMapping("/directives/{id}/assignment")
	String form(@PathVariable long id, Viewer viewer, Model model) {
		DirectiveBrief brief = this.directives.open(id, Right.SIGN, Directive::requireWithUnit, viewer);
		return page(brief, this.assignments.edit(id, viewer), this.assignments.people(id, viewer), model);
	}

	@PostMapping("/directives/{id}/assignment")
	String assign(@PathVariable long id, @Valid @ModelAttribute("assignmentForm") AssignmentForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		DirectiveBrief brief = this.forms
			.stillOpen(() -> this.directives.open(id, Right.SIGN, Directive::requireWithUnit, viewer));
		Map<Long, String> people = this.assignments.people(id, viewer);
		Function<Object, String> name = (account) -> people.getOrDefault(account, "");
		if (!this.forms.accepted(errors, model, response, () -> this.assignments.assign(id, form, viewer),
				() -> this.assignments.check(id, form, viewer), Map.of("accountId", name, "substituteId", name))) {
			return page(brief, form, people, model);
		}
		flash.addFlashAttribute("flash", "directive.done.assigned");
		this.daysOff.leave(flash, form.getDueOn());
		return "redirect:/directives/" + id;
	}

	private static String page(DirectiveBrief brief, AssignmentForm form, Map<Long, String> people, Model model) {
		List<Option> options = people.entrySet()
			.stream()
			.map((person) -> new Option(String.valueOf(person.getKey()), person.getValue()))
			.toList();
		model.addAttribute("brief", brief);
		model.addAttribute("people", options);
		model.addAttribute("assignmentForm", form);
		return "directive/assignment";
	}

}
