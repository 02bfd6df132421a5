package vn.nhactruong.conference.transition;

import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.RescheduleForm;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;

/** A conference's steps from draft to closed, each a resource of its own. */
@Controller
@SignedIn
class ConferenceTransitionController {

	private final Conferences conferences;

	private final ConferenceFrames frames;

	private final FormHandler forms;

	private final MessageSource messages;

	ConferenceTransitionController(Conferences conferences, ConferenceFrames frames, FormHandler forms,
			MessageSource messages) {
		this.conferences = conferences;
		this.frames = frames;
		this.forms = forms;
		this.messages = messages;
	}

	@PostMapping("/conferences/{id}/announcement")
	String announce(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.conferences.announce(id, viewer);
		return shown(id, "conference.announced", flash);
	}

	@PostMapping("/conferences/{id}/opening")
	String begin(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.conferences.begin(id, viewer);
		return shown(id, "conference.begun", flash);
	}

	@PostMapping("/conferences/{id}/opening-withdrawal")
	String withdrawOpening(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.conferences.withdrawOpening(id, viewer);
		return shown(id, "conference.openingWithdrawn", flash);
	}

	@PostMapping("/conferences/{id}/closing")
	String close(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.conferences.close(id, viewer);
		return shown(id, "conference.closed", flash);
	}

	@GetMapping("/conferences/{id}/postponement")
	String askPostponement(@PathVariable long id, Viewer viewer, Model model) {
		this.conferences.checkPostponable(id, viewer);
		return reason(id, "postponement", new ReasonForm(), viewer, model);
	}

	@PostMapping("/conferences/{id}/postponement")
	String postpone(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		if (!this.forms.accepted(errors, model, response,
				() -> this.conferences.postpone(id, form.getReason(), viewer))) {
			return reason(id, "postponement", form, viewer, model);
		}
		return shown(id, "conference.postponed", flash);
	}

	@GetMapping("/conferences/{id}/cancellation")
	String askCancellation(@PathVariable long id, Viewer viewer, Model model) {
		this.conferences.checkCancellable(id, viewer);
		return reason(id, "cancellation", new ReasonForm(), viewer, model);
	}

	@PostMapping("/conferences/{id}/cancellation")
	String cancel(@PathVariable long id, @Valid @ModelAttribute("reasonForm") ReasonForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		if (!this.forms.accepted(errors, model, response,
				() -> this.conferences.cancel(id, form.getReason(), viewer))) {
			return reason(id, "cancellation", form, viewer, model);
		}
		return shown(id, "conference.cancelled", flash);
	}

	@GetMapping("/conferences/{id}/rescheduling")
	String askRescheduling(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		this.conferences.checkPostponed(id, viewer);
		return rescheduling(id, new RescheduleForm(), viewer, model, locale);
	}

	@PostMapping("/conferences/{id}/rescheduling")
	String reschedule(@PathVariable long id, @Valid @ModelAttribute("rescheduleForm") RescheduleForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		if (!this.forms.accepted(errors, model, response, () -> this.conferences.reschedule(id, form, viewer),
				() -> this.conferences.check(id, form, viewer))) {
			return rescheduling(id, form, viewer, model, locale);
		}
		return shown(id, "conference.rescheduled", flash);
	}

	private String reason(long id, String act, ReasonForm form, Viewer viewer, Model model) {
		model.addAttribute("frame", this.frames.of(this.conferences.organised(id, viewer), viewer, ""));
		model.addAttribute("reasonForm", form);
		model.addAttribute("act", act);
		return "conference/reason";
	}

	private String rescheduling(long id, RescheduleForm form, Viewer viewer, Model model, Locale locale) {
		model.addAttribute("frame", this.frames.of(this.conferences.organised(id, viewer), viewer, ""));
		model.addAttribute("rescheduleForm", form);
		model.addAttribute("outdated",
				(form.getStartsOn() != null) ? this.conferences.outdated(id, form.getStartsOn()) : List.of());
		model.addAttribute("halves", Option.of(this.messages, locale, HalfDay.values()));
		return "conference/rescheduling";
	}

	private static String shown(long id, String messageKey, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", messageKey);
		return "redirect:/conferences/" + id;
	}

}
