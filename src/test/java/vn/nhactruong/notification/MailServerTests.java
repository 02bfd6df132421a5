package vn.nhactruong.notification;

import java.util.List;
import java.util.Map;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.mail.MailFixture;
import vn.nhactruong.notification.mail.Mails;
import vn.nhactruong.notification.mail.Postman;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A portal that was started with the settings of a mail server, password and all. */
@PortalTest
@Import(MailFixture.class)
class MailServerTests {

	private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private MailFixture fixture;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Postman postman;

	@Autowired
	private Mails mails;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		SERVER.setUser("cong@example.vn", "cong", "bi-mat-cua-may-chu");
		SERVER.start();
		registry.add("PORTAL_MAIL_HOST", () -> "127.0.0.1");
		registry.add("PORTAL_MAIL_PORT", () -> SERVER.getSmtp().getPort());
		registry.add("PORTAL_MAIL_USERNAME", () -> "cong");
		registry.add("PORTAL_MAIL_PASSWORD", () -> "bi-mat-cua-may-chu");
		registry.add("PORTAL_MAIL_STARTTLS", () -> "false");
		registry.add("PORTAL_MAIL_FROM", () -> "cong@example.vn");
		registry.add("PORTAL_PUBLIC_URL", () -> "https://cong.example.vn/");
	}

	@AfterAll
	static void stop() {
		SERVER.stop();
	}

	@Test
	void the_settings_are_what_the_environment_says() throws Exception {
		page().andExpect(content().string(containsString("127.0.0.1:" + SERVER.getSmtp().getPort())))
			.andExpect(content().string(containsString("cong@example.vn")))
			.andExpect(content().string(containsString("https://cong.example.vn")))
			.andExpect(content().string(not(containsString("bi-mat-cua-may-chu"))))
			.andExpect(content().string(not(containsString("Chưa cấu hình máy chủ thư"))));
		assertThat(this.mails.concern()).isNull();
	}

	@Test
	void what_is_told_goes_all_the_way() throws Exception {
		Viewer reader = this.fixture.reader(Role.CLERK, "STP-48");
		this.inbox.tellUnits(List.of(reader.unitId()), List.of(Role.CLERK), "directive.notice.issued",
				List.of("2026-0148", "Rà soát"), "/directives/1");
		assertThat(this.postman.deliver()).isOne();
		MimeMessage mail = SERVER.getReceivedMessagesForDomain(this.fixture.address(reader))[0];
		assertThat((String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent())
			.contains("https://cong.example.vn/notifications/");
		page().andExpect(content().string(containsString("Đã gửi trong 24 giờ")));
	}

	@Test
	void a_trial_mail_arrives_at_once() throws Exception {
		trial("thu@noi-khac.vn").andExpect(redirectedUrl("/settings/mail"));
		MimeMessage[] mails = SERVER.getReceivedMessagesForDomain("noi-khac.vn");
		assertThat(mails).hasSize(1);
		assertThat(mails[0].getSubject()).isEqualTo("Thư thử của cổng điều hành");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "khong phai", "a@b@c" })
	void a_trial_needs_an_address(String typed) throws Exception {
		trial(typed).andExpect(status().is(422))
			.andExpect(content().string(containsString("href=\"#address\"")))
			.andExpect(content().string(containsString("value=\"" + typed + "\"")));
	}

	@Test
	void a_trial_that_fails_says_why_at_the_field() throws Exception {
		int port = this.sender.getPort();
		// Nobody listens there.
		this.sender.setPort(1);
		try {
			trial("thu@noi-khac.vn").andExpect(status().is(422))
				.andExpect(content().string(containsString("Chưa gửi được thư thử. Không kết nối được máy chủ thư.")))
				.andExpect(content().string(not(containsString("Exception"))));
		}
		finally {
			this.sender.setPort(port);
		}
	}

	@Test
	void mails_that_wait_for_the_server_are_an_administrators_concern() {
		Viewer reader = this.fixture.reader(Role.CLERK, "STP-48");
		this.inbox.tell(Map.of(reader.accountId(), List.of(reader.acting().id())), "directive.notice.issued",
				List.of("2026-0148", "Rà soát"), "/directives/1");
		this.jdbc.sql("update mail_outbox set attempts = 3, failure = 'UNREACHABLE' where account_id = ?")
			.param(reader.accountId())
			.update();
		assertThat(this.mails.concern().messageKey()).isEqualTo("notification.mail.stuck");
		this.jdbc.sql("update mail_outbox set status = 'FAILED', finished_at = now() where account_id = ?")
			.param(reader.accountId())
			.update();
		assertThat(this.mails.concern()).isEqualTo(new Mails.Concern("notification.mail.failures", 1));
		this.fixture.clear();
	}

	private ResultActions trial(String address) throws Exception {
		return this.mvc.perform(post("/settings/mail/trials").param("address", address)
			.with(this.people.as(Role.ADMIN, "VPB"))
			.with(csrf()));
	}

	private ResultActions page() throws Exception {
		return this.mvc.perform(get("/settings/mail").with(this.people.as(Role.ADMIN, "VPB")))
			.andExpect(status().isOk());
	}

}
