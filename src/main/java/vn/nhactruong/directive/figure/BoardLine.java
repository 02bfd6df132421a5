package vn.nhactruong.directive.figure;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.organization.OrganizationKind;

/**
 * One unit's line of the board, or the line of a kind that leads together. The five
 * numbers always add up to the total.
 *
 * @param unitId {@code null} in the line of a kind
 * @param group {@code null} in the line of a unit
 */
@NamedInterface("figure")
public record BoardLine(Long unitId, String unitName, OrganizationKind group, long doneOnTime, long doneLate,
		long openInTime, long openOverdue, long noDeadline) {

	public long total() {
		return this.doneOnTime + this.doneLate + this.openInTime + this.openOverdue + this.noDeadline;
	}

	public long count(Timeliness timeliness) {
		return switch (timeliness) {
			case DONE_ON_TIME -> this.doneOnTime;
			case DONE_LATE -> this.doneLate;
			case OPEN_IN_TIME -> this.openInTime;
			case OPEN_OVERDUE -> this.openOverdue;
			case NO_DEADLINE -> this.noDeadline;
		};
	}

	BoardLine plus(BoardLine other) {
		return new BoardLine(this.unitId, this.unitName, this.group, this.doneOnTime + other.doneOnTime,
				this.doneLate + other.doneLate, this.openInTime + other.openInTime,
				this.openOverdue + other.openOverdue, this.noDeadline + other.noDeadline);
	}

}
