package vn.nhactruong.directive.figure;

import org.springframework.modulith.NamedInterface;

/**
 * How many directives stood how at the end of a period. On time, late, in time, overdue
 * and without a deadline always add up to the total, as do those carried over and those
 * issued.
 *
 * @param issued given in the period
 * @param doneOnTime with those by an extended deadline
 * @param openNoDeadline open, without a deadline
 * @param extended whose deadline has been extended
 */
@NamedInterface("figure")
public record Figures(long issued, long doneOnTime, long doneByExtension, long doneLate, long doneNoDeadline,
		long openInTime, long openOverdue, long openNoDeadline, long extended) {

	public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

	public long total() {
		return this.doneOnTime + this.doneLate + this.openInTime + this.openOverdue + noDeadline();
	}

	/** Given before the period and not done before it. */
	public long carried() {
		return total() - this.issued;
	}

	public long noDeadline() {
		return this.doneNoDeadline + this.openNoDeadline;
	}

	public long done() {
		return this.doneOnTime + this.doneLate + this.doneNoDeadline;
	}

	/** Whatever can be late. */
	public long withDeadline() {
		return total() - noDeadline();
	}

	public Figures plus(Figures other) {
		return new Figures(this.issued + other.issued, this.doneOnTime + other.doneOnTime,
				this.doneByExtension + other.doneByExtension, this.doneLate + other.doneLate,
				this.doneNoDeadline + other.doneNoDeadline, this.openInTime + other.openInTime,
				this.openOverdue + other.openOverdue, this.openNoDeadline + other.openNoDeadline,
				this.extended + other.extended);
	}

	/** What a measure of the tally adds; open ones count as in time until overdue. */
	Figures plus(String measure, long n) {
		return plus(switch (measure) {
			case "ISSUED" -> new Figures(n, 0, 0, 0, 0, 0, 0, 0, 0);
			case "DONE_ON_TIME" -> new Figures(0, n, 0, 0, 0, 0, 0, 0, 0);
			case "DONE_BY_EXTENSION" -> new Figures(0, n, n, 0, 0, 0, 0, 0, 0);
			case "DONE_LATE" -> new Figures(0, 0, 0, n, 0, 0, 0, 0, 0);
			case "DONE_NO_DEADLINE" -> new Figures(0, 0, 0, 0, n, 0, 0, 0, 0);
			case "OPEN" -> new Figures(0, 0, 0, 0, 0, n, 0, 0, 0);
			case "OVERDUE" -> new Figures(0, 0, 0, 0, 0, -n, n, 0, 0);
			case "OPEN_NO_DEADLINE" -> new Figures(0, 0, 0, 0, 0, 0, 0, n, 0);
			case "EXTENDED_OPEN", "EXTENDED_DONE" -> new Figures(0, 0, 0, 0, 0, 0, 0, 0, n);
			default -> throw new IllegalArgumentException(measure);
		});
	}

	boolean isNone() {
		return equals(NONE);
	}

}
