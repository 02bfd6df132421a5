package vn.nhactruong.account;

import org.springframework.stereotype.Component;

import vn.nhactruong.organization.UnitUse;

/** People hold roles for a unit: whoever closes it should know. */
@Component
class AccountsOfUnit implements UnitUse {

	private final Accounts accounts;

	AccountsOfUnit(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public String messageKey() {
		return "account.warning.unitCloses";
	}

	@Override
	public int count(long organizationId) {
		return this.accounts.countIn(organizationId);
	}

}
