package vn.nhactruong.account.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down without shutting an office out.
 * <ul>
 * <li><b>A name</b> ({@link Limit#NAME}) has four tries; each further failure doubles the
 * wait, from 2 seconds to a quarter of an hour. One failure fades an hour, so whoever
 * keeps guessing gets about four tries an hour, and who mistyped in the morning starts
 * afresh in the afternoon. Signing in clears it. A name that no account has is treated
 * alike: nobody learns which names exist.</li>
 * <li><b>An address</b> ({@link Limit#ADDRESS}) may be that of a whole office of 200
 * people: it has a hundred failures, then waits one second longer with each, a minute at
 * most, and forgets one every 20 seconds. That is 180 mistypings an hour which nobody
 * notices, and as many guesses for whoever tries many names from one place.</li>
 * <li><b>A name at an address</b>: signing in takes back what this name's own mistypings
 * had added to the address, nothing else, so that knowing one password wins no further
 * guesses. Who signed in from there within the last {@link #KNOWN} is not kept waiting
 * for what the neighbours did; the name's own wait still holds.</li>
 * </ul>
 * A try counts as a failure until it has succeeded: many sent at once are no way around.
 * All is kept in the database; it outlives a restart, and two nodes count together.
 */
@Component
public class SignInThrottle {

	/** How long an address counts as one that a person works at. */
	static final Duration KNOWN = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInThrottle(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** How long this name still has to wait at this address; zero when it may try. */
	@Transactional(readOnly = true)
	Duration wait(String username, String address) {
		Subjects subjects = new Subjects(username, address);
		return subjects.wait(read(subjects), this.clock.instant());
	}

	/**
	 * Counts a try, in a transaction of its own: the refusal that may follow must not
	 * undo it. A try that has to wait is not counted.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	Attempt begin(String username, String address) {
		Instant now = this.clock.instant();
		Subjects subjects = new Subjects(username, address);
		// Only reads while it waits: a refusal is no way to fill the database.
		Duration wait = subjects.wait(read(subjects), now);
		if (!wait.isZero()) {
			return new Attempt(wait, true);
		}
		Map<String, Level> levels = locked(subjects);
		wait = subjects.wait(levels, now);
		if (!wait.isZero()) {
			return new Attempt(wait, true);
		}
		boolean nextWaits = count(levels.get(subjects.name()), Limit.NAME, now);
		nextWaits |= count(levels.get(subjects.address()), Limit.ADDRESS, now);
		count(levels.get(subjects.both()), Limit.ADDRESS, now);
		return new Attempt(Duration.ZERO, nextWaits);
	}

	/** Takes back what this name had added, and remembers that it works here. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	void succeeded(String username, String address) {
		Instant now = this.clock.instant();
		Subjects subjects = new Subjects(username, address);
		Map<String, Level> levels = locked(subjects);
		Level own = levels.get(subjects.both());
		Level shared = levels.get(subjects.address());
		double left = Math.max(0, Limit.ADDRESS.level(shared, now) - own.failures());
		Instant held = (left > Limit.ADDRESS.free()) ? shared.blockedUntil() : null;
		this.jdbc.sql("delete from sign_in_failure where subject = ?").param(subjects.name()).update();
		write(subjects.address(), left, now, held);
		write(subjects.both(), 0, now, null);
		this.jdbc.sql("update sign_in_failure set succeeded_at = ? where subject = ?")
			.params(Timestamp.from(now), subjects.both())
			.update();
	}

	/** What has faded, and who has not come for long. */
	@Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
	void forgetOld() {
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				delete from sign_in_failure
				where last_at < :faded and (succeeded_at is null or succeeded_at < :unknown)
				""")
			.param("faded", Timestamp.from(now.minus(Limit.LONGEST_MEMORY)))
			.param("unknown", Timestamp.from(now.minus(KNOWN)))
			.update();
	}

	/**
	 * The rows of a try, there and locked, always in the same order: two tries wait for
	 * each other and never both.
	 */
	private Map<String, Level> locked(Subjects subjects) {
		return levels(this.jdbc.sql("""
				insert into sign_in_failure (subject, failures, last_at)
				select s, 0, :now from unnest(:subjects::text[]) s order by s
				on conflict (subject) do update set subject = excluded.subject
				returning *
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("subjects", subjects.all().toArray(String[]::new)));
	}

	private Map<String, Level> read(Subjects subjects) {
		return levels(this.jdbc.sql("select * from sign_in_failure where subject in (:subjects)")
			.param("subjects", subjects.all()));
	}

	private static Map<String, Level> levels(JdbcClient.StatementSpec rows) {
		return rows.query((row, number) -> Level.of(row))
			.list()
			.stream()
			.collect(Collectors.toMap(Level::subject, Function.identity()));
	}

	private boolean count(Level before, Limit limit, Instant now) {
		double failures = limit.level(before, now) + 1;
		Duration delay = limit.delay(failures);
		write(before.subject(), failures, now, delay.isZero() ? null : now.plus(delay));
		return !delay.isZero();
	}

	private void write(String subject, double failures, Instant now, Instant blockedUntil) {
		this.jdbc.sql("update sign_in_failure set failures = ?, last_at = ?, blocked_until = ? where subject = ?")
			.params(Arrays.asList(failures, Timestamp.from(now),
					(blockedUntil != null) ? Timestamp.from(blockedUntil) : null, subject))
			.update();
	}

	/**
	 * How many failures are free, how the wait grows behind them, and how fast they fade.
	 */
	public enum Limit {

		/** Doubles: 2, 4, 8 … seconds. */
		NAME(4, Duration.ofMinutes(15), Duration.ofHours(1)) {

			@Override
			Duration growth(int excess) {
				return Duration.ofSeconds(1L << Math.min(excess, 20));
			}

		},

		/** Adds: 1, 2, 3 … seconds. */
		ADDRESS(100, Duration.ofMinutes(1), Duration.ofSeconds(20)) {

			@Override
			Duration growth(int excess) {
				return Duration.ofSeconds(excess);
			}

		};

		/** By then any level that can be reached has faded. */
		static final Duration LONGEST_MEMORY = Duration.ofDays(2);

		private final int free;

		private final Duration longest;

		private final Duration fading;

		Limit(int free, Duration longest, Duration fading) {
			this.free = free;
			this.longest = longest;
			this.fading = fading;
		}

		public int free() {
			return this.free;
		}

		/** The wait after so many failures. */
		Duration delay(double failures) {
			int excess = (int) Math.ceil(failures - this.free);
			if (excess <= 0) {
				return Duration.ZERO;
			}
			Duration delay = growth(excess);
			return (delay.compareTo(this.longest) < 0) ? delay : this.longest;
		}

		/** What is left of the failures by now. */
		double level(Level stored, Instant now) {
			double faded = (double) Duration.between(stored.lastAt(), now).toMillis() / this.fading.toMillis();
			return Math.max(0, stored.failures() - Math.max(0, faded));
		}

		abstract Duration growth(int excess);

	}

	/**
	 * What became of a try.
	 *
	 * @param remaining how long to wait; zero when the password may be looked at
	 * @param nextWaits whether the try after a failed one has to wait
	 */
	record Attempt(Duration remaining, boolean nextWaits) {
	}

	/** A stored count. */
	private record Level(String subject, double failures, Instant lastAt, Instant blockedUntil, Instant succeededAt) {

		static Level of(ResultSet row) throws SQLException {
			return new Level(row.getString("subject"), row.getDouble("failures"), instant(row, "last_at"),
					instant(row, "blocked_until"), instant(row, "succeeded_at"));
		}

		private static Instant instant(ResultSet row, String column) throws SQLException {
			Timestamp value = row.getTimestamp(column);
			return (value != null) ? value.toInstant() : null;
		}

		private Duration wait(Instant now) {
			return (this.blockedUntil != null && this.blockedUntil.isAfter(now))
					? Duration.between(now, this.blockedUntil) : Duration.ZERO;
		}

	}

	/** The name, the address, and the two together. */
	private record Subjects(String name, String address, String both) {

		private static final int LONGEST_NAME = 100;

		Subjects(String username, String address) {
			this("account:" + folded(username), "address:" + address, "pair:" + address + " " + folded(username));
		}

		private static String folded(String username) {
			String name = (username != null) ? username.strip().toLowerCase(Locale.ROOT) : "";
			return name.substring(0, Math.min(LONGEST_NAME, name.length()));
		}

		List<String> all() {
			return List.of(this.name, this.address, this.both);
		}

		Duration wait(Map<String, Level> levels, Instant now) {
			Duration own = levels.containsKey(this.name) ? levels.get(this.name).wait(now) : Duration.ZERO;
			Level pair = levels.get(this.both);
			boolean known = pair != null && pair.succeededAt() != null && pair.succeededAt().isAfter(now.minus(KNOWN));
			Duration shared = (!known && levels.containsKey(this.address)) ? levels.get(this.address).wait(now)
					: Duration.ZERO;
			return (own.compareTo(shared) > 0) ? own : shared;
		}

	}

}
