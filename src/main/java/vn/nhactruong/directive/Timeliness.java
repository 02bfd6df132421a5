package vn.nhactruong.directive;

import java.time.LocalDate;

/**
 * The four-way state the whole of government reports by, and what was never given a
 * deadline. Every directive that counts (no draft, not cancelled, no family's parent) has
 * exactly one of these, so that the columns of a board add up to its total.
 */
public enum Timeliness {

	DONE_ON_TIME("d.timeliness = 'DONE_ON_TIME'"),

	DONE_LATE("d.timeliness = 'DONE_LATE'"),

	OPEN_IN_TIME("""
			d.status in ('ISSUED', 'IN_PROGRESS', 'REPORTED', 'DECLINED') and not d.family and d.due_on is not null
			and (d.due_on >= :today or d.status = 'REPORTED' and d.reported_on <= d.due_on)"""),

	OPEN_OVERDUE("""
			d.status in ('ISSUED', 'IN_PROGRESS', 'REPORTED', 'DECLINED') and not d.family and d.due_on < :today
			and (d.status <> 'REPORTED' or d.reported_on > d.due_on)"""),

	NO_DEADLINE("d.due_on is null and not d.family and d.status not in ('DRAFT', 'CANCELLED')");

	/** What counts at all. */
	public static final String COUNTED = "not d.family and d.status not in ('DRAFT', 'CANCELLED')";

	private final String condition;

	Timeliness(String condition) {
		this.condition = condition;
	}

	/**
	 * The same rule as {@link #of} as SQL over {@code directive d}; parameter
	 * {@code today}.
	 */
	public String condition() {
		return this.condition;
	}

	public boolean isDone() {
		return this == DONE_ON_TIME || this == DONE_LATE;
	}

	/** The tone in which a page shows it. */
	public String tone() {
		return switch (this) {
			case DONE_ON_TIME -> "ok";
			case DONE_LATE -> "soon";
			case OPEN_IN_TIME -> "open";
			case OPEN_OVERDUE -> "late";
			case NO_DEADLINE -> "none";
		};
	}

	/**
	 * Judges by the last approved deadline. What waits to be verified is judged by the
	 * day it was reported: the unit can't help how long the office takes.
	 */
	static Timeliness of(DirectiveStatus status, LocalDate dueOn, LocalDate reportedOn, LocalDate today) {
		if (dueOn == null) {
			return NO_DEADLINE;
		}
		LocalDate judgedOn = (reportedOn != null) ? reportedOn : today;
		boolean late = judgedOn.isAfter(dueOn);
		if (status == DirectiveStatus.VERIFIED) {
			return late ? DONE_LATE : DONE_ON_TIME;
		}
		return late ? OPEN_OVERDUE : OPEN_IN_TIME;
	}

}
