package vn.nhactruong.account;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestWorkbook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class AccountPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	private RequestPostProcessor admin;

	private String username;

	private long id;

	@BeforeEach
	void addPeople() {
		this.admin = this.people.as(Role.ADMIN, "VPB");
		this.username = this.people.add(Role.CLERK, "CQLTHADS");
		this.id = this.people.id(this.username);
	}

	@Test
	void list_takes_the_same_statements_for_one_row_and_for_three() throws Exception {
		int one = statementsOfList(this.username);
		String mark = "dem" + UUID.randomUUID().toString().substring(0, 8);
		for (int i = 0; i < 3; i++) {
			String other = this.people.add(Role.CLERK, "STP-48");
			this.jdbc.sql("update account set display_name = ? where username = ?").params(mark, other).update();
		}
		assertThat(statementsOfList(mark)).isEqualTo(one).isEqualTo(4);
	}

	/** The viewer, the count, the rows, and the unread messages of the bell. */
	private int statementsOfList(String q) throws Exception {
		return StatementCounter
			.during(() -> this.mvc.perform(get("/accounts").param("q", q).with(this.admin)).andExpect(status().isOk()))
			.size();
	}

	@Test
	void search_finds_without_marks_and_takes_signs_literally() throws Exception {
		this.jdbc.sql("update account set display_name = 'Đỗ Thị Hường' where id = ?").param(this.id).update();
		list("q", "do thi huong").andExpect(content().string(containsString(this.username)));
		list("q", "d%huong").andExpect(content().string(not(containsString(this.username))));
	}

	@Test
	void filters_narrow_by_role_unit_and_state() throws Exception {
		String unit = String.valueOf(this.units.byCode("CQLTHADS").orElseThrow().id());
		list("role", "CLERK", "unit", unit, "locked", "false", "q", this.username)
			.andExpect(content().string(containsString("/accounts/" + this.id + "\"")));
		list("role", "UNIT_HEAD", "unit", unit, "q", this.username)
			.andExpect(content().string(containsString("Không có tài khoản nào khớp")));
		list("locked", "true", "q", this.username)
			.andExpect(content().string(containsString("Không có tài khoản nào khớp")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sort=-username", "sort=password_hash", "page=0", "page=x", "locked=maybe", "unit=x",
			"role=KING" })
	void nonsense_in_the_address_shows_a_list_all_the_same(String query) throws Exception {
		this.mvc.perform(get("/accounts?" + query).with(this.admin)).andExpect(status().isOk());
	}

	@Test
	void workbook_holds_what_is_filtered() throws Exception {
		byte[] workbook = this.mvc.perform(get("/accounts.xlsx").param("q", this.username).with(this.admin))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Disposition", containsString("tai-khoan.xlsx")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		String texts = TestWorkbook.texts(workbook);
		assertThat(texts).contains("Họ và tên", this.username, "Văn thư, chuyên viên đơn vị")
			.doesNotContain(">quantri<");
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
	void only_administrators_come_here(Role role) throws Exception {
		RequestPostProcessor other = this.people.as(role,
				(role == Role.LEADER) ? "BTP" : (role == Role.OFFICE) ? "VPB" : "CQLTHADS");
		for (String page : new String[] { "/accounts", "/accounts.xlsx", "/accounts/new", "/accounts/" + this.id,
				"/accounts/" + this.id + "/edit" }) {
			this.mvc.perform(get(page).with(other)).andExpect(status().isForbidden());
		}
		for (String act : new String[] { "/accounts", "/accounts/" + this.id, "/accounts/" + this.id + "/grants",
				"/accounts/" + this.id + "/lock", "/accounts/" + this.id + "/unlock",
				"/accounts/" + this.id + "/password-reset", "/accounts/" + this.id + "/grants/1/revocation" }) {
			this.mvc.perform(post(act).with(other).with(csrf())).andExpect(status().isForbidden());
		}
		this.mvc.perform(get("/accounts")).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void new_person_gets_a_temporary_password_that_is_shown_once() throws Exception {
		String name = "moi." + UUID.randomUUID().toString().substring(0, 8);
		MvcResult added = this.mvc.perform(person(post("/accounts"), name))
			.andExpect(status().isFound())
			.andExpect(flash().attribute("flash", "account.created"))
			.andReturn();
		String password = (String) added.getFlashMap().get("temporaryPassword");
		Cookie session = added.getResponse().getCookie("SESSION");
		long created = this.people.id(name);
		this.mvc.perform(get("/accounts/" + created).with(this.admin).cookie(session))
			.andExpect(content().string(containsString(password)))
			.andExpect(content().string(containsString("chưa đăng nhập được")));
		this.mvc.perform(get("/accounts/" + created).with(this.admin).cookie(session))
			.andExpect(content().string(not(containsString(password))));
		assertThat(this.jdbc.sql("select password_change_required from account where id = ?")
			.param(created)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			username    |                | Mục “Tên đăng nhập” còn trống
			username    | ab             | Tên đăng nhập gồm 3 đến 60 ký tự
			username    | co dau!        | Tên đăng nhập gồm 3 đến 60 ký tự
			username    | LONG           | Tên đăng nhập gồm 3 đến 60 ký tự
			displayName | '  '           | Mục “Họ và tên” còn trống
			displayName | LONG           | Mục “Họ và tên” dài tối đa 120 ký tự
			position    | LONG           | Mục “Chức vụ” dài tối đa 160 ký tự
			email       | khong phai thu | không phải một địa chỉ thư điện tử
			phone       | 12ab           | Số điện thoại gồm 8 đến 20 chữ số
			phone       | LONG           | Số điện thoại gồm 8 đến 20 chữ số
			""")
	void bad_input_is_named_at_its_field_and_kept(String field, String value, String sentence) throws Exception {
		String typed = (value == null) ? "" : value.equals("LONG") ? "x".repeat(200) : value;
		ResultActions page = this.mvc.perform(person(post("/accounts"), "ten.dung").with((request) -> {
			request.setParameter(field, typed);
			return request;
		})).andExpect(status().is(422)).andExpect(content().string(containsString(sentence)));
		if (!typed.isBlank()) {
			page.andExpect(content().string(containsString("value=\"" + typed)));
		}
		page.andExpect(content().string(containsString("href=\"#" + field + "\"")));
		assertThat(
				this.jdbc.sql("select count(*) from account where username = 'ten.dung'").query(Integer.class).single())
			.isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			displayName |                | Mục “Họ và tên” còn trống
			displayName | LONG           | Mục “Họ và tên” dài tối đa 120 ký tự
			email       | khong phai thu | không phải một địa chỉ thư điện tử
			phone       | 12ab           | Số điện thoại gồm 8 đến 20 chữ số
			version     | x              | Mục
			""")
	void bad_input_of_an_edit_is_named_at_its_field_and_kept(String field, String value, String sentence)
			throws Exception {
		String typed = (value == null) ? "" : value.equals("LONG") ? "x".repeat(200) : value;
		this.mvc.perform(person(post("/accounts/" + this.id).param("version", "0"), this.username).with((request) -> {
			request.setParameter("position", "Pho phong");
			request.setParameter(field, typed);
			return request;
		}))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("value=\"Pho phong\"")));
		assertThat(position()).isEqualTo("Chuyên viên");
	}

	@Test
	void several_mistakes_are_summed_up_in_the_order_of_the_fields() throws Exception {
		String page = this.mvc
			.perform(post("/accounts").with(this.admin)
				.with(csrf())
				.param("phone", "12ab")
				.param("email", "khong phai thu")
				.param("position", "x".repeat(200)))
			.andExpect(status().is(422))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Pattern.compile("href=\"#(username|displayName|position|email|phone)\"")
			.matcher(page)
			.results()
			.map((found) -> found.group(1))).containsExactly("username", "displayName", "position", "email", "phone");
	}

	@Test
	void taken_user_name_is_refused_at_its_field() throws Exception {
		this.mvc.perform(person(post("/accounts"), this.username.toUpperCase()))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("đã có người dùng")));
	}

	@Test
	void form_sent_twice_adds_one_person() throws Exception {
		String name = "hai.lan." + UUID.randomUUID().toString().substring(0, 8);
		String once = UUID.randomUUID().toString();
		String first = this.mvc.perform(person(post("/accounts").param("_once", once), name))
			.andExpect(status().isFound())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		this.mvc.perform(person(post("/accounts").param("_once", once), name)).andExpect(redirectedUrl(first));
		assertThat(this.jdbc.sql("select count(*) from account where username = ?")
			.param(name)
			.query(Integer.class)
			.single()).isOne();
		assertThat(actions(this.people.id(name))).containsExactly("account.audit.created");
	}

	@Test
	void lost_race_shows_both_texts_and_keeps_what_was_typed() throws Exception {
		this.jdbc.sql("update account set position = 'Chánh Văn phòng', version = version + 1 where id = ?")
			.param(this.id)
			.update();
		this.mvc.perform(person(post("/accounts/" + this.id), this.username).param("version", "0"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Chánh Văn phòng")))
			.andExpect(content().string(containsString("Phó Trưởng phòng")))
			.andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
		assertThat(position()).isEqualTo("Chánh Văn phòng");
		this.mvc.perform(person(post("/accounts/" + this.id), this.username).param("version", "1"))
			.andExpect(redirectedUrl("/accounts/" + this.id));
		assertThat(position()).isEqualTo("Phó Trưởng phòng");
		assertThat(actions(this.id)).contains("account.audit.changed");
	}

	@Test
	void saving_unchanged_leaves_no_trace() throws Exception {
		this.mvc.perform(person(post("/accounts/" + this.id), this.username).param("version", "0"));
		int entries = actions(this.id).size();
		this.mvc.perform(person(post("/accounts/" + this.id), this.username).param("version", "1"))
			.andExpect(redirectedUrl("/accounts/" + this.id));
		assertThat(actions(this.id)).hasSize(entries);
	}

	@Test
	void what_does_not_exist_is_not_found() throws Exception {
		for (String page : new String[] { "/accounts/999999", "/accounts/999999/edit", "/accounts/x" }) {
			this.mvc.perform(get(page).with(this.admin)).andExpect(status().isNotFound());
		}
		this.mvc.perform(person(post("/accounts/999999"), "ten.khac")).andExpect(status().isNotFound());
		act("/accounts/999999/unlock").andExpect(status().isNotFound());
		act("/accounts/999999/lock", "reason", "Nghỉ hưu").andExpect(status().isNotFound());
		act("/accounts/999999/lock").andExpect(status().isNotFound());
		act("/accounts/999999/grants").andExpect(status().isNotFound());
		act("/accounts/999999/grants", "role", "CLERK", "organizationId", "1").andExpect(status().isNotFound());
		act("/accounts/999999/password-reset").andExpect(status().isNotFound());
		act("/accounts/" + this.id + "/grants/999999/revocation").andExpect(status().isNotFound());
		long foreign = this.people.viewer(this.people.add(Role.CLERK, "STP-48")).acting().id();
		act("/accounts/" + this.id + "/grants/" + foreign + "/revocation").andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			LEADER    | BTP         | true
			LEADER    | VPB         | false
			LEADER    | STP-48      | false
			OFFICE    | VPB         | true
			OFFICE    | BTP         | false
			OFFICE    | CQLTHADS    | false
			ADMIN     | BTP         | true
			ADMIN     | VPB         | true
			ADMIN     | CCNTT       | false
			ADMIN     | STP-48      | false
			UNIT_HEAD | STP-48      | true
			UNIT_HEAD | CQLTHADS    | true
			CLERK     | THADS-48    | true
			OBSERVER  | VPB         | true
			OBSERVER  | STP-48      | true
			CLERK     | STP-48-2025 | false
			""")
	void a_role_goes_with_its_units_only(Role role, String unit, boolean fits) throws Exception {
		long unitId = this.units.byCode(unit).orElseThrow().id();
		ResultActions answer = act("/accounts/" + this.id + "/grants", "role", role.name(), "organizationId",
				String.valueOf(unitId));
		answer.andExpect(fits ? status().isFound() : status().is(422));
		assertThat(this.jdbc.sql("select count(*) from role_grant where account_id = ? and organization_id = ?")
			.params(this.id, unitId)
			.query(Integer.class)
			.single()).isEqualTo((fits || unit.equals("CQLTHADS")) ? ((fits && unit.equals("CQLTHADS")) ? 2 : 1) : 0);
	}

	@Test
	void bodies_outside_of_the_sector_get_no_accounts() throws Exception {
		long external = this.jdbc.sql("select id from organization where kind = 'EXTERNAL' limit 1")
			.query(Long.class)
			.single();
		act("/accounts/" + this.id + "/grants", "role", "CLERK", "organizationId", String.valueOf(external))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("ở ngoài ngành")));
	}

	@Test
	void bad_grants_are_named() throws Exception {
		String path = "/accounts/" + this.id + "/grants";
		String unit = String.valueOf(this.units.byCode("CQLTHADS").orElseThrow().id());
		act(path).andExpect(status().is(422)).andExpect(content().string(containsString("Mục “Vai trò” còn trống")));
		act(path, "role", "KING", "organizationId", unit).andExpect(status().is(422))
			.andExpect(content().string(containsString("hãy chọn lại")));
		act(path, "role", "CLERK", "organizationId", "999999").andExpect(status().is(422))
			.andExpect(content().string(containsString("không có trong danh mục")));
		act(path, "role", "CLERK", "organizationId", "x").andExpect(status().is(422))
			.andExpect(content().string(containsString("Mục “Đơn vị” có giá trị không hợp lệ")));
		act(path, "role", "CLERK", "organizationId", unit).andExpect(status().is(422))
			.andExpect(content().string(containsString("đã giữ vai trò đó")));
	}

	@Test
	void a_role_taken_back_by_somebody_else_meanwhile_is_not_found() throws Exception {
		String path = "/accounts/" + this.id + "/grants/" + this.people.viewer(this.username).acting().id()
				+ "/revocation";
		act(path).andExpect(status().isFound());
		act(path).andExpect(status().isNotFound());
	}

	@Test
	void lock_needs_a_reason_and_holds_until_it_is_taken_away() throws Exception {
		act("/accounts/" + this.id + "/lock", "reason", " ").andExpect(status().is(422))
			.andExpect(content().string(containsString("Mục “Lý do khóa” còn trống")));
		act("/accounts/" + this.id + "/lock", "reason", "x".repeat(501)).andExpect(status().is(422));
		act("/accounts/" + this.id + "/lock", "reason", "Nghỉ hưu").andExpect(status().isFound());
		this.mvc.perform(get("/accounts/" + this.id).with(this.admin))
			.andExpect(content().string(containsString("Nghỉ hưu")))
			.andExpect(content().string(containsString("Đã khóa")));
		act("/accounts/" + this.id + "/lock", "reason", "Lần nữa").andExpect(status().is(422))
			.andExpect(content().string(containsString("đã bị khóa từ trước")));
		act("/accounts/" + this.id + "/unlock").andExpect(status().isFound());
		this.mvc.perform(get("/accounts/" + this.id).with(this.admin))
			.andExpect(content().string(not(containsString("Đã khóa"))));
		assertThat(actions(this.id)).containsSubsequence("account.audit.locked", "account.audit.unlocked");
	}

	@Test
	void a_refused_act_without_a_form_leads_back_with_its_sentence() throws Exception {
		this.mvc
			.perform(post("/accounts/" + this.id + "/unlock").header("Referer", "http://localhost/accounts/" + this.id)
				.with(this.admin)
				.with(csrf()))
			.andExpect(redirectedUrl("/accounts/" + this.id))
			.andExpect(flash().attribute("flashError", "account.error.notLocked"));
	}

	@Test
	void nobody_shuts_themselves_out() throws Exception {
		String self = this.people.add(Role.ADMIN, "VPB");
		long own = this.people.id(self);
		this.mvc
			.perform(post("/accounts/" + own + "/lock").param("reason", "x").with(this.people.as(self)).with(csrf()))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("không tự khóa")));
		this.mvc
			.perform(post("/accounts/" + own + "/grants/" + this.people.viewer(self).acting().id() + "/revocation")
				.with(this.people.as(self))
				.with(csrf()))
			.andExpect(status().isConflict());
		assertThat(this.people.viewer(self).is(Role.ADMIN)).isTrue();
	}

	@Test
	void reset_password_replaces_the_old_one() throws Exception {
		String before = hash();
		act("/accounts/" + this.id + "/password-reset").andExpect(status().isFound())
			.andExpect(flash().attributeExists("temporaryPassword"));
		assertThat(hash()).isNotEqualTo(before);
		assertThat(actions(this.id)).contains("account.audit.passwordReset");
	}

	private ResultActions list(String... parameters) throws Exception {
		return this.mvc.perform(with(get("/accounts"), parameters).with(this.admin)).andExpect(status().isOk());
	}

	private ResultActions act(String path, String... parameters) throws Exception {
		return this.mvc.perform(with(post(path), parameters).with(this.admin).with(csrf()));
	}

	private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String... parameters) {
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request;
	}

	private MockHttpServletRequestBuilder person(MockHttpServletRequestBuilder request, String name) {
		return request.param("username", name)
			.param("displayName", "Trần Văn Bình")
			.param("position", "Phó Trưởng phòng")
			.param("email", "binh@example.vn")
			.param("phone", "024 6273 9718")
			.with(this.admin)
			.with(csrf());
	}

	private String position() {
		return this.jdbc.sql("select position from account where id = ?").param(this.id).query(String.class).single();
	}

	private String hash() {
		return this.jdbc.sql("select password_hash from account where id = ?")
			.param(this.id)
			.query(String.class)
			.single();
	}

	private java.util.List<String> actions(long account) {
		return this.jdbc.sql("select action from audit_entry where area = 'account' and subject_id = ? order by id")
			.param(account)
			.query(String.class)
			.list();
	}

}
