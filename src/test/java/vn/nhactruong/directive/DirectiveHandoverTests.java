package vn.nhactruong.directive;

import java.nio.charset.StandardCharsets;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.assignment.AssignmentForm;
import vn.nhactruong.directive.assignment.DirectiveAssignments;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.page.DirectivePage;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.directive.reminder.DirectiveObligations;
import vn.nhactruong.directive.work.DirectiveFiles;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Who reads what, and acts, when a directive goes from one unit to another. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveHandoverTests {

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
	private DirectiveAssignments assignments;

	@Autowired
	private DirectivePages pages;

	@Autowired
	private DirectiveQueries queries;

	@Autowired
	private DirectiveAccess access;

	@Autowired
	private DirectiveFiles files;

	@Autowired
	private DirectiveObligations obligations;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate due;

	private Viewer office;

	private Viewer head;

	private Viewer clerk;

	@BeforeEach
	void people() {
		this.due = this.tests.today().plusDays(20);
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		this.clerk = this.tests.viewer(Role.CLERK, "CCNTT");
	}

	@ParameterizedTest(name = "last day in {0} days")
	@CsvSource({ "-1, true", "0, false", "30, false" })
	void successor_reads_and_signs_from_the_day_after_its_predecessor_s_last(int lastDay, boolean has)
			throws Exception {
		String before = "T-" + System.nanoTime();
		String after = "S-" + System.nanoTime();
		save(unit("/organizations", after));
		save(unit("/organizations", before));
		long id = this.tests.issued(this.due, before);
		save(unit("/organizations/" + before, before).param("validTo", this.tests.today().plusDays(lastDay).toString())
			.param("successorCode", after)
			.param("closingConfirmed", "true")
			.param("version", "0"));
		for (Role role : List.of(Role.UNIT_HEAD, Role.CLERK, Role.OBSERVER)) {
			Viewer successor = this.tests.viewer(role, after);
			assertThat(successor.belongsTo(this.tests.unit(before))).as("%s", role).isEqualTo(has);
			assertThat(list(successor).contains(id)).as("%s lists it", role).isEqualTo(has);
			if (has) {
				Directive directive = this.directives.load(id, successor);
				assertThat(this.access.maySign(successor, directive)).isEqualTo(role == Role.UNIT_HEAD);
			}
			else {
				assertThatExceptionOfType(NotVisibleException.class)
					.isThrownBy(() -> this.directives.load(id, successor));
			}
		}
	}

	@ParameterizedTest(name = "{0} of {1}")
	@CsvSource({ "UNIT_HEAD, CCNTT, true", "CLERK, CCNTT, true", "OBSERVER, CCNTT, true", "UNIT_HEAD, CKHTC, false",
			"CLERK, CKHTC, false", "OBSERVER, CKHTC, false", "CLERK, CQLTHADS, false", "OFFICE, VPB, false",
			"LEADER, BTP, false", "OBSERVER, VPB, false" })
	void what_a_unit_settled_inside_stays_with_it_when_another_gets_the_directive(Role role, String unit,
			boolean reads) {
		long id = this.tests.received(this.due);
		AssignmentForm assignment = new AssignmentForm();
		assignment.setAccountId(this.clerk.accountId());
		assignment.setNote("Làm lại, lần trước sai");
		this.assignments.assign(id, assignment, this.head);
		long sentBack = draft(id);
		this.directives.sendBackReport(id, sentBack, "Chưa đạt", this.head);
		long lapsed = draft(id);
		long extension = this.extensions.request(id, "Thiếu người", this.due.plusDays(9), this.clerk);
		this.extensions.sendBack(id, extension, "Chưa cần", this.head);
		this.extensions.request(id, "Vẫn thiếu người", this.due.plusDays(9), this.clerk);
		this.directives.reassign(id, this.tests.unit("CKHTC"), "Đúng chức năng hơn", this.office);
		Viewer viewer = this.tests.viewer(role, unit);
		DirectivePage page = this.pages.page(id, viewer);
		assertThat(page.history().stream().map(DirectivePage.HistoryLine::act).filter(DirectiveAct::isInternal))
			.hasSize(reads ? 7 : 0);
		assertThat(page.reports()).extracting(DirectivePage.ReportView::status)
			.containsExactly(
					reads ? new ReportStatus[] { ReportStatus.LAPSED, ReportStatus.SENT_BACK } : new ReportStatus[0]);
		for (long report : List.of(sentBack, lapsed)) {
			assertThat(this.files.ofReports().mayRead(viewer, report)).isEqualTo(reads);
		}
		assertThat(page.extension()).isNull();
		assertThat(page.assignee()).isNull();
	}

	@Test
	void draft_that_lapsed_because_the_directive_was_called_off_is_read_by_its_unit_only() {
		long id = this.tests.received(this.due);
		long draft = draft(id);
		this.directives.cancel(id, "Không còn cần", this.office);
		for (Viewer other : List.of(this.office, this.tests.viewer(Role.CLERK, "CQLTHADS"))) {
			assertThat(this.pages.page(id, other).reports()).isEmpty();
			assertThat(this.files.ofReports().mayRead(other, draft)).isFalse();
		}
		assertThat(this.pages.page(id, this.clerk).reports()).hasSize(1);
		assertThat(this.files.ofReports().mayRead(this.clerk, draft)).isTrue();
	}

	@Test
	void audit_trail_tells_that_a_unit_settled_something_inside_and_not_what() {
		long id = this.tests.received(this.due);
		AssignmentForm assignment = new AssignmentForm();
		assignment.setAccountId(this.clerk.accountId());
		assignment.setNote("Lời riêng");
		this.assignments.assign(id, assignment, this.head);
		this.directives.sendBackReport(id, draft(id), "Lời riêng", this.head);
		long extension = this.extensions.request(id, "Lời riêng", this.due.plusDays(9), this.clerk);
		this.extensions.sendBack(id, extension, "Lời riêng", this.head);
		assertThat(this.jdbc.sql("""
				select action from audit_entry where area = 'directive' and subject_id = ? and changes = '[]'::jsonb
				order by id
				""").param(id).query(String.class).list()).contains("directive.audit.ASSIGNED",
				"directive.audit.REPORT_DRAFTED", "directive.audit.REPORT_SENT_BACK",
				"directive.audit.EXTENSION_DRAFTED", "directive.audit.EXTENSION_SENT_BACK");
		assertThat(this.jdbc.sql("select changes::text from audit_entry where area = 'directive' and subject_id = ?")
			.param(id)
			.query(String.class)
			.list()).noneMatch((changes) -> changes.contains("Lời riêng") || changes.contains("Đã làm một phần"));
	}

	@Test
	void draft_request_for_more_time_ends_with_the_signed_report_and_a_signed_one_waits_on() {
		long id = this.tests.received(this.due);
		this.extensions.request(id, "Chờ số liệu", this.due.plusDays(9), this.clerk);
		this.directives.report(id, new CompletionText("Đã xong", "215/BC", this.tests.today(), "Báo cáo"), List.of(),
				this.head);
		assertThat(this.pages.page(id, this.head).extension()).isNull();
		assertThat(this.pages.page(id, this.head).history()).extracting(DirectivePage.HistoryLine::act)
			.startsWith(DirectiveAct.EXTENSION_LAPSED, DirectiveAct.REPORTED);
		assertThat(this.pages.page(id, this.head).history().get(0))
			.extracting(DirectivePage.HistoryLine::day, DirectivePage.HistoryLine::text)
			.containsExactly(this.due.plusDays(9), "Chờ số liệu");
		assertThat(this.jdbc.sql("select account_id from notification where message_key = ? and url = ?")
			.params("directive.notice.extensionLapsed", "/directives/" + id)
			.query(Long.class)
			.list()).containsExactly(this.clerk.accountId());
		assertThat(this.pages.page(id, this.office).history())
			.noneMatch((line) -> line.act() == DirectiveAct.EXTENSION_LAPSED);
		assertThat(this.jdbc
			.sql("select count(*) from audit_entry where area = 'directive' and subject_id = ?"
					+ " and action = 'directive.audit.EXTENSION_LAPSED'")
			.param(id)
			.query(Integer.class)
			.single()).isOne();
		long signed = this.tests.received(this.due);
		this.extensions.request(signed, "Chờ số liệu", this.due.plusDays(9), this.head);
		this.directives.report(signed, new CompletionText("Đã xong", "215/BC", this.tests.today(), "Báo cáo"),
				List.of(), this.head);
		assertThat(this.pages.page(signed, this.office).extension()).isNotNull();
	}

	@Test
	void clerk_whose_report_waits_for_the_head_reads_so_and_takes_it_back() {
		long id = this.tests.received(this.due);
		long report = draft(id);
		assertThat(this.pages.page(id, this.clerk).waitsForHead()).isTrue();
		assertThat(this.pages.page(id, this.head).waitsForHead()).isFalse();
		assertThat(this.pages.page(id, this.clerk).acts().more()).extracting("name").contains("withdrawReport");
		Viewer colleague = this.tests.viewer(Role.CLERK, "CCNTT");
		assertThat(this.pages.page(id, colleague).acts().more()).extracting("name").doesNotContain("withdrawReport");
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.directives.withdrawReport(id, report, colleague));
		this.directives.withdrawReport(id, report, this.clerk);
		DirectivePage page = this.pages.page(id, this.clerk);
		assertThat(page.waitsForHead()).isFalse();
		assertThat(page.history().get(0).act()).isEqualTo(DirectiveAct.REPORT_WITHDRAWN);
		assertThat(this.pages.page(id, this.office).history()).extracting(DirectivePage.HistoryLine::act)
			.doesNotContain(DirectiveAct.REPORT_WITHDRAWN);
		assertThat(this.directives.reportThatCameBack(id, this.clerk)).get()
			.extracting(CompletionReport::getContent)
			.isEqualTo("Đã làm một phần");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.directives.signReport(id, report, this.head))
			.withMessage("directive.error.reportNotDraft");
		long signed = draft(id);
		this.directives.signReport(id, signed, this.head);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.directives.withdrawReport(id, signed, this.clerk))
			.withMessage("directive.error.reportNotDraft");
	}

	@Test
	void signed_report_that_lapsed_is_read_by_who_reads_the_directive() {
		long id = this.tests.reported(this.due);
		this.directives.cancel(id, "Không còn cần", this.office);
		assertThat(this.pages.page(id, this.tests.viewer(Role.CLERK, "CQLTHADS")).reports()).singleElement()
			.extracting(DirectivePage.ReportView::status)
			.isEqualTo(ReportStatus.LAPSED);
	}

	@ParameterizedTest
	@CsvSource({ "UNIT_HEAD", "CLERK", "OBSERVER" })
	void unit_that_led_it_once_reads_on_and_does_nothing(Role role) {
		long id = this.tests.received(this.due);
		Viewer viewer = this.tests.viewer(role, "CCNTT");
		this.directives.decline(id, "Không thuộc chức năng", this.head);
		this.directives.acceptDeclination(id, this.tests.unit("CKHTC"), "Đúng", this.office);
		this.directives.receive(id, this.tests.viewer(Role.CLERK, "CKHTC"));
		DirectivePage page = this.pages.page(id, viewer);
		assertThat(page.acts().main()).isEmpty();
		assertThat(page.acts().more()).isEmpty();
		assertThat(list(viewer)).contains(id);
		Directive directive = this.directives.load(id, viewer);
		assertThat(this.access.mayWork(viewer, directive)).isFalse();
		assertThat(this.access.maySign(viewer, directive)).isFalse();
		assertThat(this.access.mayContribute(viewer, directive)).isFalse();
		assertThat(this.access.readsInternal(viewer, directive)).isFalse();
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.directives.load(id, this.tests.viewer(role, "VHTQT")));
	}

	@Test
	void unit_whose_declination_is_accepted_is_told_and_may_look() {
		long id = this.tests.issued(this.due);
		this.directives.decline(id, "Không thuộc chức năng", this.head);
		this.directives.acceptDeclination(id, this.tests.unit("CKHTC"), "Đúng", this.office);
		assertThat(this.jdbc.sql(
				"select count(*) from notification where account_id = ? and url = ? and message_key = 'directive.notice.takenAway'")
			.params(this.clerk.accountId(), "/directives/" + id)
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(this.pages.page(id, this.clerk).id()).isEqualTo(id);
	}

	@Test
	void unit_gets_a_task_of_a_family_or_clause_once_however_it_comes_to_it() {
		long parent = this.tests.issued(this.due, "CCNTT", "CKHTC");
		List<Long> children = this.queries.ofFamily(parent).stream().map(DirectiveRow::id).toList();
		long own = this.queries.ofFamily(parent)
			.stream()
			.filter((row) -> row.lead().name().equals(this.tests.name("CCNTT")))
			.findFirst()
			.orElseThrow()
			.id();
		long other = children.stream().filter((child) -> child != own).findFirst().orElseThrow();
		long unit = this.tests.unit("CKHTC");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.directives.reassign(own, unit, "Đúng hơn", this.office))
			.withMessage("directive.error.givenAlready");
		this.directives.decline(own, "Không thuộc chức năng", this.head);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.directives.acceptDeclination(own, unit, "Đúng", this.office))
			.withMessage("directive.error.givenAlready");
		this.directives.cancel(other, "Không còn cần", this.office);
		this.directives.acceptDeclination(own, unit, "Đúng", this.office);
		assertThat(this.directives.load(own, this.office).getHolderOrganizationId()).isEqualTo(unit);
	}

	@Test
	void declination_is_on_the_desk_of_everybody_in_the_office_but_who_signed_it() {
		long id = this.tests.issued(this.due, "VPB");
		Viewer colleague = this.tests.viewer(Role.OFFICE, "VPB");
		this.directives.decline(id, "Không thuộc chức năng", this.office);
		assertThat(declinations(this.office)).doesNotContain("/directives/" + id);
		assertThat(declinations(colleague)).contains("/directives/" + id);
	}

	private List<String> declinations(Viewer viewer) {
		return this.obligations.obligationsOf(viewer)
			.stream()
			.filter((obligation) -> obligation.titleKey().equals("directive.todo.declination"))
			.map(Obligation::url)
			.toList();
	}

	private long draft(long id) {
		return this.directives.report(id, new CompletionText("Đã làm một phần", "3/BC", this.tests.today(), "Báo cáo"),
				List.of(new MockMultipartFile("files", "nhap.txt", "text/plain",
						"Bản nháp".getBytes(StandardCharsets.UTF_8))),
				this.clerk);
	}

	private List<Long> list(Viewer viewer) {
		return this.tests.rows(new ListRequest("/directives", Map.of()), viewer)
			.stream()
			.map(DirectiveRow::id)
			.toList();
	}

	private void save(MockHttpServletRequestBuilder request) throws Exception {
		this.mvc.perform(request.with(this.people.as(Role.ADMIN, "VPB")).with(csrf()))
			.andExpect(status().is3xxRedirection());
	}

	private static MockHttpServletRequestBuilder unit(String path, String code) {
		return post(path).param("code", code)
			.param("name", "Cục Thử nghiệm " + code)
			.param("shortName", "Cục Thử")
			.param("kind", "DEPARTMENT");
	}

}
