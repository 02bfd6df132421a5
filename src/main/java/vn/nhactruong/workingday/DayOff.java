package vn.nhactruong.workingday;

/** Why nobody works on a day. */
public enum DayOff {

	SATURDAY, SUNDAY, HOLIDAY, SUBSTITUTE_DAY_OFF, SWAP_OFF

}
