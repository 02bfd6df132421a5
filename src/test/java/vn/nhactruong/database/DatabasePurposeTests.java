package vn.nhactruong.database;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabasePurposeTests {

	private static JdbcClient database;

	@BeforeAll
	static void migrate() {
		JdbcConnectionDetails details = TestPostgres.newDatabase();
		DriverManagerDataSource source = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(),
				details.getPassword());
		// This module's migration alone: other modules' tables are created below or not.
		new ResourceDatabasePopulator(new ClassPathResource("db/migration/V202611221000__database_purpose.sql"))
			.execute(source);
		database = JdbcClient.create(source);
	}

	@BeforeEach
	void empty() {
		database.sql("drop table if exists account").update();
		database.sql("delete from database_purpose").update();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# mark,     accounts, demo profile, outcome
			none,       no table, false,        PRODUCTION
			none,       no table, true,         DEMO
			none,       none,     false,        PRODUCTION
			none,       none,     true,         DEMO
			none,       some,     false,        PRODUCTION
			none,       some,     true,         ACCOUNTS_PRESENT
			DEMO,       none,     true,         DEMO
			DEMO,       some,     true,         DEMO
			DEMO,       none,     false,        DEMO_DATA
			DEMO,       some,     false,        DEMO_DATA
			PRODUCTION, none,     false,        PRODUCTION
			PRODUCTION, some,     false,        PRODUCTION
			PRODUCTION, none,     true,         PRODUCTION_DATA
			PRODUCTION, some,     true,         PRODUCTION_DATA
			""")
	void mark_and_profile_decide(String mark, String accounts, boolean demoProfile, String outcome) {
		prepare(mark, accounts);
		if (outcome.equals("DEMO") || outcome.equals("PRODUCTION")) {
			assertThat(check(demoProfile).isDemo()).isEqualTo(outcome.equals("DEMO"));
			assertThat(marks()).isEqualTo(outcome);
		}
		else {
			assertThatExceptionOfType(DatabaseFailure.class).isThrownBy(() -> check(demoProfile))
				.satisfies((failure) -> assertThat(failure.reason()).hasToString(outcome));
			assertThat(marks()).as("a refused start changes nothing").isEqualTo(mark);
		}
	}

	@Test
	void a_second_mark_is_impossible() {
		check(false);
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> database.sql("insert into database_purpose (purpose) values ('DEMO')").update());
	}

	private static void prepare(String mark, String accounts) {
		if (!mark.equals("none")) {
			database.sql("insert into database_purpose (purpose) values (:mark)").param("mark", mark).update();
		}
		if (!accounts.equals("no table")) {
			database.sql("create table account (id bigint)").update();
		}
		if (accounts.equals("some")) {
			database.sql("insert into account values (1)").update();
		}
	}

	private static DatabasePurpose check(boolean demoProfile) {
		MockEnvironment environment = new MockEnvironment();
		if (demoProfile) {
			environment.setActiveProfiles("demo");
		}
		return new DatabasePurpose(database, environment);
	}

	private static String marks() {
		return database.sql("select coalesce(string_agg(purpose, ','), 'none') from database_purpose")
			.query(String.class)
			.single();
	}

}
