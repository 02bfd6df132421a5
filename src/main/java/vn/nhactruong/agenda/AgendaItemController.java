package vn.nhactruong.agenda;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;

/** The items of an agenda's draft: add, edit, remove, move. */
@Controller
@SignedIn
class AgendaItemController {

	private final Agendas agendas;

	private final Conferences conferences;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final MessageSource messages;

	AgendaItemController(Agendas agendas, Conferences conferences, UnitDirectory units, FormHandler forms,
			MessageSource messages) {
		this.agendas = agendas;
		this.conferences = conferences;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
	}

	@GetMapping("/conferences/{id}/agenda/items/new")
	String blank(@PathVariable long id, @RequestParam(required = false) String day, Viewer viewer, Model model,
			Locale locale) {
		AgendaItemForm form = this.agendas.proposal(id, DateFormats.typedDay(day).orElse(null), viewer);
		return form(form, this.conferences.organised(id, viewer), null, model, locale);
	}

	@PostMapping("/conferences/{id}/agenda/items")
	String create(@PathVariable long id, @Valid @ModelAttribute("agendaItemForm") AgendaItemForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		ConferenceSummary conference = this.conferences.organised(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.agendas.add(id, form, viewer),
				() -> this.agendas.check(id, form, viewer))) {
			return form(form, conference, null, model, locale);
		}
		return done(id, "agenda.itemAdded", flash);
	}

	@GetMapping("/conferences/{id}/agenda/items/{item}/edit")
	String edit(@PathVariable long id, @PathVariable long item, Viewer viewer, Model model, Locale locale) {
		AgendaItemForm form = this.agendas.edit(id, item, viewer);
		return form(form, this.conferences.organised(id, viewer), item, model, locale);
	}

	@PostMapping("/conferences/{id}/agenda/items/{item}")
	String update(@PathVariable long id, @PathVariable long item,
			@Valid @ModelAttribute("agendaItemForm") AgendaItemForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		ConferenceSummary conference = this.conferences.organised(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.agendas.update(id, item, form, viewer),
				() -> this.agendas.check(id, form, viewer), Map.of("unitId", (unit) -> this.units.name((Long) unit)))) {
			return form(form, conference, item, model, locale);
		}
		return done(id, "agenda.itemChanged", flash);
	}

	@GetMapping("/conferences/{id}/agenda/items/{item}/removal")
	String askRemoval(@PathVariable long id, @PathVariable long item, Viewer viewer, Model model) {
		model.addAttribute("page", this.agendas.materialsPage(id, item, viewer));
		return "agenda/removal";
	}

	@PostMapping("/conferences/{id}/agenda/items/{item}/removal")
	String remove(@PathVariable long id, @PathVariable long item, @RequestParam int version, Viewer viewer,
			RedirectAttributes flash) {
		this.agendas.remove(id, item, version, viewer);
		return done(id, "agenda.itemRemoved", flash);
	}

	@PostMapping("/conferences/{id}/agenda/items/{item}/earlier")
	String moveEarlier(@PathVariable long id, @PathVariable long item, Viewer viewer, RedirectAttributes flash) {
		this.agendas.moveEarlier(id, item, viewer);
		return done(id, "agenda.itemMoved", flash);
	}

	@PostMapping("/conferences/{id}/agenda/items/{item}/later")
	String moveLater(@PathVariable long id, @PathVariable long item, Viewer viewer, RedirectAttributes flash) {
		this.agendas.moveLater(id, item, viewer);
		return done(id, "agenda.itemMoved", flash);
	}

	private static String done(long id, String message, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", message);
		return "redirect:/conferences/" + id + "/agenda";
	}

	private String form(AgendaItemForm form, ConferenceSummary conference, Long item, Model model, Locale locale) {
		model.addAttribute("agendaItemForm", form);
		model.addAttribute("conference", conference);
		model.addAttribute("item", item);
		model.addAttribute("kinds", Option.of(this.messages, locale, AgendaItemKind.values()));
		model.addAttribute("days", days(conference, form.getDay(), locale));
		model.addAttribute("units", units(form, conference, locale));
		return "agenda/form";
	}

	/** The conference's days, and the one that was chosen when it no longer is one. */
	private List<Option> days(ConferenceSummary conference, LocalDate chosen, Locale locale) {
		List<LocalDate> days = new ArrayList<>(
				conference.startsOn().datesUntil(conference.endsOn().plusDays(1)).toList());
		if (chosen != null && !conference.covers(chosen)) {
			days.add(0, chosen);
		}
		return days.stream()
			.map((day) -> new Option(DateFormats.day(day),
					this.messages.getMessage("workingday.weekday." + day.getDayOfWeek(), null, locale) + ", "
							+ DateFormats.day(day)))
			.toList();
	}

	private Map<String, List<Option>> units(AgendaItemForm form, ConferenceSummary conference, Locale locale) {
		LocalDate day = (form.getDay() != null) ? form.getDay() : conference.startsOn();
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			// One that was chosen stays, although the day has moved away from it.
			List<Unit> valid = this.units.all()
				.stream()
				.filter((unit) -> unit.kind() == kind
						&& (unit.isValidOn(day) || Long.valueOf(unit.id()).equals(form.getUnitId())))
				.toList();
			if (!valid.isEmpty()) {
				groups.put(label(kind, locale),
						valid.stream().map((unit) -> new Option(String.valueOf(unit.id()), unit.name())).toList());
			}
		}
		return groups;
	}

	private String label(Enum<?> constant, Locale locale) {
		return Option.label(this.messages, locale, constant);
	}

}
