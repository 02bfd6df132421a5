package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A day reached by a rule, together with why it is that day.
 *
 * @param rule the rule
 * @param nominal the day the rule names before days off are heeded; in a count of working
 * days the date itself
 * @param date the day
 * @param moved why the nominal day is off, null if it is the date
 * @param skipped in a count of working days, Mondays to Fridays passed over because they
 * are off, in their order
 * @param workedInExchange in a count of working days, Saturdays and Sundays counted
 * because they are worked, in their order
 * @param unconfirmedYears years the count touches whose holidays are not confirmed yet
 */
public record Deadline(DeadlineRule rule, LocalDate nominal, LocalDate date, @Nullable DayOff moved,
		List<SpecialDay> skipped, List<SpecialDay> workedInExchange, List<Integer> unconfirmedYears) {

	public Deadline {
		skipped = List.copyOf(skipped);
		workedInExchange = List.copyOf(workedInExchange);
		unconfirmedYears = List.copyOf(unconfirmedYears);
	}

	/**
	 * The rule and what changed its result in words, such as "5 ngày làm việc, không tính
	 * 30/4 và 1/5".
	 */
	public Explanation explanation() {
		return Explanation.of(this);
	}

}
