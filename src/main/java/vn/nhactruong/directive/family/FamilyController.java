package vn.nhactruong.directive.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.Right;
import vn.nhactruong.directive.page.DirectivePage;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workingday.DayOffNotice;

/** Acts on the units that are chosen in a family's matrix, and the reminder of one. */
@Controller
@SignedIn
class FamilyController {

	private final Directives directives;

	private final DirectiveFamilies families;

	private final DirectivePages pages;

	private final FamilyMatrix matrix;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	private final MessageSource messages;

	FamilyController(Directives directives, DirectiveFamilies families, DirectivePages pages, FamilyMatrix matrix,
			FormHandler forms, DayOffNotice daysOff, MessageSource messages) {
		this.directives = directives;
		this.families = families;
		this.pages = pages;
		this.matrix = matrix;
		this.forms = forms;
		this.daysOff = daysOff;
		this.messages = messages;
	}

	@PostMapping("/directives/{id}/reminder")
	String remind(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.directives.remind(id, viewer);
		flash.addFlashAttribute("flash", "directive.done.reminded");
		return "redirect:/directives/" + id;
	}

	@PostMapping("/directives/{id}/bulk-reminders")
	String remind(@PathVariable long id, @Valid @ModelAttribute("bulkForm") BulkForm form, BindingResult errors,
			ListRequest list, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash,
			Locale locale) {
		return act(id, "reminded", () -> this.families.remind(id, form, viewer),
				() -> this.families.check(id, form, viewer),
				new Page(form, errors, list, viewer, model, response, flash, locale));
	}

	@PostMapping("/directives/{id}/bulk-extensions")
	String extend(@PathVariable long id, @Valid @ModelAttribute("bulkForm") BulkForm form, BindingResult errors,
			ListRequest list, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash,
			Locale locale) {
		return act(id, "extended", () -> {
			DirectiveFamilies.Result result = this.families.extend(id, form, viewer);
			if (result.done() > 0) {
				this.daysOff.leave(flash, form.getDueOn());
			}
			return result;
		}, () -> this.families.checkExtension(id, form, viewer),
				new Page(form, errors, list, viewer, model, response, flash, locale));
	}

	@PostMapping("/directives/{id}/bulk-verifications")
	String verify(@PathVariable long id, @Valid @ModelAttribute("bulkForm") BulkForm form, BindingResult errors,
			ListRequest list, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash,
			Locale locale) {
		return act(id, "verified", () -> this.families.verify(id, form, viewer),
				() -> this.families.check(id, form, viewer),
				new Page(form, errors, list, viewer, model, response, flash, locale));
	}

	private String act(long id, String name, Supplier<DirectiveFamilies.Result> act, Runnable check, Page page) {
		this.directives.open(id, Right.DIRECT, page.viewer());
		ListRequest list = FamilyMatrix.asked(id, page.list());
		List<DirectiveFamilies.Result> results = new ArrayList<>();
		if (!this.forms.accepted(page.errors(), page.model(), page.response(), () -> results.add(act.get()), check)) {
			DirectivePage shown = this.pages.page(id, page.viewer());
			page.model().addAttribute("page", shown);
			page.model().addAttribute("list", list);
			this.matrix.into(page.model(), shown.children(), page.form(), list, page.viewer(), page.locale());
			return "directive/show";
		}
		DirectiveFamilies.Result result = results.get(0);
		page.flash()
			.addFlashAttribute((result.done() > 0) ? "flash" : "flashError",
					(result.done() > 0) ? "directive.done.bulk." + name : "directive.error.bulkNone");
		page.flash().addFlashAttribute("flashArgs", new Object[] { result.done() });
		page.flash().addFlashAttribute("refused", refusals(result, page.locale()));
		page.flash().addFlashAttribute("refusedUnits", result.refused().size());
		page.flash()
			.addFlashAttribute(FamilyMatrix.CHOSEN,
					new ArrayList<>(page.form().seen().stream().map(BulkForm.Seen::id).toList()));
		// Filter and order are kept: the next act is mostly on the same units.
		return "redirect:" + list.pageUrl(1);
	}

	/** Each reason once, with all the units that it holds for. */
	private ArrayList<String> refusals(DirectiveFamilies.Result result, Locale locale) {
		Map<String, List<String>> unitsOf = new LinkedHashMap<>();
		result.refused()
			.forEach((refusal) -> unitsOf
				.computeIfAbsent(this.messages.getMessage(refusal.key(), refusal.arguments(), locale),
						(reason) -> new ArrayList<>())
				.add(refusal.unit()));
		ArrayList<String> lines = new ArrayList<>();
		unitsOf.forEach((reason, units) -> lines
			.add(this.messages.getMessage((units.size() == 1) ? "directive.bulk.refused" : "directive.bulk.refusedMany",
					new Object[] { String.join("; ", units), reason, units.size() }, locale)));
		return lines;
	}

	/** What a request brought along. */
	private record Page(BulkForm form, BindingResult errors, ListRequest list, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash, Locale locale) {
	}

}
