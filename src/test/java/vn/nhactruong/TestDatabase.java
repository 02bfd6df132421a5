package vn.nhactruong;

import vn.nhactruong.database.TestPostgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives an application context under test a real PostgreSQL 18 with an empty database of
 * its own; contexts with different settings never see each other's rows.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	@Bean
	JdbcConnectionDetails testConnectionDetails() {
		return TestPostgres.newDatabase();
	}

	@Bean
	static StatementCounter.CountingDataSource countingDataSource() {
		return new StatementCounter.CountingDataSource();
	}

}
