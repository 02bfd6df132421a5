package vn.nhactruong.workingday;

/**
 * How a rule says when something is due, such as "5 working days after" or "the 15th of
 * the next month, or the working day after". A term in days or months that ends on a rest
 * day or holiday ends on the working day after it (Civil Code 2015, article 148), unless
 * the rule says before.
 *
 * @param unit what is counted
 * @param count how many of them, never negative
 * @param dayOfMonth 1 to 31, the last day of a shorter month; only for
 * {@link DeadlineUnit#DAY_OF_MONTH}, otherwise 0
 * @param before whether a day off gives way to the working day before it
 */
public record DeadlineRule(DeadlineUnit unit, int count, int dayOfMonth, boolean before) {

	public DeadlineRule {
		if (count < 0) {
			throw new IllegalArgumentException("A deadline never counts backwards: " + count);
		}
		if ((unit == DeadlineUnit.DAY_OF_MONTH) ? (dayOfMonth < 1 || dayOfMonth > 31) : dayOfMonth != 0) {
			throw new IllegalArgumentException("No day of a month: " + dayOfMonth);
		}
	}

	public static DeadlineRule workingDays(int count) {
		return new DeadlineRule(DeadlineUnit.WORKING_DAY, count, 0, false);
	}

	public static DeadlineRule days(int count) {
		return new DeadlineRule(DeadlineUnit.DAY, count, 0, false);
	}

	public static DeadlineRule months(int count) {
		return new DeadlineRule(DeadlineUnit.MONTH, count, 0, false);
	}

	/** A day of the month that lies a number of months on; 0 is the month itself. */
	public static DeadlineRule dayOfMonth(int dayOfMonth, int monthsOn) {
		return new DeadlineRule(DeadlineUnit.DAY_OF_MONTH, monthsOn, dayOfMonth, false);
	}

	/** The same rule, with a day off giving way to the working day before it. */
	public DeadlineRule orBefore() {
		return new DeadlineRule(this.unit, this.count, this.dayOfMonth, true);
	}

	/** The rule in words, without the day it starts from. */
	Explanation inWords() {
		return switch (this.unit) {
			case WORKING_DAY -> new Explanation("workingday.count", this.count);
			case DAY -> new Explanation("workingday.rule.days", this.count);
			case MONTH -> new Explanation("workingday.rule.months", this.count);
			case DAY_OF_MONTH -> new Explanation("workingday.rule.dayOfMonth", this.dayOfMonth, this.count);
		};
	}

}
