package vn.nhactruong.workprogram;

/** Who decides on an item's result in the end (cấp trình), from the highest down. */
public enum SubmittingLevel {

	/** Bộ Chính trị, Ban Bí thư. */
	PARTY,

	NATIONAL_ASSEMBLY, STANDING_COMMITTEE, GOVERNMENT, PRIME_MINISTER, MINISTER, VICE_MINISTER, UNIT_HEAD

}
