package vn.nhactruong.directive.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.directive.CompletionText;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.decision.DirectiveHolders;
import vn.nhactruong.directive.draft.OpenClauses;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.figure.BoardLine;
import vn.nhactruong.directive.figure.DirectiveBoard;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.list.UnitOrder;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.reminder.DirectiveObligations;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
@Import(TestDirectives.class)
class DirectivePagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private DirectiveExtensions extensions;

	@Autowired
	private DirectiveQueries queries;

	@Autowired
	private DirectiveBoard board;

	@Autowired
	private DirectiveObligations obligations;

	@Autowired
	private DirectiveHolders holders;

	@Autowired
	private OpenClauses clauses;

	@Autowired
	private Conclusions conclusions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private RequestPostProcessor office;

	private RequestPostProcessor clerk;

	private RequestPostProcessor head;

	private LocalDate today;

	@BeforeEach
	void people() {
		this.office = this.people.as(Role.OFFICE, "VPB");
		this.clerk = this.people.as(Role.CLERK, "CCNTT");
		this.head = this.people.as(Role.UNIT_HEAD, "CCNTT");
		this.today = this.tests.today();
	}

	@Test
	void clause_becomes_a_directive_that_its_units_are_told_of() throws Exception {
		long clause = this.tests.clause();
		page(get("/directives/new").param("clause", "" + clause), this.office)
			.andExpect(content().string(containsString("Rà soát quy trình nội bộ")));
		String location = send(post("/directives").param("clauseId", "" + clause)
			.param("title", "Rà soát quy trình")
			.param("text", "Rà soát quy trình nội bộ")
			.param("leadIds", "" + this.tests.unit("CCNTT"))
			.param("coordinatingIds", "" + this.tests.unit("CQLTHADS"))
			.param("dueOn", this.today.plusDays(20).toString()), this.office).andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(get(location), this.clerk).andExpect(content().string(containsString("Nhận nhiệm vụ")));
		assertThat(this.jdbc.sql("select count(*) from notification where url = ?")
			.param(location)
			.query(Integer.class)
			.single()).isPositive();
		assertThat(this.clauses.ofClauses(List.of(clause), this.tests.viewer(Role.LEADER, "BTP")).get(clause))
			.hasSize(1);
	}

	@Test
	void issue_form_says_at_the_field_what_is_wrong_and_keeps_what_was_typed() throws Exception {
		long clause = this.tests.clause();
		String lead = "" + this.tests.unit("CCNTT");
		issueRefused(clause, "Chọn ít nhất một đơn vị chủ trì", "dueOn", this.today.plusDays(3).toString());
		issueRefused(clause, "Nhập thời hạn, hoặc", "leadIds", lead);
		issueRefused(clause, "Thời hạn không được trước hôm nay", "leadIds", lead, "dueOn",
				this.today.minusDays(1).toString());
		issueRefused(clause, "không thể vừa phối hợp", "leadIds", lead, "coordinatingIds", lead, "withoutDeadline",
				"true");
		issueRefused(clause, "không còn hoạt động", "leadIds", "" + this.tests.unit("TCTHADS"), "withoutDeadline",
				"true");
		issueRefused(clause, "không nhận nhiệm vụ", "leadIds", "" + this.tests.unit("VPCP"), "withoutDeadline", "true");
		issueRefused(clause, "không phải một ngày", "leadIds", lead, "dueOn", "ngày mai");
		issueRefused(clause, "để trống ô thời hạn", "leadIds", lead, "withoutDeadline", "true", "dueOn",
				this.today.plusDays(2).toString());
	}

	private void issueRefused(long clause, String sentence, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = post("/directives").param("clauseId", "" + clause)
			.param("title", "Ten giu nguyen")
			.param("text", "Nội dung giữ nguyên");
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		send(request, this.office).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("Ten giu nguyen")));
	}

	@Test
	void only_the_office_and_leaders_give_directives_out() throws Exception {
		long clause = this.tests.clause();
		send(post("/directives").param("clauseId", "" + clause), this.clerk).andExpect(status().isForbidden());
		this.mvc.perform(get("/directives/new").with(this.clerk)).andExpect(status().isForbidden());
		this.mvc.perform(get("/directives/new").param("clause", "999999999").with(this.office))
			.andExpect(status().isNotFound());
	}

	@Test
	void from_receipt_to_verification() throws Exception {
		long id = this.tests.issued(this.today.plusDays(20));
		act(id, "/receipt", this.clerk);
		send(multipart("/directives/" + id + "/progress").param("percent", "60").param("text", "Còn hai tỉnh"),
				this.clerk)
			.andExpect(redirectedUrl("/directives/" + id));
		send(multipart("/directives/" + id + "/progress").param("percent", "50").param("text", "Tính lại"), this.clerk)
			.andExpect(redirectedUrl("/directives/" + id));
		page(get("/directives/" + id), this.clerk).andExpect(content().string(containsString("giảm so với 60%")))
			.andExpect(content().string(not(containsString("Nhiệm vụ đã hủy"))))
			.andExpect(content().string(not(containsString("bị trả lại"))))
			.andExpect(content().string(not(containsString("Hồ sơ lưu"))));
		send(multipart("/directives/" + id + "/reports")
			.file(new MockMultipartFile("files", "ket-qua.txt", "text/plain",
					"Kết quả rà soát quy trình nội bộ".getBytes(StandardCharsets.UTF_8)))
			.param("content", "Đã xong"), this.clerk).andExpect(redirectedUrl("/directives/" + id));
		page(get("/directives/" + id), this.clerk).andExpect(content().string(containsString("Chờ thủ trưởng ký")));
		act(id, "/reports/" + newest("directive_report", id) + "/signature", this.head);
		page(get("/directives/" + id), this.office).andExpect(content().string(containsString("Nghiệm thu")))
			.andExpect(content().string(containsString("ket-qua.txt")));
		act(id, "/verification", this.office);
		page(get("/directives/" + id), this.head).andExpect(content().string(containsString("Hoàn thành đúng hạn")));
	}

	@Test
	void report_without_evidence_is_refused_at_its_field() throws Exception {
		long id = this.tests.received(this.today.plusDays(20));
		send(multipart("/directives/" + id + "/reports").param("content", "Da lam xong het"), this.head)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Cần minh chứng")))
			.andExpect(content().string(containsString("Da lam xong het")));
		send(multipart("/directives/" + id + "/reports").param("content", "Xong")
			.param("documentNumber", "1/BC")
			.param("documentDate", this.today.plusDays(1).toString()), this.head)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("không thể sau hôm nay")));
	}

	@Test
	void bad_progress_is_refused_with_everything_kept() throws Exception {
		long id = this.tests.received(this.today.plusDays(20));
		send(multipart("/directives/" + id + "/progress").param("percent", "150").param("text", "Giu nguyen"),
				this.clerk)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("phải từ 0 đến 100")))
			.andExpect(content().string(containsString("Giu nguyen")));
		send(multipart("/directives/" + id + "/progress").param("percent", "nhiều"), this.clerk)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("một số nguyên từ 0 đến 100")));
		send(multipart("/directives/" + id + "/progress").param("percent", "5").param("text", "x".repeat(4001)),
				this.clerk)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("dài tối đa 4.000 ký tự")));
	}

	@Test
	void extension_is_drafted_signed_and_approved_once() throws Exception {
		LocalDate due = this.today.plusDays(10);
		long id = this.tests.received(due);
		send(post("/directives/" + id + "/extensions").param("dueOn", due.toString()).param("reason", "Chờ số liệu"),
				this.clerk)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Hạn mới phải sau hạn hiện nay")))
			.andExpect(content().string(containsString("Chờ số liệu")));
		send(post("/directives/" + id + "/extensions").param("dueOn", due.plusDays(7).toString())
			.param("reason", "Chờ số liệu"), this.clerk).andExpect(redirectedUrl("/directives/" + id));
		send(post("/directives/" + id + "/extensions").param("dueOn", due.plusDays(9).toString())
			.param("reason", "Lại xin"), this.head).andExpect(status().isConflict())
			.andExpect(content().string(containsString("mỗi lần chỉ xin được một")));
		String extension = "/extensions/" + newest("directive_extension", id);
		send(post("/directives/" + id + extension + "/approval").param("version", version(id)), this.office)
			.andExpect(status().isConflict());
		act(id, extension + "/signature", this.head);
		send(post("/directives/" + id + extension + "/approval").param("version", version(id)), this.clerk)
			.andExpect(status().isForbidden());
		act(id, extension + "/approval", this.office);
		send(post("/directives/" + id + extension + "/approval").param("version", version(id)), this.office)
			.andExpect(status().isConflict());
		assertThat(this.jdbc.sql("select due_on from directive where id = ?").param(id).query(LocalDate.class).single())
			.isEqualTo(due.plusDays(7));
		assertThat(this.jdbc.sql("select original_due_on from directive where id = ?")
			.param(id)
			.query(LocalDate.class)
			.single()).isEqualTo(due);
	}

	@Test
	void what_the_head_has_not_signed_stays_with_the_unit() throws Exception {
		long id = this.tests.received(this.today.plusDays(10));
		send(post("/directives/" + id + "/reports").param("content", "Bản nháp của văn thư")
			.param("documentNumber", "12/BC")
			.param("documentAbstract", "Báo cáo")
			.param("documentDate", this.today.toString()), this.clerk).andExpect(redirectedUrl("/directives/" + id));
		String page = "/directives/" + id;
		this.mvc.perform(get(page).with(this.head)).andExpect(content().string(containsString("Bản nháp của văn thư")));
		this.mvc.perform(get(page).with(this.office))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("Bản nháp của văn thư"))));
		act(id, "/reports/" + newest("directive_report", id) + "/signature", this.head);
		this.mvc.perform(get(page).with(this.office))
			.andExpect(content().string(containsString("Bản nháp của văn thư")));
	}

	@Test
	void all_units_that_have_a_clause_already_are_named_at_once() {
		long clause = this.tests.clause();
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		for (String unit : List.of("CKHTC", "VHTQT")) {
			this.tests.directives.issue(new IssueOrder(clause, "Rà soát", "Rà soát", List.of(this.tests.unit(unit)),
					List.of(), List.of(), null, null), officer);
		}
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.tests.directives.issue(new IssueOrder(clause, "Rà soát", "Rà soát",
					List.of(this.tests.unit("CKHTC"), this.tests.unit("CCNTT"), this.tests.unit("VHTQT")), List.of(),
					List.of(), null, null), officer))
			.withMessage("directive.error.givenAlreadyMany")
			.satisfies((violation) -> assertThat(violation.arguments()[0].toString())
				.contains(this.tests.name("CKHTC"), "; ", this.tests.name("VHTQT"))
				.doesNotContain(this.tests.name("CCNTT")));
	}

	@Test
	void whoever_gives_a_task_to_one_unit_alone_reads_of_no_coordinating_unit() throws Exception {
		for (boolean coordinated : List.of(false, true)) {
			MockHttpServletRequestBuilder request = post("/directives").param("clauseId", "" + this.tests.clause())
				.param("title", "Rà soát")
				.param("text", "Rà soát")
				.param("leadIds", "" + this.tests.unit("CKHTC"))
				.param("withoutDeadline", "true");
			if (coordinated) {
				request.param("coordinatingIds", "" + this.tests.unit("CCNTT"));
			}
			assertThat(send(request, this.office).andExpect(status().is3xxRedirection())
				.andReturn()
				.getFlashMap()
				.get("flash")).isEqualTo(coordinated ? "directive.done.issuedCoordinated" : "directive.done.issued");
		}
	}

	@Test
	void a_clause_is_given_to_a_unit_once_by_two_who_give_it_together() throws Exception {
		long clause = this.tests.clause();
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		IssueOrder order = new IssueOrder(clause, "Rà soát", "Rà soát", List.of(this.tests.unit("CKHTC")), List.of(),
				List.of(), null, null);
		Runnable giving = () -> {
			try {
				this.tests.directives.issue(order, officer);
			}
			catch (RuleViolation ex) {
				assertThat(ex.messageKey()).isEqualTo("directive.error.givenAlready");
			}
		};
		CompletableFuture
			.allOf(CompletableFuture.runAsync(giving), CompletableFuture.runAsync(giving),
					CompletableFuture.runAsync(giving))
			.get(30, TimeUnit.SECONDS);
		assertThat(this.jdbc.sql("select count(*) from directive where clause_id = ?")
			.param(clause)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void clause_that_gives_nobody_a_task_gets_no_directive() throws Exception {
		long clause = this.tests.clause();
		long conference = conferenceOf(clause);
		String marking = "/conferences/" + conference + "/conclusion/clauses/" + clause + "/no-task";
		send(post(marking), this.office).andExpect(status().is3xxRedirection());
		this.mvc.perform(get("/directives/new").param("clause", "" + clause).with(this.office))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("đã đánh dấu không phát sinh nhiệm vụ")));
		issueRefused(clause, "đã đánh dấu không phát sinh nhiệm vụ", "leadIds", "" + this.tests.unit("CCNTT"), "dueOn",
				this.today.plusDays(3).toString());
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into directive (code, year, title, text, source, clause_id, status, lead_organization_id,
				    holder_organization_id)
				values ('T-' || ?, 2026, 'x', 'x', 'CLAUSE', ?, 'ISSUED', 1, 1)
				""").params(clause, clause).update()).withMessageContaining("gives rise to no task");
		send(post(marking + "/withdrawal"), this.office).andExpect(status().is3xxRedirection());
		page(get("/directives/new").param("clause", "" + clause), this.office);
	}

	@Test
	void clause_with_a_directive_is_marked_as_no_task_only_once_that_is_called_off() throws Exception {
		long id = this.tests.issued(this.today.plusDays(5));
		long clause = this.jdbc.sql("select clause_id from directive where id = ?")
			.param(id)
			.query(Long.class)
			.single();
		String marking = "/conferences/" + conferenceOf(clause) + "/conclusion/clauses/" + clause + "/no-task";
		send(post(marking), this.office).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Đoạn này đã có nhiệm vụ")));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update clause set no_task = true where id = ?").param(clause).update())
			.withMessageContaining("has directives");
		page(get("/conferences/" + conferenceOf(clause) + "/conclusion"), this.office)
			.andExpect(content().string(not(containsString("clauses/" + clause + "/no-task"))));
		act(id, "/cancellation", this.office, "reason", "Trùng");
		page(get("/conferences/" + conferenceOf(clause) + "/conclusion"), this.office)
			.andExpect(content().string(containsString("clauses/" + clause + "/no-task")));
		send(post(marking), this.office).andExpect(status().is3xxRedirection());
	}

	@Test
	void of_two_who_give_a_clause_and_mark_it_as_no_task_together_one_is_refused() throws Exception {
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		for (int round = 0; round < 5; round++) {
			long clause = this.tests.clause();
			long conference = conferenceOf(clause);
			IssueOrder order = new IssueOrder(clause, "Rà soát", "Rà soát", List.of(this.tests.unit("CKHTC")),
					List.of(), List.of(), null, null);
			List<String> refused = Collections.synchronizedList(new ArrayList<>());
			CompletableFuture
				.allOf(attempt(() -> this.tests.directives.issue(order, officer), refused),
						attempt(() -> this.conclusions.markNoTask(conference, clause, true, officer), refused))
				.get(30, TimeUnit.SECONDS);
			assertThat(refused).hasSize(1).first().isIn("conclusion.error.hasTasks", "conclusion.error.noTaskClause");
		}
	}

	private static CompletableFuture<Void> attempt(Runnable act, List<String> refused) {
		return CompletableFuture.runAsync(() -> {
			try {
				act.run();
			}
			catch (RuleViolation violation) {
				refused.add(violation.messageKey());
			}
		});
	}

	@Test
	void clause_from_the_files_gets_no_further_directive() throws Exception {
		long conference = this.tests.conference(null);
		long clause = this.tests.clauses(conference, 1).get(0);
		this.mvc.perform(get("/directives/new").param("clause", "" + clause).with(this.office))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("hồ sơ lưu")));
		issueRefused(clause, "không giao thêm nhiệm vụ được", "leadIds", "" + this.tests.unit("CCNTT"),
				"withoutDeadline", "true");
		page(get("/conferences/" + conference + "/conclusion"), this.office)
			.andExpect(content().string(not(containsString("directives/new"))));
		page(get("/directives/new"), this.office)
			.andExpect(content().string(not(containsString("clause=" + clause + "\""))));
	}

	private long conferenceOf(long clause) {
		return this.jdbc
			.sql("select k.conference_id from clause c join conclusion k on k.id = c.conclusion_id where c.id = ?")
			.param(clause)
			.query(Long.class)
			.single();
	}

	@Test
	void leader_s_line_of_what_is_overdue_says_for_how_long() {
		long id = this.tests.issued(this.today.plusDays(1));
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 40);
		LocalDate earliest = this.jdbc
			.sql("select min(d.due_on) from directive d where " + Timeliness.OPEN_OVERDUE.condition())
			.param("today", this.today)
			.query(LocalDate.class)
			.single();
		assertThat(earliest).isBefore(this.today);
		assertThat(exceptReopenings(this.tests.viewer(Role.LEADER, "BTP"))).singleElement()
			.satisfies((obligation) -> assertThat(obligation.dueOn()).isEqualTo(earliest));
	}

	@Test
	void what_is_called_off_is_no_overdue_row_of_the_workbook() {
		long id = this.tests.issued(this.today.plusDays(3));
		this.tests.directives.cancel(id, "Trùng", this.tests.viewer(Role.OFFICE, "VPB"));
		assertThat(this.tests.rows(new ListRequest("/directives", Map.of("state", new String[] { "CANCELLED" })),
				this.tests.viewer(Role.OFFICE, "VPB")))
			.isNotEmpty()
			.noneMatch(DirectiveRow::counts);
	}

	@Test
	void foreign_request_or_report_does_not_exist_below_another_directive() throws Exception {
		long mine = this.tests.reported(this.today.plusDays(5));
		long other = this.tests.received(this.today.plusDays(5));
		send(post("/directives/" + other + "/reports/" + newest("directive_report", mine) + "/signature"), this.head)
			.andExpect(status().isNotFound());
	}

	@Test
	void returned_report_needs_a_reason_and_counts_rounds() throws Exception {
		long id = this.tests.reported(this.today.plusDays(5));
		send(post("/directives/" + id + "/return"), this.office).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Nêu lý do")));
		send(post("/directives/" + id + "/return").param("version", version(id)).param("reason", "Thiếu phụ lục"),
				this.office)
			.andExpect(redirectedUrl("/directives/" + id));
		page(get("/directives/" + id), this.clerk).andExpect(content().string(containsString("bị trả lại 1 lần")))
			.andExpect(content().string(containsString("Thiếu phụ lục")));
	}

	@Test
	void unit_that_gets_it_after_a_return_begins_anew() throws Exception {
		long id = this.tests.reported(this.today.plusDays(5));
		this.directives.returnReport(id, "Thiếu phụ lục", this.tests.viewer(Role.OFFICE, "VPB"));
		this.directives.reassign(id, this.tests.unit("CKHTC"), "Đúng chức năng hơn",
				this.tests.viewer(Role.OFFICE, "VPB"));
		Viewer anew = this.tests.viewer(Role.CLERK, "CKHTC");
		this.directives.receive(id, anew);
		page(get("/directives/" + id), this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(content().string(not(containsString("bị trả lại 1 lần"))));
		assertThat(this.obligations.obligationsOf(anew)).filteredOn((one) -> one.url().equals("/directives/" + id))
			.singleElement()
			.satisfies((one) -> assertThat(one.titleKey()).isEqualTo("directive.todo.work"));
	}

	@Test
	void nobody_decides_on_another_report_than_they_read() throws Exception {
		long id = this.tests.reported(this.today.plusDays(5));
		String read = version(id);
		this.directives.returnReport(id, "Thiếu phụ lục", this.tests.viewer(Role.OFFICE, "VPB"));
		this.directives.report(id, new CompletionText("Xong lại", "2/BC", this.today, "Báo cáo kết quả"), List.of(),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		send(post("/directives/" + id + "/verification").param("version", read), this.office)
			.andExpect(status().isConflict());
		send(post("/directives/" + id + "/verification"), this.office).andExpect(status().isConflict());
		changedMeanwhile(id, "/return", read);
		assertThat(statusOf(id)).isEqualTo("REPORTED");
		send(post("/directives/" + id + "/return").param("version", version(id)).param("reason", "Van thieu"),
				this.office)
			.andExpect(redirectedUrl("/directives/" + id));
	}

	@Test
	void nobody_decides_on_a_request_or_declination_of_another_day_than_they_read() throws Exception {
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long id = this.tests.received(this.today.plusDays(5));
		long extension = this.extensions.request(id, "Chờ số liệu", this.today.plusDays(9), head);
		String read = version(id);
		this.directives.progress(id, 90, "Gần xong", List.of(), head);
		send(post("/directives/" + id + "/extensions/" + extension + "/approval").param("version", read), this.office)
			.andExpect(status().isConflict());
		changedMeanwhile(id, "/extensions/" + extension + "/refusal", read);
		this.directives.decline(id, "Không thuộc thẩm quyền", head);
		read = version(id);
		this.directives.refuseDeclination(id, "Đúng thẩm quyền", office);
		this.directives.decline(id, "Vẫn không thuộc thẩm quyền", head);
		changedMeanwhile(id, "/declination/refusal", read);
		changedMeanwhile(id, "/declination/acceptance", read, "leadId", "" + this.tests.unit("CKHTC"));
		assertThat(statusOf(id)).isEqualTo("DECLINED");
		this.directives.refuseDeclination(id, "Đúng thẩm quyền", office);
		changedMeanwhile(id, "/reassignment", read, "leadId", "" + this.tests.unit("CKHTC"));
	}

	/**
	 * Refused once with all that was typed, and told from when on it would be accepted.
	 */
	private void changedMeanwhile(long id, String path, String read, String... more) throws Exception {
		MockHttpServletRequestBuilder request = post("/directives/" + id + path).param("version", read)
			.param("reason", "Giu nguyen van");
		if (more.length > 0) {
			request.param(more[0], more[1]);
		}
		send(request, this.office).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Nhiệm vụ vừa có thay đổi")))
			.andExpect(content().string(containsString("Giu nguyen van")))
			.andExpect(content().string(containsString("name=\"version\" value=\"" + version(id) + "\"")));
	}

	private String statusOf(long id) {
		return this.jdbc.sql("select status from directive where id = ?").param(id).query(String.class).single();
	}

	@Test
	void extension_asked_in_time_is_granted_also_after_the_report() {
		long id = this.tests.received(this.today.plusDays(5));
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		long extension = this.extensions.request(id, "Chờ số liệu", this.today.plusDays(30), head);
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 8);
		this.directives.report(id, new CompletionText("Xong", "2/BC", this.today, "Báo cáo kết quả"), List.of(), head);
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		assertThat(keys(office, id)).contains("directive.todo.extension");
		this.extensions.approve(id, extension, office);
		this.directives.verify(id, office);
		assertThat(
				this.jdbc.sql("select timeliness from directive where id = ?").param(id).query(String.class).single())
			.isEqualTo("DONE_ON_TIME");
	}

	@Test
	void declined_directive_goes_to_another_unit_or_back_to_work() throws Exception {
		long id = this.tests.issued(this.today.plusDays(5));
		send(post("/directives/" + id + "/declination").param("reason", "Không thuộc thẩm quyền"), this.clerk)
			.andExpect(status().isForbidden());
		send(post("/directives/" + id + "/declination").param("reason", "Không thuộc thẩm quyền"), this.head)
			.andExpect(redirectedUrl("/directives/" + id));
		send(post("/directives/" + id + "/declination/acceptance").param("version", version(id))
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("reason", "x"), this.office).andExpect(status().isUnprocessableContent());
		send(post("/directives/" + id + "/declination/acceptance").param("version", version(id))
			.param("leadId", "" + this.tests.unit("CKHTC"))
			.param("reason", "Đúng thẩm quyền"), this.office).andExpect(redirectedUrl("/directives/" + id));
		page(get("/directives/" + id), this.head).andExpect(content().string(not(containsString("Nhận nhiệm vụ"))));
		page(get("/directives/" + id), this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(content().string(containsString("Nhận nhiệm vụ")));
		long refused = this.tests.issued(this.today.plusDays(5));
		this.directives.decline(refused, "no", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		send(post("/directives/" + refused + "/declination/refusal").param("version", version(refused))
			.param("reason", "Thuộc thẩm quyền"), this.office).andExpect(redirectedUrl("/directives/" + refused));
		page(get("/directives/" + refused), this.clerk).andExpect(content().string(containsString("Báo cáo tiến độ")));
	}

	@Test
	void what_is_not_ones_own_does_not_exist_and_what_is_seen_only_is_forbidden() throws Exception {
		long id = this.tests.received(this.today.plusDays(5));
		for (RequestPostProcessor stranger : List.of(this.people.as(Role.UNIT_HEAD, "CKHTC"),
				this.people.as(Role.CLERK, "STP-01"), this.people.as(Role.ADMIN, "VPB"))) {
			this.mvc.perform(get("/directives/" + id).with(stranger)).andExpect(status().isNotFound());
			send(post("/directives/" + id + "/verification").param("version", version(id)), stranger)
				.andExpect(status().isNotFound());
		}
		RequestPostProcessor coordinating = this.people.as(Role.CLERK, "CQLTHADS");
		page(get("/directives/" + id), coordinating).andExpect(content().string(containsString("Gửi ý kiến phối hợp")))
			.andExpect(content().string(not(containsString("Báo cáo tiến độ"))));
		send(multipart("/directives/" + id + "/progress").param("percent", "5").param("text", "x"), coordinating)
			.andExpect(status().isForbidden());
		send(multipart("/directives/" + id + "/contributions").param("text", "Đề nghị bổ sung"), coordinating)
			.andExpect(redirectedUrl("/directives/" + id));
		RequestPostProcessor observer = this.people.as(Role.OBSERVER, "CCNTT");
		page(get("/directives/" + id), observer).andExpect(content().string(containsString("Đề nghị bổ sung")));
		send(multipart("/directives/" + id + "/progress").param("percent", "5").param("text", "x"), observer)
			.andExpect(status().isForbidden());
		page(get("/directives/" + id), this.people.as(Role.LEADER, "BTP"));
	}

	@Test
	void family_has_a_child_for_each_unit_and_a_matrix_for_the_office_only() throws Exception {
		long parent = this.tests.issued(this.today.plusDays(9), "STP-01", "STP-48", "CCNTT");
		List<Long> children = this.jdbc.sql("select id from directive where parent_id = ? order by code")
			.param(parent)
			.query(Long.class)
			.list();
		assertThat(children).hasSize(3);
		ResultActions matrix = page(get("/directives/" + parent), this.office);
		for (Long child : children) {
			matrix.andExpect(content().string(containsString("/directives/" + child + "\"")));
		}
		// One statement more than others: the parent has its children, a child its
		// parent.
		StatementCounter.expect(15, () -> page(get("/directives/" + children.get(0)), this.office));
		StatementCounter.expect(15, () -> page(get("/directives/" + parent), this.office));
		this.mvc.perform(get("/directives/" + parent).with(this.clerk)).andExpect(status().isNotFound());
		send(post("/directives/" + parent + "/cancellation").param("reason", "x"), this.office)
			.andExpect(status().isConflict());
	}

	@Test
	void workbook_leaves_nothing_out_however_many_there_are() {
		long id = this.tests.issued(this.today.plusDays(9));
		this.transactions.executeWithoutResult((transaction) -> {
			transaction.setRollbackOnly();
			this.jdbc.sql("""
					insert into directive (code, year, title, text, source, clause_id, lead_organization_id,
					    holder_organization_id, status, issued_on, issued_at)
					select d.code || '-' || n, d.year, d.title, d.text, d.source, d.clause_id, d.lead_organization_id,
					    d.holder_organization_id, d.status, d.issued_on, d.issued_at
					from directive d, generate_series(1, 20100) n where d.id = ?
					""").param(id).update();
			String clause = this.jdbc.sql("select clause_id from directive where id = ?")
				.param(id)
				.query(String.class)
				.single();
			assertThat(this.tests.rows(request("clause=" + clause), this.tests.viewer(Role.OFFICE, "VPB")))
				.hasSize(20_101);
		});
	}

	@ParameterizedTest
	@CsvSource({ "unit,''", "-unit,''", "unit,state=ISSUED", "-unit,timeliness=OPEN_IN_TIME", "unit,clause=CLAUSE" })
	void order_of_units_is_the_same_however_it_is_read(String sort, String filter) {
		long id = this.tests.issued(this.today.plusDays(9), "CCNTT", "CKHTC", "VHTQT");
		this.tests.issued(null, "CKHTC");
		this.directives.takeOver(this.tests.clauses(this.tests.conference(null), 1).get(0), this.today.minusDays(30),
				Actor.system());
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		String query = filter.replace("CLAUSE",
				this.jdbc.sql("select clause_id from directive where id = ?").param(id).query(String.class).single());
		List<Long> read = new ArrayList<>();
		for (int page = 1; page <= 3; page++) {
			this.queries.list(request("sort=" + sort + "&page=" + page + (query.isEmpty() ? "" : "&" + query)), officer)
				.rows()
				.forEach((row) -> read.add(row.id()));
		}
		String down = sort.startsWith("-") ? " desc" : "";
		List<Long> sorted = this.tests.rows(request("sort=" + sort + (query.isEmpty() ? "" : "&" + query)), officer)
			.stream()
			.map(DirectiveRow::id)
			.toList();
		assertThat(read).isNotEmpty().doesNotHaveDuplicates().isEqualTo(sorted.subList(0, read.size()));
		assertThat(this.jdbc.sql(
				"select d.id from directive d left join organization o on o.id = d.holder_organization_id where d.id = any(?)"
						+ " order by o.name collate \"vi-x-icu\"" + down + ", d.due_on" + down + ", d.id" + down)
			.param(read.toArray(Long[]::new))
			.query(Long.class)
			.list()).isEqualTo(read);
	}

	@Test
	void page_in_the_order_of_units_reads_no_more_than_it_shows() {
		String plan = this.transactions.execute((transaction) -> {
			// A few rows are read faster as they lie; what counts is that no more of them
			// must be.
			this.jdbc.sql("set local enable_seqscan = off").update();
			return String.join("\n",
					this.jdbc.sql("explain " + UnitOrder.page("not d.family and d.status <> 'DRAFT'", false))
						.param("limit", 50)
						.param("offset", 0)
						.param("until", 50)
						.query(String.class)
						.list());
		});
		assertThat(plan).contains("directive_holder").doesNotContain("Seq Scan on directive");
	}

	@Test
	void list_answers_garbage_with_a_page_and_finds_without_diacritics() throws Exception {
		long id = this.tests.issued(this.today.plusDays(9));
		page(get("/directives?q=soat&unit=abc&state=NOPE&timeliness=x&year=99999999&from=ngay&page=-3&sort=;drop"),
				this.office)
			.andExpect(content().string(containsString("Rà soát quy trình")));
		this.mvc.perform(get("/directives.xlsx").with(this.clerk)).andExpect(status().isOk());
		page(get("/directives?q=khongcogi"), this.office)
			.andExpect(content().string(containsString("Không có nhiệm vụ nào khớp")));
		for (String sort : List.of("due", "-due", "code", "-code", "unit", "-unit", "state", "-state")) {
			page(get("/directives").param("sort", sort), this.office);
		}
		assertThat(id).isPositive();
	}

	@Test
	void list_and_page_take_the_same_number_of_statements_for_one_row_and_for_three() throws Exception {
		String unit = "VHTQT";
		RequestPostProcessor one = this.people.as(Role.CLERK, unit);
		long id = this.tests.issued(this.today.plusDays(9), unit);
		page(get("/directives"), one);
		StatementCounter.expect(5, () -> page(get("/directives?state=ISSUED&sort=due"), one));
		int statements = 15;
		StatementCounter.expect(statements, () -> page(get("/directives/" + id), one));
		this.tests.issued(this.today.plusDays(9), unit);
		long third = this.tests.issued(this.today.plusDays(12), unit);
		Viewer clerk = this.tests.viewer(Role.CLERK, unit);
		this.directives.receive(third, clerk);
		this.directives.progress(third, 20, "Một", List.of(), clerk);
		this.directives.progress(third, 30, "Hai", List.of(), clerk);
		StatementCounter.expect(5, () -> page(get("/directives?state=ISSUED&sort=due"), one));
		StatementCounter.expect(statements, () -> page(get("/directives/" + third), one));
	}

	@Test
	void board_counts_what_the_lists_behind_its_numbers_count() throws Exception {
		Random random = new Random(7);
		for (int i = 0; i < 60; i++) {
			randomDirective(random, List.of("VTCCB", "CPLQT", "STP-04").get(i % 3));
		}
		this.directives.takeOver(this.tests.clause(), this.today, Actor.system());
		Viewer leader = this.tests.viewer(Role.LEADER, "BTP");
		List<BoardLine> lines = new ArrayList<>(this.board.lines(this.today.getYear(), null, leader));
		assertThat(lines).isNotEmpty();
		for (BoardLine line : lines) {
			String unit = (line.unitId() != null) ? "unit=" + line.unitId() : "group=" + line.group();
			assertThat(count(unit + "&timeliness=ANY", leader)).isEqualTo(line.total());
			for (Timeliness timeliness : Timeliness.values()) {
				assertThat(count(unit + "&timeliness=" + timeliness, leader)).as(unit + " " + timeliness)
					.isEqualTo(line.count(timeliness));
			}
		}
		List<BoardLine> provincial = this.board.lines(this.today.getYear(), OrganizationKind.PROVINCIAL_JUSTICE,
				leader);
		assertThat(count("unitKind=PROVINCIAL_JUSTICE&timeliness=ANY", leader))
			.isEqualTo(DirectiveBoard.total(provincial).total());
		Viewer clerk = this.tests.viewer(Role.CLERK, "VTCCB");
		assertThat(this.board.lines(null, null, clerk)).singleElement()
			.satisfies((line) -> assertThat(line.unitId()).isEqualTo(this.tests.unit("VTCCB")));
		// Once more after the tally was summed up anew.
		this.board.lines(null, null, leader);
		StatementCounter.expect(1, () -> this.board.lines(null, null, leader));
		page(get("/directives/board"), this.office).andExpect(content().string(containsString("Tổng cộng")));
		this.mvc.perform(get("/directives/board").with(this.clerk)).andExpect(status().isForbidden());
		this.mvc.perform(get("/directives/board.xlsx").with(this.office)).andExpect(status().isOk());
	}

	@Test
	void rule_in_sql_judges_as_the_rule_in_java() {
		Random random = new Random(11);
		for (int i = 0; i < 40; i++) {
			randomDirective(random, "CBTTP");
		}
		Viewer leader = this.tests.viewer(Role.LEADER, "BTP");
		for (Timeliness timeliness : Timeliness.values()) {
			ListRequest list = request("unit=" + this.tests.unit("CBTTP") + "&timeliness=" + timeliness);
			assertThat(this.tests.rows(list, leader)).extracting(DirectiveRow::timeliness).allMatch(timeliness::equals);
		}
	}

	/**
	 * Anything from open to verified, in time or late, cancelled or without a deadline.
	 */
	private void randomDirective(Random random, String unit) {
		LocalDate due = (random.nextInt(5) == 0) ? null : this.today.plusDays(random.nextInt(20));
		long id = this.tests.issued(due, unit);
		this.directives.markExample(id);
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, unit);
		Viewer officer = this.tests.viewer(Role.OFFICE, "VPB");
		this.directives.letDaysPass(id, random.nextInt(15));
		int way = random.nextInt(6);
		if (way == 0) {
			return;
		}
		if (way == 1) {
			this.directives.cancel(id, "Không cần nữa", officer);
			return;
		}
		this.directives.receive(id, head);
		if (way == 2) {
			return;
		}
		this.directives.report(id, new CompletionText("Xong", "1/BC", this.today, "Báo cáo kết quả"), List.of(), head);
		this.directives.letDaysPass(id, random.nextInt(15));
		if (way == 3) {
			return;
		}
		if (way == 4) {
			this.directives.returnReport(id, "Chưa đạt", officer);
			return;
		}
		this.directives.verify(id, officer);
	}

	@Test
	void dissolved_unit_s_directive_is_held_by_its_successor_and_says_so() throws Exception {
		long conference = this.tests.conference(null);
		long clause = this.tests.clauses(conference, 1).get(0);
		long id = this.directives.takeOver(clause, LocalDate.of(2016, 3, 1), Actor.system()).get(0);
		this.jdbc.sql("update directive set lead_organization_id = ?, holder_organization_id = ? where id = ?")
			.params(this.tests.unit("VTDKT"), this.tests.unit("VTDKT"), id)
			.update();
		this.holders.follow();
		Long holder = this.jdbc.sql("select holder_organization_id from directive where id = ?")
			.param(id)
			.query(Long.class)
			.single();
		assertThat(holder).isNotEqualTo(this.tests.unit("VTDKT"));
		assertThat(this.jdbc.sql("""
				select count(*) from audit_entry where action = 'directive.audit.passedOn' and subject_id = ?
				""").param(id).query(Long.class).single()).isOne();
		page(get("/directives/" + id), this.office)
			.andExpect(content().string(containsString("trước đây: Vụ Thi đua - Khen thưởng (đến 31/12/2022)")));
	}

	@Test
	void directive_passes_to_the_successor_as_soon_as_its_unit_is_closed() throws Exception {
		String code = "T-" + System.nanoTime();
		RequestPostProcessor admin = this.people.as(Role.ADMIN, "VPB");
		send(post("/organizations").param("code", code)
			.param("name", "Cục Thử nghiệm " + code)
			.param("shortName", "Cục Thử")
			.param("kind", "DEPARTMENT"), admin).andExpect(status().is3xxRedirection());
		long id = this.tests.issued(this.today.plusDays(20), code);
		assertThat(this.tests.unit(code)).isEqualTo(holderOf(id));
		send(post("/organizations/" + code).param("code", code)
			.param("name", "Cục Thử nghiệm " + code)
			.param("shortName", "Cục Thử")
			.param("kind", "DEPARTMENT")
			.param("validTo", this.today.minusDays(1).toString())
			.param("successorCode", "CKHTC")
			.param("closingConfirmed", "true")
			.param("version", "0"), admin).andExpect(status().is3xxRedirection());
		assertThat(holderOf(id)).isEqualTo(this.tests.unit("CKHTC"));
	}

	private long holderOf(long id) {
		return this.jdbc.sql("select holder_organization_id from directive where id = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

	@Test
	void next_conference_opens_with_how_the_previous_conclusions_were_carried_out() throws Exception {
		long before = this.tests.conference(null);
		long clause = this.tests.clauses(before, 2).get(0);
		this.directives.takeOver(clause, this.today.minusDays(30), Actor.system());
		long next = this.tests.conference(before);
		page(get("/conferences/" + next + "/implementation"), this.office)
			.andExpect(content().string(containsString("Tình hình thực hiện kết luận của hội nghị trước")))
			.andExpect(content().string(containsString("Cục Công nghệ thông tin")));
		page(get("/conferences/" + before + "/implementation"), this.office)
			.andExpect(content().string(containsString("Rà soát quy trình nội bộ")));
	}

	@Test
	void desk_knows_whose_turn_it_is() {
		long issued = this.tests.issued(this.today.plusDays(3));
		long reported = this.tests.reported(this.today.plusDays(3));
		assertThat(keys(this.tests.viewer(Role.CLERK, "CCNTT"), issued)).containsExactly("directive.todo.receive");
		assertThat(keys(this.tests.viewer(Role.OFFICE, "VPB"), reported)).containsExactly("directive.todo.verify");
		assertThat(keys(this.tests.viewer(Role.CLERK, "CKHTC"), issued)).isEmpty();
		assertThat(exceptReopenings(this.tests.viewer(Role.LEADER, "BTP"))).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void every_form_of_an_act_opens_for_who_may_do_it() throws Exception {
		long id = this.tests.received(this.today.plusDays(5));
		for (String form : List.of("/progress", "/extensions/new", "/reports/new", "/declination")) {
			page(get("/directives/" + id + form), this.head);
			this.mvc.perform(get("/directives/" + id + form).with(this.people.as(Role.OBSERVER, "CCNTT")))
				.andExpect(status().isForbidden());
		}
		for (String form : List.of("/cancellation", "/reassignment")) {
			page(get("/directives/" + id + form), this.office);
		}
		for (String form : List.of("/return", "/cancellation", "/reassignment", "/declination/acceptance",
				"/declination/refusal", "/extensions/1/refusal")) {
			this.mvc.perform(get("/directives/" + id + form).with(this.clerk)).andExpect(status().isForbidden());
		}
		page(get("/directives/" + this.tests.reported(this.today.plusDays(5)) + "/return"), this.office);
		long request = this.extensions.request(id, "Chờ số liệu", this.today.plusDays(9),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		page(get("/directives/" + id + "/extensions/" + request + "/refusal"), this.office);
		this.directives.decline(id, "Không thuộc thẩm quyền", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		page(get("/directives/" + id + "/declination/acceptance"), this.office);
		page(get("/directives/" + id + "/declination/refusal"), this.office);
		page(get("/directives/new"), this.office);
	}

	/** A leader decides each request to reopen as well, and other tests leave some. */
	private List<Obligation> exceptReopenings(Viewer leader) {
		return this.obligations.obligationsOf(leader)
			.stream()
			.filter((obligation) -> !obligation.titleKey().equals("directive.todo.reopening"))
			.toList();
	}

	private List<String> keys(Viewer viewer, long id) {
		return this.obligations.obligationsOf(viewer)
			.stream()
			.filter((obligation) -> obligation.url().equals("/directives/" + id))
			.map(Obligation::titleKey)
			.toList();
	}

	private long count(String query, Viewer viewer) {
		return this.queries.list(request(query + "&year=" + this.today.getYear()), viewer).total();
	}

	private static ListRequest request(String query) {
		Map<String, String[]> parameters = new LinkedHashMap<>();
		Arrays.stream(query.split("&"))
			.map((pair) -> pair.split("="))
			.forEach((pair) -> parameters.put(pair[0], new String[] { pair[1] }));
		return new ListRequest("/directives", parameters);
	}

	/** What the page just shows. */
	private String version(long id) {
		return this.jdbc.sql("select version from directive where id = ?").param(id).query(String.class).single();
	}

	private long newest(String table, long id) {
		return this.jdbc.sql("select max(id) from " + table + " where directive_id = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

	private void act(long id, String path, RequestPostProcessor person, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = post("/directives/" + id + path).param("version", version(id));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		send(request, person).andExpect(redirectedUrl("/directives/" + id));
	}

	private ResultActions send(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
		return this.mvc.perform(request.with(person).with(csrf()));
	}

	private ResultActions send(
			org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request,
			RequestPostProcessor person) throws Exception {
		return this.mvc.perform(request.with(person).with(csrf()));
	}

	private ResultActions page(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
		return this.mvc.perform(request.with(person)).andExpect(status().isOk());
	}

}
