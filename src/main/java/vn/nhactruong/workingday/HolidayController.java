package vn.nhactruong.workingday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

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

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;

/** The days off of a year: read by everybody, kept by administrators. */
@Controller
@SignedIn
class HolidayController {

	private static final String YEAR = "/settings/holidays/{year:\\d{4}}";

	private final Holidays holidays;

	private final FormHandler forms;

	private final MessageSource messages;

	private final Clock clock;

	HolidayController(Holidays holidays, FormHandler forms, MessageSource messages, Clock clock) {
		this.holidays = holidays;
		this.forms = forms;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/settings/holidays")
	String year(@RequestParam(name = "year", required = false) String typed, Model model, Locale locale, Actor actor) {
		boolean readable = typed != null && typed.matches("\\d{4}");
		int year = readable ? Integer.parseInt(typed) : LocalDate.now(this.clock).getYear();
		boolean mayEdit = Role.ADMIN.name().equals(actor.roleName());
		model.addAttribute("page", this.holidays.page(year, mayEdit, locale));
		model.addAttribute("weekdays", java.time.DayOfWeek.values());
		model.addAttribute("mayEdit", mayEdit);
		return "workingday/year";
	}

	@PostMapping(YEAR + "/proposal")
	@ForRoles(Role.ADMIN)
	String propose(@PathVariable int year, Actor actor, RedirectAttributes redirect) {
		this.holidays.propose(year, actor);
		redirect.addFlashAttribute("flash", "workingday.proposed");
		return back(year);
	}

	@GetMapping(YEAR + "/days/new")
	@ForRoles(Role.ADMIN)
	String add(@PathVariable int year, Model model, Locale locale) {
		model.addAttribute("holidayForm", this.holidays.add(year));
		return dayForm(year, null, model, locale);
	}

	@PostMapping(YEAR + "/days")
	@ForRoles(Role.ADMIN)
	String add(@PathVariable int year, @Valid @ModelAttribute("holidayForm") HolidayForm form, BindingResult errors,
			Model model, HttpServletResponse response, Actor actor, Locale locale, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.holidays.add(year, form, actor))) {
			return dayForm(year, null, model, locale);
		}
		told("workingday.added", form.getDay(), redirect);
		return back(year);
	}

	@GetMapping(YEAR + "/days/{id}/edit")
	@ForRoles(Role.ADMIN)
	String edit(@PathVariable int year, @PathVariable long id, Model model, Locale locale) {
		model.addAttribute("holidayForm", this.holidays.edit(year, id));
		return dayForm(year, id, model, locale);
	}

	@PostMapping(YEAR + "/days/{id}")
	@ForRoles(Role.ADMIN)
	String update(@PathVariable int year, @PathVariable long id, @Valid @ModelAttribute("holidayForm") HolidayForm form,
			BindingResult errors, Model model, HttpServletResponse response, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.holidays.update(year, id, form, actor))) {
			return dayForm(year, id, model, locale);
		}
		told("workingday.saved", form.getDay(), redirect);
		return back(year);
	}

	@PostMapping(YEAR + "/days/{id}/removal")
	@ForRoles(Role.ADMIN)
	String remove(@PathVariable int year, @PathVariable long id, @RequestParam int version, Actor actor,
			RedirectAttributes redirect) {
		this.holidays.remove(year, id, version, actor);
		redirect.addFlashAttribute("flash", "workingday.removed");
		return back(year);
	}

	@GetMapping(YEAR + "/swaps/new")
	@ForRoles(Role.ADMIN)
	String swap(@PathVariable int year, @ModelAttribute("swapForm") SwapForm form, Model model) {
		this.holidays.add(year);
		return swapForm(year, model);
	}

	@PostMapping(YEAR + "/swaps")
	@ForRoles(Role.ADMIN)
	String swap(@PathVariable int year, @Valid @ModelAttribute("swapForm") SwapForm form, BindingResult errors,
			Model model, HttpServletResponse response, Actor actor, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.holidays.swap(year, form, actor),
				() -> this.holidays.checkSwap(year, form))) {
			return swapForm(year, model);
		}
		told("workingday.swapped", form.getDayOff(), redirect);
		return back(year);
	}

	@GetMapping(YEAR + "/confirmation/new")
	@ForRoles(Role.ADMIN)
	String confirm(@PathVariable int year, Model model, Locale locale) {
		model.addAttribute("confirmationForm", this.holidays.confirmation(year));
		return confirmationForm(year, model, locale);
	}

	@PostMapping(YEAR + "/confirmation")
	@ForRoles(Role.ADMIN)
	String confirm(@PathVariable int year, @Valid @ModelAttribute("confirmationForm") ConfirmationForm form,
			BindingResult errors, Model model, HttpServletResponse response, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.holidays.confirm(year, form, actor))) {
			return confirmationForm(year, model, locale);
		}
		redirect.addFlashAttribute("flash", "workingday.confirmed");
		return back(year);
	}

	private String dayForm(int year, Long id, Model model, Locale locale) {
		model.addAttribute("year", Integer.toString(year));
		model.addAttribute("id", id);
		model.addAttribute("kinds",
				Option.of(this.messages, locale, HolidayKind.HOLIDAY, HolidayKind.SUBSTITUTE_DAY_OFF));
		return "workingday/day";
	}

	private static String swapForm(int year, Model model) {
		model.addAttribute("year", Integer.toString(year));
		return "workingday/swap";
	}

	private String confirmationForm(int year, Model model, Locale locale) {
		model.addAttribute("page", this.holidays.page(year, false, locale));
		return "workingday/confirmation";
	}

	/** Saved all the same; what was due on the day is for those who gave it to decide. */
	private void told(String message, LocalDate dayOff, RedirectAttributes redirect) {
		long due = this.holidays.dueOn(dayOff);
		redirect.addFlashAttribute("flash", (due > 0) ? message + "Due" : message);
		if (due > 0) {
			redirect.addFlashAttribute("flashArgs", new Object[] { due, DateFormats.day(dayOff) });
		}
	}

	private static String back(int year) {
		return "redirect:/settings/holidays?year=" + year;
	}

}
