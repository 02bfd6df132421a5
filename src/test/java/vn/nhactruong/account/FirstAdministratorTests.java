package vn.nhactruong.account;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhactruong.PortalTest;
import vn.nhactruong.database.DatabasePurpose;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** On a database without anybody; rolled back after each test. */
@PortalTest
@Transactional
class FirstAdministratorTests {

	@Autowired
	private Accounts accounts;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private DatabasePurpose purpose;

	@Autowired
	private Viewers viewers;

	@Autowired
	private TestPeople people;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("truncate account cascade").update();
	}

	@Test
	void without_the_variables_nobody_can_sign_in() {
		start(Map.of());
		start(Map.of(FirstAdministrator.USERNAME, "quantri"));
		start(Map.of(FirstAdministrator.PASSWORD, "mật khẩu đủ dài"));
		assertThat(this.accounts.none()).isTrue();
	}

	@Test
	void the_variables_make_an_administrator_who_must_change_the_password() {
		start(Map.of(FirstAdministrator.USERNAME, "Quantri", FirstAdministrator.PASSWORD, "mật khẩu đủ dài"));
		Viewer viewer = this.viewers.byUsername("quantri").orElseThrow();
		assertThat(viewer.role()).isEqualTo(Role.ADMIN);
		assertThat(this.viewers.find(viewer.accountId(), null).orElseThrow().passwordChangeRequired()).isTrue();
	}

	@Test
	void a_weak_password_or_odd_name_makes_nobody() {
		start(Map.of(FirstAdministrator.USERNAME, "quantri", FirstAdministrator.PASSWORD, "ngắn"));
		start(Map.of(FirstAdministrator.USERNAME, "quản trị", FirstAdministrator.PASSWORD, "mật khẩu đủ dài"));
		assertThat(this.accounts.none()).isTrue();
	}

	@Test
	void the_variables_mean_nothing_once_somebody_is_there() {
		this.people.add(Role.CLERK, "CQLTHADS");
		start(Map.of(FirstAdministrator.USERNAME, "quantri", FirstAdministrator.PASSWORD, "mật khẩu đủ dài"));
		assertThat(this.viewers.byUsername("quantri")).isEmpty();
	}

	@Test
	void the_last_administrator_who_can_sign_in_stays() {
		String last = this.people.add(Role.ADMIN, "VPB");
		String locked = this.people.add(Role.ADMIN, "VPB");
		Viewer acting = this.people.viewer(locked);
		this.jdbc.sql("update account set locked_at = now() where username = ?").param(locked).update();
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.accounts.lock(this.people.id(last), "x", acting))
			.withMessage("account.error.lastAdmin");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(
					() -> this.accounts.revoke(this.people.id(last), this.people.viewer(last).acting().id(), acting))
			.withMessage("account.error.lastAdmin");
	}

	private void start(Map<String, String> variables) {
		MockEnvironment environment = new MockEnvironment();
		variables.forEach(environment::setProperty);
		new FirstAdministrator(this.accounts, this.encoder, this.purpose, environment).run(null);
	}

}
