package vn.nhactruong.calendar.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.plan.PapersForm;
import vn.nhactruong.calendar.plan.PlanChoices;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Permission.SignedIn;

/** One entry of the leaders' week: its page, its form, the clashes while it is typed. */
@Controller
@RequestMapping("/calendar/entries")
@SignedIn
class CalendarEntryController {

	private final CalendarEntries entries;

	private final EntryPages pages;

	private final PlanChoices choices;

	private final CalendarAccess access;

	private final FormHandler forms;

	private final Clock clock;

	CalendarEntryController(CalendarEntries entries, EntryPages pages, PlanChoices choices, CalendarAccess access,
			FormHandler forms, Clock clock) {
		this.entries = entries;
		this.pages = pages;
		this.choices = choices;
		this.access = access;
		this.forms = forms;
		this.clock = clock;
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.entry(id, viewer));
		return "calendar/entry";
	}

	@GetMapping("/new")
	@ForBusiness
	String blank(@RequestParam(required = false) String day, @RequestParam(required = false) String leader,
			Viewer viewer, Model model, Locale locale) {
		this.access.requireAdder(viewer);
		CalendarEntryForm form = new CalendarEntryForm();
		form.setDay(DateFormats.typedDay(day).orElse(null));
		if (leader != null && leader.matches("\\d{1,18}")) {
			form.setLeaderIds(new ArrayList<>(List.of(Long.valueOf(leader))));
		}
		return form(form, null, viewer, model, locale);
	}

	@PostMapping
	@ForBusiness
	String create(@Valid @ModelAttribute("calendarEntryForm") CalendarEntryForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		this.access.requireAdder(viewer);
		tellAll(form, null, errors, viewer);
		long[] id = new long[1];
		if (!this.forms.accepted(errors, model, response, () -> id[0] = this.entries.add(form.plan(), viewer))) {
			return form(form, null, viewer, model, locale);
		}
		return saved(id[0], this.access.mayArrange(viewer) ? "calendar.added" : "calendar.registered", viewer, flash);
	}

	@GetMapping("/{id}/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return form(this.entries.edit(id, viewer), id, viewer, model, locale);
	}

	@PostMapping("/{id}")
	String update(@PathVariable long id, @Valid @ModelAttribute("calendarEntryForm") CalendarEntryForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		this.entries.requireWriter(id, viewer);
		tellAll(form, id, errors, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.entries.update(id, form, viewer))) {
			return form(form, id, viewer, model, locale);
		}
		return saved(id, "calendar.saved", viewer, flash);
	}

	/** What the week forbids is told in the same round as what is missing. */
	private void tellAll(CalendarEntryForm form, Long id, BindingResult errors, Viewer viewer) {
		if (errors.hasErrors()) {
			this.entries.mistakes(form, id, viewer)
				.stream()
				.filter((mistake) -> !errors.hasFieldErrors(mistake.field()))
				.forEach((mistake) -> mistake.into(errors));
		}
	}

	/**
	 * What is typed so far, compared with the week: a part of the page where it is asked
	 * for while typing, the whole form where a button asks.
	 */
	@PostMapping("/clashes")
	@ForBusiness
	String clashes(@RequestParam(required = false) Long entry,
			@RequestHeader(name = "HX-Request", required = false) String part,
			@ModelAttribute("calendarEntryForm") CalendarEntryForm form, BindingResult errors, Viewer viewer,
			Model model, Locale locale) {
		model.addAttribute("clashes", this.entries.clashes(form, entry, viewer));
		model.addAttribute("compared", form.isComparable());
		return (part != null) ? "calendar/_clashes :: found" : form(form, entry, viewer, model, locale);
	}

	@GetMapping("/{id}/papers")
	String papers(@PathVariable long id, Viewer viewer, Model model) {
		this.entries.edit(id, viewer);
		model.addAttribute("papersForm", new PapersForm());
		return papersPage(id, viewer, model);
	}

	@PostMapping("/{id}/papers")
	String attach(@PathVariable long id, @ModelAttribute("papersForm") PapersForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.entries.requireWriter(id, viewer);
		List<MultipartFile> sent = form.getFiles();
		if (!this.forms.accepted(errors, model, response, () -> this.entries.attach(id, sent, viewer))) {
			return papersPage(id, viewer, model);
		}
		flash.addFlashAttribute("flash", "calendar.papersAdded");
		return "redirect:/calendar/entries/" + id;
	}

	private String papersPage(long id, Viewer viewer, Model model) {
		EntryPage page = this.pages.entry(id, viewer);
		model.addAttribute("of", "/calendar/entries/" + id);
		model.addAttribute("ofTitle", page.line().title());
		model.addAttribute("files", page.files());
		model.addAttribute("mayChange", page.mayEdit());
		return "calendar/papers";
	}

	/** Saved all the same: a clash keeps the week from going out, not the typing. */
	private String saved(long id, String message, Viewer viewer, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", this.entries.clashes(id, viewer) ? message + "Clashing" : message);
		return "redirect:/calendar/entries/" + id;
	}

	private String form(CalendarEntryForm form, Long entry, Viewer viewer, Model model, Locale locale) {
		LocalDate day = (form.getDay() != null) ? form.getDay() : LocalDate.now(this.clock);
		boolean arranges = this.access.mayArrange(viewer);
		model.addAttribute("calendarEntryForm", form);
		model.addAttribute("entry", entry);
		model.addAttribute("arranges", arranges);
		model.addAttribute("backTo", Week.of(day));
		this.choices.into(model, day,
				Stream.concat(form.getLeaderIds().stream(), Stream.of(form.getRoomId(), form.getCarId())),
				form.getPreparingUnitId(), form.getUnitIds(), locale);
		return "calendar/form";
	}

}
