package vn.nhactruong.directive.figure;

import java.util.Optional;
import java.util.function.ToLongFunction;

import org.springframework.modulith.NamedInterface;

/**
 * One number of a statistic, and exactly the rows behind it. {@code s} is how a directive
 * stands on the day that is looked at.
 */
@NamedInterface("figure")
public enum Figure {

	TOTAL(Stood.EITHER, null, "true", Figures::total),

	/** Given before the period and not done before it. */
	CARRIED(Stood.EITHER, null, "s.issued_on < :figureFrom", Figures::carried),

	/** Given in the period. */
	ISSUED(Stood.EITHER, null, "s.issued_on >= :figureFrom", Figures::issued),

	DONE_ON_TIME(Stood.DONE, true, "s.state in ('DONE_ON_TIME', 'DONE_BY_EXTENSION')", Figures::doneOnTime),

	/** Of those done on time: after the first deadline, within an extended one. */
	DONE_BY_EXTENSION(Stood.DONE, true, "s.state = 'DONE_BY_EXTENSION'", Figures::doneByExtension),

	DONE_LATE(Stood.DONE, true, "s.state = 'DONE_LATE'", Figures::doneLate),

	OPEN_IN_TIME(Stood.OPEN, true, "s.state = 'OPEN' and (s.overdue_from is null or s.overdue_from > :figureDay)",
			Figures::openInTime),

	OPEN_OVERDUE(Stood.OPEN, true, "s.state = 'OPEN' and s.overdue_from <= :figureDay", Figures::openOverdue),

	NO_DEADLINE(Stood.EITHER, false, "s.state in ('OPEN_NO_DEADLINE', 'DONE_NO_DEADLINE')", Figures::noDeadline),

	/** Of those without a deadline: done. */
	DONE_NO_DEADLINE(Stood.DONE, false, "s.state = 'DONE_NO_DEADLINE'", Figures::doneNoDeadline),

	/** Whose deadline has been extended at least once. */
	EXTENDED(Stood.EITHER, true, "s.extended", Figures::extended);

	private final Stood stood;

	private final Boolean deadline;

	private final String condition;

	private final ToLongFunction<Figures> count;

	Figure(Stood stood, Boolean deadline, String condition, ToLongFunction<Figures> count) {
		this.stood = stood;
		this.deadline = deadline;
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

	boolean mayBeOpen() {
		return this.stood != Stood.DONE;
	}

	boolean mayBeDone() {
		return this.stood != Stood.OPEN;
	}

	/** Whether all have a deadline or none has; empty for both kinds. */
	Optional<Boolean> deadline() {
		return Optional.ofNullable(this.deadline);
	}

	public long of(Figures figures) {
		return this.count.applyAsLong(figures);
	}

	private enum Stood {

		OPEN, DONE, EITHER

	}

}
