package vn.nhactruong.directive;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.directive.reminder.DirectiveObligations;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.file.Files;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What came back to a unit is written differently, not anew. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveRewritingTests {

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
	private ReportRepository reports;

	@Autowired
	private Files files;

	private LocalDate due;

	@Autowired
	private DirectivePages pages;

	@Autowired
	private DirectiveObligations obligations;

	private Viewer office;

	private Viewer head;

	private Viewer clerk;

	private long id;

	@BeforeEach
	void receive() {
		this.due = this.tests.today().plusDays(20);
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		this.clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		this.id = this.tests.received(this.due);
	}

	@Test
	void report_that_the_head_sent_back_fills_the_next_one() throws Exception {
		this.directives.sendBackReport(this.id, report(this.clerk), "Nêu rõ số hồ sơ", this.head);
		assertThat(form("reports", "CCNTT")).contains("Da lam ba phan tu", "88/BC-CNTT", "Bao cao ket qua",
				"Ý kiến: Nêu rõ số hồ sơ", "mot.txt", "hai.txt");
	}

	@Test
	void returned_report_fills_the_next_one() throws Exception {
		report(this.head);
		this.directives.returnReport(this.id, "Thiếu phụ lục", this.office);
		assertThat(form("reports", "CCNTT")).contains("Da lam ba phan tu", "Lý do: Thiếu phụ lục", "mot.txt");
		assertThat(this.obligations.obligationsOf(this.head))
			.filteredOn((it) -> it.url().equals("/directives/" + this.id))
			.extracting(Obligation::titleKey)
			.containsExactly("directive.todo.returned");
	}

	@Test
	void chosen_files_come_with_the_next_report_and_stay_with_the_one_before() throws Exception {
		long before = report(this.head);
		this.directives.returnReport(this.id, "Thiếu phụ lục", this.office);
		FileRow kept = files(before).get(0);
		send(multipart("/directives/" + this.id + "/reports").param("content", "Đã xong")
			.param("keptFiles", "" + kept.id())).andExpect(status().is3xxRedirection());
		assertThat(files(last())).singleElement().satisfies((again) -> {
			assertThat(again.name()).isEqualTo(kept.name());
			assertThat(again.id()).isNotEqualTo(kept.id());
			assertThat(content(again.id())).isEqualTo(content(kept.id())).isEqualTo("mot");
		});
		assertThat(files(before)).hasSize(2);
	}

	@Test
	void refused_report_keeps_the_choice_of_files() throws Exception {
		long before = report(this.head);
		this.directives.returnReport(this.id, "Thiếu phụ lục", this.office);
		long kept = files(before).get(1).id();
		String html = HtmlUtils.htmlUnescape(send(
				multipart("/directives/" + this.id + "/reports").param("content", "").param("keptFiles", "" + kept))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(html.split("checked=\"checked\"", -1)).hasSize(2);
		assertThat(html).contains("Ghi kết quả thực hiện.", "Lý do: Thiếu phụ lục")
			.doesNotContain("Cần minh chứng: nhậ");
	}

	@Test
	void nothing_but_the_files_of_the_report_that_came_back_is_attached_again() throws Exception {
		long before = report(this.head);
		this.directives.verify(this.id, this.office);
		long foreign = files(before).get(0).id();
		this.id = this.tests.received(this.due);
		send(multipart("/directives/" + this.id + "/reports").param("content", "Đã xong")
			.param("keptFiles", "" + foreign)).andExpect(status().isUnprocessableContent());
		assertThat(this.reports.findByDirectiveIdOrderById(this.id)).isEmpty();
	}

	@Test
	void new_lead_starts_from_an_empty_report_and_request() throws Exception {
		this.directives.sendBackReport(this.id, report(this.clerk), "Lời riêng", this.head);
		long request = this.extensions.request(this.id, "Cho so lieu", this.due.plusDays(9), this.clerk);
		this.extensions.sendBack(this.id, request, "Lời riêng", this.head);
		this.directives.reassign(this.id, this.tests.unit("CKHTC"), "Đúng hơn", this.office);
		this.directives.receive(this.id, this.tests.viewer(Role.CLERK, "CKHTC"));
		assertThat(form("reports", "CKHTC")).doesNotContain("Da lam ba phan tu", "Lời riêng", "mot.txt");
		assertThat(form("extensions", "CKHTC")).doesNotContain("Cho so lieu", "Lời riêng");
	}

	@Test
	void reopened_work_is_reported_anew() throws Exception {
		report(this.head);
		this.directives.returnReport(this.id, "Thiếu phụ lục", this.office);
		assertThat(form("reports", "CCNTT")).contains("Da lam ba phan tu");
		this.directives.report(this.id, new CompletionText("Xong han", "9/BC", this.tests.today(), "Báo cáo"),
				List.of(), this.head);
		this.directives.returnReport(this.id, "Chưa đủ", this.office);
		assertThat(form("reports", "CCNTT")).contains("Xong han", "Lý do: Chưa đủ")
			.doesNotContain("Da lam ba phan tu", "mot.txt");
	}

	@Test
	void request_that_the_head_sent_back_fills_the_next_one() throws Exception {
		long request = this.extensions.request(this.id, "Cho so lieu", this.due.plusDays(9), this.clerk);
		this.extensions.sendBack(this.id, request, "Nêu rõ số liệu nào", this.head);
		assertThat(form("extensions", "CCNTT")).contains("Cho so lieu", this.due.plusDays(9).toString(),
				"Ý kiến: Nêu rõ số liệu nào");
		this.extensions.refuse(this.id, this.extensions.request(this.id, "Doi y kien", this.due.plusDays(8), this.head),
				"Không", this.office);
		assertThat(form("extensions", "CCNTT")).doesNotContain("Cho so lieu", "Doi y kien");
		this.extensions.request(this.id, "Xin them lan nua", this.due.plusDays(7), this.head);
		assertThat(this.pages.page(this.id, this.office).refusals()).as("for who decides the next one")
			.singleElement()
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo("Doi y kien"))
			.satisfies((refused) -> assertThat(refused.comment()).isEqualTo("Không"));
	}

	private long report(Viewer person) {
		return this.directives.report(this.id,
				new CompletionText("Da lam ba phan tu", "88/BC-CNTT", this.tests.today(), "Bao cao ket qua"),
				List.of(file("mot"), file("hai")), person);
	}

	private static MockMultipartFile file(String name) {
		return new MockMultipartFile("files", name + ".txt", "text/plain", name.getBytes(StandardCharsets.UTF_8));
	}

	private List<FileRow> files(long report) {
		return this.files.of(Directives.REPORT_FILES, report);
	}

	private long last() {
		return this.reports.findFirstByDirectiveIdOrderByIdDesc(this.id).orElseThrow().getId();
	}

	private String content(long file) {
		try {
			return this.mvc.perform(get("/files/" + file).with(this.people.as(Role.CLERK, "CCNTT")))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getContentAsString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String form(String act, String unit) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc
			.perform(get("/directives/" + this.id + "/" + act + "/new").with(this.people.as(Role.CLERK, unit)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private ResultActions send(MockMultipartHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.people.as(Role.CLERK, "CCNTT")).with(csrf()));
	}

}
