package vn.nhactruong.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down: after a few failures each further one doubles the time during
 * which nothing is tried, for the account's name and for the address it comes from. An
 * office may sit behind one address, so an address is given more. Kept in the database,
 * so that two nodes count together. A name that no account has is treated alike.
 */
@Component
class SignInThrottle {

	static final int FREE_PER_ACCOUNT = 4;

	static final int FREE_PER_ADDRESS = 20;

	private static final Duration FIRST_DELAY = Duration.ofSeconds(2);

	private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

	/** Failures older than this are forgotten. */
	private static final Duration MEMORY = Duration.ofHours(12);

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInThrottle(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** How long this name or address still has to wait; zero when it may try. */
	Duration wait(String username, String address) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("select max(blocked_until) from sign_in_failure where subject in (?, ?)")
			.params(account(username), address(address))
			.query((row, number) -> row.getTimestamp(1))
			.list()
			.stream()
			.filter((until) -> until != null && until.toInstant().isAfter(now))
			.map((until) -> Duration.between(now, until.toInstant()))
			.findFirst()
			.orElse(Duration.ZERO);
	}

	/**
	 * Counts a failure, in a transaction of its own: the refusal that follows must not
	 * undo it.
	 * @return whether the next try has to wait
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	boolean failed(String username, String address) {
		boolean nameWaits = count(account(username), FREE_PER_ACCOUNT);
		return count(address(address), FREE_PER_ADDRESS) || nameWaits;
	}

	/** A success clears the name, not the address: one known password opens no door. */
	void succeeded(String username) {
		this.jdbc.sql("delete from sign_in_failure where subject = ?").param(account(username)).update();
	}

	@Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
	void forgetOld() {
		this.jdbc.sql("delete from sign_in_failure where last_at < ?")
			.param(Timestamp.from(this.clock.instant().minus(MEMORY)))
			.update();
	}

	private boolean count(String subject, int free) {
		Timestamp now = Timestamp.from(this.clock.instant());
		int failures = this.jdbc.sql("""
				insert into sign_in_failure (subject, failures, last_at) values (:subject, 1, :now)
				on conflict (subject) do update set last_at = :now,
				    failures = case when sign_in_failure.last_at < :forgotten then 1
				               else sign_in_failure.failures + 1 end
				returning failures
				""")
			.param("subject", subject)
			.param("now", now)
			.param("forgotten", Timestamp.from(this.clock.instant().minus(MEMORY)))
			.query(Integer.class)
			.single();
		if (failures > free) {
			this.jdbc.sql("update sign_in_failure set blocked_until = ? where subject = ?")
				.params(Timestamp.from(this.clock.instant().plus(delay(failures - free))), subject)
				.update();
		}
		return failures > free;
	}

	static Duration delay(int excess) {
		Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(excess - 1, 20));
		return (delay.compareTo(LONGEST_DELAY) < 0) ? delay : LONGEST_DELAY;
	}

	private static String account(String username) {
		String name = (username != null) ? username.strip().toLowerCase(Locale.ROOT) : "";
		return "account:" + name.substring(0, Math.min(100, name.length()));
	}

	private static String address(String address) {
		return "address:" + address;
	}

}
