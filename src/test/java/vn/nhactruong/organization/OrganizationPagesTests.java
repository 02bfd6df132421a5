package vn.nhactruong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestWorkbook;
import vn.nhactruong.account.TestPeople;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

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

@PortalTest
class OrganizationPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	private RequestPostProcessor admin;

	private RequestPostProcessor clerk;

	private String code;

	@BeforeEach
	void addUnit() throws Exception {
		this.admin = this.people.as(Role.ADMIN, "VPB");
		this.clerk = this.people.as(Role.CLERK, "STP-48");
		this.code = add();
	}

	@Test
	void list_takes_the_same_statements_for_one_row_and_for_three() throws Exception {
		String mark = "Đếm " + UUID.randomUUID();
		rename(this.code, mark);
		int one = statementsOfList(mark);
		rename(add(), mark);
		rename(add(), mark);
		assertThat(statementsOfList(mark)).isEqualTo(one).isEqualTo(4);
	}

	/** The viewer, the count, the rows, and the unread messages of the bell. */
	private int statementsOfList(String q) throws Exception {
		assertThat(this.units.all()).as("units, now in memory").isNotEmpty();
		return StatementCounter.during(
				() -> this.mvc.perform(get("/organizations").param("q", q).with(this.clerk)).andExpect(status().isOk()))
			.size();
	}

	@Test
	void list_shows_the_units_of_a_day() throws Exception {
		list("q", "so tu phap da nang").andExpect(content().string(containsString("STP-48<")))
			.andExpect(content().string(not(containsString("STP-48-2025"))));
		list("q", "so tu phap da nang", "asOf", "2015-03-01").andExpect(content().string(containsString("STP-48-2025")))
			.andExpect(content().string(not(containsString("STP-48<"))));
		list("q", "so tu phap da nang", "asOf", "30/06/2025")
			.andExpect(content().string(containsString("STP-48-2025")));
		list("q", "so tu phap da nang", "all", "true").andExpect(content().string(containsString("STP-48-2025")))
			.andExpect(content().string(containsString("STP-48<")));
		list("q", "da nang", "region", "NORTH").andExpect(content().string(containsString("Không có đơn vị nào")));
		list("kind", "MINISTRY").andExpect(content().string(containsString("Bộ Tư pháp")))
			.andExpect(content().string(not(containsString("STP-"))));
	}

	@Test
	void an_unreadable_day_is_said() throws Exception {
		list("asOf", "30/02/2025").andExpect(content().string(containsString("Một điều kiện lọc không hợp lệ")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sort=x", "sort=-name", "page=-1", "kind=KING", "region=MOON", "asOf=1900-01-01" })
	void nonsense_in_the_address_shows_a_list_all_the_same(String query) throws Exception {
		this.mvc.perform(get("/organizations?" + query).with(this.clerk)).andExpect(status().isOk());
	}

	@Test
	void workbook_holds_what_is_filtered() throws Exception {
		byte[] workbook = this.mvc
			.perform(get("/organizations.xlsx").param("q", "so tu phap da nang").param("all", "true").with(this.clerk))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(TestWorkbook.texts(workbook)).contains("STP-48-2025", "Miền Trung", "Tên đơn vị")
			.doesNotContain("STP-91");
	}

	@Test
	void page_tells_who_carries_the_work_on() throws Exception {
		page("STP-48-2025").andExpect(content().string(containsString("Không còn hoạt động")))
			.andExpect(content().string(containsString("/organizations/STP-48\"")));
		page("STP-48").andExpect(content().string(containsString("/organizations/STP-48-2025\"")))
			.andExpect(content().string(containsString("Miền Trung")));
		page("BTP").andExpect(content().string(containsString("/organizations/VPB\"")));
		String province = this.jdbc.sql("select province_id from organization where code = 'STP-48-2025'")
			.query(String.class)
			.single();
		this.mvc.perform(get("/organizations/provinces/" + province).with(this.clerk))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Nhập vào")))
			.andExpect(content().string(containsString("STP-48-2025")));
	}

	@Test
	void what_does_not_exist_is_not_found() throws Exception {
		for (String path : List.of("/organizations/NOWHERE", "/organizations/NOWHERE/edit",
				"/organizations/provinces/X")) {
			this.mvc.perform(get(path).with(this.admin)).andExpect(status().isNotFound());
		}
		this.mvc.perform(unit(post("/organizations/NOWHERE"), "NOWHERE")).andExpect(status().isNotFound());
	}

	@Test
	void only_administrators_change_the_register() throws Exception {
		for (Role role : List.of(Role.LEADER, Role.OFFICE, Role.UNIT_HEAD, Role.CLERK, Role.OBSERVER)) {
			RequestPostProcessor other = this.people.as(role,
					(role == Role.LEADER) ? "BTP" : (role == Role.OFFICE) ? "VPB" : "CQLTHADS");
			this.mvc.perform(get("/organizations/new").with(other)).andExpect(status().isForbidden());
			this.mvc.perform(get("/organizations/VPB/edit").with(other)).andExpect(status().isForbidden());
			this.mvc.perform(post("/organizations").with(other).with(csrf())).andExpect(status().isForbidden());
			this.mvc.perform(post("/organizations/VPB").with(other).with(csrf())).andExpect(status().isForbidden());
			this.mvc.perform(get("/organizations/VPB").with(other))
				.andExpect(status().isOk())
				.andExpect(content().string(not(containsString("/organizations/VPB/edit"))));
		}
		page("VPB", this.admin).andExpect(content().string(containsString("/organizations/VPB/edit")));
		this.mvc.perform(get("/organizations")).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void new_unit_is_there_at_once_and_audited() throws Exception {
		assertThat(this.units.byCode(this.code)).get().extracting(Unit::name).isEqualTo("Cục Thử");
		assertThat(actions()).containsExactly("organization.audit.created");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			code          |            | Mục “Mã đơn vị” còn trống
			code          | thuong     | chỉ gồm chữ in hoa
			code          | VPB        | đã có đơn vị khác dùng
			code          | LONG       | dài tối đa 40 ký tự
			name          |            | Mục “Tên đơn vị” còn trống
			name          | LONG       | dài tối đa 250 ký tự
			shortName     |            | Mục “Tên viết tắt” còn trống
			shortName     | LONG       | Mục “Tên viết tắt” dài tối đa
			kind          |            | Mục “Loại đơn vị” còn trống
			kind          | KING       | hãy chọn lại
			kind          | PROVINCIAL_JUSTICE | Chọn tỉnh, thành phố
			provinceId    | P48        | không gắn với tỉnh
			provinceId    | P999       | không có trong danh mục
			parentCode    | NOWHERE    | không có trong danh mục
			successorCode | NOWHERE    | không có trong danh mục
			parentCode    | LONG       | không có trong danh mục
			parentCode    | STP-48-2025 | không hoạt động vào ngày
			successorCode | VPB        | Nhập ngày kết thúc
			successorCode | LONG       | không có trong danh mục
			validFrom     | 31/02/2026 | không phải một ngày
			validTo       | hôm qua    | không phải một ngày
			validTo       | 2019-12-31 | trước ngày bắt đầu
			""")
	void bad_input_is_named_at_its_field(String field, String value, String sentence) throws Exception {
		String typed = (value == null) ? "" : value.equals("LONG") ? "X".repeat(300) : value;
		String unused = "X" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
		this.mvc.perform(unit(post("/organizations"), unused).with((request) -> {
			request.setParameter(field, typed);
			return request;
		})).andExpect(status().is(422)).andExpect(content().string(containsString(sentence)));
		assertThat(this.units.byCode(unused)).isEmpty();
	}

	@Test
	void a_successor_must_be_there_the_day_after() throws Exception {
		String late = add();
		edit(late, "validFrom", "2026-06-01").andExpect(status().isFound());
		edit(this.code, "validTo", "2026-03-31", "successorCode", late).andExpect(status().is(422))
			.andExpect(content().string(containsString("vào ngày 01/04/2026")));
		edit(this.code, "validTo", "2026-05-31", "successorCode", late).andExpect(status().isFound());
		assertThat(
				this.units.holderOn(this.units.byCode(this.code).orElseThrow().id(), LocalDate.of(2026, 6, 1)).code())
			.isEqualTo(late);
	}

	@Test
	void neither_work_nor_command_runs_in_a_circle() throws Exception {
		String other = add();
		edit(other, "parentCode", this.code).andExpect(status().isFound());
		edit(this.code, "parentCode", other).andExpect(status().is(422))
			.andExpect(content().string(containsString("đang trực thuộc chính đơn vị này")));
		edit(other, "parentCode", other).andExpect(status().is(422));
		edit(this.code, "validTo", "2026-05-31", "successorCode", other).andExpect(status().isFound());
		edit(other, "validTo", "2020-01-01", "successorCode", this.code).andExpect(status().is(422))
			.andExpect(content().string(containsString("lại do chính đơn vị này kế thừa")));
		edit(this.code, "successorCode", this.code, "validTo", "2026-05-31").andExpect(status().is(422));
	}

	@Test
	void closing_a_unit_with_people_asks_first() throws Exception {
		this.people.add(Role.CLERK, this.code);
		edit(this.code, "validTo", "2026-12-31").andExpect(status().is(422))
			.andExpect(content().string(containsString("Còn 1 tài khoản")))
			.andExpect(content().string(containsString("name=\"closingConfirmed\"")));
		assertThat(this.units.byCode(this.code).orElseThrow().validTo()).isNull();
		edit(this.code, "validTo", "2026-12-31", "closingConfirmed", "true").andExpect(status().isFound());
		assertThat(this.units.byCode(this.code).orElseThrow().validTo()).isEqualTo(LocalDate.of(2026, 12, 31));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name       |            | Mục “Tên đơn vị” còn trống
			name       | LONG       | dài tối đa 250 ký tự
			kind       | KING       | hãy chọn lại
			validTo    | 2019-12-31 | trước ngày bắt đầu
			validTo    | hôm qua    | không phải một ngày
			parentCode | NOWHERE    | không có trong danh mục
			version    | x          | Mục
			""")
	void bad_input_of_an_edit_is_named_at_its_field_and_kept(String field, String value, String sentence)
			throws Exception {
		String typed = (value == null) ? "" : value.equals("LONG") ? "X".repeat(300) : value;
		String before = version(this.code);
		edit(this.code, "shortName", "GO-DO", field, typed).andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("value=\"GO-DO\"")));
		assertThat(version(this.code)).isEqualTo(before);
	}

	@Test
	void a_province_of_another_time_is_refused() throws Exception {
		String gone = this.jdbc.sql("select id from province where valid_to is not null order by id limit 1")
			.query(String.class)
			.single();
		String unused = "X" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
		this.mvc.perform(unit(post("/organizations"), unused).with((request) -> {
			request.setParameter("kind", "PROVINCIAL_JUSTICE");
			request.setParameter("provinceId", gone);
			return request;
		})).andExpect(status().is(422)).andExpect(content().string(containsString("Chọn tỉnh, thành phố sau sắp xếp")));
	}

	@Test
	void lost_race_shows_both_texts_and_keeps_what_was_typed() throws Exception {
		String version = version(this.code);
		edit(this.code, "name", "Cục Thứ Nhất").andExpect(status().isFound());
		this.mvc.perform(unit(post("/organizations/" + this.code), this.code).with((request) -> {
			request.setParameter("name", "Cục Thứ Hai");
			request.setParameter("version", version);
			return request;
		}))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Cục Thứ Nhất")))
			.andExpect(content().string(containsString("Cục Thứ Hai")));
		assertThat(this.units.byCode(this.code).orElseThrow().name()).isEqualTo("Cục Thứ Nhất");
	}

	@Test
	void form_sent_twice_adds_one_unit() throws Exception {
		String once = UUID.randomUUID().toString();
		String twice = "T" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
		for (int i = 0; i < 2; i++) {
			this.mvc.perform(unit(post("/organizations").param("_once", once), twice))
				.andExpect(redirectedUrl("/organizations/" + twice));
		}
		assertThat(this.jdbc.sql("select count(*) from audit_entry where area = 'organization' and subject like ?")
			.param("%(" + twice + ")")
			.query(Integer.class)
			.single()).isOne();
	}

	private String add() throws Exception {
		String unused = "X" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
		this.mvc.perform(unit(post("/organizations"), unused)).andExpect(redirectedUrl("/organizations/" + unused));
		return unused;
	}

	private ResultActions edit(String code, String... changed) throws Exception {
		return this.mvc.perform(unit(post("/organizations/" + code), code).with((request) -> {
			request.setParameter("version", version(code));
			for (int i = 0; i < changed.length; i += 2) {
				request.setParameter(changed[i], changed[i + 1]);
			}
			return request;
		}));
	}

	private MockHttpServletRequestBuilder unit(MockHttpServletRequestBuilder request, String code) {
		return request.param("code", code)
			.param("name", "Cục Thử")
			.param("shortName", "T")
			.param("kind", "DEPARTMENT")
			.param("parentCode", "BTP")
			.param("validFrom", "2020-01-01")
			.with(this.admin)
			.with(csrf());
	}

	private void rename(String code, String name) {
		this.jdbc.sql("update organization set name = ? where code = ?").params(name, code).update();
	}

	private String version(String code) {
		return this.jdbc.sql("select version from organization where code = ?")
			.param(code)
			.query(String.class)
			.single();
	}

	private ResultActions list(String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = get("/organizations").with(this.clerk);
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return this.mvc.perform(request).andExpect(status().isOk());
	}

	private ResultActions page(String code) throws Exception {
		return page(code, this.clerk);
	}

	private ResultActions page(String code, RequestPostProcessor person) throws Exception {
		return this.mvc.perform(get("/organizations/" + code).with(person)).andExpect(status().isOk());
	}

	private List<String> actions() {
		return this.jdbc
			.sql("select action from audit_entry where area = 'organization' and subject like ? order by id")
			.param("%(" + this.code + ")")
			.query(String.class)
			.list();
	}

}
