package vn.nhactruong.directive.list;

import java.time.LocalDate;

import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Timeliness;

/**
 * One line of a list.
 *
 * @param formerLead who was given it, where another unit holds it today
 * @param slipping whether it is in time, but less is done than time has passed
 * @param extended whether the deadline was moved by an extension
 * @param children how many units a family was given to, and how many of them are done
 */
public record DirectiveRow(long id, String code, String title, Party lead, String formerLead, DirectiveStatus status,
		StateChip chip, Timeliness timeliness, boolean slipping, LocalDate issuedOn, LocalDate dueOn, boolean extended,
		LocalDate reportedOn, int percent, boolean family, int children, int childrenDone, Long clauseId,
		boolean example, int version) {

	/** Names it as it was looked at, for a choice that is acted on later. */
	public String seen() {
		return this.id + "-" + this.version;
	}

	/**
	 * Whether anything is left that is done for several units at once: a reminder or more
	 * time while it is the unit's turn, verification once it has reported.
	 */
	public boolean choosable() {
		return this.status.isWithUnit() || this.status == DirectiveStatus.REPORTED;
	}

	/**
	 * Whether its timeliness means anything: not for what was called off or is not out
	 * yet, nor for a family, whose children each have theirs.
	 */
	public boolean counts() {
		return !this.family && this.status != DirectiveStatus.CANCELLED && this.status != DirectiveStatus.DRAFT;
	}

}
