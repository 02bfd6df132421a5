package vn.nhactruong.directive.list;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Standing;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.workingday.WorkingDays;

/**
 * The one word, icon and tone by which a page says how a directive stands in time.
 *
 * @param icon {@code null} for the tone's own
 * @param key message key, with {@code args}
 */
public record StateChip(String tone, String icon, String key, Object[] args) {

	private StateChip(String tone, String key, Object... args) {
		this(tone, null, key, args);
	}

	static StateChip of(Standing standing, LocalDate today, int horizon, int tolerance, WorkingDays workingDays) {
		DirectiveStatus status = standing.status();
		Timeliness timeliness = standing.timeliness(today);
		if (status == DirectiveStatus.DRAFT) {
			return new StateChip("none", "draft", "DirectiveStatus.DRAFT", new Object[0]);
		}
		if (status == DirectiveStatus.CANCELLED) {
			return new StateChip("none", "cancelled", "DirectiveStatus.CANCELLED", new Object[0]);
		}
		if (status == DirectiveStatus.VERIFIED) {
			return verified(standing, timeliness);
		}
		if (status == DirectiveStatus.REPORTED) {
			return (timeliness == Timeliness.OPEN_OVERDUE)
					? new StateChip("late", "directive.chip.reportedLate",
							days(standing.dueOn(), standing.reportedOn()))
					: new StateChip("open", "directive.chip.reported");
		}
		if (timeliness == Timeliness.NO_DEADLINE) {
			return new StateChip("none", "Timeliness.NO_DEADLINE");
		}
		if (timeliness == Timeliness.OPEN_OVERDUE) {
			return new StateChip("late", "directive.chip.overdue", days(standing.dueOn(), today));
		}
		long left = workingDays.between(today, standing.dueOn());
		if (standing.dueOn().equals(today)) {
			return new StateChip("soon", "directive.chip.dueToday");
		}
		boolean slipping = standing.slipping(today, tolerance);
		if (left <= horizon) {
			return slipping ? new StateChip("soon", "slipping", "directive.chip.slippingSoon", new Object[] { left })
					: new StateChip("soon", "directive.chip.dueSoon", left);
		}
		return slipping ? new StateChip("soon", "slipping", "directive.chip.slipping", new Object[0])
				: new StateChip("open", "Timeliness.OPEN_IN_TIME");
	}

	private static StateChip verified(Standing standing, Timeliness timeliness) {
		if (timeliness == Timeliness.NO_DEADLINE) {
			return new StateChip("ok", "directive.chip.done");
		}
		boolean extended = timeliness == Timeliness.DONE_ON_TIME
				&& standing.reportedOn().isAfter(standing.originalDueOn());
		return new StateChip(timeliness.tone(), extended ? "directive.chip.doneExtended" : "Timeliness." + timeliness);
	}

	private static long days(LocalDate dueOn, LocalDate day) {
		return ChronoUnit.DAYS.between(dueOn, day);
	}

}
