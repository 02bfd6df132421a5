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
	 * @param horizon how many working days ahead something is due soon
	 */
	static WorkChip of(ProposalStatus proposal, WorkItemStatus status, ItemOutcome outcome, ProgramStatus program,
			LocalDate dueOn, LocalDate doneOn, LocalDate slippedTo, LocalDate today, int horizon,
			WorkingDays workingDays) {
		if (proposal != ProposalStatus.ACCEPTED) {
			return switch (proposal) {
				case PROPOSED -> new WorkChip("soon", null, "ProposalStatus.PROPOSED");
				case RETURNED -> new WorkChip("late", "returned", "ProposalStatus.RETURNED");
				default -> new WorkChip("none", null, "ProposalStatus.MERGED");
			};
		}
		if (!program.isPublished()) {
			return new WorkChip("open", null, "ProposalStatus.ACCEPTED");
		}
		return switch (outcome) {
			case IN_TIME -> new WorkChip("ok", null, "workprogram.chip.doneInTime");
			case LATE -> new WorkChip("soon", "ok", "workprogram.chip.doneLate",
					new Object[] { ChronoUnit.DAYS.between(dueOn, doneOn) });
			case SLIPPED -> new WorkChip("soon", "slipping", "workprogram.chip.slipped",
					new Object[] { DateFormats.day(slippedTo) });
			case CARRIED -> new WorkChip("soon", "slipping", "ItemOutcome.CARRIED");
			case DROPPED -> new WorkChip("none", "cancelled", "WorkItemStatus.DROPPED");
			case OVERDUE -> (program == ProgramStatus.CLOSED)
					? new WorkChip("late", null, "workprogram.chip.unfinished") : new WorkChip("late", null,
							"workprogram.chip.overdue", new Object[] { ChronoUnit.DAYS.between(dueOn, today) });
			case OPEN -> due(status, dueOn, today, horizon, workingDays);
		};
	}

	private static WorkChip due(WorkItemStatus status, LocalDate dueOn, LocalDate today, int horizon,
			WorkingDays workingDays) {
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
