package vn.nhactruong.account;

import java.util.List;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.signin.SignInController;
import vn.nhactruong.account.signin.SignInThrottle;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class SignInTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private String username;

	@BeforeEach
	void addPerson() {
		this.username = this.people.add(Role.CLERK, "CQLTHADS");
		this.jdbc.sql("delete from sign_in_failure").update();
	}

	@Test
	void right_password_opens_the_desk() throws Exception {
		Cookie session = signIn();
		this.mvc.perform(get("/organizations").cookie(session)).andExpect(status().isOk());
		assertThat(trail()).containsExactly("account.audit.signedIn");
	}

	@Test
	void name_is_taken_in_capitals_and_with_blanks_too() throws Exception {
		attempt(" " + this.username.toUpperCase(), TestPeople.PASSWORD).andExpect(redirectedUrl("/desk"));
	}

	@Test
	void every_refusal_reads_the_same() throws Exception {
		String locked = this.people.add(Role.CLERK, "CQLTHADS");
		this.jdbc.sql("update account set locked_at = now() where username = ?").param(locked).update();
		String withoutRole = this.people.add(Role.CLERK, "CQLTHADS");
		this.jdbc.sql("delete from role_grant where account_id = ?").param(this.people.id(withoutRole)).update();
		String wrong = page(this.username, "sai");
		assertThat(wrong).contains(this.username).doesNotContain("sai\"");
		assertThat(List.of(page("khong.co", "sai"), page(locked, TestPeople.PASSWORD),
				page(withoutRole, TestPeople.PASSWORD), page(locked, "sai")))
			.containsOnly(wrong.replace(this.username, "TÊN"));
	}

	@Test
	void session_gets_a_new_id_at_sign_in() throws Exception {
		Cookie before = this.mvc.perform(get("/sign-in")).andReturn().getResponse().getCookie("SESSION");
		Cookie after = this.mvc
			.perform(post("/sign-in").param("username", this.username)
				.param("password", TestPeople.PASSWORD)
				.cookie(before)
				.with(csrf()))
			.andExpect(redirectedUrl("/desk"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(after.getValue()).isNotEqualTo(before.getValue());
		this.mvc.perform(get("/organizations").cookie(before)).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void repeated_failures_have_to_wait_even_with_the_right_password() throws Exception {
		for (int i = 0; i <= SignInThrottle.Limit.NAME.free(); i++) {
			attempt(this.username, "sai").andExpect(status().isUnauthorized());
		}
		lengthenTheWait();
		attempt(this.username, TestPeople.PASSWORD).andExpect(status().isTooManyRequests())
			.andExpect(header().exists("Retry-After"))
			.andExpect(content().string(containsString("giây")));
		this.mvc.perform(get("/audit").with(this.people.as(Role.ADMIN, "VPB")).param("area", "sign-in"))
			.andExpect(content().string(containsString("Đăng nhập sai nhiều lần")))
			.andExpect(content().string(containsString(this.username)));
		this.jdbc.sql("update sign_in_failure set blocked_until = now() - interval '1 second'").update();
		attempt(this.username, TestPeople.PASSWORD).andExpect(redirectedUrl("/desk"));
		assertThat(this.jdbc.sql("select count(*) from sign_in_failure where subject like 'account:%'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void a_name_nobody_has_waits_like_any_other() throws Exception {
		for (int i = 0; i <= SignInThrottle.Limit.NAME.free(); i++) {
			attempt("khong.co", "sai").andExpect(status().isUnauthorized());
		}
		lengthenTheWait();
		attempt("khong.co", "sai").andExpect(status().isTooManyRequests());
	}

	/**
	 * The first wait is a second: on a slow machine it is over before it is looked for.
	 */
	private void lengthenTheWait() {
		assertThat(this.jdbc.sql(
				"update sign_in_failure set blocked_until = blocked_until + interval '20 seconds' where blocked_until > last_at")
			.update()).isPositive();
	}

	@Test
	void an_address_that_tried_many_names_has_to_wait_and_others_do_not() throws Exception {
		this.jdbc.sql("insert into sign_in_failure (subject, failures, last_at) values ('address:127.0.0.1', ?, now())")
			.param(SignInThrottle.Limit.ADDRESS.free() + 5)
			.update();
		attempt("ten.khac", "sai").andExpect(status().isUnauthorized());
		attempt(this.username, TestPeople.PASSWORD).andExpect(status().isTooManyRequests());
		this.mvc
			.perform(post("/sign-in").param("username", this.username)
				.param("password", TestPeople.PASSWORD)
				.with(csrf())
				.with(from("10.9.9.9")))
			.andExpect(redirectedUrl("/desk"));
	}

	@Test
	void who_has_to_wait_reads_so_on_the_plain_page_too() throws Exception {
		for (int i = 0; i <= SignInThrottle.Limit.NAME.free(); i++) {
			attempt(this.username, "sai");
		}
		lengthenTheWait();
		Cookie session = attempt(this.username, "sai").andExpect(status().isTooManyRequests())
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		this.jdbc.sql("update sign_in_failure set blocked_until = now() + interval '14 minutes'").update();
		this.mvc.perform(get("/sign-in").cookie(session))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Chờ 14 phút rồi thử lại")));
		this.mvc.perform(get("/sign-in")).andExpect(content().string(not(containsString("Chờ 14 phút"))));
		this.jdbc.sql("update sign_in_failure set blocked_until = now() - interval '1 second'").update();
		this.mvc.perform(get("/sign-in").cookie(session))
			.andExpect(content().string(not(containsString("rồi thử lại."))));
	}

	@Test
	void whatever_is_typed_at_the_door_is_refused_with_the_same_sentence() throws Exception {
		for (String typed : List.of("x".repeat(10_000), "' or 1=1 --", "\uFFFF😀", "a\0b")) {
			attempt(typed, "sai").andExpect(status().isUnauthorized())
				.andExpect(content().string(containsString("Tên đăng nhập hoặc mật khẩu không đúng")));
			attempt("ten." + typed.length() + typed.hashCode(), typed).andExpect(status().isUnauthorized());
		}
		attempt(this.username, "ộ".repeat(5000)).andExpect(status().isUnauthorized());
		attempt(this.username, TestPeople.PASSWORD).andExpect(redirectedUrl("/desk"));
	}

	@Test
	void a_name_or_password_left_out_is_said_at_its_field_and_counts_as_no_try() throws Exception {
		for (int i = 0; i < 20; i++) {
			attempt(this.username, "").andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("Nhập mật khẩu.")))
				.andExpect(content().string(not(containsString("Nhập tên đăng nhập."))))
				.andExpect(content().string(containsString("value=\"" + this.username + "\"")));
		}
		attempt(" ", TestPeople.PASSWORD).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Nhập tên đăng nhập.")))
			.andExpect(content().string(not(containsString("Nhập mật khẩu."))));
		this.mvc.perform(post("/sign-in").with(csrf())).andExpect(forwardedUrl("/sign-in/refused"));
		attempt(this.username, TestPeople.PASSWORD).andExpect(redirectedUrl("/desk"));
	}

	@Test
	void signing_out_ends_the_session() throws Exception {
		Cookie session = signIn();
		this.mvc.perform(post("/sign-out").cookie(session).with(csrf())).andExpect(redirectedUrl("/sign-in?signedOut"));
		this.mvc.perform(get("/organizations").cookie(session)).andExpect(redirectedUrl("/sign-in"));
		this.mvc.perform(get("/sign-in?signedOut")).andExpect(content().string(containsString("Bạn đã đăng xuất")));
		assertThat(trail()).containsExactly("account.audit.signedIn", "account.audit.signedOut");
	}

	@Test
	void signing_out_everywhere_ends_every_device() throws Exception {
		Cookie office = signIn();
		Cookie phone = signIn();
		this.mvc.perform(post("/sign-out-everywhere").cookie(phone).with(csrf()))
			.andExpect(redirectedUrl("/sign-in?signedOut"));
		this.mvc.perform(get("/organizations").cookie(office)).andExpect(redirectedUrl("/sign-in"));
		this.mvc.perform(get("/organizations").cookie(phone)).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void own_new_password_ends_the_other_devices_only() throws Exception {
		Cookie office = signIn();
		Cookie phone = signIn();
		changePassword(office, TestPeople.PASSWORD, "một câu dài dễ nhớ", "một câu dài dễ nhớ")
			.andExpect(redirectedUrl("/desk"));
		this.mvc.perform(get("/organizations").cookie(office)).andExpect(status().isOk());
		this.mvc.perform(get("/organizations").cookie(phone)).andExpect(redirectedUrl("/sign-in"));
		attempt(this.username, TestPeople.PASSWORD).andExpect(status().isUnauthorized());
		attempt(this.username, "một câu dài dễ nhớ").andExpect(redirectedUrl("/desk"));
	}

	@Test
	void blanks_around_a_password_are_part_of_it() throws Exception {
		changePassword(signIn(), TestPeople.PASSWORD, " có khoảng trắng ", " có khoảng trắng ")
			.andExpect(redirectedUrl("/desk"));
		attempt(this.username, " có khoảng trắng ").andExpect(redirectedUrl("/desk"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1234567890", "aaaaaaaaaaaa", "abababababab", "Mật khẩu 1", "Password2026", "qwertyuiop" })
	void what_guessing_starts_with_is_no_password(String easy) throws Exception {
		Cookie session = signIn();
		changePassword(session, TestPeople.PASSWORD, easy, easy).andExpect(status().is(422))
			.andExpect(content().string(containsString("rất dễ đoán")));
	}

	@Test
	void a_temporary_password_leads_to_its_change_and_nowhere_else() throws Exception {
		this.username = this.people.add(Role.CLERK, "CQLTHADS", true);
		Cookie session = signIn();
		this.mvc.perform(get("/organizations").cookie(session)).andExpect(redirectedUrl("/password"));
		this.mvc.perform(get("/password").cookie(session))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("mật khẩu tạm")));
		changePassword(session, TestPeople.PASSWORD, "mật khẩu của tôi", "mật khẩu của tôi")
			.andExpect(redirectedUrl("/desk"));
		this.mvc.perform(get("/organizations").cookie(session)).andExpect(status().isOk());
	}

	@Test
	void bad_new_passwords_are_named_and_never_sent_back() throws Exception {
		Cookie session = signIn();
		refused(session, "sai mật khẩu cũ", "mật khẩu đủ dài", "mật khẩu đủ dài", "Mật khẩu hiện tại không đúng");
		refused(session, TestPeople.PASSWORD, "ngắn", "ngắn", "từ 10 đến 64 ký tự");
		refused(session, TestPeople.PASSWORD, "x".repeat(65), "x".repeat(65), "từ 10 đến 64 ký tự");
		refused(session, TestPeople.PASSWORD, "ộ".repeat(30), "ộ".repeat(30), "quá dài vì có nhiều chữ có dấu");
		refused(session, TestPeople.PASSWORD, "mật khẩu đủ dài", "mật khẩu khác đi", "không giống nhau");
		refused(session, TestPeople.PASSWORD, TestPeople.PASSWORD, TestPeople.PASSWORD, "phải khác mật khẩu hiện tại");
		refused(session, TestPeople.PASSWORD, "tôi là " + this.username, "tôi là " + this.username,
				"không được chứa tên đăng nhập");
		refused(session, "", "", "", "còn trống");
		refused(session, "ộ".repeat(5000), "mật khẩu đủ dài", "mật khẩu đủ dài", "Mật khẩu hiện tại không đúng");
		refused(session, TestPeople.PASSWORD, "mật khẩu đủ dài", "x".repeat(5000), "không giống nhau");
		attempt(this.username, TestPeople.PASSWORD).andExpect(redirectedUrl("/desk"));
	}

	@Test
	void a_lock_holds_from_the_next_click_on() throws Exception {
		Cookie session = signIn();
		this.jdbc.sql("update account set locked_at = now() where username = ?").param(this.username).update();
		this.mvc.perform(get("/organizations").cookie(session)).andExpect(redirectedUrl("/sign-in?ended"));
		this.mvc.perform(get("/organizations").cookie(session)).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void a_withdrawn_role_holds_from_the_next_click_on() throws Exception {
		this.username = this.people.add(Role.ADMIN, "VPB");
		Viewer colleague = this.people.viewer(this.people.add(Role.ADMIN, "VPB"));
		Cookie session = signIn();
		this.mvc.perform(get("/accounts").cookie(session)).andExpect(status().isOk());
		Viewer viewer = this.people.viewer(this.username);
		GrantForm form = new GrantForm();
		form.setRole(Role.OBSERVER);
		form.setOrganizationId(viewer.unitId());
		this.accounts.grant(viewer.accountId(), form, colleague);
		this.accounts.revoke(viewer.accountId(), viewer.acting().id(), colleague);
		this.mvc.perform(get("/accounts").cookie(session)).andExpect(status().isForbidden());
	}

	@Test
	void a_post_without_its_token_is_refused() throws Exception {
		this.mvc.perform(post("/sign-out-everywhere").cookie(signIn())).andExpect(status().isForbidden());
		this.mvc.perform(post("/sign-in").param("username", this.username).param("password", TestPeople.PASSWORD))
			.andExpect(status().isForbidden());
	}

	@Test
	void pages_allow_nothing_inline_and_nothing_foreign() throws Exception {
		this.mvc.perform(get("/sign-in"))
			.andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
			.andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Referrer-Policy", "same-origin"))
			.andExpect(header().string("Cache-Control", containsString("no-store")));
	}

	@Test
	void the_session_cookie_is_out_of_reach_of_scripts_and_foreign_pages() throws Exception {
		String cookie = this.mvc.perform(get("/sign-in")).andReturn().getResponse().getHeader("Set-Cookie");
		assertThat(cookie).startsWith("SESSION=").contains("HttpOnly").contains("SameSite=Lax");
	}

	@Test
	void nobody_is_offered_an_account_outside_of_the_demo() throws Exception {
		this.mvc.perform(get("/sign-in")).andExpect(content().string(not(containsString("Tài khoản dùng thử"))));
	}

	private Cookie signIn() throws Exception {
		return attempt(this.username, TestPeople.PASSWORD).andExpect(redirectedUrl("/desk"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
	}

	/** A refusal is forwarded to its page, which MockMvc leaves to us. */
	private ResultActions attempt(String username, String password) throws Exception {
		ResultActions attempt = this.mvc
			.perform(post("/sign-in").param("username", username).param("password", password).with(csrf()));
		MvcResult result = attempt.andReturn();
		String refusal = result.getResponse().getForwardedUrl();
		return (refusal == null) ? attempt
				: this.mvc.perform(post(refusal).param("username", username)
					.param("password", password)
					.requestAttr(SignInController.FAILURE, result.getRequest().getAttribute(SignInController.FAILURE))
					.with(csrf()));
	}

	/** The page of a refusal, without what differs from form to form. */
	private String page(String username, String password) throws Exception {
		MvcResult result = attempt(username, password).andExpect(status().isUnauthorized()).andReturn();
		String page = result.getResponse().getContentAsString().replaceAll("value=\"[^\"]{30,}\"", "");
		return username.equals(this.username) ? page : page.replace(username, "TÊN");
	}

	private ResultActions changePassword(Cookie session, String current, String password, String repeated)
			throws Exception {
		return this.mvc.perform(post("/password").param("currentPassword", current)
			.param("newPassword", password)
			.param("repeatedPassword", repeated)
			.cookie(session)
			.with(csrf()));
	}

	private void refused(Cookie session, String current, String password, String repeated, String sentence)
			throws Exception {
		ResultActions page = changePassword(session, current, password, repeated).andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)));
		if (!password.isEmpty()) {
			page.andExpect(content().string(not(containsString("value=\"" + password))));
		}
	}

	private List<String> trail() {
		return this.jdbc.sql("select action from audit_entry where area = 'sign-in' and account_id = ? order by id")
			.param(this.people.id(this.username))
			.query(String.class)
			.list();
	}

	private static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

}
