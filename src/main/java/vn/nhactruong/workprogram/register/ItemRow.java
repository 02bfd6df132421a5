package vn.nhactruong.workprogram.register;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItemStatus;

/**
 * An item of a program in a list.
 *
 * @param lead the unit that holds it today
 * @param formerLead who was named, where another unit holds it today, or {@code null}
 * @param source in words, with the document's number and day
 * @param proposedBy the unit it came from
 * @param moved whether a published version moved it; otherwise its unit only says so
 * @param below how far the items of shorter programs are that carry it out, or
 * {@code null} where there are none or nobody asked
 */
public record ItemRow(long id, long programId, int number, String title, long leadId, String lead, String formerLead,
		List<Long> coordinatingIds, String coordinating, String deliverable, SubmittingLevel level, LocalDate dueOn,
		String source, String sourceText, String sourceNumber, LocalDate sourceDate, Long parentId, String parentTitle,
		Long carriedFromId, long proposedById, String proposedBy, ProposalStatus proposal, String comment,
		WorkItemStatus status, ItemOutcome outcome, int percent, LocalDate doneOn, LocalDate slippedTo, boolean moved,
		String decision, String reason, Below below, WorkChip chip, int version) {

	/** Whether its unit says that it slips, and no version has moved it. */
	public boolean isSlipReported() {
		return this.status == WorkItemStatus.SLIPPED && !this.moved;
	}

	/** Items of shorter programs, without those that were dropped. */
	public record Below(int done, int total) {
	}

}
