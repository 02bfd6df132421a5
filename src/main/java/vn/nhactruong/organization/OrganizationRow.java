package vn.nhactruong.organization;

import java.time.LocalDate;

/** A unit as the list shows it. */
record OrganizationRow(String code, String name, String shortName, OrganizationKind kind, String provinceName,
		Region region, LocalDate validFrom, LocalDate validTo) {
}
