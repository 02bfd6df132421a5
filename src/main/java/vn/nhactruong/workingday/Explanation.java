package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.MessageSourceResolvable;

/**
 * Why a deadline is the day it is, as a message key with its arguments. Java code hands
 * it to {@code MessageSource.getMessage(explanation, locale)}; a template writes
 * <code>#{workingday.explanation(${deadline.explanation})}</code>.
 *
 * @param key message key
 * @param arguments numbers and, for lists of days, further explanations
 */
public record Explanation(String key, List<Object> arguments) implements MessageSourceResolvable {

	private static final int SHORTEST_RANGE = 3;

	Explanation(String key, Object... arguments) {
		this(key, List.of(arguments));
	}

	static Explanation of(Deadline deadline) {
		Explanation result = deadline.rule().inWords();
		if (deadline.moved() != null) {
			result = new Explanation(deadline.rule().before() ? "workingday.moved.before" : "workingday.moved.after",
					result, day(deadline.nominal()), new Explanation("DayOff." + deadline.moved().name()));
		}
		if (!deadline.skipped().isEmpty()) {
			result = deadline.workedInExchange().isEmpty()
					? new Explanation("workingday.count.without", result, listed(deadline.skipped()))
					: new Explanation("workingday.count.without.including", result, listed(deadline.skipped()),
							listed(deadline.workedInExchange()));
		}
		else if (!deadline.workedInExchange().isEmpty()) {
			result = new Explanation("workingday.count.including", result, listed(deadline.workedInExchange()));
		}
		if (!deadline.unconfirmedYears().isEmpty()) {
			// As text: a year is no number to be grouped.
			result = new Explanation("workingday.unconfirmed", result,
					joined(deadline.unconfirmedYears()
						.stream()
						.map((year) -> new Explanation("workingday.year", year.toString()))
						.toList()));
		}
		return result;
	}

	private static Explanation listed(List<SpecialDay> specials) {
		return joined(items(specials.stream().map(SpecialDay::day).toList()));
	}

	private static Explanation joined(List<Explanation> items) {
		Explanation list = items.get(0);
		for (int i = 1; i < items.size(); i++) {
			list = new Explanation((i < items.size() - 1) ? "workingday.list.next" : "workingday.list.last", list,
					items.get(i));
		}
		return list;
	}

	/**
	 * Three and more days in a row, weekends between them aside, are written as a range:
	 * Tết must not make the sentence unreadable.
	 */
	private static List<Explanation> items(List<LocalDate> days) {
		List<Explanation> items = new ArrayList<>();
		for (int first = 0; first < days.size();) {
			int end = first + 1;
			while (end < days.size() && days.get(end).equals(nextWeekday(days.get(end - 1)))) {
				end++;
			}
			if (end - first >= SHORTEST_RANGE) {
				items.add(new Explanation("workingday.range", day(days.get(first)), day(days.get(end - 1))));
			}
			else {
				days.subList(first, end).forEach((day) -> items.add(day(day)));
			}
			first = end;
		}
		return items;
	}

	private static LocalDate nextWeekday(LocalDate day) {
		LocalDate next = day.plusDays(1);
		while (!HolidayCalendar.isWeekday(next)) {
			next = next.plusDays(1);
		}
		return next;
	}

	private static Explanation day(LocalDate day) {
		return new Explanation("workingday.day", day.getDayOfMonth(), day.getMonthValue());
	}

	@Override
	public String[] getCodes() {
		return new String[] { this.key };
	}

	@Override
	public Object[] getArguments() {
		return this.arguments.toArray();
	}

}
