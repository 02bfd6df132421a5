package vn.nhactruong.notification;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Slice;

/** The messages of each person; the only writer. A person reads their own only. */
@Service
@Transactional
public class Inbox {

	private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final JsonMapper json;

	private final Clock clock;

	Inbox(JdbcClient jdbc, Accounts accounts, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Tells everybody who acts for these units in these roles.
	 * @param messageKey the sentence, with {@code arguments} as texts
	 * @param url where it leads
	 */
	public void tellUnits(Collection<Long> organizationIds, Collection<Role> roles, String messageKey,
			List<String> arguments, String url) {
		send(this.accounts.inUnits(organizationIds, roles), messageKey, arguments, url);
	}

	/** Tells everybody who holds one of the roles. */
	public void tellRoles(Collection<Role> roles, String messageKey, List<String> arguments, String url) {
		send(this.accounts.withRoles(roles), messageKey, arguments, url);
	}

	/** Tells these people, whatever they act as. */
	public void tell(Collection<Long> accountIds, String messageKey, List<String> arguments, String url) {
		send(accountIds.stream().distinct().collect(Collectors.toMap(Function.identity(), (id) -> List.of())),
				messageKey, arguments, url);
	}

	/** One message each, which says in which of their grants they got it. */
	private void send(Map<Long, List<Long>> accounts, String messageKey, List<String> arguments, String url) {
		if (accounts.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into notification (account_id, message_key, arguments, url, sent_at, grant_ids)
				select a, :key, :arguments::jsonb, :url, :now, g::bigint[]
				from unnest(:accounts::bigint[], :grants::text[]) told(a, g)
				""")
			.param("key", messageKey)
			.param("arguments", this.json.writeValueAsString(arguments))
			.param("url", url)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("accounts", accounts.keySet().toArray(Long[]::new))
			.param("grants", accounts.values()
				.stream()
				.map((grants) -> grants.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
				.toArray(String[]::new))
			.update();
	}

	@Transactional(readOnly = true)
	Slice<NotificationRow> list(Viewer viewer, ListRequest list) {
		long total = this.jdbc.sql("select count(*) from notification where account_id = ?")
			.param(viewer.accountId())
			.query(Long.class)
			.single();
		List<NotificationRow> rows = this.jdbc
			.sql("select * from notification where account_id = ? order by sent_at desc, id desc limit ? offset ?")
			.params(viewer.accountId(), list.size(), list.offset())
			.query((row, number) -> new NotificationRow(row.getLong("id"), row.getString("message_key"),
					this.json.readValue(row.getString("arguments"), TEXTS), row.getTimestamp("sent_at").toInstant(),
					row.getTimestamp("read_at") == null, otherGrant(row.getArray("grant_ids"), viewer)))
			.list();
		return new Slice<>(rows, total, list.page(), list.size());
	}

	@Transactional(readOnly = true)
	public int unread(Viewer viewer) {
		return this.jdbc.sql("select count(*) from notification where account_id = ? and read_at is null")
			.param(viewer.accountId())
			.query(Integer.class)
			.single();
	}

	/** Marks a message read and says where it leads. */
	Opened open(long id, Viewer viewer) {
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

	void markAllRead(Viewer viewer) {
		this.jdbc.sql("update notification set read_at = ? where account_id = ? and read_at is null")
			.params(Timestamp.from(this.clock.instant()), viewer.accountId())
			.update();
	}

	/**
	 * Where an opened message leads.
	 *
	 * @param grant what to act in there, or {@code null} to go on as before
	 */
	record Opened(String url, Grant grant) {
	}

}
