package vn.nhactruong.notification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Slice;

/** The messages of each person; the only writer. A person reads their own only. */
@Service
@Transactional
public class Inbox {

	private static final Pattern DAY = Pattern.compile("\\b\\d{2}/\\d{2}/\\d{4}\\b");

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final JsonMapper json;

	private final NotificationKinds kinds;

	private final MailServer mail;

	private final Clock clock;

	public Inbox(JdbcClient jdbc, Accounts accounts, JsonMapper json, NotificationKinds kinds, MailServer mail,
			Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.json = json;
		this.kinds = kinds;
		this.mail = mail;
		this.clock = clock;
	}

	/**
	 * Tells everybody who acts for these units in these roles.
	 * @param messageKey the sentence, with {@code arguments}: texts, or message keys with
	 * arguments of their own where a text reads differently in each language
	 * @param url where it leads
	 */
	public void tellUnits(Collection<Long> organizationIds, Collection<Role> roles, String messageKey,
			List<?> arguments, String url) {
		send(this.accounts.inUnits(organizationIds, roles), messageKey, arguments, url);
	}

	/** Tells everybody who holds one of the roles. */
	public void tellRoles(Collection<Role> roles, String messageKey, List<?> arguments, String url) {
		send(this.accounts.withRoles(roles), messageKey, arguments, url);
	}

	/**
	 * Tells these people.
	 * @param accounts each with the grants in which it concerns them: acting in another
	 * one they are offered to switch, and without any of them it is mailed no more
	 */
	public void tell(Map<Long, ? extends Collection<Long>> accounts, String messageKey, List<?> arguments, String url) {
		send(accounts, messageKey, arguments, url);
	}

	/**
	 * One message each, which says in which of their grants they got it; and, where it is
	 * to go out at once, one mail in the outbox, with the same statement. Somebody told
	 * in several roles gets it as the role does that gets it soonest. Without a mail
	 * server, an address or an open account there is nothing to queue.
	 */
	private void send(Map<Long, ? extends Collection<Long>> accounts, String messageKey, List<?> arguments,
			String url) {
		if (accounts.isEmpty()) {
			return;
		}
		NotificationKind kind = this.kinds.ofMessage(messageKey);
		this.jdbc
			.sql("""
					with sent as (
					    insert into notification (account_id, message_key, arguments, url, sent_at, grant_ids, kind, delivery)
					    select a.id, :key, :arguments::jsonb, :url, :now, told.grants::bigint[], :kind,
					        case when :mail and a.locked_at is null and a.email is not null then coalesce(
					            (select c.delivery from notification_choice c
					             where c.account_id = a.id and c.kind = :kind and not :duty),
					            (select min(coalesce(d.delivery, :initial)) from role_grant g
					             left join notification_default d on d.kind = :kind and d.role = g.role
					                 and not (:duty and d.delivery = 'NEVER')
					             where g.account_id = a.id and g.role = any (:roles)
					                 and (told.grants = '{}' or g.id = any (told.grants::bigint[]))),
					            :initial)
					        else 'NEVER' end
					    from unnest(:accounts::bigint[], :grants::text[]) told(account_id, grants)
					    join account a on a.id = told.account_id
					    returning id, account_id, delivery)
					insert into mail_outbox (account_id, notification_id, queued_at, next_attempt_at)
					select account_id, id, :now, :now from sent where delivery = 'AT_ONCE'
					""")
			.param("key", messageKey)
			.param("arguments", MessageArguments.write(this.json, arguments))
			.param("url", url)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("kind", kind.key())
			.param("duty", kind.duty())
			.param("initial", kind.initial().name())
			.param("roles", kind.roles().stream().map(Role::name).toArray(String[]::new))
			.param("mail", this.mail.isConfigured())
			.param("accounts", accounts.keySet().toArray(Long[]::new))
			.param("grants", accounts.values()
				.stream()
				.map((grants) -> grants.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
				.toArray(String[]::new))
			.update();
	}

	@Transactional(readOnly = true)
	Slice<NotificationRow> list(InboxFilter filter, Viewer viewer, ListRequest list) {
		long counted = this.jdbc.sql(Slice.countOf("select 1 from notification where " + filter.condition()))
			.params(filter.parameters(viewer))
			.query(Long.class)
			.single();
		List<NotificationRow> rows = this.jdbc
			.sql("select * from notification where " + filter.condition()
					+ " order by sent_at desc, id desc limit :limit offset :offset")
			.params(filter.parameters(viewer))
			.param("limit", list.size())
			.param("offset", list.offset())
			.query((row, number) -> row(row, viewer))
			.list();
		return Slice.ofMany(rows, counted, list);
	}

	/** One message of the viewer's own, such as a mail leads to. */
	@Transactional(readOnly = true)
	Optional<NotificationRow> find(long id, Viewer viewer) {
		return this.jdbc.sql("select * from notification where id = ? and account_id = ?")
			.params(id, viewer.accountId())
			.query((row, number) -> row(row, viewer))
			.optional();
	}

	/**
	 * Where a message leads, for who was sent another's mail; whether they may see what
	 * is there is decided there.
	 * @throws NotVisibleException when there is no such message
	 */
	@Transactional(readOnly = true)
	String url(long id) {
		return this.jdbc.sql("select url from notification where id = ?")
			.param(id)
			.query(String.class)
			.optional()
			.orElseThrow(() -> new NotVisibleException("notification", id));
	}

	private NotificationRow row(ResultSet row, Viewer viewer) throws SQLException {
		return new NotificationRow(row.getLong("id"), row.getString("message_key"),
				MessageArguments.read(this.json, row.getString("arguments")), row.getTimestamp("sent_at").toInstant(),
				row.getTimestamp("read_at") == null, otherGrant(row.getArray("grant_ids"), viewer));
	}

	@Transactional(readOnly = true)
	public int unread(Viewer viewer) {
		return this.jdbc.sql("select count(*) from notification where account_id = ? and read_at is null")
			.param(viewer.accountId())
			.query(Integer.class)
			.single();
	}

	/** Marks a message read and says where it leads. */
	public Opened open(long id, Viewer viewer) {
		return this.jdbc.sql("""
				update notification set read_at = coalesce(read_at, ?) where id = ? and account_id = ?
				returning url, grant_ids
				""")
			.params(Timestamp.from(this.clock.instant()), id, viewer.accountId())
			.query((row, number) -> new Opened(row.getString("url"), otherGrant(row.getArray("grant_ids"), viewer)))
			.optional()
			.orElseThrow(() -> new NotVisibleException("notification", id));
	}

	/**
	 * The grant to act in for what a message leads to, when it is another than the
	 * present one; {@code null} too when none of them is held any more.
	 */
	private static Grant otherGrant(Array grantIds, Viewer viewer) throws SQLException {
		List<Long> told = List.of((Long[]) grantIds.getArray());
		if (told.contains(viewer.acting().id())) {
			return null;
		}
		return viewer.grants().stream().filter((held) -> told.contains(held.id())).findFirst().orElse(null);
	}

	public void markAllRead(Viewer viewer) {
		this.jdbc.sql("update notification set read_at = ? where account_id = ? and read_at is null")
			.params(Timestamp.from(this.clock.instant()), viewer.accountId())
			.update();
	}

	/**
	 * Lets days go by for an example: the messages that lead there, and the days they
	 * name, move that far into the past.
	 */
	public void letDaysPass(Collection<String> urls, int days) {
		this.jdbc.sql("select id, arguments from notification where url = any(:urls)")
			.param("urls", urls.toArray(String[]::new))
			.query((row, number) -> Map.entry(row.getLong("id"), row.getString("arguments")))
			.list()
			.forEach((message) -> this.jdbc.sql("""
					update notification set sent_at = sent_at - :days * interval '1 day', arguments = :arguments::jsonb
					where id = :id""")
				.param("days", days)
				.param("arguments",
						DAY.matcher(message.getValue())
							.replaceAll((day) -> DateFormats.typedDay(day.group())
								.map((named) -> DateFormats.day(named.minusDays(days)))
								.orElse(day.group())))
				.param("id", message.getKey())
				.update());
	}

	/**
	 * Where an opened message leads.
	 *
	 * @param grant what to act in there, or {@code null} to go on as before
	 */
	record Opened(String url, Grant grant) {
	}

}
