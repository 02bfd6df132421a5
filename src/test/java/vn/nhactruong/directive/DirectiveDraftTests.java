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
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.directive.draft.OpenClauses;
import vn.nhactruong.directive.figure.DirectiveBoard;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.reminder.DirectiveObligations;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Drafts of directives as those meet them who write them, and those who must not. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveDraftTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private DirectiveQueries queries;

	@Autowired
	private DirectiveBoard board;

	@Autowired
	private DirectiveObligations obligations;

	@Autowired
	private OpenClauses clauses;

	@Autowired
	private Conclusions conclusions;

	@Autowired
	private JdbcClient jdbc;

	private RequestPostProcessor office;

	private LocalDate today;

	private long clause;

	@BeforeEach
	void clause() {
		this.office = this.people.as(Role.OFFICE, "VPB");
		this.today = this.tests.today();
		this.clause = this.tests.clause();
	}

	@Test
	void draft_is_kept_found_written_on_and_given_out() throws Exception {
		long id = draft("title", "Ra soat dot mot");
		page(get("/directives?state=DRAFT&q=dot mot"), this.office)
			.andExpect(content().string(containsString("/directives/" + id + "\"")));
		page(get("/directives/" + id), this.office).andExpect(content().string(containsString("Chưa chọn")))
			.andExpect(content().string(containsString("Chưa ghi")));
		page(get("/directives/" + id + "/edit"), this.office)
			.andExpect(content().string(containsString("Ra soat dot mot")));
		send("/directives/" + id, "title", "Ra soat dot hai", "text", "Toàn văn", "leadIds", unit("CKHTC"),
				"coordinatingIds", unit("CCNTT"), "withoutDeadline", "true", "deliverable", "Báo cáo", "version", "0")
			.andExpect(redirectedUrl("/directives/" + id));
		page(get("/directives/" + id), this.office).andExpect(content().string(containsString("Không hạn")));
		send("/directives/" + id + "/issuance", "version", version(id)).andExpect(redirectedUrl("/directives/" + id));
		assertThat(one("select status from directive where id = ?", id)).isEqualTo("ISSUED");
		assertThat(one("select code from directive where id = ?", id)).asString()
			.matches(this.today.getYear() + "-\\d{4}");
		page(get("/directives/" + id), this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(content().string(containsString("Ra soat dot hai")));
		assertThat(audited(id)).containsExactly("directive.audit.draftSaved", "directive.audit.draftChanged",
				"directive.audit.ISSUED");
	}

	@Test
	void draft_for_many_becomes_a_family_when_it_is_given() throws Exception {
		long id = draft("title", "Nhieu don vi", "leadKinds", "PUBLIC_UNIT", "leadIds", unit("CCNTT"), "dueOn",
				DateFormats.day(this.today.plusDays(9)));
		page(get("/directives/" + id), this.office)
			.andExpect(content().string(containsString("Giao cho nhiều đơn vị")));
		send("/directives/" + id + "/issuance", "version", "0").andExpect(redirectedUrl("/directives/" + id));
		int units = 1 + this.tests.kind(OrganizationKind.PUBLIC_UNIT);
		assertThat(one("select count(*) from directive where parent_id = ?", id)).isEqualTo((long) units);
		assertThat(one("select count(*) from directive_draft_lead where directive_id = ?", id)).isEqualTo(0L);
		page(get("/directives/" + id), this.office).andExpect(content().string(containsString(units + " đơn vị")));
	}

	@Test
	void draft_is_seen_by_those_only_who_give_directives_out() throws Exception {
		long id = draft("title", "Chua cong bo", "leadIds", unit("CCNTT"));
		page(get("/directives/" + id), this.people.as(Role.LEADER, "BTP"));
		for (RequestPostProcessor other : List.of(this.people.as(Role.UNIT_HEAD, "CCNTT"),
				this.people.as(Role.CLERK, "CQLTHADS"), this.people.as(Role.OBSERVER, "VPB"),
				this.people.as(Role.ADMIN, "VPB"))) {
			for (String path : List.of("", "/edit", "/progress", "/cancellation")) {
				this.mvc.perform(get("/directives/" + id + path).with(other)).andExpect(status().isNotFound());
			}
			for (String path : List.of("", "/issuance", "/deletion", "/receipt")) {
				this.mvc.perform(post("/directives/" + id + path).param("version", "0").with(other).with(csrf()))
					.andExpect(status().isNotFound());
			}
		}
		for (RequestPostProcessor other : List.of(this.people.as(Role.UNIT_HEAD, "CCNTT"),
				this.people.as(Role.OBSERVER, "VPB"))) {
			page(get("/directives?state=DRAFT"), other).andExpect(content().string(not(containsString("Chua cong bo"))))
				.andExpect(content().string(not(containsString("value=\"DRAFT\""))));
			this.mvc.perform(post("/directives/drafts").param("clauseId", "" + this.clause).with(other).with(csrf()))
				.andExpect(status().isForbidden());
		}
	}

	@Test
	void draft_counts_nowhere() throws Exception {
		Viewer leader = this.tests.viewer(Role.LEADER, "BTP");
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		long before = DirectiveBoard.total(this.board.lines(null, null, leader)).total();
		long listed = this.queries.list(new ListRequest("/directives", Map.of()), officer).total();
		long id = draft("title", "Nhap", "leadIds", unit("CCNTT"), "dueOn", DateFormats.day(this.today.minusDays(3)));
		assertThat(DirectiveBoard.total(this.board.lines(null, null, leader)).total()).isEqualTo(before);
		assertThat(this.queries.list(new ListRequest("/directives", Map.of()), officer).total()).isEqualTo(listed);
		assertThat(this.clauses.ofClauses(List.of(this.clause), officer).get(this.clause)).singleElement()
			.satisfies((task) -> assertThat(task.pending()).isTrue());
		assertThat(this.clauses.ofClauses(List.of(this.clause), this.tests.viewer(Role.UNIT_HEAD, "CCNTT"))).isEmpty();
		assertThat(this.clauses.given(this.clause)).isZero();
		assertThat(this.queries.ofConference(conference(), officer)).extracting(DirectiveRow::id).doesNotContain(id);
		for (Viewer viewer : List.of(officer, this.tests.viewer(Role.UNIT_HEAD, "CCNTT"))) {
			assertThat(this.obligations.obligationsOf(viewer)).noneMatch((it) -> it.url().endsWith("/" + id));
		}
	}

	@Test
	void clause_with_a_draft_is_not_marked_as_no_task_until_the_draft_is_discarded() throws Exception {
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		long id = draft("title", "Nhap");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.conclusions.markNoTask(conference(), this.clause, true, officer))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("conclusion.error.hasTasks"));
		send("/directives/" + id + "/deletion", "version", "0").andExpect(redirectedUrl("/directives"));
		assertThat(audited(id)).containsExactly("directive.audit.draftSaved", "directive.audit.draftDiscarded");
		this.conclusions.markNoTask(conference(), this.clause, true, officer);
		send("/directives/drafts", "clauseId", "" + this.clause, "title", "Lai nhap", "text", "x")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("đã đánh dấu không phát sinh nhiệm vụ")))
			.andExpect(content().string(containsString("Lai nhap")));
	}

	@Test
	void family_of_which_every_part_is_called_off_leaves_its_clause_open() throws Exception {
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		long id = draft("title", "Nhieu don vi", "leadKinds", "PUBLIC_UNIT", "dueOn",
				DateFormats.day(this.today.plusDays(9)));
		send("/directives/" + id + "/issuance", "version", "0").andExpect(redirectedUrl("/directives/" + id));
		assertThat(this.clauses.stands(this.clause)).isTrue();
		for (Long child : this.jdbc.sql("select id from directive where parent_id = ?")
			.param(id)
			.query(Long.class)
			.list()) {
			this.tests.directives.cancel(child, "Giao nhầm.", officer);
		}
		assertThat(this.clauses.stands(this.clause)).isFalse();
		assertThat(this.clauses.newest()).extracting(IssuedClause::id).contains(this.clause);
		this.conclusions.markNoTask(conference(), this.clause, true, officer);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			no title        | title=                                  | Nhập tên nhiệm vụ.
			long title      | title=LONG                              | Tên nhiệm vụ dài tối đa 200 ký tự.
			no text         | text=                                   | Nhập nội dung nhiệm vụ.
			long text       | text=LONG                               | Nội dung nhiệm vụ dài tối đa 4.000 ký tự.
			long result     | deliverable=LONG                        | Tên sản phẩm dài tối đa 500 ký tự.
			no date         | dueOn=31/02/2027                        | không phải một ngày
			date and none   | dueOn=LATER&withoutDeadline=true        | để trống ô thời hạn
			garbled unit    | leadIds=abc                             | Chọn đơn vị chủ trì trong danh sách.
			garbled kind    | leadKinds=abc                           | Chọn nhóm đơn vị chủ trì trong danh sách.
			garbled partner | coordinatingIds=abc                     | Chọn đơn vị phối hợp trong danh sách.
			unknown unit    | leadIds=999999999                       | không có trong danh mục
			unknown partner | coordinatingIds=999999999               | không có trong danh mục
			""")
	void bad_draft_gets_a_sentence_and_keeps_what_was_typed(String name, String typed, String sentence)
			throws Exception {
		long id = draft("title", "Ban dau");
		String[] pairs = typed.replace("LONG", "x".repeat(4001))
			.replace("LATER", DateFormats.day(this.today.plusDays(3)))
			.split("[&=]", -1);
		for (String path : List.of("/directives/drafts", "/directives/" + id)) {
			MockHttpServletRequestBuilder request = post(path).param("clauseId", "" + this.clause)
				.param("version", "0");
			List<String> names = java.util.stream.IntStream.range(0, pairs.length / 2)
				.mapToObj((at) -> pairs[2 * at])
				.toList();
			for (String field : List.of("title", "text", "deliverable")) {
				if (!names.contains(field)) {
					request.param(field, "Giu nguyen " + field);
				}
			}
			for (int i = 0; i < pairs.length; i += 2) {
				request.param(pairs[i], pairs[i + 1]);
			}
			String html = this.mvc.perform(request.with(this.office).with(csrf()))
				.andExpect(status().isUnprocessableContent())
				.andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(HtmlUtils.htmlUnescape(html)).contains(sentence).contains("Giu nguyen");
		}
		assertThat(one("select title from directive where id = ?", id)).isEqualTo("Ban dau");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			no lead        | dueOn=LATER                              | Chọn ít nhất một đơn vị chủ trì
			no deadline    | leadIds=CCNTT                            | Nhập thời hạn, hoặc
			past           | leadIds=CCNTT&dueOn=PAST                 | Thời hạn không được trước hôm nay
			guest          | leadIds=VPCP&withoutDeadline=true        | không nhận nhiệm vụ
			both parts     | leadIds=CCNTT&coordinatingIds=CCNTT&dueOn=LATER | không thể vừa phối hợp
			given already  | leadIds=STP-01&dueOn=LATER               | đã được giao mục này
			""")
	void draft_that_lacks_something_is_not_given_and_says_so_at_the_field(String name, String typed, String sentence)
			throws Exception {
		this.tests.directives.issue(new IssueOrder(this.clause, "Rà soát", "Rà soát",
				List.of(this.tests.unit("STP-01")), List.of(), List.of(), null, null),
				this.tests.viewer(Role.OFFICE, "VPB"));
		String[] pairs = typed.replace("LATER", DateFormats.day(this.today.plusDays(3)))
			.replace("PAST", DateFormats.day(this.today.minusDays(1)))
			.split("[&=]", -1);
		for (int i = 0; i < pairs.length; i += 2) {
			pairs[i + 1] = pairs[i].endsWith("Ids") ? unit(pairs[i + 1]) : pairs[i + 1];
		}
		long id = draft(pairs);
		String html = send("/directives/" + id + "/issuance", "version", "0")
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains(sentence).contains("action=\"/directives/" + id + "\"");
		assertThat(one("select status from directive where id = ?", id)).isEqualTo("DRAFT");
	}

	@Test
	void edit_that_lost_the_race_shows_both_texts_with_units_by_name() throws Exception {
		long id = draft("title", "Ban dau");
		send("/directives/" + id, "title", "Ban cua nguoi khac", "text", "x", "leadIds", unit("CKHTC"), "version", "0")
			.andExpect(status().is3xxRedirection());
		String html = send("/directives/" + id, "title", "Ban cua toi", "text", "x", "leadIds", unit("CCNTT"),
				"version", "0")
			.andExpect(status().isConflict())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains("Ban cua nguoi khac", "Ban cua toi",
				this.tests.name("CKHTC") + "</span></td>", this.tests.name("CCNTT") + "</span></td>");
		send("/directives/" + id, "title", "Ban cua toi", "text", "x", "leadIds", unit("CCNTT"), "version", version(id))
			.andExpect(status().is3xxRedirection());
		for (String path : List.of("/issuance", "/deletion")) {
			send("/directives/" + id + path, "version", "0")
				.andExpect((result) -> assertThat(result.getResponse().getStatus()).isIn(409, 422))
				.andExpect(content().string(containsString("vừa được người khác sửa")));
		}
		assertThat(one("select status from directive where id = ?", id)).isEqualTo("DRAFT");
	}

	@Test
	void draft_given_or_discarded_meanwhile_is_neither_edited_nor_given_again() throws Exception {
		long given = draft("title", "Se giao", "leadIds", unit("CCNTT"), "withoutDeadline", "true");
		send("/directives/" + given + "/issuance", "version", "0").andExpect(status().is3xxRedirection());
		send("/directives/" + given, "title", "Sua muon", "text", "x", "version", "0").andExpect(status().isConflict())
			.andExpect(content().string(containsString("đã được giao")))
			.andExpect(content().string(containsString("href=\"/directives/" + given + "\"")))
			.andExpect(content().string(containsString("Sua muon")));
		for (String path : List.of("/issuance", "/deletion")) {
			send("/directives/" + given + path, "version", "1").andExpect(status().isConflict());
		}
		this.mvc.perform(get("/directives/" + given + "/edit").with(this.office)).andExpect(status().isConflict());
		long gone = draft("title", "Se bo");
		send("/directives/" + gone + "/deletion", "version", "0").andExpect(status().is3xxRedirection());
		for (String path : List.of("", "/issuance", "/deletion")) {
			send("/directives/" + gone + path, "title", "x", "text", "x", "version", "0")
				.andExpect(status().isNotFound());
		}
		for (String path : List.of("", "/edit")) {
			this.mvc.perform(get("/directives/" + gone + path).with(this.office)).andExpect(status().isNotFound());
		}
	}

	@Test
	void nothing_is_done_with_a_draft_but_what_drafts_are_for() throws Exception {
		long id = draft("title", "Nhap", "leadIds", unit("CCNTT"));
		for (String path : List.of("/progress", "/cancellation", "/reassignment", "/return")) {
			this.mvc.perform(get("/directives/" + id + path).with(this.office))
				.andExpect(status().isConflict())
				.andExpect(content().string(containsString("còn là dự thảo")));
		}
		send("/directives/" + id + "/cancellation", "reason", "x").andExpect(status().isConflict());
		send("/directives/" + id + "/verification", "version", "0").andExpect(status().isConflict());
		assertThat(one("select status from directive where id = ?", id)).isEqualTo("DRAFT");
	}

	@Test
	void draft_of_a_foreign_or_archived_clause_is_refused() throws Exception {
		send("/directives/drafts", "clauseId", "999999999", "title", "x", "text", "x").andExpect(status().isNotFound());
		long archived = this.tests.clauses(this.tests.conference(null), 1).get(0);
		send("/directives/drafts", "clauseId", "" + archived, "title", "x", "text", "x")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("hồ sơ lưu")));
	}

	/** A draft of the clause with whatever is given. */
	private long draft(String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = post("/directives/drafts").param("clauseId", "" + this.clause)
			.param("text", "Nội dung đầy đủ");
		if (!List.of(parameters).contains("title")) {
			request.param("title", "Ten nhiem vu");
		}
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		String url = this.mvc.perform(request.with(this.office).with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		return Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
	}

	private ResultActions send(String url, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = post(url);
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return this.mvc.perform(request.with(this.office).with(csrf()));
	}

	private ResultActions page(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
		return this.mvc.perform(request.with(person)).andExpect(status().isOk());
	}

	private String unit(String code) {
		return String.valueOf(this.tests.unit(code));
	}

	private String version(long id) {
		return String.valueOf(one("select version from directive where id = ?", id));
	}

	private Object one(String sql, long id) {
		return this.jdbc.sql(sql).param(id).query().singleValue();
	}

	private List<String> audited(long id) {
		return this.jdbc.sql("select action from audit_entry where area = 'directive' and subject_id = ? order by id")
			.param(id)
			.query(String.class)
			.list();
	}

	private long conference() {
		return (Long) one(
				"select k.conference_id from clause c join conclusion k on k.id = c.conclusion_id where c.id = ?",
				this.clause);
	}

}
