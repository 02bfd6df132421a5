package vn.nhactruong.workingday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.RuleViolation;

/** Computes a deadline for whoever has to set one, and says why it is that day. */
@Controller
@SignedIn
class WorkingDayController {

	private final WorkingDays workingDays;

	private final FormHandler forms;

	private final MessageSource messages;

	private final Clock clock;

	WorkingDayController(WorkingDays workingDays, FormHandler forms, MessageSource messages, Clock clock) {
		this.workingDays = workingDays;
		this.forms = forms;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/working-days")
	String compute(@Valid @ModelAttribute("deadlineQuery") DeadlineQuery query, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response, Locale locale) {
		model.addAttribute("rules", Option.of(this.messages, locale, DeadlineUnit.values()));
		if (request.getParameter("count") == null) {
			LocalDate start = (query.getFrom() != null) ? query.getFrom() : LocalDate.now(this.clock);
			model.addAttribute("deadlineQuery", DeadlineQuery.startingOn(start));
			return "workingday/calculator";
		}
		this.forms.accepted(errors, model, response, () -> {
			model.addAttribute("deadline", deadline(query));
			model.addAttribute("locale", locale);
		});
		return "workingday/calculator";
	}

	private Deadline deadline(DeadlineQuery query) {
		boolean fixedDay = query.getRule() == DeadlineUnit.DAY_OF_MONTH;
		if (fixedDay && query.getDayOfMonth() == null) {
			throw RuleViolation.at("dayOfMonth", "workingday.error.dayOfMonthMissing");
		}
		if (!fixedDay && query.getCount() == 0) {
			throw RuleViolation.at("count", "workingday.error.countMissing");
		}
		requireKnown("from", query.getFrom());
		Deadline deadline = this.workingDays.due(query.getFrom(), query.toRule());
		requireKnown("count", deadline.date());
		if (deadline.nominal().isBefore(query.getFrom())) {
			throw RuleViolation.at("count", "workingday.error.dayPassed", DateFormats.day(deadline.nominal()),
					DateFormats.day(query.getFrom()));
		}
		return deadline;
	}

	/** Outside of these years nobody knows the days off. */
	private static void requireKnown(String field, LocalDate day) {
		if (day.getYear() < LegalHolidays.FIRST_YEAR || day.getYear() > LegalHolidays.LAST_YEAR) {
			throw RuleViolation.at(field, "workingday.error.unknownYear", String.valueOf(LegalHolidays.FIRST_YEAR),
					String.valueOf(LegalHolidays.LAST_YEAR));
		}
	}

}
