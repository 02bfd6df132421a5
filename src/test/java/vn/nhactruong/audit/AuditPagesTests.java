package vn.nhactruong.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestWorkbook;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class AuditPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private String admin;

	private String office;

	private String subject;

	@BeforeEach
	void addPeople() {
		this.admin = this.people.add(Role.ADMIN, "VPB");
		this.office = this.people.add(Role.OFFICE, "VPB");
		this.subject = "Việc " + UUID.randomUUID();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "update audit_entry set actor = 'khác'", "delete from audit_entry", "truncate audit_entry" })
	void database_refuses_to_change_what_was_written(String tampering) {
		write("account", 1);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(tampering).update())
			.withMessageContaining("kept for good");
		assertThat(written()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "0:0:0:0:0:0:0:1, ::1", "0:0:0:0:0:0:0:0, ::", "127.0.0.1, 127.0.0.1", "::1, ::1",
			"2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::", "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
			"2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1" })
	void address_is_shown_in_the_short_form_that_people_know(String stored, String shown) {
		assertThat(AuditTrail.readable(stored)).isEqualTo(shown);
	}

	@Test
	void an_act_that_is_rolled_back_leaves_no_entry() {
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new AuditedAct(this.people.viewer(this.admin), "account.audit.created", "account",
					1L, this.subject));
			status.setRollbackOnly();
		});
		assertThat(written()).isZero();
	}

	@Test
	void an_act_outside_of_a_transaction_is_refused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.events.publishEvent(
				new AuditedAct(this.people.viewer(this.admin), "account.audit.created", "account", 1L, this.subject)));
	}

	@Test
	void entry_reads_who_acting_as_what_and_what_changed() throws Exception {
		write("account", 1);
		list(this.admin, "area", "account", "subject", "1").andExpect(content().string(containsString(this.subject)))
			.andExpect(content().string(containsString("Người thử " + this.admin)))
			.andExpect(content().string(containsString("Quản trị hệ thống · Văn phòng Bộ")))
			.andExpect(content().string(containsString("Chức vụ")))
			.andExpect(content().string(containsString("<del>Văn thư</del>")))
			.andExpect(content().string(containsString("<ins>Chuyên viên</ins>")))
			.andExpect(content().string(containsString("<ins>Lãnh đạo Bộ</ins>")));
	}

	@Test
	void a_text_that_is_not_told_reads_as_changed() throws Exception {
		Viewer viewer = this.people.viewer(this.office);
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new AuditedAct(viewer, "attendance.audit.changed", "attendance", 1L, this.subject,
					new Changes().field("attendeeForm.email", "•••", "attendance.changedUnseen").list())));
		list(this.office, "area", "attendance", "subject", "1")
			.andExpect(content().string(containsString("<del>•••</del> <ins>••• (đã đổi)</ins>")));
	}

	@Test
	void administrators_read_administration_and_the_office_reads_business() throws Exception {
		write("account", 1);
		String business = this.subject + " của hội nghị";
		write("conference", 1, business);
		list(this.admin).andExpect(content().string(containsString(this.subject + "<")))
			.andExpect(content().string(not(containsString(business))));
		list(this.office).andExpect(content().string(containsString(business)))
			.andExpect(content().string(not(containsString(this.subject + "<"))));
		list(this.office, "area", "account").andExpect(content().string(containsString("Không có dòng nhật ký nào")));
		list(this.admin, "area", "conference").andExpect(content().string(containsString("Không có dòng nhật ký nào")));
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = { "UNIT_HEAD", "CLERK", "OBSERVER" })
	void others_do_not_come_here(Role role) throws Exception {
		String other = this.people.add(role, "CQLTHADS");
		this.mvc.perform(get("/audit").with(this.people.as(other))).andExpect(status().isForbidden());
		this.mvc.perform(get("/audit.xlsx").with(this.people.as(other))).andExpect(status().isForbidden());
		this.mvc.perform(get("/audit")).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void filters_narrow_by_person_day_and_subject() throws Exception {
		write("account", 77);
		list(this.admin, "q", "nguoi thu " + this.admin).andExpect(content().string(containsString(this.subject)));
		list(this.admin, "q", "khong co ai").andExpect(content().string(not(containsString(this.subject))));
		list(this.admin, "subject", "78", "area", "account")
			.andExpect(content().string(not(containsString(this.subject))));
		list(this.admin, "from", "2020-01-01", "to", "31/12/2020")
			.andExpect(content().string(not(containsString(this.subject))));
		list(this.admin, "from", "2020-01-01").andExpect(content().string(containsString(this.subject)));
		list(this.admin, "from", "ngày mai")
			.andExpect(content().string(containsString("Một điều kiện lọc không hợp lệ")));
		list(this.admin, "subject", "x", "page", "x", "area", "x").andExpect(status().isOk());
	}

	@Test
	void list_takes_the_same_statements_for_one_row_and_for_three() throws Exception {
		long id = this.people.id(this.admin);
		write("setting", id);
		int one = statementsOfList(id);
		write("setting", id);
		write("setting", id);
		assertThat(statementsOfList(id)).isEqualTo(one).isEqualTo(4);
	}

	private int statementsOfList(long id) throws Exception {
		return StatementCounter.during(() -> list(this.admin, "area", "setting", "subject", String.valueOf(id))).size();
	}

	@Test
	void a_long_trail_is_counted_so_far_only_and_leafed_through() throws Exception {
		String actor = "Người chép " + UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into audit_entry (at, actor, area, action, subject, changes)
					select now() - n * interval '1 second', :actor, 'account', 'account.audit.changed', 'Việc thứ ' || n, '[]'
					from generate_series(1, 10001) n
					""")
			.param("actor", actor)
			.update();
		list(this.admin, "q", actor).andExpect(content().string(containsString("1–25 trong hơn 10.000")))
			.andExpect(content().string(containsString("Việc thứ 1<")))
			.andExpect(content().string(containsString("rel=\"next\"")));
		list(this.admin, "q", actor, "page", "400")
			.andExpect(content().string(containsString("9.976–10.000 trong hơn 10.000")))
			.andExpect(content().string(containsString("page=401")));
		list(this.admin, "q", actor, "page", "401").andExpect(content().string(containsString("Việc thứ 10001<")))
			.andExpect(content().string(not(containsString("rel=\"next\""))));
		this.mvc.perform(get("/audit").param("q", actor).param("page", "500").with(this.people.as(this.admin)))
			.andExpect(status().isFound());
	}

	@ParameterizedTest
	@CsvSource({ "area=account", "q=nguyen van a", "from=2026-01-01&to=2026-02-01", "subject=7&area=account",
			"q=nguyen&from=2026-01-01&subject=8" })
	void no_filter_makes_the_database_read_the_whole_trail(String query) {
		Map<String, String[]> asked = new HashMap<>();
		for (String one : query.split("&")) {
			asked.put(one.substring(0, one.indexOf('=')), new String[] { one.substring(one.indexOf('=') + 1) });
		}
		AuditFilter filter = AuditFilter.of(new ListRequest("/audit", asked), this.people.viewer(this.admin));
		for (String sql : List.of(filter.query("e.*"), Slice.countOf(filter.query("1")))) {
			String plan = this.transaction.execute((status) -> {
				// A short table is read whole for being short: what is asked is whether
				// it must be.
				this.jdbc.sql("set local enable_seqscan = off").update();
				return String.join("\n",
						this.jdbc.sql("explain " + sql).params(filter.parameters(50)).query(String.class).list());
			});
			assertThat(plan).contains("audit_entry_").doesNotContain("Seq Scan");
		}
	}

	@Test
	void workbook_holds_what_is_filtered() throws Exception {
		write("account", 79);
		byte[] workbook = this.mvc
			.perform(
					get("/audit.xlsx").param("area", "account").param("subject", "79").with(this.people.as(this.admin)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(TestWorkbook.texts(workbook)).contains(this.subject, "Chức vụ: Văn thư → Chuyên viên");
	}

	@Test
	void what_is_called_by_words_reads_in_the_language_of_the_reader() throws Exception {
		Viewer viewer = this.people.viewer(this.admin);
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(new AuditedAct(viewer,
				"account.audit.changed", "account", 80L, (locale) -> this.subject + locale.getLanguage(),
				new Changes().field("accountForm.position", "Role.CLERK: Delivery.NEVER", null).list())));
		list(this.admin, "area", "account", "subject", "80")
			.andExpect(content().string(containsString(this.subject + "vi")))
			.andExpect(content().string(containsString("<del>Văn thư, chuyên viên đơn vị: Không gửi</del>")));
		list(this.admin, "area", "account", "subject", "80", "lang", "en")
			.andExpect(content().string(containsString(this.subject + "en")))
			.andExpect(content().string(not(containsString(this.subject + "vi"))));
		// What was written before the English was kept, or has a name of its own.
		write("account", 81);
		list(this.admin, "area", "account", "subject", "81", "lang", "en")
			.andExpect(content().string(containsString(this.subject)));
	}

	private void write(String area, long subjectId) {
		write(area, subjectId, this.subject);
	}

	private void write(String area, long subjectId, String subject) {
		Viewer viewer = this.people.viewer(this.admin);
		Changes changes = new Changes().field("accountForm.position", "Văn thư", "Chuyên viên")
			.field("grantForm.role", null, Role.LEADER);
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new AuditedAct(viewer, "account.audit.changed", area, subjectId, subject, changes.list())));
	}

	private int written() {
		return this.jdbc.sql("select count(*) from audit_entry where subject = ?")
			.param(this.subject)
			.query(Integer.class)
			.single();
	}

	private ResultActions list(String username, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = get("/audit").with(this.people.as(username));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return this.mvc.perform(request).andExpect(status().isOk());
	}

}
