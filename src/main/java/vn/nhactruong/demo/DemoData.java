package vn.nhactruong.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.database.DatabasePurpose;
import vn.nhactruong.organization.ReferenceUnits;

/**
 * Fills an empty demo database once, all or nothing, before the first request and once
 * once everybody listens who audits and tells. A later start finds the accounts there and
 * leaves everything as people left it.
 */
@Component
@Profile("demo")
class DemoData implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(DemoData.class);

	private final DatabasePurpose purpose;

	private final Accounts accounts;

	private final DemoPeople people;

	private final ArchivedConferences archived;

	private final ExampleConferences examples;

	private final ExampleWeeks weeks;

	private final ExamplePrograms programs;

	private final TransactionTemplate transaction;

	/**
	 * The units have to be there first: {@code ReferenceUnits} loads as it is created.
	 */
	DemoData(DatabasePurpose purpose, ReferenceUnits units, Accounts accounts, DemoPeople people,
			ArchivedConferences archived, ExampleConferences examples, ExampleWeeks weeks, ExamplePrograms programs,
			TransactionTemplate transaction) {
		this.purpose = purpose;
		this.accounts = accounts;
		this.people = people;
		this.archived = archived;
		this.examples = examples;
		this.weeks = weeks;
		this.programs = programs;
		this.transaction = transaction;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!this.purpose.isDemo() || !this.accounts.none()) {
			return;
		}
		long started = System.nanoTime();
		this.transaction.executeWithoutResult((status) -> {
			this.people.load();
			this.archived.load();
			this.examples.load();
			this.weeks.load();
			this.programs.load();
		});
		log.info("Loaded the demo data in {} ms", (System.nanoTime() - started) / 1_000_000);
	}

}
