package vn.nhactruong;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class StatementCounterTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	@Test
	void counts_what_hibernate_and_jdbc_send() throws Exception {
		assertThat(StatementCounter.during(() -> {
			this.jdbc.sql("select 1").query(Integer.class).single();
			this.entities.createNativeQuery("select 2").getSingleResult();
		})).hasSize(2);
	}

	@Test
	void names_the_statements_when_there_are_too_many() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> StatementCounter.expect(0, () -> this.jdbc.sql("select 3").query(Integer.class).single()))
			.withMessageContaining("select 3");
	}

}
