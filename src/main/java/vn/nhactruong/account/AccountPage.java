package vn.nhactruong.account;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.shared.Role;

/** An account as its page shows it. */
record AccountPage(long id, String username, String displayName, String position, String email, String phone,
		boolean passwordChangeRequired, Instant lockedAt, String lockReason, List<Held> grants) {

	/** A role, the unit it is held for, and whether that unit still exists. */
	record Held(long id, Role role, String unitCode, String unitName, boolean valid) {
	}

}
