package vn.nhactruong.organization;

/**
 * A module above that still uses a unit; asked before the unit is closed.
 */
public interface UnitUse {

	/** Message key of the sentence; its argument is the count. */
	String messageKey();

	/** How many of its things depend on the unit. */
	int count(long organizationId);

}
