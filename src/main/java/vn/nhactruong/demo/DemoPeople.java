package vn.nhactruong.demo;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.DemoAccounts;
import vn.nhactruong.organization.UnitDirectory;

/** The accounts everybody may use, on a demo database only. */
@Component
@Profile("demo")
class DemoPeople implements DemoAccounts {

	private final DemoFiles files;

	private final Accounts accounts;

	private final UnitDirectory units;

	private final PasswordEncoder encoder;

	private final DemoFile.Accounts file;

	DemoPeople(DemoFiles files, Accounts accounts, UnitDirectory units, PasswordEncoder encoder) {
		this.files = files;
		this.accounts = accounts;
		this.units = units;
		this.encoder = encoder;
		this.file = files.read("accounts.json", DemoFile.Accounts.class);
	}

	void load() {
		// One hash for all: it is one password, and a hash is slow on purpose.
		String hash = this.encoder.encode(this.file.password());
		for (DemoFile.Account account : this.file.accounts()) {
			this.accounts.addInitial(account.username(), account.displayName(), account.position(), hash, false,
					account.role(), account.unit(), this.files.actor());
		}
	}

	@Override
	public List<DemoAccount> all() {
		return this.file.accounts()
			.stream()
			.map((account) -> new DemoAccount(account.username(), this.file.password(), account.role(),
					this.units.byCode(account.unit()).orElseThrow().name()))
			.toList();
	}

}
