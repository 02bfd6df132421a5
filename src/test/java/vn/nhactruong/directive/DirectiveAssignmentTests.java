package vn.nhactruong.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.assignment.AssignmentForm;
import vn.nhactruong.directive.assignment.DirectiveAssignments;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.reminder.DirectiveObligations;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.StaleVersionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The head gives a directive to a person of the unit; what is slipping shows. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveAssignmentTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private DirectiveAssignments assignments;

	@Autowired
	private DirectiveObligations obligations;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate due;

	private Viewer head;

	private Viewer clerk;

	private Viewer other;

	@BeforeEach
	void people() {
		this.due = this.tests.today().plusDays(20);
		this.head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		this.clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		this.other = this.tests.viewer(Role.CLERK, "CCNTT");
	}

	@Test
	void assigned_person_has_it_on_the_desk_with_the_inner_deadline_and_the_others_not() throws Exception {
		long id = this.tests.received(this.due);
		assign(id, this.clerk, this.due.minusDays(5));
		assertThat(mine(this.clerk, id)).singleElement().satisfies((one) -> {
			assertThat(one.titleKey()).isEqualTo("directive.todo.assigned");
			assertThat(one.dueOn()).isEqualTo(this.due.minusDays(5));
		});
		assertThat(mine(this.other, id)).isEmpty();
		assertThat(mine(this.head, id)).hasSize(1);
		assign(id, this.other, null);
		assertThat(mine(this.clerk, id)).isEmpty();
		assertThat(mine(this.other, id)).singleElement().extracting(Obligation::dueOn).isEqualTo(this.due);
		assertThat(
				this.jdbc.sql("select message_key from notification where account_id = ? and url = ? order by id desc")
					.params(this.clerk.accountId(), "/directives/" + id)
					.query(String.class)
					.list())
			.startsWith("directive.notice.unassigned", "directive.notice.assigned");
		assertThat(this.jdbc
			.sql("""
					select count(*) from notification n where n.account_id = ? and n.url = ? and n.message_key like '%assigned' and n.grant_ids = array(
					    select g.id from role_grant g where g.account_id = n.account_id and g.organization_id = ?)
					""")
			.params(this.clerk.accountId(), "/directives/" + id, this.tests.unit("CCNTT"))
			.query(Integer.class)
			.single()).as("told as what they act for the unit").isEqualTo(2);
		assertThat(html(id, this.people.as(Role.CLERK, "CCNTT"))).contains("Người thực hiện");
		assertThat(html(id, this.people.as(Role.OFFICE, "VPB"))).doesNotContain("Người thực hiện", "Phân công");
	}

	@Test
	void substitute_has_it_on_the_desk_for_the_time() {
		long id = this.tests.received(this.due);
		AssignmentForm form = form(id, this.clerk, null);
		form.setSubstituteId(this.other.accountId());
		form.setSubstituteUntil(this.tests.today());
		this.assignments.assign(id, form, this.head);
		assertThat(mine(this.other, id)).hasSize(1);
	}

	@Test
	void another_unit_starts_without_what_the_first_settled_inside() {
		long id = this.tests.received(this.due);
		assign(id, this.clerk, null);
		this.directives.reassign(id, this.tests.unit("CKHTC"), "Đúng thẩm quyền",
				this.tests.viewer(Role.OFFICE, "VPB"));
		assertThat(this.jdbc.sql("select count(*) from directive_assignment where directive_id = ?")
			.param(id)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void lost_race_is_said() {
		long id = this.tests.received(this.due);
		AssignmentForm first = form(id, this.clerk, null);
		AssignmentForm second = form(id, this.other, null);
		this.assignments.assign(id, first, this.head);
		assertThatExceptionOfType(StaleVersionException.class)
			.isThrownBy(() -> this.assignments.assign(id, second, this.head));
	}

	@ParameterizedTest
	@CsvSource({ "UNIT_HEAD,CCNTT,true", "CLERK,CCNTT,false", "OBSERVER,CCNTT,false", "OFFICE,VPB,false",
			"LEADER,BTP,false", "UNIT_HEAD,CQLTHADS,false" })
	void only_the_head_of_the_unit_assigns(Role role, String unit, boolean allowed) {
		long id = this.tests.received(this.due);
		Viewer viewer = this.tests.viewer(role, unit);
		AssignmentForm form = form(id, this.clerk, null);
		if (allowed) {
			this.assignments.assign(id, form, viewer);
		}
		else {
			assertThatExceptionOfType(NotAllowedException.class)
				.isThrownBy(() -> this.assignments.assign(id, form, viewer));
		}
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.assignments.assign(id, form, this.tests.viewer(Role.UNIT_HEAD, "CKHTC")));
	}

	@Test
	void what_was_reported_is_not_assigned_any_more() {
		long id = this.tests.reported(this.due);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> assign(id, this.clerk, null))
			.withMessage("directive.error.cannotAssign");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			person missing      | accountId       |         | Chọn người thực hiện
			no number           | accountId       | abc     | Chọn người thực hiện trong danh sách
			of another unit     | accountId       | FOREIGN | Chọn người thực hiện trong danh sách
			in the past         | dueOn           | PAST    | không được trước hôm nay
			no day              | dueOn           | x       | không phải một ngày
			after the deadline  | dueOn           | AFTER   | Hạn nội bộ không được sau hạn
			note too long       | note            | LONG    | dài tối đa 2.000 ký tự
			substitute the same | substituteId    | SAME    | phải là người khác
			substitute foreign  | substituteId    | FOREIGN | Chọn người làm thay trong danh sách
			until missing       | substituteId    | OTHER   | Nhập ngày cuối cùng
			substitute missing  | substituteUntil | FUTURE  | Chọn người làm thay trong danh sách
			""")
	void bad_input_gets_its_sentence_and_keeps_what_was_typed(String name, String field, String typed, String sentence)
			throws Exception {
		long id = this.tests.received(this.due);
		MockHttpServletRequestBuilder request = post("/directives/" + id + "/assignment");
		String value = (typed == null) ? "" : switch (typed) {
			case "FOREIGN" -> "" + this.tests.viewer(Role.CLERK, "CKHTC").accountId();
			case "SAME" -> "" + this.clerk.accountId();
			case "OTHER" -> "" + this.other.accountId();
			case "PAST" -> DateFormats.day(this.tests.today().minusDays(1));
			case "FUTURE" -> DateFormats.day(this.tests.today().plusDays(1));
			case "AFTER" -> DateFormats.day(this.due.plusDays(1));
			case "LONG" -> "x".repeat(2001);
			default -> typed;
		};
		if (!field.equals("accountId")) {
			request.param("accountId", "" + this.clerk.accountId());
		}
		if (!field.equals("note")) {
			request.param("note", "Giu nguyen van");
		}
		ResultActions answer = this.mvc
			.perform(request.param(field, value).with(this.people.as(Role.UNIT_HEAD, "CCNTT")).with(csrf()))
			.andExpect(status().isUnprocessableContent());
		assertThat(HtmlUtils.htmlUnescape(answer.andReturn().getResponse().getContentAsString()))
			.contains("id=\"error-summary\"", sentence, field.equals("note") ? value : "Giu nguyen van");
	}

	@Test
	void slipping_shows_in_the_list_on_the_desk_and_beyond_the_tolerance_only() throws Exception {
		long id = this.tests.received(this.tests.today().plusDays(40));
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 20);
		this.directives.progress(id, 41, "Đang làm", List.of(), this.clerk);
		assertThat(slipping(id)).isFalse();
		this.directives.progress(id, 39, "Tính lại", List.of(), this.clerk);
		assertThat(slipping(id)).isTrue();
		assertThat(mine(this.head, id)).singleElement()
			.extracting(Obligation::titleKey)
			.isEqualTo("directive.todo.slipping");
		long report = this.directives.report(id,
				new CompletionText("Đã xong", "15/BC", this.tests.today(), "Báo cáo kết quả"), List.of(), this.clerk);
		assertThat(mine(this.clerk, id)).as("the head has to act, not the clerk").isEmpty();
		assertThat(mine(this.head, id)).singleElement()
			.extracting(Obligation::titleKey)
			.isEqualTo("directive.todo.signReport");
		this.directives.sendBackReport(id, report, "Bổ sung số liệu", this.head);
		assertThat(mine(this.clerk, id)).singleElement()
			.extracting(Obligation::titleKey)
			.isEqualTo("directive.todo.slipping");
	}

	@ParameterizedTest
	@CsvSource({ "100, 40, directive.chip.slipping", "40, 38, directive.chip.slippingSoon",
			"100, 3, Timeliness.OPEN_IN_TIME", "2, 0, directive.chip.dueSoon" })
	void what_is_slow_says_so_also_when_it_is_due_soon(int days, int passed, String word) {
		long id = this.tests.received(this.tests.today().plusDays(days));
		this.directives.markExample(id);
		this.directives.letDaysPass(id, passed);
		assertThat(this.tests.rows(new ListRequest("/directives", Map.of()), this.head))
			.filteredOn(DirectiveRow::id, id)
			.singleElement()
			.extracting((row) -> row.chip().key())
			.isEqualTo(word);
	}

	@Test
	void story_that_is_told_in_the_past_says_so_in_the_inbox_too() {
		LocalDate day = this.tests.today().plusDays(40);
		long id = this.tests.received(day);
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 30);
		assertThat(this.jdbc
			.sql("""
					select arguments::text || to_char(sent_at at time zone 'Asia/Ho_Chi_Minh', ' DD/MM/YYYY') from notification
					where url = ? and message_key = 'directive.notice.issuedDue'
					""")
			.param("/directives/" + id)
			.query(String.class)
			.list())
			.isNotEmpty()
			.allSatisfy((message) -> assertThat(message).contains(DateFormats.day(day.minusDays(30)))
				.doesNotContain(DateFormats.day(day))
				.endsWith(DateFormats.day(this.tests.today().minusDays(30))));
	}

	@Test
	void what_is_slow_is_the_same_for_the_list_and_for_each_of_its_rows() {
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long slow = given(20);
		long declined = given(20);
		this.directives.decline(declined, "Không thuộc chức năng", this.head);
		long given = given(20);
		this.directives.reassign(given, this.tests.unit("CKHTC"), "Đúng chức năng hơn", office);
		long givenForLong = given(20);
		this.directives.reassign(givenForLong, this.tests.unit("CKHTC"), "Đúng chức năng hơn", office);
		this.directives.letDaysPass(givenForLong, 5);
		List<Long> listed = this.tests
			.rows(new ListRequest("/directives", Map.of("slipping", new String[] { "1" })), office)
			.stream()
			.map(DirectiveRow::id)
			.toList();
		assertThat(listed).contains(slow, givenForLong).doesNotContain(declined, given);
		assertThat(this.tests.rows(new ListRequest("/directives", Map.of()), office)
			.stream()
			.filter(DirectiveRow::slipping)
			.map(DirectiveRow::id)).containsExactlyElementsOf(listed);
	}

	private long given(int daysAgo) {
		long id = this.tests.received(this.tests.today().plusDays(40));
		this.directives.markExample(id);
		this.directives.letDaysPass(id, daysAgo);
		return id;
	}

	private boolean slipping(long id) throws Exception {
		boolean ticked = listed(id, "slipping=1");
		assertThat(listed(id, "timeliness=SLIPPING")).isEqualTo(ticked);
		return ticked;
	}

	private boolean listed(long id, String filter) throws Exception {
		String html = this.mvc
			.perform(get("/directives?" + filter + "&size=200&sort=-code").with(this.people.as(Role.CLERK, "CCNTT")))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		return html.contains("/directives/" + id + "\"");
	}

	private void assign(long id, Viewer person, LocalDate dueOn) {
		this.assignments.assign(id, form(id, person, dueOn), this.head);
	}

	private AssignmentForm form(long id, Viewer person, LocalDate dueOn) {
		AssignmentForm form = this.assignments.edit(id, this.head);
		form.setAccountId(person.accountId());
		form.setDueOn(dueOn);
		return form;
	}

	private List<Obligation> mine(Viewer viewer, long id) {
		return this.obligations.obligationsOf(viewer)
			.stream()
			.filter((one) -> one.url().equals("/directives/" + id))
			.toList();
	}

	private String html(long id, RequestPostProcessor person) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc.perform(get("/directives/" + id).with(person))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
