package vn.nhactruong.calendar.entry;

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
import vn.nhactruong.calendar.CalendarEntry;
import vn.nhactruong.calendar.CalendarReasonForm;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** What the office decides about an entry, and how one is called off. */
@Controller
@RequestMapping("/calendar/entries/{id}")
@SignedIn
class CalendarEntryStateController {

	private final CalendarEntries entries;

	private final FormHandler forms;

	CalendarEntryStateController(CalendarEntries entries, FormHandler forms) {
		this.entries = entries;
		this.forms = forms;
	}

	@PostMapping("/acceptance")
	String accept(@PathVariable long id, @RequestParam int version, Viewer viewer, RedirectAttributes flash) {
		this.entries.accept(id, version, viewer);
		flash.addFlashAttribute("flash",
				this.entries.clashes(id, viewer) ? "calendar.acceptedClashing" : "calendar.accepted");
		return redirect(id);
	}

	@GetMapping("/return")
	String askReturn(@PathVariable long id, Viewer viewer, Model model) {
		CalendarEntry entry = this.entries.returnable(id, viewer);
		model.addAttribute("calendarReturnForm", CalendarReasonForm.of(entry.getVersion()));
		return reasonForm(entry, "return", model);
	}

	@PostMapping("/return")
	String sendBack(@PathVariable long id, @Valid @ModelAttribute("calendarReturnForm") CalendarReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		CalendarEntry entry = this.entries.requireArranger(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.entries.sendBack(id, form.getVersion(), form.getReason(), viewer))) {
			return reasonForm(entry, "return", model);
		}
		flash.addFlashAttribute("flash", "calendar.returned");
		return redirect(id);
	}

	@GetMapping("/cancellation")
	String askCancellation(@PathVariable long id, Viewer viewer, Model model) {
		CalendarEntry entry = this.entries.cancellable(id, viewer);
		model.addAttribute("calendarCancellationForm", CalendarReasonForm.of(entry.getVersion()));
		return reasonForm(entry, "cancellation", model);
	}

	@PostMapping("/cancellation")
	String cancel(@PathVariable long id, @Valid @ModelAttribute("calendarCancellationForm") CalendarReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		CalendarEntry entry = this.entries.requireWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.entries.cancel(id, form.getVersion(), form.getReason(), viewer))) {
			return reasonForm(entry, "cancellation", model);
		}
		flash.addFlashAttribute("flash", "calendar.cancelled");
		return redirect(id);
	}

	private static String reasonForm(CalendarEntry entry, String act, Model model) {
		model.addAttribute("of", "/calendar/entries/" + entry.getId());
		model.addAttribute("ofTitle", entry.getTitle());
		model.addAttribute("act", act);
		model.addAttribute("words", "calendar." + act);
		return "calendar/reason";
	}

	private static String redirect(long id) {
		return "redirect:/calendar/entries/" + id;
	}

}
