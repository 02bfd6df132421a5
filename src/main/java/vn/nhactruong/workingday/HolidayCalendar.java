package vn.nhactruong.workingday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Counts working days over a fixed set of special days.
 */
final class HolidayCalendar {

	private final NavigableMap<LocalDate, SpecialDay> specials = new TreeMap<>();

	/** Years whose days off are not confirmed. */
	private final NavigableSet<Integer> unconfirmedYears;

	HolidayCalendar(Collection<SpecialDay> specials, Collection<Integer> unconfirmedYears) {
		specials.forEach((special) -> this.specials.put(special.day(), special));
		this.unconfirmedYears = new TreeSet<>(unconfirmedYears);
	}

	static boolean isWeekday(LocalDate day) {
		return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
	}

	boolean isWorkingDay(LocalDate day) {
		SpecialDay special = this.specials.get(day);
		return (special != null) ? special.kind().isWorked() : isWeekday(day);
	}

	LocalDate onOrAfter(LocalDate day) {
		LocalDate candidate = day;
		while (!isWorkingDay(candidate)) {
			candidate = candidate.plusDays(1);
		}
		return candidate;
	}

	LocalDate onOrBefore(LocalDate day) {
		LocalDate candidate = day;
		while (!isWorkingDay(candidate)) {
			candidate = candidate.minusDays(1);
		}
		return candidate;
	}

	Deadline due(LocalDate from, DeadlineRule rule) {
		return switch (rule.unit()) {
			case WORKING_DAY -> after(from, rule.count());
			case DAY -> onWorkingDay(from.plusDays(rule.count()), rule);
			case MONTH -> onWorkingDay(from.plusMonths(rule.count()), rule);
			case DAY_OF_MONTH -> {
				YearMonth month = YearMonth.from(from).plusMonths(rule.count());
				yield onWorkingDay(month.atDay(Math.min(rule.dayOfMonth(), month.lengthOfMonth())), rule);
			}
		};
	}

	private Deadline onWorkingDay(LocalDate nominal, DeadlineRule rule) {
		LocalDate date = rule.before() ? onOrBefore(nominal) : onOrAfter(nominal);
		// Only the days between the two decide about the result.
		List<Integer> unconfirmed = rule.before() ? unconfirmed(date, nominal) : unconfirmed(nominal, date);
		return new Deadline(rule, nominal, date, dayOff(nominal), List.of(), List.of(), unconfirmed);
	}

	private @Nullable DayOff dayOff(LocalDate day) {
		SpecialDay special = this.specials.get(day);
		if (special != null) {
			return special.kind().isWorked() ? null : DayOff.valueOf(special.kind().name());
		}
		return isWeekday(day) ? null : DayOff.valueOf(day.getDayOfWeek().name());
	}

	Deadline after(LocalDate start, int workingDays) {
		requireCount(workingDays);
		LocalDate day = start;
		for (int left = workingDays; left > 0;) {
			day = day.plusDays(1);
			if (isWorkingDay(day)) {
				left--;
			}
		}
		return deadline(day, workingDays, start.plusDays(1), day);
	}

	Deadline before(LocalDate date, int workingDays) {
		requireCount(workingDays);
		if (workingDays == 0) {
			return deadline(date, 0, date.plusDays(1), date);
		}
		LocalDate day = date;
		for (int left = workingDays; left > 0 || !isWorkingDay(day); day = day.minusDays(1)) {
			if (isWorkingDay(day)) {
				left--;
			}
		}
		return deadline(day, workingDays, day.plusDays(1), date);
	}

	long between(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			return -between(to, from);
		}
		long count = weekdaysUpTo(to) - weekdaysUpTo(from);
		for (SpecialDay special : this.specials.subMap(from, false, to, true).values()) {
			count += (special.kind().isWorked() ? 1 : 0) - (isWeekday(special.day()) ? 1 : 0);
		}
		return count;
	}

	/**
	 * Mondays to Fridays since Monday, 29 December 1969.
	 */
	private static long weekdaysUpTo(LocalDate day) {
		long days = day.toEpochDay() + 3;
		return Math.floorDiv(days, 7L) * 5 + Math.min(Math.floorMod(days, 7L) + 1, 5);
	}

	private Deadline deadline(LocalDate date, int workingDays, LocalDate first, LocalDate last) {
		List<SpecialDay> skipped = new ArrayList<>();
		List<SpecialDay> workedInExchange = new ArrayList<>();
		if (!first.isAfter(last)) {
			for (SpecialDay special : this.specials.subMap(first, true, last, true).values()) {
				boolean weekday = isWeekday(special.day());
				if (weekday && !special.kind().isWorked()) {
					skipped.add(special);
				}
				else if (!weekday && special.kind().isWorked()) {
					workedInExchange.add(special);
				}
			}
		}
		return new Deadline(DeadlineRule.workingDays(workingDays), date, date, null, skipped, workedInExchange,
				first.isAfter(last) ? List.of() : unconfirmed(first, last));
	}

	private List<Integer> unconfirmed(LocalDate first, LocalDate last) {
		return List.copyOf(this.unconfirmedYears.subSet(first.getYear(), true, last.getYear(), true));
	}

	private static void requireCount(int workingDays) {
		if (workingDays < 0) {
			throw new IllegalArgumentException("A number of working days is never negative: " + workingDays);
		}
	}

}
