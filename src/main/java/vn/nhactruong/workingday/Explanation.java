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

	private Explanation(String key, Object... arguments) {
		this(key, List.of(arguments));
	}

	static Explanation of(Deadline deadline) {
		Explanation count = new Explanation("workingday.count", deadline.workingDays());
		if (deadline.skipped().isEmpty() && deadline.workedInExchange().isEmpty()) {
			return count;
		}
		if (deadline.workedInExchange().isEmpty()) {
			return new Explanation("workingday.count.without", count, listed(deadline.skipped()));
		}
		if (deadline.skipped().isEmpty()) {
			return new Explanation("workingday.count.including", count, listed(deadline.workedInExchange()));
		}
		return new Explanation("workingday.count.without.including", count, listed(deadline.skipped()),
				listed(deadline.workedInExchange()));
	}

	private static Explanation listed(List<SpecialDay> specials) {
		List<Explanation> items = items(specials.stream().map(SpecialDay::day).toList());
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
