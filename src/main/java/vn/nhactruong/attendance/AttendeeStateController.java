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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.attendance.Attendees.Registration;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** One attendee leaves the list, returns to it, or is replaced. */
@Controller
@SignedIn
class AttendeeStateController {

	private final Attendees attendees;

	private final ConferenceFrames frames;

	private final FormHandler forms;

	AttendeeStateController(Attendees attendees, ConferenceFrames frames, FormHandler forms) {
		this.attendees = attendees;
		this.frames = frames;
		this.forms = forms;
	}

	/** Asks before somebody leaves whom the head has confirmed. */
	@GetMapping("/conferences/{id}/attendees/{attendee}/withdrawal")
	String withdrawal(@PathVariable long id, @PathVariable long attendee, Viewer viewer, Model model,
			RedirectAttributes flash) {
		AttendeeForm leaving = this.attendees.edit(id, attendee, viewer);
		return AttendeeController.opened(id, flash, () -> {
			this.attendees.requireOpen(id, attendee, viewer);
			model.addAttribute("leaving", leaving);
			model.addAttribute("act", "/conferences/" + id + "/attendees/" + attendee + "/withdrawal");
			return page("attendance/withdrawal", id, leaving, viewer, model);
		});
	}

	@PostMapping("/conferences/{id}/attendees/{attendee}/withdrawal")
	String withdraw(@PathVariable long id, @PathVariable long attendee, Viewer viewer, RedirectAttributes flash) {
		String name = this.attendees.edit(id, attendee, viewer).getFullName();
		long unit = this.attendees.withdraw(id, attendee, viewer);
		flash.addFlashAttribute("flash", "attendance.flash.withdrawn");
		flash.addFlashAttribute("flashArgs", List.of(name));
		return AttendeeController.toUnit(id, unit);
	}

	@PostMapping("/conferences/{id}/attendees/{attendee}/reinstatement")
	String reinstate(@PathVariable long id, @PathVariable long attendee, Viewer viewer, RedirectAttributes flash) {
		long unit = this.attendees.reinstate(id, attendee, viewer);
		flash.addFlashAttribute("flash", "attendance.flash.reinstated");
		return AttendeeController.toUnit(id, unit);
	}

	@GetMapping("/conferences/{id}/attendees/{attendee}/substitution")
	String substitution(@PathVariable long id, @PathVariable long attendee, Viewer viewer, Model model,
			RedirectAttributes flash) {
		model.addAttribute("substitutionForm", new SubstitutionForm());
		return AttendeeController.opened(id, flash, () -> {
			this.attendees.requireOpen(id, attendee, viewer);
			return form(id, attendee, viewer, model);
		});
	}

	@PostMapping("/conferences/{id}/attendees/{attendee}/substitution")
	String substitute(@PathVariable long id, @PathVariable long attendee,
			@Valid @ModelAttribute("substitutionForm") SubstitutionForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		long unit = this.attendees.edit(id, attendee, viewer).getOrganizationId();
		if (!this.forms.accepted(errors, model, response,
				() -> this.attendees.substitute(id, attendee, form, viewer))) {
			return form(id, attendee, viewer, model);
		}
		flash.addFlashAttribute("flash", "attendance.flash.substituted");
		return AttendeeController.toUnit(id, unit);
	}

	private String form(long id, long attendee, Viewer viewer, Model model) {
		AttendeeForm replaced = this.attendees.edit(id, attendee, viewer);
		model.addAttribute("replaced", replaced);
		model.addAttribute("act", "/conferences/" + id + "/attendees/" + attendee + "/substitution");
		return page("attendance/substitution", id, replaced, viewer, model);
	}

	private String page(String view, long id, AttendeeForm about, Viewer viewer, Model model) {
		Registration registration = this.attendees.registration(id, about.getOrganizationId(), viewer);
		model.addAttribute("frame", this.frames.of(registration.conference(), viewer, AttendeesTab.PATH));
		model.addAttribute("monthsKept", registration.monthsKept());
		model.addAttribute("back", "/conferences/" + id + "/attendees/units/" + about.getOrganizationId());
		return view;
	}

}
