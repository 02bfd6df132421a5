package vn.nhactruong.directive;

/** What an act asks of the person who does it. */
public enum Right {

	/** Works for the unit that holds the directive. */
	WORK,

	/** Signs for that unit. */
	SIGN,

	/** Issues and decides. */
	DIRECT,

	/** Says that a coordinating unit is not needed. */
	COORDINATE,

	/** Works for a unit that coordinates. */
	CONTRIBUTE

}
