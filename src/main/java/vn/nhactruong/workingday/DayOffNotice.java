package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.shared.DateFormats;

/**
 * A deadline may be a day off, but is seldom meant to be: whoever has set one reads on
 * the next page which day it is and which working day follows.
 */
@Component
public class DayOffNotice {

	private final WorkingDays workingDays;

	private final MessageSource messages;

	DayOffNotice(WorkingDays workingDays, MessageSource messages) {
		this.workingDays = workingDays;
		this.messages = messages;
	}

	/**
	 * Leaves a sentence for each of the days that is no working day.
	 * @param days as they were set; {@code null} where none was
	 */
	public void leave(RedirectAttributes flash, LocalDate... days) {
		List<String> sentences = Arrays.stream(days)
			.filter(Objects::nonNull)
			.distinct()
			.filter((day) -> !this.workingDays.isWorkingDay(day))
			.map(this::sentence)
			.toList();
		if (!sentences.isEmpty()) {
			flash.addFlashAttribute("daysOff", new ArrayList<>(sentences));
		}
	}

	private String sentence(LocalDate day) {
		Locale locale = LocaleContextHolder.getLocale();
		String weekday = this.messages.getMessage("workingday.weekday." + day.getDayOfWeek(), null, locale);
		return this.messages.getMessage("workingday.dayOff",
				new Object[] { DateFormats.day(day), weekday, DateFormats.day(this.workingDays.onOrAfter(day)) },
				locale);
	}

}
