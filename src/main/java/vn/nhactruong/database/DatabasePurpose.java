package vn.nhactruong.database;

import java.util.List;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database is for, demo or production; stands in the database itself so that the
 * two never mix.
 * <p>
 * The check happens while this bean is made: after Flyway, before the web server accepts
 * a request. Whoever loads demo data injects this bean, asks {@link #isDemo()} and so
 * can't run before it.
 */
@Component
@DependsOnDatabaseInitialization
public class DatabasePurpose {

	private static final String DEMO = "DEMO";

	private static final String PRODUCTION = "PRODUCTION";

	private final boolean demo;

	DatabasePurpose(JdbcClient database, Environment environment) {
		this.demo = environment.acceptsProfiles(Profiles.of(DatabaseSelection.DEMO_PROFILE));
		List<String> marks = marks(database);
		if (marks.isEmpty()) {
			if (this.demo && hasAccounts(database)) {
				throw new DatabaseFailure(DatabaseFailure.Reason.ACCOUNTS_PRESENT);
			}
			// Another node may be marking at the same time: the first one counts.
			database.sql("insert into database_purpose (purpose) values (:purpose) on conflict do nothing")
				.param("purpose", this.demo ? DEMO : PRODUCTION)
				.update();
			marks = marks(database);
		}
		if (this.demo && marks.contains(PRODUCTION)) {
			throw new DatabaseFailure(DatabaseFailure.Reason.PRODUCTION_DATA);
		}
		if (!this.demo && marks.contains(DEMO)) {
			throw new DatabaseFailure(DatabaseFailure.Reason.DEMO_DATA);
		}
	}

	/** Whether sample data and known passwords are allowed in this database. */
	public boolean isDemo() {
		return this.demo;
	}

	private static List<String> marks(JdbcClient database) {
		return database.sql("select purpose from database_purpose").query(String.class).list();
	}

	/** People are the first thing a real office enters; their table may not exist yet. */
	private static boolean hasAccounts(JdbcClient database) {
		boolean table = database.sql("select to_regclass('account') is not null").query(Boolean.class).single();
		return table && database.sql("select exists (select 1 from account)").query(Boolean.class).single();
	}

}
