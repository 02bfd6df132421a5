package vn.nhactruong.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarReleaseRepository;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/**
 * People's private feeds of the published weeks. Whoever has the address reads what its
 * owner would read after signing in: it is random, kept as a hash only, shown once, and
 * worth nothing as soon as it is renewed or its owner is locked.
 */
@Service
@Transactional
public class CalendarFeeds {

	/** 256 bits: nobody guesses one. */
	private static final int TOKEN_BYTES = 32;

	/** How far a feed looks back; what is older is history. */
	private static final int WEEKS_BACK = 8;

	private final CalendarReleaseRepository releases;

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final Viewers viewers;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	CalendarFeeds(CalendarReleaseRepository releases, CalendarResources resources, CalendarAccess access,
			Viewers viewers, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.releases = releases;
		this.resources = resources;
		this.access = access;
		this.viewers = viewers;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** The viewer's feed, if there is one; its address can't be read again. */
	@Transactional(readOnly = true)
	Optional<Held> of(Viewer viewer) {
		this.access.requireReader(viewer);
		return this.jdbc.sql("select scope, created_at from calendar_feed where account_id = ?")
			.param(viewer.accountId())
			.query((row, number) -> new Held(FeedScope.valueOf(row.getString("scope")),
					row.getTimestamp("created_at").toInstant()))
			.optional();
	}

	/**
	 * Gives the viewer a new address; the old one is dead at once.
	 * @return the secret part of the address, readable this once
	 */
	String renew(FeedScope scope, Viewer viewer) {
		this.access.requireReader(viewer);
		byte[] secret = new byte[TOKEN_BYTES];
		this.random.nextBytes(secret);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
		this.jdbc.sql("""
				insert into calendar_feed (account_id, token_hash, scope, created_at) values (?, ?, ?, ?)
				on conflict (account_id) do update
				set token_hash = excluded.token_hash, scope = excluded.scope, created_at = excluded.created_at
				""")
			.params(viewer.accountId(), hash(token), scope.name(), Timestamp.from(this.clock.instant()))
			.update();
		audit(viewer, "calendar.audit.feedRenewed", new Changes().field("feedForm.scope", null, scope));
		return token;
	}

	void remove(Viewer viewer) {
		this.access.requireReader(viewer);
		if (this.jdbc.sql("delete from calendar_feed where account_id = ?").param(viewer.accountId()).update() == 0) {
			throw RuleViolation.of("calendar.error.noFeed");
		}
		audit(viewer, "calendar.audit.feedRemoved", new Changes());
	}

	/**
	 * Whose feed it is and which state of it would be read now.
	 * @throws NotVisibleException for an address that is none, or whose owner is locked
	 */
	@Transactional(readOnly = true)
	Feed open(String token) {
		Feed feed = this.jdbc.sql("""
				select a.username, f.scope from calendar_feed f join account a on a.id = f.account_id
				where f.token_hash = ?
				""")
			.param(hash(token))
			.query((row, number) -> Map.entry(row.getString("username"), FeedScope.valueOf(row.getString("scope"))))
			.optional()
			.flatMap((owner) -> this.viewers.byUsername(owner.getKey())
				.filter(this.access::reads)
				.map((viewer) -> feed(viewer, owner.getValue())))
			.orElseThrow(() -> new NotVisibleException("feed", "of this address"));
		return feed;
	}

	private Feed feed(Viewer viewer, FeedScope scope) {
		Long leader = this.resources.leaderOf(viewer.accountId());
		LocalDate from = Week.of(LocalDate.now(this.clock)).monday().minusWeeks(WEEKS_BACK);
		return this.jdbc.sql("""
				select count(*) as versions, max(r.released_at) as newest from calendar_release r
				join calendar_week w on w.id = r.week_id where w.monday >= ?
				""").param(from).query((row, number) -> {
			Timestamp newest = row.getTimestamp("newest");
			String state = hash(viewer.accountId() + " " + viewer.acting() + " " + new TreeSet<>(viewer.unitIds()) + " "
					+ scope + " " + leader + " " + from + " " + row.getLong("versions") + " " + newest);
			return new Feed(viewer, scope, leader, from, state, (newest != null) ? newest.toInstant() : null);
		}).single();
	}

	/** What people's calendars get to know, each thing once. */
	@Transactional(readOnly = true)
	List<Event> events(Feed feed) {
		return Telling.events(this.releases.toldFrom(feed.from()), feed.from(),
				(line) -> this.access.seesPublished(feed.viewer(), line)
						&& (feed.scope() == FeedScope.ALL || line.concerns(feed.viewer().unitIds(), feed.leader())));
	}

	private static String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void audit(Viewer viewer, String action, Changes changes) {
		this.events
			.publishEvent(new AuditedAct(viewer, action, "calendar", null, viewer.displayName(), changes.list()));
	}

	/** That there is a feed, and since when. */
	record Held(FeedScope scope, Instant createdAt) {
	}

	/**
	 * A feed that was asked for.
	 *
	 * @param state the same as long as it reads the same
	 * @param newest when the newest version in it went out, or {@code null}
	 */
	record Feed(Viewer viewer, FeedScope scope, Long leader, LocalDate from, String state, Instant newest) {
	}

	/**
	 * One event of a feed.
	 *
	 * @param sequence how often it was told anew
	 * @param changedAt when it was told last
	 */
	public record Event(CalendarLine line, int sequence, boolean cancelled, Instant changedAt) {
	}

}
