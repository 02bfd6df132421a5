package vn.nhactruong.conclusion.writing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.ClauseForm;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.Conclusions.Move;
import vn.nhactruong.conclusion.PartyNames;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workingday.DayOffNotice;

/** The clauses of a conclusion, each on its own form page. */
@Controller
@SignedIn
@RequestMapping("/conferences/{id}/conclusion/clauses")
class ClauseController {

	/** Nobody gives tasks to the ministry as a whole or to guests. */
	private static final List<OrganizationKind> ADDRESSED = List.of(OrganizationKind.DEPARTMENT,
			OrganizationKind.PUBLIC_UNIT, OrganizationKind.PROVINCIAL_JUSTICE, OrganizationKind.PROVINCIAL_ENFORCEMENT);

	private final Conclusions conclusions;

	private final UnitDirectory units;

	private final PartyNames names;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	private final MessageSource messages;

	private final Clock clock;

	ClauseController(Conclusions conclusions, UnitDirectory units, PartyNames names, FormHandler forms,
			DayOffNotice daysOff, MessageSource messages, Clock clock) {
		this.conclusions = conclusions;
		this.units = units;
		this.names = names;
		this.forms = forms;
		this.daysOff = daysOff;
		this.messages = messages;
		this.clock = clock;
	}

	/** The units by name are told by the portal, never typed. */
	@InitBinder("clauseForm")
	void onlyWhatIsTyped(WebDataBinder binder) {
		binder.setDisallowedFields("leads", "coordinating");
	}

	@GetMapping("/new")
	String blank(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		this.conclusions.checkClauseCanBeAdded(id, viewer);
		return form(new ClauseForm(), id, null, model, locale);
	}

	@PostMapping
	String add(@PathVariable long id, @Valid @ModelAttribute("clauseForm") ClauseForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		this.conclusions.checkWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.conclusions.addClause(id, form.plan(), viewer))) {
			return form(form, id, null, model, locale);
		}
		flash.addFlashAttribute("flash", "conclusion.clauseAdded");
		this.daysOff.leave(flash, form.getDeadline());
		return "redirect:" + Conclusions.url(id) + "#clauses";
	}

	@GetMapping("/{clauseId}/edit")
	String edit(@PathVariable long id, @PathVariable long clauseId, Viewer viewer, Model model, Locale locale) {
		return form(this.conclusions.editClause(id, clauseId, viewer), id, clauseId, model, locale);
	}

	@PostMapping("/{clauseId}")
	String update(@PathVariable long id, @PathVariable long clauseId,
			@Valid @ModelAttribute("clauseForm") ClauseForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		this.conclusions.checkClause(id, clauseId, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.conclusions.updateClause(id, clauseId, form, viewer))) {
			return form(form, id, clauseId, model, locale);
		}
		flash.addFlashAttribute("flash", "conclusion.clauseSaved");
		this.daysOff.leave(flash, form.getDeadline());
		return "redirect:" + Conclusions.url(id) + "#clause-" + clauseId;
	}

	@PostMapping("/{clauseId}/up")
	String up(@PathVariable long id, @PathVariable long clauseId, Viewer viewer) {
		this.conclusions.moveClause(id, clauseId, Move.UP, viewer);
		return "redirect:" + Conclusions.url(id) + "#clause-" + clauseId;
	}

	@PostMapping("/{clauseId}/down")
	String down(@PathVariable long id, @PathVariable long clauseId, Viewer viewer) {
		this.conclusions.moveClause(id, clauseId, Move.DOWN, viewer);
		return "redirect:" + Conclusions.url(id) + "#clause-" + clauseId;
	}

	@PostMapping("/{clauseId}/deletion")
	String remove(@PathVariable long id, @PathVariable long clauseId, Viewer viewer, RedirectAttributes flash) {
		this.conclusions.removeClause(id, clauseId, viewer);
		flash.addFlashAttribute("flash", "conclusion.clauseRemoved");
		return "redirect:" + Conclusions.url(id) + "#clauses";
	}

	private String form(ClauseForm form, long id, Long clauseId, Model model, Locale locale) {
		form.tell(this.names, locale);
		model.addAttribute("clauseForm", form);
		model.addAttribute("conferenceId", id);
		model.addAttribute("clauseId", clauseId);
		model.addAttribute("levels", List.of(new Option("1", text("clauseForm.level.1", locale)),
				new Option("2", text("clauseForm.level.2", locale))));
		model.addAttribute("kinds",
				ADDRESSED.stream()
					.map((kind) -> new Option(kind.name(),
							this.messages.getMessage("clauseForm.allOf",
									new Object[] { text("OrganizationKind." + kind.name(), locale) }, locale)))
					.toList());
		model.addAttribute("choices", choices(form, locale));
		return "conclusion/clause-form";
	}

	/** Units of today, and those chosen before that have ended since, by kind. */
	private Map<String, List<Option>> choices(ClauseForm form, Locale locale) {
		LocalDate today = LocalDate.now(this.clock);
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (Unit unit : this.units.all()) {
			boolean chosen = form.getLeadIds().contains(unit.id()) || form.getCoordinatingIds().contains(unit.id());
			if (chosen || unit.isValidOn(today) && unit.kind() != OrganizationKind.EXTERNAL) {
				groups
					.computeIfAbsent(text("OrganizationKind." + unit.kind().name(), locale),
							(kind) -> new ArrayList<>())
					.add(new Option(String.valueOf(unit.id()), unit.name()));
			}
		}
		return groups;
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
