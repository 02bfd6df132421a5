package vn.nhactruong.setting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class SettingPagesTests {

	private static final RuleKey KEY = RuleKey.DURATION_TRAINING;

	private static final String PAGE = "/settings/duration-training";

	private static final String FUTURE = "2091-01-01";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private Settings settings;

	@Autowired
	private RuleBook book;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private RequestPostProcessor admin;

	@BeforeEach
	void signIn() {
		this.admin = this.people.as(Role.ADMIN, "VPB");
	}

	@AfterEach
	void undo() {
		this.jdbc.sql("delete from rule_setting where key = :key and effective_from >= '2026-01-01'")
			.param("key", KEY.name())
			.update();
		this.jdbc.sql("update rule_setting set effective_to = null where key = :key").param("key", KEY.name()).update();
		this.book.forget(new RuleSettingChanged(KEY));
	}

	@Test
	void everybody_reads_the_numbers_with_their_sources() throws Exception {
		RequestPostProcessor clerk = this.people.as(Role.CLERK, "STP-48");
		this.mvc.perform(get("/settings").with(clerk))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("5 ngày làm việc")))
			.andExpect(content().string(containsString("45/2018/QĐ-TTg")))
			.andExpect(content().string(containsString("/settings/conclusion-notice")));
		this.mvc.perform(get(PAGE).with(clerk))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("4 buổi")))
			.andExpect(content().string(containsString("Đang áp dụng")))
			.andExpect(content().string(not(containsString("/values/new"))));
		this.mvc.perform(get("/settings")).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void one_of_a_unit_reads_as_one_and_an_hour_of_the_day_as_a_time() throws Exception {
		this.mvc.perform(get("/settings?lang=en").with(this.admin))
			.andExpect(content().string(containsString(">1 half-day<")))
			.andExpect(content().string(containsString(">4 half-days<")))
			.andExpect(content().string(containsString(">7:00<")));
	}

	@Test
	void administrators_alone_change_them() throws Exception {
		for (Role role : List.of(Role.LEADER, Role.OFFICE, Role.UNIT_HEAD, Role.CLERK, Role.OBSERVER)) {
			RequestPostProcessor other = this.people.as(role,
					(role == Role.LEADER) ? "BTP" : (role == Role.OFFICE) ? "VPB" : "CQLTHADS");
			this.mvc.perform(get(PAGE + "/values/new").with(other)).andExpect(status().isForbidden());
			this.mvc.perform(post(PAGE + "/values").with(other).with(csrf())).andExpect(status().isForbidden());
			this.mvc.perform(post(PAGE + "/values/2018-12-25/withdrawal").with(other).with(csrf()))
				.andExpect(status().isForbidden());
		}
	}

	@Test
	void new_value_begins_on_its_day_is_shown_before_and_can_be_withdrawn() throws Exception {
		this.mvc.perform(get(PAGE + "/values/new").with(this.admin)).andExpect(status().isOk());
		send("number", "6", "from", FUTURE, "source", "Quyết định mới", "note", "Chờ hướng dẫn")
			.andExpect(redirectedUrl(PAGE));
		assertThat(this.settings.number(KEY, LocalDate.parse(FUTURE))).isEqualTo(6);
		assertThat(this.settings.number(KEY, LocalDate.now(this.clock))).isEqualTo(4);
		this.mvc.perform(get(PAGE).with(this.admin))
			.andExpect(content().string(containsString("Sắp áp dụng")))
			.andExpect(content().string(containsString("25/12/2018 – 31/12/2090")))
			.andExpect(content().string(containsString("/values/2091-01-01/withdrawal")));
		this.mvc.perform(get("/settings").with(this.admin))
			.andExpect(content().string(containsString("6 buổi từ 01/01/2091")));
		withdraw(FUTURE).andExpect(redirectedUrl(PAGE));
		assertThat(this.settings.number(KEY, LocalDate.parse(FUTURE))).isEqualTo(4);
		assertThat(this.jdbc.sql(
				"select action from audit_entry where area = 'setting' and subject like '%tập huấn%' order by id desc limit 2")
			.query(String.class)
			.list()).containsExactly("setting.audit.withdrawn", "setting.audit.introduced");
	}

	@Test
	void value_may_begin_today_and_then_stays() throws Exception {
		String today = LocalDate.now(this.clock).toString();
		send("number", "3", "from", today, "source", "Quyết định mới").andExpect(redirectedUrl(PAGE));
		assertThat(this.settings.number(KEY, LocalDate.now(this.clock))).isEqualTo(3);
		assertThat(this.settings.number(KEY, LocalDate.now(this.clock).minusDays(1))).isEqualTo(4);
		withdraw(today).andExpect(status().isConflict())
			.andExpect(content().string(containsString("đã có hiệu lực nên không rút lại được")));
		assertThat(this.settings.number(KEY, LocalDate.now(this.clock))).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			number |            | Mục “Giá trị mới” còn trống
			number | 0          | phải từ 1 trở lên
			number | 1000       | không được quá 999
			number | ba         | phải là số nguyên
			from   |            | Mục “Áp dụng từ ngày” còn trống
			from   | 31/02/2091 | không phải một ngày
			from   | 2020-01-01 | chỉ áp dụng từ hôm nay
			from   | 2092-01-01 | Đã có giá trị áp dụng từ ngày 01/01/2092
			source |            | Mục “Căn cứ” còn trống
			source | LONG       | dài tối đa 250 ký tự
			note   | LONG       | dài tối đa 500 ký tự
			""")
	void bad_value_is_named_at_its_field_and_nothing_is_lost(String field, String value, String sentence)
			throws Exception {
		send("number", "7", "from", "2092-01-01", "source", "Quyet dinh truoc").andExpect(redirectedUrl(PAGE));
		String typed = (value == null) ? "" : value.equals("LONG") ? "x".repeat(600) : value;
		this.mvc.perform(post(PAGE + "/values").with(this.admin)
			.with(csrf())
			.param("number", "5")
			.param("from", FUTURE)
			.param("source", "Quyet dinh moi")
			.param("note", "Cho huong dan")
			.with((request) -> {
				request.setParameter(field, typed);
				return request;
			}))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("#" + field)))
			.andExpect(content().string(containsString(field.equals("note") ? "Quyet dinh moi" : "Cho huong dan")));
		assertThat(this.settings.history(KEY)).hasSize(2);
	}

	@Test
	void what_does_not_exist_is_not_found() throws Exception {
		for (String path : List.of("/settings/nothing", "/settings/INVITATION_LEAD", "/settings/nothing/values/new")) {
			this.mvc.perform(get(path).with(this.admin)).andExpect(status().isNotFound());
		}
		for (String from : List.of("2091-05-05", "2019-01-01", "yesterday")) {
			withdraw(from).andExpect(status().isNotFound());
		}
	}

	@Test
	void day_that_is_gone_is_told_beside_a_number_that_cannot_be() throws Exception {
		send("number", "-5", "from", "2018-01-01", "source", "").andExpect(status().is(422))
			.andExpect(model().attributeHasFieldErrors("settingForm", "number", "from", "source"));
	}

	@ParameterizedTest
	@CsvSource({ "ESCALATION_HOUR, 24, 23", "PERIOD_CLOSING_DAY, 32, 31" })
	void hour_and_day_of_the_month_are_such_as_there_are(RuleKey key, String number, String most) throws Exception {
		this.mvc
			.perform(post("/settings/" + key.slug() + "/values").with(this.admin)
				.with(csrf())
				.param("number", number)
				.param("from", "2018-01-01")
				.param("source", "Quyet dinh moi"))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("không được quá " + most)))
			.andExpect(model().attributeHasFieldErrors("settingForm", "number", "from"));
	}

	private ResultActions send(String... parameters) throws Exception {
		return this.mvc.perform(post(PAGE + "/values").with(this.admin).with(csrf()).with((request) -> {
			for (int i = 0; i < parameters.length; i += 2) {
				request.setParameter(parameters[i], parameters[i + 1]);
			}
			return request;
		}));
	}

	private ResultActions withdraw(String from) throws Exception {
		return this.mvc.perform(post(PAGE + "/values/" + from + "/withdrawal").with(this.admin).with(csrf()));
	}

}
