package vn.nhactruong.account;

import java.util.List;

import vn.nhactruong.shared.Role;

/**
 * The accounts that the sign-in page offers on a demo database. Whoever loads demo data
 * contributes them as a bean; without one nothing is offered.
 */
public interface DemoAccounts {

	List<DemoAccount> all();

	/** An account everybody may use: sample data only. */
	record DemoAccount(String username, String password, Role role, String unitName) {
	}

}
