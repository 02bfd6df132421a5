package vn.nhactruong.directive;

import java.util.function.ToLongFunction;

/**
 * One number of a statistic, and exactly the rows behind it. {@code s} is how a directive
 * stands on the day that is looked at.
 */
public enum Figure {

	TOTAL("true", Figures::total),

	/** Given before the period and not done before it. */
	CARRIED("s.issued_on < :figureFrom", Figures::carried),

	/** Given in the period. */
	ISSUED("s.issued_on >= :figureFrom", Figures::issued),

	DONE_ON_TIME("s.state in ('DONE_ON_TIME', 'DONE_BY_EXTENSION')", Figures::doneOnTime),

	/** Of those done on time: after the first deadline, within an extended one. */
	DONE_BY_EXTENSION("s.state = 'DONE_BY_EXTENSION'", Figures::doneByExtension),

	DONE_LATE("s.state = 'DONE_LATE'", Figures::doneLate),

	OPEN_IN_TIME("s.state = 'OPEN' and (s.overdue_from is null or s.overdue_from > :figureDay)", Figures::openInTime),

	OPEN_OVERDUE("s.state = 'OPEN' and s.overdue_from <= :figureDay", Figures::openOverdue),

	NO_DEADLINE("s.state in ('OPEN_NO_DEADLINE', 'DONE_NO_DEADLINE')", Figures::noDeadline),

	/** Of those without a deadline: done. */
	DONE_NO_DEADLINE("s.state = 'DONE_NO_DEADLINE'", Figures::doneNoDeadline),

	/** Whose deadline has been moved at least once. */
	EXTENDED("s.extended", Figures::extended);

	private final String condition;

	private final ToLongFunction<Figures> count;

	Figure(String condition, ToLongFunction<Figures> count) {
		this.condition = condition;
		this.count = count;
	}

	/**
	 * SQL over {@code directive_standing s}; parameters {@code figureFrom},
	 * {@code figureDay}.
	 */
	String condition() {
		return this.condition;
	}

	public long of(Figures figures) {
		return this.count.applyAsLong(figures);
	}

}
