package vn.nhactruong.workprogram.register;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.workingday.WorkingDays;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItemStatus;

/**
 * The one word, icon and tone by which a page says how an item stands.
 *
 * @param icon {@code null} for the tone's own
 * @param key message key, with {@code args}
 */
record WorkChip(String tone, String icon, String key, Object[] args) {

	private WorkChip(String tone, String icon, String key) {
		this(tone, icon, key, new Object[0]);
	}

	/**
	 * @param program before it is in force nothing is due, and once it is closed what
	 * wasn't done stays so
	 * @param moved by a published version; what its unit alone says hides no overdue item
	 * @param horizon how many working days ahead something is due soon
	 */
	static WorkChip of(ProposalStatus proposal, WorkItemStatus status, ProgramStatus program, LocalDate dueOn,
			LocalDate doneOn, LocalDate slippedTo, boolean moved, LocalDate today, int horizon,
			WorkingDays workingDays) {
		if (proposal != ProposalStatus.ACCEPTED) {
			return switch (proposal) {
				case PROPOSED -> new WorkChip("soon", null, "ProposalStatus.PROPOSED");
				case RETURNED -> new WorkChip("late", "returned", "ProposalStatus.RETURNED");
				default -> new WorkChip("none", null, "ProposalStatus.MERGED");
			};
		}
		boolean slips = status == WorkItemStatus.SLIPPED && (moved || !dueOn.isBefore(today));
		if (slips) {
			return new WorkChip("soon", "slipping", "workprogram.chip.slipped",
					new Object[] { DateFormats.day(slippedTo) });
		}
		return switch (status) {
			case DONE -> doneOn.isAfter(dueOn)
					? new WorkChip("soon", "ok", "workprogram.chip.doneLate",
							new Object[] { ChronoUnit.DAYS.between(dueOn, doneOn) })
					: new WorkChip("ok", null, "workprogram.chip.doneInTime");
			case DROPPED -> new WorkChip("none", "cancelled", "WorkItemStatus.DROPPED");
			default -> switch (program) {
				case PUBLISHED -> due(status, dueOn, today, horizon, workingDays);
				case CLOSED -> new WorkChip("late", null, "workprogram.chip.unfinished");
				default -> new WorkChip("none", null, "WorkItemStatus.PLANNED");
			};
		};
	}

	private static WorkChip due(WorkItemStatus status, LocalDate dueOn, LocalDate today, int horizon,
			WorkingDays workingDays) {
		if (dueOn.isBefore(today)) {
			return new WorkChip("late", null, "workprogram.chip.overdue",
					new Object[] { ChronoUnit.DAYS.between(dueOn, today) });
		}
		if (dueOn.equals(today)) {
			return new WorkChip("soon", null, "workprogram.chip.dueToday");
		}
		long left = workingDays.between(today, dueOn);
		if (left <= horizon) {
			return new WorkChip("soon", null, "workprogram.chip.dueSoon", new Object[] { left });
		}
		return (status == WorkItemStatus.IN_PROGRESS) ? new WorkChip("open", null, "WorkItemStatus.IN_PROGRESS")
				: new WorkChip("none", null, "WorkItemStatus.PLANNED");
	}

}
