package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.List;

/**
 * A day reached by counting working days, together with why it is that day.
 *
 * @param date the day
 * @param workingDays how many working days were counted
 * @param skipped Mondays to Fridays passed over because they are off, in their order
 * @param workedInExchange Saturdays and Sundays counted because they are worked, in their
 * order
 */
public record Deadline(LocalDate date, int workingDays, List<SpecialDay> skipped, List<SpecialDay> workedInExchange) {

	public Deadline {
		skipped = List.copyOf(skipped);
		workedInExchange = List.copyOf(workedInExchange);
	}

	/**
	 * The count in words, such as "5 ngày làm việc, không tính 30/4 và 1/5".
	 */
	public Explanation explanation() {
		return Explanation.of(this);
	}

}
