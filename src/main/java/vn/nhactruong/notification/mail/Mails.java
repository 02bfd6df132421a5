package vn.nhactruong.notification.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.MailFailure;
import vn.nhactruong.notification.MailRefusedException;
import vn.nhactruong.notification.MailServer;
import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.Slice;

/** What administrators see of the portal's mail, and what they do about it. */
@Service
@Transactional
@NamedInterface("mail")
public class Mails {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final MailServer server;

	private final MailTexts texts;

	private final MessageSource messages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Mails(JdbcClient jdbc, JsonMapper json, MailServer server, MailTexts texts, MessageSource messages,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.server = server;
		this.texts = texts;
		this.messages = messages;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Message key of what an administrator should look after, with the number of mails it
	 * is about; {@code null} when mail goes out as it should.
	 */
	@Transactional(readOnly = true)
	public Concern concern() {
		if (!this.server.isConfigured()) {
			return new Concern("notification.mail.notConfigured", 0);
		}
		MailState state = state();
		if (state.failed() > 0) {
			return new Concern("notification.mail.failures", state.failed());
		}
		return (state.failure() != null) ? new Concern("notification.mail.stuck", state.waiting()) : null;
	}

	@Transactional(readOnly = true)
	MailState state() {
		return this.jdbc.sql("""
				select w.*, (select count(*) from mail_outbox where status = 'FAILED') as failed,
				    (select count(*) from mail_outbox where status = 'SENT' and finished_at >= :yesterday) as sent,
				    (select failure from mail_outbox where status = 'QUEUED' and failure is not null
				     order by next_attempt_at limit 1) as failure
				from (select count(*) as waiting, min(queued_at) as oldest,
				          min(next_attempt_at) filter (where attempts > 0) as next
				      from mail_outbox where status = 'QUEUED') w
				""")
			.param("yesterday", Timestamp.from(this.clock.instant().minus(Duration.ofDays(1))))
			.query((row, number) -> new MailState(row.getLong("waiting"), instant(row.getTimestamp("oldest")),
					instant(row.getTimestamp("next")), row.getLong("sent"), row.getLong("failed"),
					failure(row.getString("failure"))))
			.single();
	}

	/** The mails that were given up, newest first. */
	@Transactional(readOnly = true)
	Slice<MailRow> failures(ListRequest list) {
		long total = this.jdbc.sql("select count(*) from mail_outbox where status = 'FAILED'")
			.query(Long.class)
			.single();
		List<MailRow> rows = this.jdbc
			.sql("""
					select o.id, a.display_name, a.email, o.digest_on, n.message_key, n.arguments, o.attempts, o.finished_at,
					    o.failure, o.reply_code
					from mail_outbox o join account a on a.id = o.account_id
					left join notification n on n.id = o.notification_id
					where o.status = 'FAILED' order by o.finished_at desc, o.id desc limit ? offset ?
					""")
			.params(list.size(), list.offset())
			.query((row, number) -> {
				String arguments = row.getString("arguments");
				return new MailRow(row.getLong("id"), row.getString("display_name"), row.getString("email"),
						row.getObject("digest_on", LocalDate.class), row.getString("message_key"),
						(arguments != null) ? MessageArguments.read(this.json, arguments) : List.of(),
						row.getInt("attempts"), instant(row.getTimestamp("finished_at")),
						failure(row.getString("failure")), row.getObject("reply_code", Integer.class));
			})
			.list();
		return new Slice<>(rows, total, list.page(), list.size());
	}

	/** Tries a mail that was given up from the start; it keeps its Message-ID. */
	void resend(long id, Viewer viewer) {
		String receiver = requireFailed(id);
		this.jdbc
			.sql("update mail_outbox set status = 'QUEUED', attempts = 0, finished_at = null, next_attempt_at = ?"
					+ " where id = ?")
			.params(Timestamp.from(this.clock.instant()), id)
			.update();
		audit(viewer, "notification.audit.resent", id, receiver, new Changes());
	}

	/**
	 * Tries all that were given up.
	 * @return how many
	 */
	int resendAll(Viewer viewer) {
		int resent = this.jdbc
			.sql("update mail_outbox set status = 'QUEUED', attempts = 0, finished_at = null, next_attempt_at = ?"
					+ " where status = 'FAILED'")
			.param(Timestamp.from(this.clock.instant()))
			.update();
		if (resent == 0) {
			throw RuleViolation.of("notification.error.nothingFailed");
		}
		this.events.publishEvent(new AuditedAct(viewer, "notification.audit.resentAll", "notification", null,
				(locale) -> this.messages.getMessage("notification.mail.count", new Object[] { resent }, locale),
				List.of()));
		return resent;
	}

	/** Lets a mail be; the message stays in the inbox. */
	void dismiss(long id, Viewer viewer) {
		String receiver = requireFailed(id);
		this.jdbc.sql("update mail_outbox set status = 'DROPPED' where id = ?").param(id).update();
		audit(viewer, "notification.audit.dismissed", id, receiver, new Changes());
	}

	/** Locked, so that two administrators don't decide differently at once. */
	private String requireFailed(long id) {
		Failed mail = this.jdbc.sql("""
				select o.status, a.display_name from mail_outbox o join account a on a.id = o.account_id
				where o.id = ? for update of o
				""")
			.param(id)
			.query((row, number) -> new Failed(row.getString("status"), row.getString("display_name")))
			.optional()
			.orElseThrow(() -> new NotVisibleException("mail", id));
		if (!mail.status().equals("FAILED")) {
			throw RuleViolation.of("notification.error.notFailed");
		}
		return mail.receiver();
	}

	/**
	 * Sends a mail at once, past the outbox, to see whether mail works.
	 * @throws RuleViolation with the sentence for what went wrong
	 */
	void trial(TrialForm form, Viewer viewer, Locale locale) {
		if (!this.server.isConfigured()) {
			throw RuleViolation.of("notification.mail.notConfigured");
		}
		try {
			this.server.send(this.texts.trial(UUID.randomUUID(), form.getAddress(), viewer.displayName(), locale));
		}
		catch (MailRefusedException refused) {
			String failure = "MailFailure." + refused.failure();
			throw (refused.replyCode() != null)
					? RuleViolation.at("address", "notification.error.trialReply",
							this.messages.getMessage(failure, null, locale), String.valueOf(refused.replyCode()))
					: RuleViolation.at("address", "notification.error.trial",
							this.messages.getMessage(failure, null, locale));
		}
		audit(viewer, "notification.audit.trial", null, form.getAddress(), new Changes());
	}

	/** How the portal reaches the server, for who set it up. */
	Setup setup() {
		return this.server.isConfigured()
				? new Setup(true, this.server.address(), this.server.from(), this.server.isEncrypted(),
						this.server.publicUrl(), this.server.isPublicUrlLocal())
				: new Setup(false, null, null, false, this.server.publicUrl(), false);
	}

	private static MailFailure failure(String name) {
		return (name != null) ? MailFailure.valueOf(name) : null;
	}

	private static Instant instant(Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

	private void audit(Viewer viewer, String action, Long subjectId, String subject, Changes changes) {
		this.events.publishEvent(new AuditedAct(viewer, action, "notification", subjectId, subject, changes.list()));
	}

	/**
	 * What an administrator should look after.
	 *
	 * @param messageKey the sentence, with the number of mails
	 */
	public record Concern(String messageKey, long count) {
	}

	/**
	 * How far the outbox has come.
	 *
	 * @param waitingSince since when the oldest waits, or {@code null}
	 * @param nextTry when the next mail that failed before is tried again
	 * @param sent in the last 24 hours
	 * @param failure why the mail that is tried next failed last time, or {@code null}
	 */
	record MailState(long waiting, Instant waitingSince, Instant nextTry, long sent, long failed, MailFailure failure) {
	}

	/** The mail server as it is configured. */
	record Setup(boolean configured, String address, String from, boolean encrypted, String publicUrl,
			boolean publicUrlLocal) {
	}

	/**
	 * A mail that was given up.
	 *
	 * @param digestOn the day of a digest, or {@code null} for a message
	 */
	record MailRow(long id, String receiver, String address, LocalDate digestOn, String messageKey,
			List<Object> arguments, int attempts, Instant failedAt, MailFailure failure, Integer replyCode) {

		public Object[] args() {
			return this.arguments.toArray();
		}

		public String digestDay() {
			return DateFormats.day(this.digestOn);
		}

	}

	private record Failed(String status, String receiver) {
	}

}
