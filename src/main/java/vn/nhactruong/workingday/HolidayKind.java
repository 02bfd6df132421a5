package vn.nhactruong.workingday;

/**
 * Why a day differs from what its weekday says.
 */
public enum HolidayKind {

	/** Public holiday, on whatever weekday it falls. */
	HOLIDAY,

	/** Working day given off because a holiday fell on a weekly rest day. */
	SUBSTITUTE_DAY_OFF,

	/** Saturday or Sunday worked in exchange for a {@link #SWAP_OFF}. */
	SWAP_WORKING,

	/** Working day given off in exchange for a {@link #SWAP_WORKING}. */
	SWAP_OFF;

	boolean isWorked() {
		return this == SWAP_WORKING;
	}

}
