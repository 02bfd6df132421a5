package vn.nhactruong.organization;

import java.time.LocalDate;

/**
 * A unit as everybody else reads it, out of the directory in memory.
 *
 * @param region {@code null} for units without a province
 * @param validFrom {@code null} when it was there before the register begins
 * @param validTo {@code null} while it exists
 * @param successorId the unit that took over its work, or {@code null}
 */
public record Unit(long id, String code, String name, String shortName, OrganizationKind kind, Long parentId,
		String provinceId, Region region, LocalDate validFrom, LocalDate validTo, Long successorId) {

	public boolean isValidOn(LocalDate day) {
		return (this.validFrom == null || !day.isBefore(this.validFrom))
				&& (this.validTo == null || !day.isAfter(this.validTo));
	}

	/** Whether its last day has passed, so that a successor has its work. */
	boolean isOverOn(LocalDate day) {
		return this.validTo != null && day.isAfter(this.validTo);
	}

}
