package vn.nhactruong.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.signin.SignInThrottle.Limit;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class SignInThrottleTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private final Hands hands = new Hands();

	private final String name = "ten." + UUID.randomUUID();

	private final String address = "10." + UUID.randomUUID();

	private SignInThrottle throttle;

	@BeforeEach
	void setUp() {
		this.throttle = new SignInThrottle(this.jdbc, this.hands);
	}

	@Test
	void a_name_waits_twice_as_long_after_each_failure_up_to_a_quarter_of_an_hour() {
		assertThat(IntStream.rangeClosed(4, 8).mapToObj(Limit.NAME::delay)).containsExactly(Duration.ZERO,
				Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16));
		assertThat(Limit.NAME.delay(500)).isEqualTo(Duration.ofMinutes(15));
	}

	@Test
	void an_address_waits_one_second_longer_after_each_failure_up_to_a_minute() {
		assertThat(Limit.ADDRESS.delay(100)).isZero();
		assertThat(Limit.ADDRESS.delay(101)).isEqualTo(Duration.ofSeconds(1));
		assertThat(Limit.ADDRESS.delay(110)).isEqualTo(Duration.ofSeconds(10));
		assertThat(Limit.ADDRESS.delay(5000)).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void a_name_waits_wherever_it_comes_from_and_no_longer_than_said() {
		fail(this.name, this.address, 5);
		assertThat(this.throttle.wait(this.name, this.address)).isEqualTo(Duration.ofSeconds(2));
		assertThat(begin(this.name, "10.0.0.77").remaining()).isEqualTo(Duration.ofSeconds(2));
		this.hands.forward(Duration.ofSeconds(2));
		assertThat(begin(this.name, this.address).remaining()).isZero();
		assertThat(this.throttle.wait(this.name, this.address)).isEqualTo(Duration.ofSeconds(4));
	}

	@Test
	void a_try_that_had_to_wait_makes_the_wait_no_longer() {
		fail(this.name, this.address, 5);
		fail(this.name, this.address, 20);
		assertThat(this.throttle.wait(this.name, this.address)).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void failures_of_a_name_fade_one_an_hour() {
		fail(this.name, this.address, 4);
		this.hands.forward(Duration.ofHours(3));
		fail(this.name, this.address, 3);
		assertThat(this.throttle.wait(this.name, this.address)).isZero();
		fail(this.name, this.address, 1);
		assertThat(this.throttle.wait(this.name, this.address)).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void whoever_keeps_guessing_a_name_gets_four_tries_an_hour() {
		int tries = 0;
		for (int minute = 0; minute < 24 * 60; minute++) {
			tries += begin(this.name, this.address).remaining().isZero() ? 1 : 0;
			this.hands.forward(Duration.ofMinutes(1));
		}
		assertThat(tries).isBetween(96, 110);
	}

	@Test
	void an_office_that_mistypes_on_monday_morning_is_not_held_up() {
		for (int person = 0; person < 200; person++) {
			String one = this.name + person;
			fail(one, this.address, 2);
			assertThat(begin(one, this.address).remaining()).as("person " + person).isZero();
			this.throttle.succeeded(one, this.address);
		}
		assertThat(level()).isZero();
	}

	@Test
	void an_address_that_tries_many_names_is_slowed_and_recovers() {
		for (int i = 0; i < 101; i++) {
			fail(this.name + i, this.address, 1);
		}
		assertThat(begin(this.name, this.address).remaining()).isEqualTo(Duration.ofSeconds(1));
		assertThat(begin(this.name, "10.0.0.78").remaining()).isZero();
		this.hands.forward(Duration.ofMinutes(34));
		assertThat(begin(this.name + "x", this.address).remaining()).isZero();
		assertThat(level()).isEqualTo(1);
	}

	@Test
	void whoever_tries_many_names_from_one_place_gets_three_tries_a_minute() {
		for (int i = 0; i < 100; i++) {
			fail(this.name + i, this.address, 1);
		}
		int tries = 0;
		for (int second = 0; second < 3600; second++) {
			tries += begin(this.name + "." + second, this.address).remaining().isZero() ? 1 : 0;
			this.hands.forward(Duration.ofSeconds(1));
		}
		assertThat(tries).isBetween(170, 210);
	}

	@Test
	void knowing_one_password_wins_no_further_guesses() {
		for (int i = 0; i < 90; i++) {
			fail(this.name + i, this.address, 1);
		}
		for (int i = 0; i < 10; i++) {
			fail(this.name, this.address, 1);
			begin(this.name, this.address);
			this.throttle.succeeded(this.name, this.address);
		}
		assertThat(level()).isEqualTo(90);
	}

	@Test
	void who_works_here_does_not_wait_for_the_neighbours_but_for_their_own_mistakes() {
		begin(this.name, this.address);
		this.throttle.succeeded(this.name, this.address);
		for (int i = 0; i < 130; i++) {
			fail(this.name + i, this.address, 1);
			this.hands.forward(Duration.ofSeconds(1));
		}
		assertThat(this.throttle.wait(this.name + "x", this.address)).isPositive();
		assertThat(this.throttle.wait(this.name, this.address)).isZero();
		fail(this.name, this.address, 5);
		assertThat(this.throttle.wait(this.name, this.address)).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void after_a_month_a_person_is_a_stranger_again() {
		begin(this.name, this.address);
		this.throttle.succeeded(this.name, this.address);
		this.hands.forward(SignInThrottle.KNOWN.plusSeconds(1));
		for (int i = 0; i < 101; i++) {
			fail(this.name + i, this.address, 1);
		}
		assertThat(this.throttle.wait(this.name, this.address)).isEqualTo(Duration.ofSeconds(1));
		this.throttle.forgetOld();
		assertThat(this.jdbc.sql("select count(*) from sign_in_failure where subject = ?")
			.param("pair:" + this.address + " " + this.name)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void success_clears_the_name() {
		fail(this.name, this.address, 4);
		begin(this.name, this.address);
		this.throttle.succeeded(this.name, this.address);
		fail(this.name, this.address, 4);
		assertThat(this.throttle.wait(this.name, this.address)).isZero();
	}

	@Test
	void many_tries_at_once_are_no_way_around() throws Exception {
		List<Callable<Boolean>> tries = IntStream.range(0, 12)
			.<Callable<Boolean>>mapToObj(
					(i) -> () -> this.transaction.execute((status) -> begin(this.name, this.address))
						.remaining()
						.isZero())
			.toList();
		ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			int looked = 0;
			for (Future<Boolean> one : threads.invokeAll(tries)) {
				looked += one.get() ? 1 : 0;
			}
			assertThat(looked).isEqualTo(Limit.NAME.free() + 1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void fail(String username, String from, int times) {
		for (int i = 0; i < times; i++) {
			begin(username, from);
		}
	}

	/** What is built here has no proxy: each try is one transaction all the same. */
	private SignInThrottle.Attempt begin(String username, String from) {
		return this.transaction.execute((status) -> this.throttle.begin(username, from));
	}

	private double level() {
		return this.jdbc.sql("select failures from sign_in_failure where subject = ?")
			.param("address:" + this.address)
			.query(Double.class)
			.single();
	}

	/** A clock that is put forward by hand. */
	private static final class Hands extends Clock {

		private Instant now = Instant.parse("2026-11-23T01:00:00Z");

		void forward(Duration by) {
			this.now = this.now.plus(by);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneId.of("Asia/Ho_Chi_Minh");
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
