package vn.nhactruong.calendar.trip;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarReasonForm;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** What the office decides about a trip, and how one is called off. */
@Controller
@RequestMapping("/calendar/trips/{id}")
@SignedIn
class BusinessTripStateController {

	private final BusinessTrips trips;

	private final FormHandler forms;

	BusinessTripStateController(BusinessTrips trips, FormHandler forms) {
		this.trips = trips;
		this.forms = forms;
	}

	@PostMapping("/acceptance")
	String accept(@PathVariable long id, @RequestParam int version, Viewer viewer, RedirectAttributes flash) {
		this.trips.accept(id, version, viewer);
		flash.addFlashAttribute("flash",
				this.trips.isClashing(id, viewer) ? "calendar.acceptedClashing" : "calendar.accepted");
		return redirect(id);
	}

	@GetMapping("/return")
	String askReturn(@PathVariable long id, Viewer viewer, Model model) {
		BusinessTrip trip = this.trips.returnable(id, viewer);
		model.addAttribute("calendarReturnForm", CalendarReasonForm.of(trip.getVersion()));
		return reasonForm(trip, "return", model);
	}

	@PostMapping("/return")
	String sendBack(@PathVariable long id, @Valid @ModelAttribute("calendarReturnForm") CalendarReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		BusinessTrip trip = this.trips.requireArranger(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.trips.sendBack(id, form.getVersion(), form.getReason(), viewer))) {
			return reasonForm(trip, "return", model);
		}
		flash.addFlashAttribute("flash", "calendar.returned");
		return redirect(id);
	}

	@GetMapping("/cancellation")
	String askCancellation(@PathVariable long id, Viewer viewer, Model model) {
		BusinessTrip trip = this.trips.cancellable(id, viewer);
		model.addAttribute("calendarCancellationForm", CalendarReasonForm.of(trip.getVersion()));
		return reasonForm(trip, "cancellation", model);
	}

	@PostMapping("/cancellation")
	String cancel(@PathVariable long id, @Valid @ModelAttribute("calendarCancellationForm") CalendarReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		BusinessTrip trip = this.trips.requireWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.trips.cancel(id, form.getVersion(), form.getReason(), viewer))) {
			return reasonForm(trip, "cancellation", model);
		}
		flash.addFlashAttribute("flash", "calendar.cancelled");
		return redirect(id);
	}

	private static String reasonForm(BusinessTrip trip, String act, Model model) {
		model.addAttribute("of", BusinessTrips.url(trip.getId()));
		model.addAttribute("ofTitle", trip.getTitle());
		model.addAttribute("act", act);
		model.addAttribute("words", "calendar.trip." + act);
		return "calendar/reason";
	}

	private static String redirect(long id) {
		return "redirect:" + BusinessTrips.url(id);
	}

}
