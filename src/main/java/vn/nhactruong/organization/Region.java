package vn.nhactruong.organization;

/** The three regions by which conferences are called. */
public enum Region {

	NORTH, CENTRAL, SOUTH

}
