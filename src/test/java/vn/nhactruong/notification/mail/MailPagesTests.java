package vn.nhactruong.notification.mail;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.choice.NotificationSettings;
import vn.nhactruong.notification.choice.PolicyForm;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The pages of mail: what administrators set, what people choose, what a mail leads to.
 */
@PortalTest
@Import(MailFixture.class)
class MailPagesTests {

	private static final String DUTY = "directive.notice.issued";

	private static final List<String> ARGUMENTS = List.of("2026-0148", "Rà soát");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private MailFixture fixture;

	@Autowired
	private NotificationSettings settings;

	@Autowired
	private JdbcClient jdbc;

	private final TestClock clock = new TestClock("2026-11-23T09:30");

	private MailFixture.Node node;

	private RequestPostProcessor admin;

	private Viewer reader;

	@BeforeEach
	void addPeople() {
		this.fixture.clear();
		// Nobody listens there.
		this.node = this.fixture.node(1, this.clock);
		this.admin = this.people.as(Role.ADMIN, "VPB");
		this.reader = this.fixture.reader(Role.CLERK, "CQLTHADS");
	}

	@AfterEach
	void clear() {
		this.fixture.clear();
	}

	@Test
	void an_administrator_is_told_on_every_page_concerned_that_there_is_no_mail_server() throws Exception {
		for (String page : List.of("/desk", "/settings/mail", "/settings/notifications")) {
			page(page, this.admin).andExpect(content().string(containsString("Chưa cấu hình máy chủ thư")))
				.andExpect(content().string(not(containsString("Không có thư nào gửi không được"))));
		}
		page("/settings/mail", this.admin).andExpect(content().string(not(containsString("Gửi thư thử"))));
		asReader("/desk").andExpect(content().string(not(containsString("Chưa cấu hình máy chủ thư"))));
		asReader("/notifications/settings").andExpect(content().string(containsString("Cổng chưa có máy chủ thư")));
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
	void only_administrators_look_after_mail(Role role) throws Exception {
		RequestPostProcessor other = this.people.as(role, (role == Role.LEADER) ? "BTP" : "VPB");
		for (String page : List.of("/settings/mail", "/settings/notifications")) {
			this.mvc.perform(get(page).with(other)).andExpect(status().isForbidden());
		}
		for (String act : List.of("/settings/notifications", "/settings/mail/trials",
				"/settings/mail/failures/resending", "/settings/mail/failures/1/resending",
				"/settings/mail/failures/1/dismissal")) {
			this.mvc.perform(post(act).with(other).with(csrf())).andExpect(status().isForbidden());
		}
	}

	@Test
	void the_matrix_shows_each_kind_and_role_once_and_duty_without_never() throws Exception {
		String page = page("/settings/notifications", this.admin).andReturn().getResponse().getContentAsString();
		PolicyForm form = this.settings.policyForm();
		assertThat(page.split("<select", -1)).hasSize(form.getCells().size() + 1);
		assertThat(select(page, "directive.assignment", Role.CLERK)).contains("AT_ONCE\" selected")
			.contains("DAILY_DIGEST")
			.doesNotContain("NEVER");
		assertThat(select(page, "agenda.release", Role.CLERK)).contains("DAILY_DIGEST\" selected").contains("NEVER");
	}

	@Test
	void a_change_of_the_matrix_holds_and_is_audited_readably() throws Exception {
		PolicyForm form = this.settings.policyForm();
		send(policy(form, "agenda.release", Role.CLERK, "NEVER").param("digestAt", "08:15"), this.admin)
			.andExpect(redirectedUrl("/settings/notifications"))
			.andExpect(flash().attribute("flash", "notification.policy.saved"));
		assertThat(this.settings.digestAt()).hasToString("08:15");
		this.node.tell(this.reader, "agenda.notice.released", List.of("Hội nghị", "1"));
		assertThat(delivery(this.reader)).isEqualTo("NEVER");
		page("/audit?area=notification", this.admin)
			.andExpect(content().string(containsString("Đổi cách gửi thư thông báo")))
			.andExpect(content().string(containsString("Văn thư, chuyên viên đơn vị: Gộp hằng ngày")))
			.andExpect(content().string(containsString("Văn thư, chuyên viên đơn vị: Không gửi")))
			.andExpect(content().string(containsString("08:15")));
	}

	@Test
	void what_is_duty_is_never_withheld_even_by_hand() throws Exception {
		PolicyForm form = this.settings.policyForm();
		send(policy(form, "directive.assignment", Role.CLERK, "NEVER").param("digestAt", "07:00"), this.admin)
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("Thông báo bắt buộc gửi thì phải gửi")));
		assertThat(this.settings.policyForm().getVersion()).isEqualTo(form.getVersion());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "25:00", "sang", "7h" })
	void the_hour_of_the_digest_must_be_one(String typed) throws Exception {
		PolicyForm form = this.settings.policyForm();
		send(policy(form, "agenda.release", Role.CLERK, "NEVER").param("digestAt", typed), this.admin)
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("href=\"#digestAt\"")))
			.andExpect(content().string(containsString("value=\"" + typed + "\"")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SOMETIMES" })
	void a_delivery_that_is_none_is_refused(String typed) throws Exception {
		PolicyForm form = this.settings.policyForm();
		send(policy(form, "agenda.release", Role.CLERK, typed).param("digestAt", "07:00"), this.admin)
			.andExpect(status().is(422));
	}

	@Test
	void a_kind_or_role_that_is_none_is_refused() throws Exception {
		for (String[] cell : new String[][] { { "no.such", "CLERK" }, { "agenda.release", "ADMIN" },
				{ "agenda.release", "KING" }, { "agenda.release", "" } }) {
			send(post("/settings/notifications").param("digestAt", "07:00")
				.param("version", String.valueOf(this.settings.policyForm().getVersion()))
				.param("cells[0].kind", cell[0])
				.param("cells[0].role", cell[1])
				.param("cells[0].delivery", "NEVER"), this.admin).andExpect(status().is(422));
		}
	}

	@Test
	void a_lost_race_over_the_matrix_shows_both_and_loses_nothing() throws Exception {
		PolicyForm mine = this.settings.policyForm();
		PolicyForm theirs = this.settings.policyForm();
		send(policy(theirs, "agenda.release", Role.CLERK, "NEVER").param("digestAt", "09:00"), this.admin)
			.andExpect(status().is3xxRedirection());
		send(policy(mine, "agenda.release", Role.UNIT_HEAD, "AT_ONCE").param("digestAt", "06:30"), this.admin)
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("06:30")))
			.andExpect(content().string(containsString("09:00")));
		assertThat(this.settings.digestAt()).hasToString("09:00");
	}

	@Test
	void a_person_chooses_for_what_is_not_duty_and_in_which_language() throws Exception {
		asReader("/notifications/settings")
			.andExpect(content().string(containsString(this.fixture.address(this.reader))))
			.andExpect(content().string(containsString("Theo thiết lập chung: Gộp hằng ngày")))
			.andExpect(content().string(containsString("Giao, phối hợp, rút, hủy nhiệm vụ")))
			.andExpect(content().string(not(containsString("Đơn vị xác nhận danh sách đại biểu"))));
		send(choices("agenda.release", "AT_ONCE", "en", 0), reader())
			.andExpect(redirectedUrl("/notifications/settings"))
			.andExpect(flash().attribute("flash", "notification.choices.saved"));
		this.node.tell(this.reader, "agenda.notice.released", List.of("Hội nghị", "1"));
		assertThat(delivery(this.reader)).isEqualTo("AT_ONCE");
		asReader("/notifications/settings").andExpect(content().string(containsString("value=\"AT_ONCE\" selected")));
		// And back to what holds for everybody.
		send(choices("agenda.release", "", "vi", 1), reader()).andExpect(status().is3xxRedirection());
		this.node.tell(this.reader, "agenda.notice.released", List.of("Hội nghị", "1"));
		assertThat(delivery(this.reader)).isEqualTo("DAILY_DIGEST");
		assertThat(this.jdbc.sql("select action from audit_entry where area = 'notification' and subject_id = ?")
			.param(this.reader.accountId())
			.query(String.class)
			.list()).containsExactly("notification.audit.choices", "notification.audit.choices");
	}

	@Test
	void what_is_duty_can_not_be_chosen_away_even_by_hand() throws Exception {
		send(choices("directive.assignment", "NEVER", "vi", 0), reader()).andExpect(status().is(422))
			.andExpect(content().string(containsString("Thông báo bắt buộc gửi thì phải gửi")));
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		assertThat(delivery(this.reader)).isEqualTo("AT_ONCE");
	}

	@Test
	void a_choice_that_makes_no_sense_is_refused_with_all_that_was_chosen() throws Exception {
		send(choices("agenda.release", "NEVER", "fr", 0), reader()).andExpect(status().is(422))
			.andExpect(content().string(containsString("Hãy chọn ngôn ngữ của thư")))
			.andExpect(content().string(containsString("value=\"NEVER\" selected")));
		send(choices("no.such", "NEVER", "vi", 0), reader()).andExpect(status().is(422));
		send(choices("conclusion.review", "AT_ONCE", "vi", 0), reader()).andExpect(status().is(422));
		send(choices("agenda.release", "SOMETIMES", "vi", 0), reader()).andExpect(status().is(422));
		send(post("/notifications/settings"), reader()).andExpect(status().is(422));
	}

	@Test
	void a_choice_made_on_another_screen_meanwhile_is_shown() throws Exception {
		send(choices("agenda.release", "AT_ONCE", "vi", 0), reader()).andExpect(status().is3xxRedirection());
		send(choices("agenda.release", "NEVER", "en", 0), reader()).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Chương trình hội nghị: Gửi ngay")))
			.andExpect(content().string(containsString("Chương trình hội nghị: Không gửi")));
	}

	@Test
	void somebody_without_an_address_is_told_so_once_there_is_a_server() throws Exception {
		this.jdbc.sql("update account set email = null where id = ?").param(this.reader.accountId()).update();
		asReader("/notifications/settings").andExpect(content().string(not(containsString("Thư gửi tới"))));
	}

	@Test
	void the_link_in_a_mail_stops_that_kind_without_signing_in_once_confirmed() throws Exception {
		String path = unsubscription("agenda.release");
		this.mvc.perform(get(path))
			.andExpect(status().isOk())
			.andExpect(header().string("Referrer-Policy", "no-referrer"))
			.andExpect(content().string(containsString("Chương trình hội nghị")))
			.andExpect(content().string(containsString("Ngừng nhận thư")));
		assertThat(choice("agenda.release")).as("opening the link changes nothing").isNull();
		this.mvc.perform(post(path).with(csrf())).andExpect(redirectedUrl(path));
		assertThat(choice("agenda.release")).isEqualTo("NEVER");
		this.mvc.perform(get(path))
			.andExpect(content().string(containsString("Cổng không còn gửi thư")))
			.andExpect(content().string(not(containsString("<form class=\"form-actions\""))));
		this.mvc.perform(post(path).with(csrf())).andExpect(redirectedUrl(path));
		assertThat(this.jdbc.sql("select actor from audit_entry where area = 'notification' and subject_id = ?")
			.param(this.reader.accountId())
			.query(String.class)
			.list()).containsExactly("Nguyễn Thị Thử");
	}

	@Test
	void the_link_in_an_english_mail_opens_an_english_page() throws Exception {
		String path = unsubscription("agenda.release") + "?lang=en";
		this.mvc.perform(get(path))
			.andExpect(content().string(containsString("Stop mail about these?")))
			.andExpect(cookie().value("lang", "en"));
		this.mvc.perform(post(path).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
		assertThat(choice("agenda.release")).isEqualTo("NEVER");
	}

	@Test
	void a_mail_program_stops_it_with_one_click_and_no_other_token() throws Exception {
		String path = unsubscription("agenda.release");
		this.mvc.perform(post(path).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
		assertThat(choice("agenda.release")).isEqualTo("NEVER");
	}

	@Test
	void the_token_of_a_kind_that_became_duty_stops_nothing() throws Exception {
		String path = unsubscription("directive.assignment");
		this.mvc.perform(post(path)).andExpect(status().is3xxRedirection());
		assertThat(choice("directive.assignment")).isNull();
	}

	@Test
	void a_token_that_nobody_was_given_is_not_found() throws Exception {
		for (String token : List.of(UUID.randomUUID().toString(), "x", "1-1-1-1-1")) {
			this.mvc.perform(get("/notifications/unsubscription/" + token)).andExpect(status().isNotFound());
			this.mvc.perform(post("/notifications/unsubscription/" + token)).andExpect(status().isNotFound());
		}
	}

	@Test
	void the_link_of_a_mail_leads_on_to_the_thing_and_marks_the_message_read() throws Exception {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		this.mvc.perform(get("/notifications/" + newest()).with(reader())).andExpect(redirectedUrl("/directives/1"));
		assertThat(this.node.inbox().unread(this.reader)).isZero();
		this.mvc.perform(get("/notifications/" + newest()).with(this.admin)).andExpect(redirectedUrl("/directives/1"));
		this.mvc.perform(get("/notifications/" + newest())).andExpect(redirectedUrl("/sign-in"));
		this.mvc.perform(get("/notifications/abc").with(reader())).andExpect(status().isNotFound());
	}

	@Test
	void the_link_of_a_mail_to_another_role_offers_to_switch() throws Exception {
		long other = this.jdbc
			.sql("insert into role_grant (account_id, role, organization_id) values (?, 'OBSERVER', ?) returning id")
			.params(this.reader.accountId(), this.reader.unitId())
			.query(Long.class)
			.single();
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		this.jdbc.sql("update notification set grant_ids = array[?::bigint] where id = ?")
			.params(other, newest())
			.update();
		this.mvc.perform(get("/notifications/" + newest()).with(reader()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Gửi cho bạn với vai trò Người theo dõi")))
			.andExpect(content().string(containsString("Chuyển vai trò và mở")));
		assertThat(this.node.inbox().unread(this.reader)).isOne();
	}

	@Test
	void the_inbox_is_narrowed_to_what_is_unread_or_of_a_kind() throws Exception {
		this.node.tell(this.reader, DUTY, List.of("2026-0001", "đọc rồi"));
		this.node.inbox().markAllRead(this.reader);
		this.node.tell(this.reader, DUTY, List.of("2026-0002", "chưa đọc"));
		this.node.tell(this.reader, "agenda.notice.released", List.of("Hội nghị mới", "1"));
		asReader("/notifications?state=unread").andExpect(content().string(not(containsString("2026\u20110001"))))
			.andExpect(content().string(containsString("2026\u20110002")))
			.andExpect(content().string(containsString("Hội nghị mới")));
		asReader("/notifications?kind=directive.assignment")
			.andExpect(content().string(containsString("2026\u20110001")))
			.andExpect(content().string(not(containsString("Hội nghị mới"))));
		asReader("/notifications?kind=directive.assignment&state=unread")
			.andExpect(content().string(not(containsString("2026\u20110001"))))
			.andExpect(content().string(containsString("2026\u20110002")));
		asReader("/notifications?kind=conference.change")
			.andExpect(content().string(containsString("Không có thông báo nào đúng điều kiện lọc")));
		asReader("/notifications?kind=%27&state=x&page=-1")
			.andExpect(content().string(containsString("2026\u20110001")))
			.andExpect(content().string(containsString("Hội nghị mới")));
	}

	@Test
	void a_mail_that_was_given_up_is_shown_with_its_reason_and_sent_again_on_request() throws Exception {
		long id = failed();
		page("/settings/mail", this.admin).andExpect(content().string(containsString("Nguyễn Thị Thử")))
			.andExpect(content().string(containsString("Đơn vị được giao nhiệm vụ 2026-0148: Rà soát")))
			.andExpect(content().string(containsString("Máy chủ thư từ chối người nhận")))
			.andExpect(content().string(containsString("(mã trả lời 550)")));
		send(post("/settings/mail/failures/" + id + "/resending"), this.admin)
			.andExpect(redirectedUrl("/settings/mail"));
		assertThat(this.fixture.mailsOf(this.reader).get(0)).extracting("status", "attempts")
			.containsExactly("QUEUED", 0);
		send(post("/settings/mail/failures/" + id + "/resending"), this.admin)
			.andExpect(flash().attribute("flashError", "notification.error.notFailed"));
		page("/audit?area=notification", this.admin).andExpect(content().string(containsString("Gửi lại thư")));
	}

	@Test
	void all_mails_that_were_given_up_are_sent_again_at_once() throws Exception {
		failed();
		failed();
		send(post("/settings/mail/failures/resending"), this.admin)
			.andExpect(flash().attribute("flash", "notification.mail.resentAll"));
		assertThat(this.fixture.mailsOf(this.reader)).extracting("status").containsExactly("QUEUED", "QUEUED");
		send(post("/settings/mail/failures/resending"), this.admin)
			.andExpect(flash().attribute("flashError", "notification.error.nothingFailed"));
	}

	@Test
	void a_mail_that_was_given_up_can_be_let_be() throws Exception {
		long id = failed();
		send(post("/settings/mail/failures/" + id + "/dismissal"), this.admin)
			.andExpect(redirectedUrl("/settings/mail"));
		page("/settings/mail", this.admin).andExpect(content().string(not(containsString("/dismissal"))));
		send(post("/settings/mail/failures/" + id + "/dismissal"), this.admin)
			.andExpect(flash().attribute("flashError", "notification.error.notFailed"));
		send(post("/settings/mail/failures/999999999/dismissal"), this.admin).andExpect(status().isNotFound());
		send(post("/settings/mail/failures/999999999/resending"), this.admin).andExpect(status().isNotFound());
		send(post("/settings/mail/failures/x/resending"), this.admin).andExpect(status().isNotFound());
	}

	@Test
	void the_page_of_mail_takes_the_same_statements_for_one_failure_and_for_three() throws Exception {
		failed();
		int one = StatementCounter.during(() -> page("/settings/mail", this.admin)).size();
		failed();
		failed();
		assertThat(StatementCounter.during(() -> page("/settings/mail", this.admin)).size()).isEqualTo(one);
	}

	@Test
	void telling_somebody_in_the_inbox_and_by_mail_takes_one_statement() throws Exception {
		assertThat(StatementCounter.during(() -> this.node.tell(this.reader, DUTY, ARGUMENTS)).size()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/notifications", "/notifications/settings", "/settings/mail", "/settings/notifications" })
	void every_page_speaks_english_too(String path) throws Exception {
		String page = page(path + "?lang=en", this.admin).andReturn().getResponse().getContentAsString();
		String body = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
		assertThat(body).doesNotContainPattern("[ăđơưĂĐƠƯ]|thông báo").doesNotContain("??");
	}

	private long failed() {
		this.node.tell(this.reader, DUTY, ARGUMENTS);
		return this.jdbc
			.sql("""
					update mail_outbox set status = 'FAILED', attempts = 1, finished_at = now(), failure = 'ADDRESS_REFUSED',
					    reply_code = 550 where notification_id = ? returning id
					""")
			.param(newest())
			.query(Long.class)
			.single();
	}

	private String unsubscription(String kind) {
		return "/notifications/unsubscription/"
				+ this.jdbc.sql("insert into mail_unsubscription (account_id, kind) values (?, ?) returning token")
					.params(this.reader.accountId(), kind)
					.query(UUID.class)
					.single();
	}

	private String choice(String kind) {
		return this.jdbc.sql("select delivery from notification_choice where account_id = ? and kind = ?")
			.params(this.reader.accountId(), kind)
			.query(String.class)
			.optional()
			.orElse(null);
	}

	private String delivery(Viewer viewer) {
		return this.jdbc.sql("select delivery from notification where account_id = ? order by id desc limit 1")
			.param(viewer.accountId())
			.query(String.class)
			.single();
	}

	private long newest() {
		return this.jdbc.sql("select max(id) from notification where account_id = ?")
			.param(this.reader.accountId())
			.query(Long.class)
			.single();
	}

	/** The whole matrix as the page sends it, with one cell changed. */
	private static MockHttpServletRequestBuilder policy(PolicyForm form, String kind, Role role, String delivery) {
		MockHttpServletRequestBuilder request = post("/settings/notifications").param("version",
				String.valueOf(form.getVersion()));
		for (int i = 0; i < form.getCells().size(); i++) {
			PolicyForm.Cell cell = form.getCells().get(i);
			boolean changed = cell.getKind().equals(kind) && cell.getRole() == role;
			request.param("cells[" + i + "].kind", cell.getKind())
				.param("cells[" + i + "].role", cell.getRole().name())
				.param("cells[" + i + "].delivery", changed ? delivery : cell.getDelivery().name());
		}
		return request;
	}

	private static MockHttpServletRequestBuilder choices(String kind, String delivery, String language, int version) {
		return post("/notifications/settings").param("choices[0].kind", kind)
			.param("choices[0].delivery", delivery)
			.param("language", language)
			.param("version", String.valueOf(version));
	}

	private String select(String page, String kind, Role role) {
		List<PolicyForm.Cell> cells = this.settings.policyForm().getCells();
		for (int i = 0; i < cells.size(); i++) {
			if (cells.get(i).getKind().equals(kind) && cells.get(i).getRole() == role) {
				int start = page.indexOf("name=\"cells[" + i + "].delivery\"");
				return page.substring(start, page.indexOf("</select>", start));
			}
		}
		throw new AssertionError(kind + " " + role);
	}

	private RequestPostProcessor reader() {
		return this.people.as(this.reader.username());
	}

	private ResultActions asReader(String path) throws Exception {
		return page(path, reader());
	}

	private ResultActions page(String path, RequestPostProcessor who) throws Exception {
		return this.mvc.perform(get(URI.create(path)).with(who)).andExpect(status().isOk());
	}

	private ResultActions send(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
		return this.mvc.perform(request.header("Referer", "http://localhost/settings/mail").with(who).with(csrf()));
	}

}
