package vn.nhactruong.notification.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Delivery;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.notification.MailFailure;
import vn.nhactruong.notification.Outbox;
import vn.nhactruong.notification.ScriptedSmtpServer;
import vn.nhactruong.notification.choice.NotificationSettings;
import vn.nhactruong.notification.choice.PolicyForm;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** From what is told to what arrives. */
@PortalTest
@Import(MailFixture.class)
class MailTests {

	private static final String DUTY = "directive.notice.issued";

	private static final String OPTIONAL = "agenda.notice.released";

	private static final List<String> ARGUMENTS = List.of("2026-0148", "Rà soát <văn bản> & báo cáo");

	private static final String MONDAY = "2026-11-23T09:30";

	private final TestClock clock = new TestClock(MONDAY);

	@Autowired
	private MailFixture fixture;

	@Autowired
	private Inbox inboxWithoutServer;

	@Autowired
	private NotificationSettings settings;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private GreenMail mailServer;

	private MailFixture.Node node;

	private Viewer reader;

	@BeforeEach
	void startServer() {
		this.fixture.clear();
		this.mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.mailServer.start();
		this.node = this.fixture.node(this.mailServer.getSmtp().getPort(), this.clock);
		this.reader = this.fixture.reader(Role.CLERK, "CQLTHADS");
	}

	@AfterEach
	void stopServer() {
		this.mailServer.stop();
		this.fixture.clear();
	}

	@Test
	void what_is_told_arrives_in_vietnamese_as_text_and_html_with_a_link() throws Exception {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		assertThat(this.node.deliver()).isOne();
		MimeMessage mail = onlyMail();
		assertThat(mail.getSubject()).isEqualTo("Đơn vị được giao nhiệm vụ 2026-0148: Rà soát <văn bản> & báo cáo");
		InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
		assertThat(to.getAddress()).isEqualTo(this.fixture.address(this.reader));
		assertThat(to.getPersonal()).isEqualTo("Nguyễn Thị Thử");
		InternetAddress from = (InternetAddress) mail.getFrom()[0];
		assertThat(from.getAddress()).isEqualTo("cong@example.vn");
		assertThat(from.getPersonal()).isEqualTo("Nhạc Trưởng");
		assertThat(mail.getSentDate().toInstant()).isEqualTo(this.clock.instant());
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("Precedence")).containsExactly("bulk");
		assertThat(mail.getMessageID())
			.isEqualTo("<" + this.fixture.mailsOf(this.reader).get(0).messageId() + "@cong.example.vn>");
		MimeMultipart parts = (MimeMultipart) mail.getContent();
		assertThat(parts.getContentType()).startsWith("multipart/alternative");
		assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
		String link = MailFixture.URL + "/notifications/" + newest(this.reader);
		assertThat(text(mail)).contains("Kính gửi Nguyễn Thị Thử,", "Rà soát <văn bản> & báo cáo",
				"Mở trên cổng: " + link, "Giao, phối hợp, rút, hủy nhiệm vụ · 09:30 23/11/2026",
				"Đặt cách nhận thư: " + MailFixture.URL + "/notifications/settings");
		assertThat(html(mail)).contains("Rà soát &lt;văn bản&gt; &amp; báo cáo", "href=\"" + link + "\"",
				"lang=\"vi\"");
	}

	@Test
	void headers_are_plain_ascii_on_the_wire() throws Exception {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		this.node.deliver();
		ByteArrayOutputStream raw = new ByteArrayOutputStream();
		onlyMail().writeTo(raw);
		String head = raw.toString(StandardCharsets.UTF_8).split("\r?\n\r?\n", 2)[0];
		assertThat(head).matches("[\\p{ASCII}]+").contains("Subject: =?UTF-8?");
	}

	@Test
	void a_reader_of_english_gets_english() throws Exception {
		this.jdbc.sql("insert into notification_preference (account_id, language) values (?, 'en')")
			.param(this.reader.accountId())
			.update();
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		this.node.deliver();
		assertThat(onlyMail().getSubject()).startsWith("Your unit was given directive 2026-0148");
		assertThat(text(onlyMail())).contains("Dear Nguyễn Thị Thử,").doesNotContain("Kính gửi", "??");
		assertThat(html(onlyMail())).contains("lang=\"en\"").doesNotContain("Kính gửi", "??");
	}

	@Test
	void a_line_break_in_what_is_told_never_becomes_a_header() throws Exception {
		this.jdbc.sql("update account set display_name = ? where id = ?")
			.params("An\r\nBcc: thu@example.vn", this.reader.accountId())
			.update();
		this.node.tell(this.reader, DUTY, List.of("1", "a\r\nBcc: khac@example.vn\r\n\r\nthan thu"));
		this.node.deliver();
		MimeMessage mail = onlyMail();
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).contains("a Bcc: khac@example.vn than thu");
		assertThat(this.mailServer.getReceivedMessages()).hasSize(1);
	}

	@Test
	void what_stands_behind_an_empty_line_is_for_the_body() throws Exception {
		this.node.tell(this.reader, "calendar.notice.changed",
				List.of("48", "2", "Hủy: Họp (08:00, 23/11/2026). Lý do: Hoãn\nThêm: Tiếp khách (24/11/2026)"));
		this.node.deliver();
		assertThat(onlyMail().getSubject()).isEqualTo("Lịch công tác tuần 48 thay đổi (bản số 2)");
		assertThat(text(onlyMail()).lines()).contains("Lịch công tác tuần 48 thay đổi (bản số 2)",
				"Hủy: Họp (08:00, 23/11/2026). Lý do: Hoãn", "Thêm: Tiếp khách (24/11/2026)");
		assertThat(html(onlyMail())).contains("Hủy: Họp (08:00, 23/11/2026). Lý do: Hoãn<br>Thêm: Tiếp khách");
	}

	@Test
	void what_is_duty_offers_no_way_out_and_what_is_not_does() throws Exception {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		choose(this.reader, "agenda.release", Delivery.AT_ONCE);
		this.node.tell(this.reader, OPTIONAL, List.of("Hội nghị", "1"));
		this.node.deliver();
		MimeMessage[] mails = this.mailServer.getReceivedMessages();
		assertThat(mails).hasSize(2);
		assertThat(mails[0].getHeader("List-Unsubscribe")).isNull();
		assertThat(text(mails[0])).doesNotContain("unsubscription");
		String unsubscribe = mails[1].getHeader("List-Unsubscribe")[0];
		assertThat(unsubscribe)
			.matches("<" + MailFixture.URL + "/notifications/unsubscription/[0-9a-f-]{36}\\?lang=vi>");
		assertThat(mails[1].getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(text(mails[1])).contains(unsubscribe.substring(1, unsubscribe.length() - 1));
		assertThat(html(mails[1])).contains(unsubscribe.substring(1, unsubscribe.length() - 1));
	}

	@Test
	void nothing_is_sent_twice() {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		assertThat(this.node.deliver()).isOne();
		this.clock.forward(Duration.ofDays(1));
		assertThat(this.node.deliver()).isZero();
		assertThat(this.mailServer.getReceivedMessages()).hasSize(1);
	}

	@Test
	void what_is_rolled_back_is_mailed_to_nobody() {
		this.transaction.executeWithoutResult((status) -> {
			this.node.tell(this.reader, DUTY, ARGUMENTS);
			status.setRollbackOnly();
		});
		assertThat(this.node.deliver()).isZero();
		assertThat(this.fixture.mailsOf(this.reader)).isEmpty();
	}

	@Test
	void two_nodes_share_out_the_mails_and_send_none_twice() throws Exception {
		List<Viewer> readers = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			readers.add(this.fixture.reader(Role.CLERK, "CQLTHADS"));
		}
		this.node.tell(readers, DUTY, ARGUMENTS);
		MailFixture.Node other = this.fixture.node(this.mailServer.getSmtp().getPort(), this.clock);
		ExecutorService pool = Executors.newFixedThreadPool(2);
		CountDownLatch both = new CountDownLatch(2);
		try {
			List<Future<Integer>> sent = new ArrayList<>();
			for (MailFixture.Node one : List.of(this.node, other)) {
				sent.add(pool.submit(() -> {
					both.countDown();
					both.await(10, TimeUnit.SECONDS);
					return one.deliver();
				}));
			}
			assertThat(sent.get(0).get(1, TimeUnit.MINUTES) + sent.get(1).get(1, TimeUnit.MINUTES)).isEqualTo(30);
		}
		finally {
			pool.shutdownNow();
		}
		assertThat(Arrays.stream(this.mailServer.getReceivedMessages())
			.map((mail) -> MailTests.<String>quietly(mail::getMessageID))).hasSize(30).doesNotHaveDuplicates();
	}

	@Test
	void a_claim_whose_sender_died_falls_due_again_with_the_same_message_id() throws Exception {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		Outbox.Claim lost = this.node.outbox().claim().orElseThrow();
		MailFixture.Node restarted = this.fixture.node(this.mailServer.getSmtp().getPort(), this.clock);
		assertThat(restarted.deliver()).isZero();
		this.clock.forward(Outbox.CLAIM);
		assertThat(restarted.deliver()).isOne();
		assertThat(onlyMail().getMessageID()).startsWith("<" + lost.messageId());
		// What the dead one might still say comes too late.
		this.node.outbox().refused(lost, MailFailure.UNREACHABLE, null);
		assertThat(this.fixture.mailsOf(this.reader).get(0).status()).isEqualTo("SENT");
	}

	@Test
	void a_server_that_is_down_costs_one_mail_an_attempt_and_all_arrive_later() {
		Viewer second = this.fixture.reader(Role.CLERK, "CQLTHADS");
		int port = this.mailServer.getSmtp().getPort();
		this.mailServer.stop();
		this.node.tell(List.of(this.reader, second), DUTY, ARGUMENTS);
		assertThat(this.node.deliver()).isZero();
		assertThat(List.of(this.fixture.mailsOf(this.reader).get(0), this.fixture.mailsOf(second).get(0)))
			.extracting(MailFixture.MailInOutbox::attempts)
			.containsExactlyInAnyOrder(1, 0);
		this.mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.mailServer.start();
		this.clock.forward(Duration.ofMinutes(2));
		assertThat(this.node.deliver()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 450 later, REFUSED_FOR_NOW, 450, QUEUED",
			"RCPT, 550 no such user, ADDRESS_REFUSED, 550, FAILED", "MAIL, 451 later, REFUSED_FOR_NOW, 451, QUEUED",
			"MAIL, 550 not you, SENDER_REFUSED, 550, QUEUED", "MAIL, 530 who are you, SIGN_IN_REFUSED, 530, QUEUED",
			"DATA, 452 full, REFUSED_FOR_NOW, 452, QUEUED", "., 554 looks like spam, ADDRESS_REFUSED, 554, FAILED",
			"., 421 closing, REFUSED_FOR_NOW, 421, QUEUED" })
	void an_answer_of_the_server_decides_whether_it_is_tried_again(String command, String answer, MailFailure failure,
			int code, String status) {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer().answer(command, answer)) {
			MailFixture.Node one = this.fixture.node(server.port(), this.clock);
			one.tell(this.reader, DUTY, ARGUMENTS);
			assertThat(one.deliver()).isZero();
			MailFixture.MailInOutbox mail = this.fixture.mailsOf(this.reader).get(0);
			assertThat(mail.failure()).isEqualTo(failure.name());
			assertThat(mail.replyCode()).isEqualTo(code);
			assertThat(mail.status()).isEqualTo(status);
			server.answerAsUsual();
			this.clock.forward(Duration.ofMinutes(2));
			assertThat(one.deliver()).isEqualTo(status.equals("QUEUED") ? 1 : 0);
			assertThat(server.taken()).isEqualTo(status.equals("QUEUED") ? 1 : 0);
		}
	}

	@Test
	void a_mail_that_is_refused_holds_up_no_other() {
		Viewer second = this.fixture.reader(Role.CLERK, "CQLTHADS");
		try (ScriptedSmtpServer server = new ScriptedSmtpServer()
			.answer("RCPT TO:<" + this.fixture.address(this.reader), "550 no such user")) {
			MailFixture.Node one = this.fixture.node(server.port(), this.clock);
			one.tell(List.of(this.reader, second), DUTY, ARGUMENTS);
			assertThat(one.deliver()).isOne();
			assertThat(this.fixture.mailsOf(second).get(0).status()).isEqualTo("SENT");
		}
	}

	@Test
	void each_wait_is_longer_than_the_one_before_until_the_mail_is_given_up() {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer().answer("RCPT", "450 later")) {
			MailFixture.Node one = this.fixture.node(server.port(), this.clock);
			one.tell(this.reader, DUTY, ARGUMENTS);
			for (int attempt = 1; attempt <= Outbox.MOST_ATTEMPTS; attempt++) {
				one.deliver();
				MailFixture.MailInOutbox mail = this.fixture.mailsOf(this.reader).get(0);
				assertThat(mail.attempts()).isEqualTo(attempt);
				assertThat(mail.status()).isEqualTo((attempt < Outbox.MOST_ATTEMPTS) ? "QUEUED" : "FAILED");
				long wait = mail.nextAttemptAt() - this.clock.instant().getEpochSecond();
				long expected = Math.min(60L << (attempt - 1), 6 * 3600);
				assertThat(wait).isBetween((long) (expected * 0.79), (long) (expected * 1.21));
				one.deliver();
				assertThat(server.connections()).as("no try before its time").isEqualTo(attempt);
				this.clock.forward(Duration.ofSeconds(wait + 1));
			}
			one.deliver();
			assertThat(server.connections()).isEqualTo(Outbox.MOST_ATTEMPTS);
		}
	}

	@Test
	void waits_of_mails_that_failed_together_differ() {
		assertThat(Outbox.pause(1, 0)).isEqualTo(Duration.ofSeconds(48));
		assertThat(Outbox.pause(1, 1)).isEqualTo(Duration.ofSeconds(72));
		assertThat(Outbox.pause(20, 0.5)).isEqualTo(Duration.ofHours(6));
		assertThat(Outbox.pause(500, 0.5)).isEqualTo(Duration.ofHours(6));
	}

	@Test
	void without_an_address_or_with_a_locked_account_nothing_is_queued() {
		this.jdbc.sql("update account set email = null where id = ?").param(this.reader.accountId()).update();
		Viewer locked = this.fixture.reader(Role.CLERK, "CQLTHADS");
		lock(locked);
		this.node.tell(List.of(this.reader, locked), DUTY, ARGUMENTS);
		assertThat(this.fixture.mailsOf(this.reader)).isEmpty();
		assertThat(this.fixture.mailsOf(locked)).isEmpty();
		assertThat(this.node.inbox().unread(this.reader)).isOne();
	}

	@Test
	void what_waits_for_somebody_locked_meanwhile_is_dropped() {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		lock(this.reader);
		assertThat(this.node.deliver()).isZero();
		assertThat(this.fixture.mailsOf(this.reader).get(0).status()).isEqualTo("DROPPED");
		assertThat(this.mailServer.getReceivedMessages()).isEmpty();
	}

	@Test
	void what_came_to_a_role_that_was_withdrawn_meanwhile_is_dropped() {
		this.node.inbox()
			.tellUnits(List.of(this.reader.unitId()), List.of(Role.CLERK), DUTY, ARGUMENTS, "/directives/1");
		this.jdbc.sql("update role_grant set role = 'OBSERVER' where account_id = ?")
			.param(this.reader.accountId())
			.update();
		this.jdbc.sql("update notification set grant_ids = '{999999999}' where account_id = ?")
			.param(this.reader.accountId())
			.update();
		this.node.deliver();
		assertThat(this.fixture.mailsOf(this.reader).get(0).status()).isEqualTo("DROPPED");
	}

	@Test
	void an_address_that_can_not_be_one_is_given_up() {
		this.jdbc.sql("update account set email = 'không phải địa chỉ' where id = ?")
			.param(this.reader.accountId())
			.update();
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		this.node.deliver();
		assertThat(this.fixture.mailsOf(this.reader).get(0).failure()).isEqualTo("ADDRESS_INVALID");
		assertThat(this.fixture.mailsOf(this.reader).get(0).status()).isEqualTo("FAILED");
	}

	@Test
	void without_a_mail_server_the_inbox_has_it_and_nothing_is_queued() {
		this.inboxWithoutServer.tell(Map.of(this.reader.accountId(), List.of(this.reader.acting().id())), DUTY,
				ARGUMENTS, "/directives/1");
		assertThat(this.inboxWithoutServer.unread(this.reader)).isOne();
		assertThat(this.fixture.mailsOf(this.reader)).isEmpty();
		assertThat(this.jdbc.sql("select delivery from notification where account_id = ?")
			.param(this.reader.accountId())
			.query(String.class)
			.single()).isEqualTo("NEVER");
	}

	@Test
	void what_an_administrator_sets_for_a_role_holds_for_that_role() {
		Viewer head = this.fixture.reader(Role.UNIT_HEAD, "CQLTHADS");
		set("directive.assignment", Role.CLERK, Delivery.DAILY_DIGEST);
		this.node.tell(List.of(this.reader, head), DUTY, ARGUMENTS);
		assertThat(this.fixture.mailsOf(this.reader)).isEmpty();
		assertThat(this.fixture.mailsOf(head)).hasSize(1);
	}

	@Test
	void a_never_from_before_a_kind_became_duty_no_longer_counts() {
		set("directive.assignment", Role.CLERK, Delivery.NEVER);
		this.node.inbox()
			.tellUnits(List.of(this.reader.unitId()), List.of(Role.CLERK), DUTY, ARGUMENTS, "/directives/1");
		assertThat(this.fixture.mailsOf(this.reader)).hasSize(1);
		assertThat(this.settings.policyForm().getCells())
			.filteredOn((cell) -> cell.getKind().equals("directive.assignment") && cell.getRole() == Role.CLERK)
			.extracting(PolicyForm.Cell::getDelivery)
			.containsExactly(Delivery.AT_ONCE);
	}

	@Test
	void told_in_two_roles_the_sooner_one_decides() {
		set("directive.assignment", Role.CLERK, Delivery.DAILY_DIGEST);
		this.jdbc.sql("insert into role_grant (account_id, role, organization_id) values (?, 'UNIT_HEAD', ?)")
			.params(this.reader.accountId(), this.reader.unitId())
			.update();
		this.node.inbox()
			.tellUnits(List.of(this.reader.unitId()), List.of(Role.CLERK, Role.UNIT_HEAD), DUTY, ARGUMENTS, "/desk");
		assertThat(this.fixture.mailsOf(this.reader)).hasSize(1);
		this.node.inbox().tellUnits(List.of(this.reader.unitId()), List.of(Role.CLERK), DUTY, ARGUMENTS, "/desk");
		assertThat(this.fixture.mailsOf(this.reader)).hasSize(1);
	}

	@Test
	void a_choice_of_ones_own_wins_except_for_what_is_duty() {
		choose(this.reader, "agenda.release", Delivery.AT_ONCE);
		choose(this.reader, "directive.assignment", Delivery.NEVER);
		this.node.tell(this.reader, OPTIONAL, List.of("Hội nghị", "1"));
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		assertThat(this.node.deliver()).isEqualTo(2);
	}

	@Test
	void what_was_stopped_while_it_waited_is_dropped() {
		choose(this.reader, "agenda.release", Delivery.AT_ONCE);
		this.node.tell(this.reader, OPTIONAL, List.of("Hội nghị", "1"));
		choose(this.reader, "agenda.release", Delivery.NEVER);
		assertThat(this.node.deliver()).isZero();
		assertThat(this.fixture.mailsOf(this.reader).get(0).status()).isEqualTo("DROPPED");
	}

	@Test
	void a_digest_has_what_is_unread_on_the_morning_of_a_working_day_once() throws Exception {
		this.clock.set("2026-11-20T16:00");
		this.node.tell(this.reader, OPTIONAL, List.of("Hội nghị một", "1"));
		this.node.tell(this.reader, OPTIONAL, List.of("Hội nghị hai", "1"));
		this.node.tell(this.reader, OPTIONAL, List.of("đã đọc", "1"));
		this.node.inbox().open(newest(this.reader), this.reader);
		Viewer idle = this.fixture.reader(Role.CLERK, "CQLTHADS");
		this.clock.set("2026-11-21T08:00");
		assertThat(this.node.digests().gatherIfDue()).as("Saturday").isZero();
		this.clock.set("2026-11-23T06:59");
		assertThat(this.node.digests().gatherIfDue()).as("too early").isZero();
		this.clock.set("2026-11-23T07:00");
		assertThat(this.node.digests().gatherIfDue()).isOne();
		assertThat(this.node.digests().gatherIfDue()).as("once a day").isZero();
		assertThat(this.node.deliver()).isOne();
		MimeMessage mail = onlyMail();
		assertThat(mail.getSubject()).isEqualTo("2 thông báo chưa đọc ngày 23/11/2026");
		assertThat(text(mail))
			.contains("Đã có chương trình của Hội nghị một", "Đã có chương trình của Hội nghị hai",
					"Chương trình hội nghị · 16:00 20/11/2026", MailFixture.URL + "/notifications?state=unread")
			.doesNotContain("đã đọc,", "của đã đọc");
		assertThat(html(mail)).contains("Hội nghị một", "Hội nghị hai");
		assertThat(this.fixture.mailsOf(idle)).isEmpty();
		this.clock.set("2026-11-24T07:30");
		assertThat(this.node.digests().gatherIfDue()).as("mailed already, though still unread").isZero();
	}

	@Test
	void what_comes_after_the_hour_waits_for_the_next_morning() {
		this.clock.set("2026-11-23T06:00");
		this.node.tell(this.reader, OPTIONAL, List.of("sớm", "1"));
		this.clock.set("2026-11-23T07:05");
		this.node.tell(this.reader, OPTIONAL, List.of("muộn", "1"));
		// A node that was down at seven makes up for it.
		this.clock.set("2026-11-23T10:00");
		assertThat(this.node.digests().gatherIfDue()).isOne();
		this.node.deliver();
		assertThat(text(onlyMail())).contains("sớm").doesNotContain("muộn");
		this.clock.set("2026-11-24T07:00");
		assertThat(this.node.digests().gatherIfDue()).isOne();
		this.node.deliver();
		assertThat(text(this.mailServer.getReceivedMessages()[1])).contains("muộn").doesNotContain("sớm");
	}

	@Test
	void two_nodes_make_one_digest() throws Exception {
		this.clock.set("2026-11-23T06:00");
		this.node.tell(this.reader, OPTIONAL, List.of("một", "1"));
		this.clock.set("2026-11-23T07:00");
		MailFixture.Node other = this.fixture.node(this.mailServer.getSmtp().getPort(), this.clock);
		ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			Future<Integer> one = pool.submit(() -> this.node.digests().gatherIfDue());
			Future<Integer> two = pool.submit(() -> other.digests().gatherIfDue());
			assertThat(one.get(1, TimeUnit.MINUTES) + two.get(1, TimeUnit.MINUTES)).isOne();
		}
		finally {
			pool.shutdownNow();
		}
		assertThat(this.fixture.mailsOf(this.reader)).hasSize(1);
	}

	@Test
	void a_digest_that_was_read_before_it_went_out_is_dropped() {
		this.clock.set("2026-11-23T06:00");
		this.node.tell(this.reader, OPTIONAL, List.of("một", "1"));
		this.clock.set("2026-11-23T07:00");
		this.node.digests().gatherIfDue();
		this.node.inbox().markAllRead(this.reader);
		assertThat(this.node.deliver()).isZero();
		assertThat(this.fixture.mailsOf(this.reader).get(0).status()).isEqualTo("DROPPED");
	}

	@Test
	void what_was_sent_is_forgotten_in_time_and_never_gathered_again() {
		this.clock.set("2026-11-23T06:00");
		this.node.tell(this.reader, OPTIONAL, List.of("một", "1"));
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		this.clock.set("2026-11-23T07:00");
		this.node.digests().gatherIfDue();
		assertThat(this.node.deliver()).isEqualTo(2);
		Viewer unreachable = this.fixture.reader(Role.CLERK, "CQLTHADS");
		this.jdbc.sql("update account set email = 'không phải địa chỉ' where id = ?")
			.param(unreachable.accountId())
			.update();
		this.node.tell(unreachable, DUTY, ARGUMENTS);
		this.node.deliver();
		this.node.outbox().forget(this.clock.instant());
		assertThat(this.fixture.mailsOf(this.reader)).as("not old enough").hasSize(2);
		this.node.outbox().forget(this.clock.instant().plus(Duration.ofDays(1)));
		assertThat(this.fixture.mailsOf(this.reader)).isEmpty();
		assertThat(this.fixture.mailsOf(unreachable)).as("waits for an administrator").hasSize(1);
		assertThat(this.node.inbox().unread(this.reader)).isEqualTo(2);
		this.clock.set("2026-11-24T07:30");
		assertThat(this.node.digests().gatherIfDue()).isZero();
	}

	@Test
	void an_administrator_moves_the_hour_of_the_digest() {
		this.jdbc.sql("update notification_policy set digest_at = '14:00'").update();
		this.clock.set("2026-11-23T06:00");
		this.node.tell(this.reader, OPTIONAL, List.of("một", "1"));
		this.clock.set("2026-11-23T07:00");
		assertThat(this.node.digests().gatherIfDue()).isZero();
		this.clock.set("2026-11-23T14:00");
		assertThat(this.node.digests().gatherIfDue()).isOne();
	}

	@Test
	void the_token_of_a_digest_stops_all_that_is_not_duty_and_nothing_else() throws Exception {
		this.clock.set("2026-11-23T06:00");
		this.node.tell(this.reader, OPTIONAL, List.of("một", "1"));
		this.clock.set("2026-11-23T07:00");
		this.node.digests().gatherIfDue();
		this.node.deliver();
		String header = onlyMail().getHeader("List-Unsubscribe")[0];
		this.settings.unsubscribe(header.substring(header.lastIndexOf('/') + 1, header.indexOf('?')));
		this.node.tell(this.reader, OPTIONAL, List.of("hai", "1"));
		this.node.tell(this.reader, "conclusion.notice.issued", List.of("21", "ba"));
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		this.clock.set("2026-11-24T07:00");
		assertThat(this.node.digests().gatherIfDue()).isZero();
		assertThat(this.node.deliver()).isOne();
	}

	private void lock(Viewer viewer) {
		this.jdbc.sql("update account set locked_at = now(), lock_reason = 'thử' where id = ?")
			.param(viewer.accountId())
			.update();
	}

	private void set(String kind, Role role, Delivery delivery) {
		this.jdbc.sql("insert into notification_default (kind, role, delivery) values (?, ?, ?)")
			.params(kind, role.name(), delivery.name())
			.update();
	}

	private void choose(Viewer viewer, String kind, Delivery delivery) {
		this.jdbc.sql("""
				insert into notification_choice (account_id, kind, delivery) values (?, ?, ?)
				on conflict (account_id, kind) do update set delivery = excluded.delivery
				""").params(viewer.accountId(), kind, delivery.name()).update();
	}

	private long newest(Viewer viewer) {
		return this.jdbc.sql("select max(id) from notification where account_id = ?")
			.param(viewer.accountId())
			.query(Long.class)
			.single();
	}

	private MimeMessage onlyMail() {
		assertThat(this.mailServer.getReceivedMessages()).hasSize(1);
		return this.mailServer.getReceivedMessages()[0];
	}

	private static String text(MimeMessage mail) {
		return quietly(() -> (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
	}

	private static String html(MimeMessage mail) {
		return quietly(() -> (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent());
	}

	private static <T> T quietly(java.util.concurrent.Callable<T> reading) {
		try {
			return reading.call();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
