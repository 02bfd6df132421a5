package vn.nhactruong;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.nhactruong.database.DatabasePurpose;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class SmokeTests {

	@Autowired
	private Flyway flyway;

	@Autowired
	private JdbcClient database;

	@Autowired
	private DatabasePurpose purpose;

	@Test
	void all_migrations_are_applied_to_postgresql_18() {
		assertThat(this.flyway.info().applied()).isNotEmpty();
		assertThat(this.flyway.info().pending()).isEmpty();
		assertThat(this.database.sql("show server_version").query(String.class).single()).startsWith("18");
	}

	@Test
	void a_start_without_the_demo_profile_marks_the_database_as_production() {
		assertThat(this.purpose.isDemo()).isFalse();
		assertThat(this.database.sql("select purpose from database_purpose").query(String.class).single())
			.isEqualTo("PRODUCTION");
	}

}
