package vn.nhactruong.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that wait to be sent. A row is written in the transaction of what it tells,
 * so that neither exists without the other; whoever sends it claims it first. A claim is
 * nothing but a next attempt that lies a while ahead: a sender that dies leaves a row
 * that falls due again by itself.
 */
@Service
@Transactional
public class Outbox {

	/**
	 * Longer than a mail server that answers each command at the last moment can take.
	 */
	public static final Duration CLAIM = Duration.ofMinutes(5);

	/** The waits between them add up to about three days: a long weekend. */
	public static final int MOST_ATTEMPTS = 20;

	/** A digest of more is read in the inbox. */
	public static final int MOST_LINES = 50;

	/** Of a digest: all kinds that its reader may do without. */
	public static final String ALL_OPTIONAL = "*";

	private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

	private static final Duration LONGEST_WAIT = Duration.ofHours(6);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final NotificationKinds kinds;

	private final Clock clock;

	public Outbox(JdbcClient jdbc, JsonMapper json, NotificationKinds kinds, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.kinds = kinds;
		this.clock = clock;
	}

	/**
	 * Takes the mail that has been due longest; no other sender gets it until the claim
	 * runs out.
	 */
	public Optional<Claim> claim() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update mail_outbox set attempts = attempts + 1, next_attempt_at = :until
				where id = (select id from mail_outbox where status = 'QUEUED' and next_attempt_at <= :now
				    order by next_attempt_at, id limit 1 for update skip locked)
				returning id, attempts, message_id, account_id, notification_id, digest_on
				""")
			.param("until", Timestamp.from(now.plus(CLAIM)))
			.param("now", Timestamp.from(now))
			.query((row, number) -> new Claim(row.getLong("id"), row.getInt("attempts"),
					row.getObject("message_id", UUID.class), row.getLong("account_id"),
					row.getObject("notification_id", Long.class), row.getObject("digest_on", LocalDate.class)))
			.optional();
	}

	/**
	 * What the mail says as of now, in its reader's language; nothing when there is
	 * nothing left to say: the account was locked or lost its address or the role it was
	 * told in, the reader has stopped this kind, or has read all of a digest.
	 */
	public Optional<Letter> letter(Claim claim) {
		List<Letter.Line> lines = this.jdbc.sql("""
				select n.id, n.kind, n.message_key, n.arguments, n.sent_at from notification n
				where (n.id = :notification or n.digest_id = :id and n.read_at is null)
				and (n.grant_ids = '{}' or exists (select from role_grant g
				    where g.account_id = n.account_id and g.id = any (n.grant_ids)))
				and not exists (select from notification_choice c where c.account_id = n.account_id
				    and c.kind = n.kind and c.delivery = 'NEVER' and c.kind = any (:optional))
				order by n.sent_at desc, n.id desc
				""")
			.param("notification", claim.notificationId())
			.param("id", claim.id())
			.param("optional", this.kinds.optionalKeys())
			.query((row, number) -> new Letter.Line(row.getLong("id"),
					this.kinds.find(row.getString("kind")).orElse(NotificationKinds.OTHER),
					row.getString("message_key"), MessageArguments.read(this.json, row.getString("arguments")),
					row.getTimestamp("sent_at").toInstant()))
			.list();
		if (lines.isEmpty()) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				select a.display_name, a.email, coalesce(p.language, 'vi') as language
				from account a left join notification_preference p on p.account_id = a.id
				where a.id = ? and a.locked_at is null and a.email is not null
				and exists (select from role_grant g where g.account_id = a.id)
				""")
			.param(claim.accountId())
			.query((row, number) -> new Letter(claim.messageId(), row.getString("email"), row.getString("display_name"),
					Locale.forLanguageTag(row.getString("language")), claim.digestOn(), lines,
					unsubscription(claim, lines)))
			.optional();
	}

	/**
	 * One token for each person and kind, so that the link of an old mail still works.
	 */
	private UUID unsubscription(Claim claim, List<Letter.Line> lines) {
		Optional<NotificationKind> optional = lines.stream()
			.map(Letter.Line::kind)
			.filter((kind) -> !kind.duty())
			.findFirst();
		if (optional.isEmpty()) {
			return null;
		}
		return this.jdbc.sql("""
				insert into mail_unsubscription (account_id, kind) values (?, ?)
				on conflict (account_id, kind) do update set kind = excluded.kind returning token
				""")
			.params(claim.accountId(), (claim.digestOn() != null) ? ALL_OPTIONAL : optional.get().key())
			.query(UUID.class)
			.single();
	}

	public void sent(Claim claim) {
		finish(claim, "SENT");
	}

	public void dropped(Claim claim) {
		finish(claim, "DROPPED");
	}

	private void finish(Claim claim, String status) {
		this.jdbc.sql("""
				update mail_outbox set status = :status, finished_at = :now, failure = null, reply_code = null
				where id = :id and status = 'QUEUED' and attempts = :attempts
				""")
			.param("status", status)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	/**
	 * Puts the mail back for later, or among those an administrator has to look after.
	 */
	public void refused(Claim claim, MailFailure failure, Integer replyCode) {
		Instant now = this.clock.instant();
		boolean over = failure.isLasting() || claim.attempts() >= MOST_ATTEMPTS;
		this.jdbc.sql("""
				update mail_outbox set status = :status, finished_at = :finished, next_attempt_at = :next,
				    failure = :failure, reply_code = :reply
				where id = :id and status = 'QUEUED' and attempts = :attempts
				""")
			.param("status", over ? "FAILED" : "QUEUED")
			.param("finished", over ? Timestamp.from(now) : null)
			.param("next", Timestamp.from(now.plus(pause(claim.attempts(), ThreadLocalRandom.current().nextDouble()))))
			.param("failure", failure.name())
			.param("reply", replyCode)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	/**
	 * Doubles from a minute to six hours; up to a fifth more or less keeps mails that
	 * failed together from coming back together.
	 * @param chance from 0 to 1
	 */
	public static Duration pause(int attempts, double chance) {
		long doubled = FIRST_WAIT.toMillis() << Math.min(attempts - 1, 20);
		return Duration.ofMillis((long) (Math.min(doubled, LONGEST_WAIT.toMillis()) * (0.8 + 0.4 * chance)));
	}

	/**
	 * Makes the digests of a day: one for each person with something unread from before.
	 * What was gathered once is never gathered again, and nobody gets two a day.
	 * @return how many were made
	 */
	public int gather(LocalDate day, Instant until) {
		Timestamp now = Timestamp.from(this.clock.instant());
		return this.jdbc.sql("""
				with made as (
				    insert into mail_outbox (account_id, digest_on, queued_at, next_attempt_at)
				    select distinct account_id, :day::date, :now::timestamptz, :now::timestamptz from notification
				    where delivery = 'DAILY_DIGEST' and digest_id is null and read_at is null and sent_at < :until
				    on conflict (account_id, digest_on) do nothing
				    returning id, account_id),
				taken as (
				    update notification n set digest_id = made.id from made
				    where n.account_id = made.account_id and n.delivery = 'DAILY_DIGEST' and n.digest_id is null
				    and n.read_at is null and n.sent_at < :until)
				select count(*) from made
				""")
			.param("day", day)
			.param("now", now)
			.param("until", Timestamp.from(until))
			.query(Integer.class)
			.single();
	}

	/**
	 * Forgets the mails that were sent, or had nothing left to say, before that moment.
	 * What was told stays in the inbox, and what went into a digest is not gathered
	 * again; what waits or was given up stays.
	 * @return how many
	 */
	public int forget(Instant before) {
		return this.jdbc.sql("delete from mail_outbox where status in ('SENT', 'DROPPED') and finished_at < ?")
			.param(Timestamp.from(before))
			.update();
	}

	/**
	 * A mail that one sender has taken.
	 *
	 * @param attempts this one included; also tells this claim from a later one
	 */
	public record Claim(long id, int attempts, UUID messageId, long accountId, Long notificationId,
			LocalDate digestOn) {
	}

}
