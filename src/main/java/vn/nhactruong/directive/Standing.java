package vn.nhactruong.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** What decides how a directive stands in time. */
public record Standing(DirectiveStatus status, LocalDate issuedOn, LocalDate originalDueOn, LocalDate dueOn,
		LocalDate reportedOn, int percent, Timeliness frozen) {

	public static Standing of(Directive directive) {
		return new Standing(directive.getStatus(), directive.getIssuedOn(), directive.getOriginalDueOn(),
				directive.getDueOn(), directive.getReportedOn(), directive.getPercent(), null);
	}

	public static Standing of(ResultSet row) throws SQLException {
		String frozen = row.getString("timeliness");
		return new Standing(DirectiveStatus.valueOf(row.getString("status")),
				row.getObject("issued_on", LocalDate.class), row.getObject("original_due_on", LocalDate.class),
				row.getObject("due_on", LocalDate.class), row.getObject("reported_on", LocalDate.class),
				row.getInt("percent"), (frozen != null) ? Timeliness.valueOf(frozen) : null);
	}

	public Timeliness timeliness(LocalDate today) {
		return (this.frozen != null) ? this.frozen : Timeliness.of(this.status, this.dueOn, this.reportedOn, today);
	}

	/** The rule of {@link #slipping} over {@code directive d}. */
	public static final String SLIPPING = """
			d.status in ('ISSUED', 'IN_PROGRESS', 'DECLINED') and not d.family and d.due_on >= :today
			and d.percent + :tolerance < least(100, greatest(0, cast(:today as date) - d.issued_on) * 100
			    / greatest(1, d.due_on - d.issued_on))""";

	public boolean slipping(LocalDate today, int tolerance) {
		Integer elapsed = Directive.elapsed(this.status, this.issuedOn, this.dueOn, today);
		return elapsed != null && timeliness(today) == Timeliness.OPEN_IN_TIME && this.percent + tolerance < elapsed;
	}

}
