package vn.nhactruong.notification.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.notification.MailServer;
import vn.nhactruong.notification.NotificationKinds;
import vn.nhactruong.notification.Outbox;
import vn.nhactruong.notification.choice.NotificationSettings;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workingday.WorkingDays;

/**
 * The parts that mail goes through, put together as the portal does, but with a mail
 * server and a clock of the test's own: as many nodes as a test wants on one database.
 */
@TestComponent
public class MailFixture {

	static final String URL = "http://cong.example.vn";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Accounts accounts;

	private final NotificationKinds kinds;

	private final NotificationSettings settings;

	private final MessageSource messages;

	private final WorkingDays workingDays;

	private final TestPeople people;

	private final TransactionTemplate transaction;

	MailFixture(JdbcClient jdbc, JsonMapper json, Accounts accounts, NotificationKinds kinds,
			NotificationSettings settings, MessageSource messages, WorkingDays workingDays, TestPeople people,
			TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.json = json;
		this.accounts = accounts;
		this.kinds = kinds;
		this.settings = settings;
		this.messages = messages;
		this.workingDays = workingDays;
		this.people = people;
		this.transaction = transaction;
	}

	/** What other tests left behind is nobody's mail here. */
	public void clear() {
		this.jdbc.sql("update mail_outbox set status = 'DROPPED' where status in ('QUEUED', 'FAILED', 'SENT')")
			.update();
		this.jdbc.sql("update notification set delivery = 'NEVER'").update();
		this.jdbc.sql("delete from notification_default").update();
		this.jdbc.sql("update notification_policy set digest_at = '07:00'").update();
	}

	Node node(int port, Clock clock) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
		MailServer server = new MailServer(sender, URL, "cong@example.vn", clock);
		Outbox outbox = new Outbox(this.jdbc, this.json, this.kinds, clock);
		return new Node(new Inbox(this.jdbc, this.accounts, this.json, this.kinds, server, clock), outbox,
				new Postman(outbox, new MailTexts(this.messages, server), server),
				new Digests(outbox, this.settings, server, this.workingDays, clock), this.transaction);
	}

	/** Somebody who can be reached by mail. */
	public Viewer reader(Role role, String unitCode) {
		String username = this.people.add(role, unitCode);
		this.jdbc.sql("update account set email = ?, display_name = ? where username = ?")
			.params(username + "@example.vn", "Nguyễn Thị Thử", username)
			.update();
		return this.people.viewer(username);
	}

	public String address(Viewer viewer) {
		return viewer.username() + "@example.vn";
	}

	List<MailInOutbox> mailsOf(Viewer viewer) {
		return this.jdbc.sql("""
				select status, attempts, failure, reply_code, message_id,
				    extract(epoch from next_attempt_at)::bigint as next from mail_outbox
				where account_id = ? order by id
				""")
			.param(viewer.accountId())
			.query((row, number) -> new MailInOutbox(row.getString("status"), row.getInt("attempts"),
					row.getString("failure"), row.getObject("reply_code", Integer.class),
					row.getObject("message_id", UUID.class), row.getLong("next")))
			.list();
	}

	record MailInOutbox(String status, int attempts, String failure, Integer replyCode, UUID messageId,
			long nextAttemptAt) {
	}

	/** One running portal. */
	record Node(Inbox inbox, Outbox outbox, Postman postman, Digests digests, TransactionTemplate transaction) {

		void tell(Viewer reader, String messageKey, List<String> arguments) {
			tell(List.of(reader), messageKey, arguments);
		}

		void tell(Collection<Viewer> readers, String messageKey, List<String> arguments) {
			this.inbox.tell(
					readers.stream()
						.collect(Collectors.toMap(Viewer::accountId, (reader) -> List.of(reader.acting().id()))),
					messageKey, arguments, "/directives/1");
		}

		/** As the job does it; claims and notes are transactions of their own. */
		int deliver() {
			return this.postman.deliver();
		}

	}

}
