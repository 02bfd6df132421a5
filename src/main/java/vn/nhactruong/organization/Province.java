package vn.nhactruong.organization;

import java.time.LocalDate;

/**
 * A province or centrally run city within its validity; on 2025-07-01 the 63 became 34
 * (Nghị quyết 202/2025/QH15).
 *
 * @param validFrom {@code null} when it was there before the register begins
 * @param validTo {@code null} while it exists
 */
public record Province(String id, String gsoCode, String name, String kind, Region region, LocalDate validFrom,
		LocalDate validTo, String successorId) {

	public boolean isValidOn(LocalDate day) {
		return (this.validFrom == null || !day.isBefore(this.validFrom))
				&& (this.validTo == null || !day.isAfter(this.validTo));
	}

}
