package vn.nhactruong.account;

import java.util.List;

import vn.nhactruong.shared.Role;

/** An account as the list shows it. */
record AccountRow(long id, String username, String displayName, String position, boolean locked, List<Held> grants) {

	/** A role and the unit it is held for. */
	record Held(Role role, String unitName) {
	}

}
