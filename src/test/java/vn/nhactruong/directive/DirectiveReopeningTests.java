package vn.nhactruong.directive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.figure.DirectiveFigures;
import vn.nhactruong.directive.figure.Figure;
import vn.nhactruong.directive.figure.FigurePeriod;
import vn.nhactruong.directive.figure.FigureScope;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.directive.page.DirectivePage;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.directive.reminder.DirectiveObligations;
import vn.nhactruong.directive.reopening.DirectiveReopenings;
import vn.nhactruong.directive.reopening.ReopeningStatus;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Verified work is taken up again for a reason that a leader agrees to. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveReopeningTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private DirectiveReopenings reopenings;

	@Autowired
	private DirectiveExtensions extensions;

	@Autowired
	private DirectiveFigures figures;

	@Autowired
	private DirectivePages pages;

	@Autowired
	private DirectiveObligations obligations;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private Viewer office;

	private Viewer leader;

	@BeforeEach
	void people() {
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.leader = this.tests.viewer(Role.LEADER, "BTP");
	}

	@Test
	void office_asks_and_a_leader_agrees() throws Exception {
		long id = verified();
		this.reopenings.reopen(id, "Số liệu sai", null, this.office);
		assertThat(this.pages.page(id, this.office).status()).isEqualTo(DirectiveStatus.VERIFIED);
		assertThat(this.obligations.obligationsOf(this.leader)).extracting(Obligation::url)
			.contains("/directives/" + id);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.reopenings.reopen(id, "Lần nữa", null, this.office))
			.withMessage("directive.error.reopeningUndecided");
		this.jdbc.sql("update directive_reopening set requested_at = now() - interval '2 days' where directive_id = ?")
			.param(id)
			.update();
		this.mvc
			.perform(post("/directives/" + id + "/reopening/approval").param("version", version(id))
				.with(this.people.as(Role.LEADER, "BTP"))
				.with(csrf()))
			.andExpect(status().is3xxRedirection());
		DirectivePage page = this.pages.page(id, this.office);
		assertThat(page.status()).isEqualTo(DirectiveStatus.IN_PROGRESS);
		assertThat(page.reopened()).isEqualTo(1);
		assertThat(page.reopenings()).singleElement()
			.satisfies((one) -> assertThat(one.timelinessBefore()).isEqualTo(Timeliness.DONE_ON_TIME))
			.satisfies((one) -> assertThat(one.at()).as("decided").isAfter(Instant.now().minus(Duration.ofDays(1))));
		assertThat(page(id, this.people.as(Role.OFFICE, "VPB"))).contains("Lần nghiệm thu trước: Hoàn thành đúng hạn",
				"Số liệu sai",
				"Nghiệm thu hết hiệu lực do nhiệm vụ được mở lại ngày " + DateFormats.day(this.tests.today()));
	}

	@Test
	void leader_reopens_at_once_and_it_is_reported_and_verified_anew() {
		long id = verified();
		this.reopenings.reopen(id, "Số liệu sai", null, this.leader);
		this.directives.report(id, new CompletionText("Xong lại", "2/BC", this.tests.today(), "Báo cáo kết quả"),
				List.of(), this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		this.directives.verify(id, this.office);
		// The newest first: only what was accepted before is set aside.
		assertThat(this.pages.page(id, this.office).reports()).extracting(DirectivePage.ReportView::setAsideOn)
			.containsExactly(null, this.tests.today());
		this.reopenings.reopen(id, "Vẫn sai", null, this.leader);
		assertThat(this.pages.page(id, this.office).reopened()).isEqualTo(2);
	}

	@ParameterizedTest(name = "said {0}")
	@CsvSource(delimiter = '|', textBlock = """
			40 60  | 60
			40 100 | 40
			100    | 0
			''     | 0
			""")
	void returned_and_reopened_work_is_as_far_as_it_was_before_it_was_reported_and_slips_again(String said,
			int percent) {
		long id = this.tests.received(this.tests.today().plusDays(100));
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		for (String one : said.isEmpty() ? new String[0] : said.split(" ")) {
			this.directives.progress(id, Integer.parseInt(one), "Đã làm", List.of(), head);
		}
		report(id, head);
		this.directives.returnReport(id, "Thiếu số liệu", this.office);
		fellBackTo(percent, DirectiveAct.RETURNED, id);
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 80);
		assertThat(this.pages.page(id, this.office).chip().key()).isEqualTo("directive.chip.slipping");
		report(id, head);
		this.directives.verify(id, this.office);
		this.reopenings.reopen(id, "Số liệu sai", null, this.leader);
		fellBackTo(percent, DirectiveAct.REOPENED, id);
	}

	private void report(long id, Viewer head) {
		this.directives.report(id, new CompletionText("Xong", "1/BC", this.tests.today(), "Báo cáo kết quả"), List.of(),
				head);
	}

	private void fellBackTo(int percent, DirectiveAct act, long id) {
		DirectivePage page = this.pages.page(id, this.office);
		assertThat(page.percent()).isEqualTo(percent);
		assertThat(page.history().get(0)).extracting(DirectivePage.HistoryLine::act, DirectivePage.HistoryLine::percent)
			.containsExactly(act, percent);
	}

	@Test
	void what_the_unit_before_said_does_not_count_for_the_next_one() {
		long id = this.tests.received(this.tests.today().plusDays(20));
		this.directives.progress(id, 70, "Đã làm", List.of(), this.tests.viewer(Role.CLERK, "CCNTT"));
		this.directives.reassign(id, this.tests.unit("CKHTC"), "Đúng chức năng hơn", this.office);
		this.directives.receive(id, this.tests.viewer(Role.CLERK, "CKHTC"));
		report(id, this.tests.viewer(Role.UNIT_HEAD, "CKHTC"));
		this.directives.returnReport(id, "Thiếu số liệu", this.office);
		fellBackTo(0, DirectiveAct.RETURNED, id);
	}

	@Test
	void leader_decides_on_the_new_deadline_which_stands_beside_the_others_and_is_no_extension() throws Exception {
		LocalDate today = this.tests.today();
		long id = expired();
		long extended = extended();
		this.reopenings.reopen(id, "Số liệu sai", today.plusDays(20), this.office);
		assertThat(page(id, this.people.as(Role.LEADER, "BTP")))
			.contains("Đề nghị hạn mới: " + DateFormats.day(today.plusDays(20)))
			.doesNotContain("Không đề nghị hạn mới");
		String form = get("/directives/" + id + "/reopening/approval", this.people.as(Role.LEADER, "BTP"));
		assertThat(form).contains("Số liệu sai", "value=\"" + today.plusDays(20), "đơn vị quá hạn ngay khi mở lại");
		this.reopenings.approve(id, today.plusDays(30), this.leader);
		DirectivePage page = this.pages.page(id, this.office);
		assertThat(page.dueOn()).isEqualTo(today.plusDays(30));
		assertThat(page.originalDueOn()).isEqualTo(today.minusDays(5));
		assertThat(page.deadlines()).containsExactly(new DirectivePage.DeadlineView(null, today.plusDays(30), today));
		assertThat(page.lateness()).isEmpty();
		assertThat(page.reopenings()).singleElement()
			.satisfies((one) -> assertThat(one.by()).startsWith(this.leader.displayName()));
		assertThat(page.history().get(0)).extracting(DirectivePage.HistoryLine::act, DirectivePage.HistoryLine::day)
			.containsExactly(DirectiveAct.REOPENED, today.plusDays(30));
		assertThat(page(id, this.people.as(Role.OFFICE, "VPB")))
			.contains("hạn mới khi mở lại " + DateFormats.day(today.plusDays(30)), "Hạn gốc");
		assertThat(extended()).as("extension rate").isEqualTo(extended);
		// In time again, the unit can ask for more, which is its first extension.
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		this.extensions.approve(id, this.extensions.request(id, "Chờ số liệu", today.plusDays(40), head), this.office);
		assertThat(this.pages.page(id, this.office).deadlines()).extracting(DirectivePage.DeadlineView::number)
			.containsExactly(null, 1);
		assertThat(extended()).isEqualTo(extended + 1);
	}

	@Test
	void without_a_new_deadline_whoever_decides_reads_that_the_unit_is_overdue_at_once() throws Exception {
		long id = expired();
		this.reopenings.reopen(id, "Số liệu sai", null, this.office);
		assertThat(page(id, this.people.as(Role.LEADER, "BTP"))).contains("Không đề nghị hạn mới",
				"đơn vị quá hạn ngay và không xin gia hạn được");
		this.reopenings.approve(id, null, this.leader);
		DirectivePage page = this.pages.page(id, this.office);
		assertThat(page.chip().key()).isEqualTo("directive.chip.overdue");
		assertThat(page.deadlines()).isEmpty();
		assertThat(page(id, this.people.as(Role.LEADER, "BTP"))).doesNotContain("Không đề nghị hạn mới");
	}

	@Test
	void each_decision_names_who_made_it() {
		long id = expired();
		this.reopenings.reopen(id, "Số liệu sai", null, this.office);
		this.reopenings.refuse(id, "Đã đính chính", this.leader);
		Viewer second = this.tests.viewer(Role.LEADER, "BTP");
		this.reopenings.reopen(id, "Vẫn sai", this.tests.today().plusDays(9), this.office);
		this.reopenings.approve(id, this.tests.today().plusDays(9), second);
		assertThat(this.pages.page(id, this.office).reopenings()).extracting(DirectivePage.ReopeningView::by)
			.satisfiesExactly((by) -> assertThat(by).startsWith(this.leader.displayName()),
					(by) -> assertThat(by).startsWith(second.displayName()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "approval", "refusal" })
	void nobody_decides_on_another_request_than_they_read(String decision) throws Exception {
		LocalDate today = this.tests.today();
		long id = expired();
		this.reopenings.reopen(id, "Số liệu sai", today.plusDays(10), this.office);
		String read = version(id);
		this.reopenings.refuse(id, "Đã đính chính", this.leader);
		this.reopenings.reopen(id, "Thiếu phụ lục", today.plusDays(20), this.office);
		String html = HtmlUtils.htmlUnescape(
				this.mvc
					.perform(post("/directives/" + id + "/reopening/" + decision).param("version", read)
						.param("dueOn", today.plusDays(10).toString())
						.param("reason", "Giu nguyen van")
						.with(this.people.as(Role.LEADER, "BTP"))
						.with(csrf()))
					.andExpect(status().isConflict())
					.andReturn()
					.getResponse()
					.getContentAsString());
		assertThat(html).contains("Nhiệm vụ vừa có thay đổi", "name=\"version\" value=\"" + version(id) + "\"");
		if (decision.equals("approval")) {
			assertThat(html).contains("Thiếu phụ lục", "Đề nghị hạn mới: " + DateFormats.day(today.plusDays(20)),
					"value=\"" + today.plusDays(10));
		}
		else {
			assertThat(html).contains("Giu nguyen van");
		}
		assertThat(this.pages.page(id, this.office).reopenings())
			.filteredOn((one) -> one.status() == ReopeningStatus.REQUESTED)
			.singleElement()
			.satisfies((one) -> assertThat(one.dueOn()).isEqualTo(today.plusDays(20)));
	}

	private String version(long id) {
		return this.jdbc.sql("select version from directive where id = ?").param(id).query(String.class).single();
	}

	/** Verified in time; its deadline passed five days ago. */
	private long expired() {
		long id = verified();
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 10);
		return id;
	}

	/** What counts in the extension rates of today. */
	private long extended() {
		return this.figures.count(Figure.EXTENDED, FigurePeriod.until(this.tests.today()), FigureScope.ALL, null,
				this.office);
	}

	private String page(long id, RequestPostProcessor person) throws Exception {
		return get("/directives/" + id, person);
	}

	private String get(String url, RequestPostProcessor person) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc.perform(MockMvcRequestBuilders.get(url).with(person))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	@Test
	void refused_it_stays_verified_and_says_why() {
		long id = verified();
		this.reopenings.reopen(id, "Số liệu sai", null, this.office);
		this.reopenings.refuse(id, "Đã đính chính", this.leader);
		DirectivePage page = this.pages.page(id, this.office);
		assertThat(page.status()).isEqualTo(DirectiveStatus.VERIFIED);
		assertThat(page.reopenings().get(0).comment()).isEqualTo("Đã đính chính");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> this.reopenings.approve(id, null, this.leader))
			.withMessage("directive.error.reopeningDecided");
	}

	@Test
	void family_is_open_again_with_one_of_its_units() {
		long parent = this.tests.issued(this.tests.today().plusDays(5), "CCNTT", "CKHTC");
		this.pages.page(parent, this.office).children().forEach((child) -> {
			String unit = child.lead().name().equals(this.tests.name("CCNTT")) ? "CCNTT" : "CKHTC";
			this.directives.receive(child.id(), this.tests.viewer(Role.CLERK, unit));
			this.directives.report(child.id(),
					new CompletionText("Xong", "1/BC", this.tests.today(), "Báo cáo kết quả"), List.of(),
					this.tests.viewer(Role.UNIT_HEAD, unit));
			this.directives.verify(child.id(), this.office);
		});
		assertThat(this.pages.page(parent, this.office).closedOn()).isEqualTo(this.tests.today());
		this.reopenings.reopen(this.pages.page(parent, this.office).children().get(0).id(), "Sai", null, this.leader);
		assertThat(this.pages.page(parent, this.office).closedOn()).isNull();
	}

	@Test
	void family_stays_open_when_one_unit_is_reopened_while_the_last_other_one_ends() {
		long parent = this.tests.issued(this.tests.today().plusDays(5), "CCNTT", "CKHTC");
		List<Long> children = this.pages.page(parent, this.office).children().stream().map(DirectiveRow::id).toList();
		for (long child : children) {
			String unit = this.jdbc.sql(
					"select o.code from directive d join organization o on o.id = d.holder_organization_id where d.id = ?")
				.param(child)
				.query(String.class)
				.single();
			this.directives.receive(child, this.tests.viewer(Role.CLERK, unit));
			this.directives.report(child, new CompletionText("Xong", "1/BC", this.tests.today(), "Báo cáo"), List.of(),
					this.tests.viewer(Role.UNIT_HEAD, unit));
		}
		this.directives.verify(children.get(0), this.office);
		CompletableFuture<?> last = this.transactions.execute((transaction) -> {
			this.reopenings.reopen(children.get(0), "Sai", null, this.leader);
			CompletableFuture<?> verification = CompletableFuture
				.runAsync(() -> this.directives.verify(children.get(1), this.office));
			untilDoneOrWaiting(verification);
			return verification;
		});
		last.orTimeout(60, TimeUnit.SECONDS).join();
		assertThat(this.pages.page(parent, this.office).closedOn()).isNull();
	}

	private void untilDoneOrWaiting(CompletableFuture<?> other) {
		for (int i = 0; i < 1000 && !other.isDone(); i++) {
			if (this.jdbc.sql("select exists (select from pg_locks where not granted)").query(Boolean.class).single()) {
				return;
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	@ParameterizedTest
	@EnumSource
	void only_what_was_verified_can_be_reopened(DirectiveStatus status) {
		Directive directive = Directive.forUnit("2026-0001", 2026,
				new DirectivePlan("Rà soát", "Rà soát", Origin.clause(1), 1L, null, this.tests.today(), null), 1, 1,
				List.of());
		ReflectionTestUtils.setField(directive, "status", status);
		if (status == DirectiveStatus.VERIFIED) {
			directive.reopen(40, null, this.tests.today());
			assertThat(directive.getStatus()).isEqualTo(DirectiveStatus.IN_PROGRESS);
			assertThat(directive.getReportedOn()).isNull();
		}
		else {
			assertThatExceptionOfType(RuleViolation.class)
				.isThrownBy(() -> directive.reopen(40, null, this.tests.today()))
				.withMessage("directive.error.notVerified");
		}
	}

	@ParameterizedTest
	@CsvSource({ "CLERK,CCNTT,false,false", "UNIT_HEAD,CCNTT,false,false", "OBSERVER,VPB,false,false",
			"OFFICE,VPB,true,false", "LEADER,BTP,true,true" })
	void truth_table(Role role, String unit, boolean asks, boolean decides) {
		Viewer viewer = this.tests.viewer(role, unit);
		long asked = verified();
		this.reopenings.reopen(asked, "Số liệu sai", null, this.office);
		allowed(asks, () -> this.reopenings.reopen(verified(), "Số liệu sai", null, viewer));
		allowed(decides, () -> this.reopenings.approve(asked, null, viewer));
	}

	private static void allowed(boolean allowed, Runnable act) {
		if (allowed) {
			act.run();
		}
		else {
			assertThatExceptionOfType(NotAllowedException.class).isThrownBy(act::run);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			reopening         |      | Nêu lý do
			reopening         | LONG | dài tối đa 2.000 ký tự
			reopening/refusal |      | Nêu lý do
			reopening/refusal | LONG | dài tối đa 2.000 ký tự
			""")
	void bad_input_gets_its_sentence(String form, String typed, String sentence) throws Exception {
		String value = (typed == null) ? "" : typed.equals("LONG") ? "x".repeat(2001) : "Giu nguyen van";
		long id = verified();
		if (form.endsWith("refusal")) {
			this.reopenings.reopen(id, "Số liệu sai", null, this.office);
		}
		String html = this.mvc
			.perform(post("/directives/" + id + "/" + form).param("reason", value)
				.with(this.people.as(Role.LEADER, "BTP"))
				.with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains("id=\"error-summary\"", sentence, value);
	}

	@Test
	void what_nobody_asks_for_is_not_refused() throws Exception {
		long id = verified();
		String html = this.mvc
			.perform(post("/directives/" + id + "/reopening/refusal").param("reason", "Giu nguyen van")
				.with(this.people.as(Role.LEADER, "BTP"))
				.with(csrf()))
			.andExpect(status().isConflict())
			.andReturn()
			.getResponse()
			.getContentAsString();
		// Not the form on which it is asked for, which stands between.
		assertThat(HtmlUtils.htmlUnescape(html)).contains("Không có đề nghị mở lại", "Giu nguyen van",
				"href=\"/directives/" + id + "\"");
	}

	private long verified() {
		long id = this.tests.reported(this.tests.today().plusDays(5));
		this.directives.verify(id, this.office);
		return id;
	}

}
