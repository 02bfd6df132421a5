package vn.nhactruong.calendar.week;

import java.util.List;
import java.util.stream.Collectors;

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
import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarNotices;
import vn.nhactruong.calendar.CalendarReasonForm;
import vn.nhactruong.calendar.CalendarWeek;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.week.WeekPage.ClashItem;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.RuleViolation;

/** What happens to a week as a whole, from its submission to its newest version. */
@Controller
@RequestMapping("/calendar/weeks/{week}")
@SignedIn
class CalendarWeekController {

	private final CalendarWeeks weeks;

	private final CalendarPages pages;

	private final FormHandler forms;

	CalendarWeekController(CalendarWeeks weeks, CalendarPages pages, FormHandler forms) {
		this.weeks = weeks;
		this.pages = pages;
		this.forms = forms;
	}

	@PostMapping("/submission")
	String submit(@PathVariable String week, Viewer viewer, RedirectAttributes flash) {
		Week asked = CalendarController.required(week);
		this.weeks.submit(asked, viewer);
		flash.addFlashAttribute("flash", "calendar.submitted");
		return redirect(asked);
	}

	/**
	 * Refused, the week is shown as it is now.
	 * @param shown what the page showed: what changed since is named and marked
	 */
	@PostMapping("/approval")
	String approve(@PathVariable String week, @RequestParam String seen, @RequestParam(required = false) String shown,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		Week asked = CalendarController.required(week);
		try {
			this.weeks.approve(asked, seen, viewer);
			flash.addFlashAttribute("flash", "calendar.approved");
			return redirect(asked);
		}
		catch (RuleViolation refused) {
			List<CalendarChange> since = this.pages.since(asked, shown, viewer);
			model.addAttribute("since", since);
			model.addAttribute("sinceKeys",
					since.stream().map((change) -> change.line().lineKey()).collect(Collectors.toSet()));
			return refused(asked, refused, viewer, model, response);
		}
	}

	@GetMapping("/return")
	String askReturn(@PathVariable String week, Viewer viewer, Model model) {
		Week asked = CalendarController.required(week);
		CalendarWeek held = this.weeks.returnable(asked, viewer);
		model.addAttribute("calendarCommentForm", CalendarReasonForm.of(held.getVersion()));
		return returnForm(asked, model);
	}

	@PostMapping("/return")
	String sendBack(@PathVariable String week, @Valid @ModelAttribute("calendarCommentForm") CalendarReasonForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		Week asked = CalendarController.required(week);
		this.weeks.requireApprover(viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.weeks.sendBack(asked, form, viewer))) {
			return returnForm(asked, model);
		}
		flash.addFlashAttribute("flash", "calendar.sentBack");
		return redirect(asked);
	}

	/** Refused, the week is shown with everything that keeps it from going out. */
	@PostMapping("/release")
	String release(@PathVariable String week, @RequestParam String seen, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		Week asked = CalendarController.required(week);
		try {
			int number = this.weeks.release(asked, seen, viewer);
			flash.addFlashAttribute("flash", "calendar.released");
			flash.addFlashAttribute("flashArgs", new Object[] { asked.number(), number });
			return redirect(asked);
		}
		catch (RuleViolation refused) {
			return refused(asked, refused, viewer, model, response);
		}
	}

	private String refused(Week week, RuleViolation refused, Viewer viewer, Model model, HttpServletResponse response) {
		response.setStatus(422);
		model.addAttribute("flashError", refused.messageKey());
		model.addAttribute("flashArgs", refused.arguments());
		model.addAttribute("page", this.pages.week(week, null, viewer));
		return "calendar/show";
	}

	@GetMapping("/overrides/new")
	String askOverride(@PathVariable String week, @RequestParam String clash, Viewer viewer, Model model) {
		Week asked = CalendarController.required(week);
		model.addAttribute("calendarOverrideForm", new CalendarReasonForm());
		return overrideForm(asked, this.pages.clash(asked, clash, viewer), model);
	}

	@PostMapping("/overrides")
	String override(@PathVariable String week, @RequestParam String clash,
			@Valid @ModelAttribute("calendarOverrideForm") CalendarReasonForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		Week asked = CalendarController.required(week);
		ClashItem found = this.pages.clash(asked, clash, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.weeks.override(asked, clash, form.getReason(), viewer))) {
			return overrideForm(asked, found, model);
		}
		flash.addFlashAttribute("flash", "calendar.overridden");
		return redirect(asked);
	}

	@PostMapping("/acknowledgement")
	String acknowledge(@PathVariable String week, @RequestParam int number, Viewer viewer, RedirectAttributes flash) {
		Week asked = CalendarController.required(week);
		this.weeks.acknowledge(asked, number, viewer);
		flash.addFlashAttribute("flash", "calendar.acknowledged");
		return redirect(asked);
	}

	private static String returnForm(Week week, Model model) {
		model.addAttribute("week", week);
		return "calendar/week-return";
	}

	private static String overrideForm(Week week, ClashItem clash, Model model) {
		model.addAttribute("week", week);
		model.addAttribute("item", clash);
		return "calendar/override";
	}

	private static String redirect(Week week) {
		return "redirect:" + CalendarNotices.url(week);
	}

}
