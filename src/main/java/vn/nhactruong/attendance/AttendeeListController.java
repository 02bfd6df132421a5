package vn.nhactruong.attendance;

import java.util.List;

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
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** What happens to a unit's list as a whole: confirmed, declined, reminded. */
@Controller
@SignedIn
class AttendeeListController {

	private final Attendees attendees;

	private final Conferences conferences;

	private final ConferenceFrames frames;

	private final FormHandler forms;

	AttendeeListController(Attendees attendees, Conferences conferences, ConferenceFrames frames, FormHandler forms) {
		this.attendees = attendees;
		this.conferences = conferences;
		this.frames = frames;
		this.forms = forms;
	}

	@PostMapping("/conferences/{id}/attendees/confirmation")
	String confirm(@PathVariable long id, @RequestParam(required = false) Long unit, Viewer viewer,
			RedirectAttributes flash) {
		int confirmed = this.attendees.confirm(id, unit, viewer);
		flash.addFlashAttribute("flash", "attendance.flash.confirmed");
		flash.addFlashAttribute("flashArgs", List.of(confirmed));
		return (unit != null) ? AttendeeController.toUnit(id, unit) : "redirect:/conferences/" + id + "/attendees";
	}

	@PostMapping("/conferences/{id}/attendees/reminders")
	String remind(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		Attendees.Reminded reminded = this.attendees.remind(id, viewer);
		flash.addFlashAttribute("flash", "attendance.flash.reminded");
		flash.addFlashAttribute("flashArgs", List.of(reminded.reminded(), reminded.lately(), reminded.hours()));
		return "redirect:/conferences/" + id + "/attendees";
	}

	@GetMapping("/conferences/{id}/attendees/units/{unit}/declination")
	String declination(@PathVariable long id, @PathVariable long unit, Viewer viewer, Model model) {
		model.addAttribute("declinationForm", new DeclinationForm());
		return form(id, unit, viewer, model);
	}

	@PostMapping("/conferences/{id}/attendees/units/{unit}/declination")
	String decline(@PathVariable long id, @PathVariable long unit,
			@Valid @ModelAttribute("declinationForm") DeclinationForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.attendees.requireKeeper(id, unit, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.conferences.decline(id, unit, form.getReason(), viewer))) {
			return form(id, unit, viewer, model);
		}
		flash.addFlashAttribute("flash", "attendance.flash.declined");
		return AttendeeController.toUnit(id, unit);
	}

	@PostMapping("/conferences/{id}/attendees/units/{unit}/reconsideration")
	String reconsider(@PathVariable long id, @PathVariable long unit, Viewer viewer, RedirectAttributes flash) {
		this.attendees.requireKeeper(id, unit, viewer);
		this.conferences.reconsider(id, unit, viewer);
		flash.addFlashAttribute("flash", "attendance.flash.reconsidered");
		return AttendeeController.toUnit(id, unit);
	}

	private String form(long id, long unit, Viewer viewer, Model model) {
		UnitPage page = this.attendees.requireKeeper(id, unit, viewer);
		model.addAttribute("frame", this.frames.of(page.conference(), viewer, AttendeesTab.PATH));
		model.addAttribute("page", page);
		return "attendance/declination";
	}

}
