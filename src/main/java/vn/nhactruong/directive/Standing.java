package vn.nhactruong.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What decides how a directive stands in time.
 *
 * @param givenAnewOn when its present lead was given it, or given it back, if later than
 * issued
 */
public record Standing(DirectiveStatus status, LocalDate issuedOn, LocalDate givenAnewOn, LocalDate originalDueOn,
		LocalDate dueOn, LocalDate reportedOn, int percent, Timeliness frozen) {

	public static Standing of(Directive directive) {
		return new Standing(directive.getStatus(), directive.getIssuedOn(), directive.getGivenAnewOn(),
				directive.getOriginalDueOn(), directive.getDueOn(), directive.getReportedOn(), directive.getPercent(),
				null);
	}

	public static Standing of(ResultSet row) throws SQLException {
		String frozen = row.getString("timeliness");
		return new Standing(DirectiveStatus.valueOf(row.getString("status")),
				row.getObject("issued_on", LocalDate.class), row.getObject("given_anew_on", LocalDate.class),
				row.getObject("original_due_on", LocalDate.class), row.getObject("due_on", LocalDate.class),
				row.getObject("reported_on", LocalDate.class), row.getInt("percent"),
				(frozen != null) ? Timeliness.valueOf(frozen) : null);
	}

	public Timeliness timeliness(LocalDate today) {
		return (this.frozen != null) ? this.frozen : Timeliness.of(this.status, this.dueOn, this.reportedOn, today);
	}

	/** The rule of {@link #slipping} over {@code directive d}. */
	public static final String SLIPPING = """
			d.status in ('ISSUED', 'IN_PROGRESS') and not d.family and d.due_on >= :today
			and d.percent + :tolerance < least(100,
			    greatest(0, cast(:today as date) - coalesce(d.given_anew_on, d.issued_on)) * 100
			    / greatest(1, d.due_on - coalesce(d.given_anew_on, d.issued_on)))""";

	/**
	 * Not overdue yet, but reported progress is behind the time that has passed. What was
	 * declined waits for its issuer: the unit can't be slow with it.
	 * @param tolerance by how many percents it may be, so that nobody is slow from the
	 * first day on
	 */
	public boolean slipping(LocalDate today, int tolerance) {
		Integer elapsed = elapsed(today);
		return elapsed != null && timeliness(today) == Timeliness.OPEN_IN_TIME && this.percent + tolerance < elapsed;
	}

	/**
	 * How much of the time has passed that its lead has for it, in whole percents;
	 * {@code null} without a deadline or when it isn't the unit's turn.
	 */
	public Integer elapsed(LocalDate today) {
		LocalDate givenOn = (this.givenAnewOn != null) ? this.givenAnewOn : this.issuedOn;
		if (this.dueOn == null || givenOn == null || !this.status.isWithUnit()) {
			return null;
		}
		long whole = Math.max(1, ChronoUnit.DAYS.between(givenOn, this.dueOn));
		long passed = Math.max(0, ChronoUnit.DAYS.between(givenOn, today));
		return (int) Math.min(100, passed * 100 / whole);
	}

}
