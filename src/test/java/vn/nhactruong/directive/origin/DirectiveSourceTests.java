package vn.nhactruong.directive.origin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
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
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.directive.draft.OpenClauses;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.TextFolding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Directives that come from a document or a work program instead of a clause. */
@PortalTest
@Import({ TestDirectives.class, DirectiveSourceTests.Program.class })
class DirectiveSourceTests {

	private static final long ITEM = 77;

	private static final long HIDDEN_ITEM = 78;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private OpenClauses tasks;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	private RequestPostProcessor office;

	@BeforeEach
	void people() {
		this.office = this.people.as(Role.OFFICE, "VPB");
	}

	@ParameterizedTest
	@CsvSource({ "LEADER_DOCUMENT,Thứ trưởng Nguyễn Văn An", "EXTERNAL_ORDER,Văn phòng Chính phủ" })
	void a_document_gives_a_directive_that_quotes_it(DirectiveSource source, String author) throws Exception {
		assertThat(html(get("/directives/new").param("origin", source.name()))).contains("Số, ký hiệu văn bản");
		String number = "1205/" + source + "-" + System.identityHashCode(this);
		String location = this.mvc.perform(document(source, number, author).with(this.office).with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		assertThat(html(get(location))).contains(number, author, "Đôn đốc tiến độ",
				DateFormats.day(this.tests.today().minusDays(2)));
		assertThat(html(get("/directives").param("source", source.name()).param("q", number)))
			.contains("Báo cáo theo văn bản");
		assertThat(html(get("/directives").param("source", "CLAUSE").param("q", number)))
			.doesNotContain("Báo cáo theo văn bản");
		assertThat(this.jdbc
			.sql("select changes::text from audit_entry where subject like '%Báo cáo theo văn bản%' "
					+ "order by id desc limit 1")
			.query(String.class)
			.single()).contains(number, author);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			number missing   | sourceNumber  |        | Nhập số, ký hiệu của văn bản
			number too long  | sourceNumber  | LONG   | dài tối đa 50 ký tự
			day missing      | sourceDate    |        | Nhập ngày của văn bản
			no day           | sourceDate    | 31/02/2026 | không phải một ngày
			in the future    | sourceDate    | FUTURE | không thể sau hôm nay
			author missing   | sourceAuthor  |        | Nhập người ký hoặc cơ quan
			author too long  | sourceAuthor  | LONG   | dài tối đa 200 ký tự
			subject too long | sourceSubject | LONG   | dài tối đa 500 ký tự
			no such source   | source        | RUMOUR | Chọn lại nguồn
			source missing   | source        |        | Chọn mục kết luận
			item missing     | source        | WORK_ITEM | Chọn đầu việc
			no such region   | leadRegions   | PROVINCIAL_JUSTICE.MOON | không có trong danh mục
			""")
	void bad_input_gets_its_sentence_and_keeps_what_was_typed(String name, String field, String typed, String sentence)
			throws Exception {
		MockHttpServletRequestBuilder request = post("/directives").param("title", "Giu nguyen van");
		Map.of("source", "EXTERNAL_ORDER", "text", "Nội dung", "sourceNumber", "12/VPCP", "sourceDate",
				DateFormats.day(this.tests.today()), "sourceAuthor", "Văn phòng Chính phủ", "leadIds",
				"" + this.tests.unit("CCNTT"), "withoutDeadline", "true")
			.forEach((key, value) -> {
				if (!key.equals(field)) {
					request.param(key, value);
				}
			});
		String value = (typed == null) ? "" : typed.equals("LONG") ? "x".repeat(501)
				: typed.equals("FUTURE") ? DateFormats.day(this.tests.today().plusDays(1)) : typed;
		String html = this.mvc.perform(request.param(field, value).with(this.office).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains("id=\"error-summary\"", sentence, "Giu nguyen van");
	}

	@Test
	void a_region_is_spread_over_its_units() throws Exception {
		String location = this.mvc
			.perform(document(DirectiveSource.LEADER_DOCUMENT, "9/CT-BTP", "Bộ trưởng")
				.param("leadRegions", "PROVINCIAL_JUSTICE.CENTRAL")
				.with(this.office)
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		long parent = Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
		List<Long> leads = this.jdbc.sql("select lead_organization_id from directive where parent_id = ?")
			.param(parent)
			.query(Long.class)
			.list();
		assertThat(leads).hasSize(
				1 + this.units.ofKind(OrganizationKind.PROVINCIAL_JUSTICE, Region.CENTRAL, this.tests.today()).size());
	}

	@Test
	void draft_of_a_document_may_leave_its_number_open_until_it_is_issued() throws Exception {
		String location = this.mvc
			.perform(post("/directives/drafts").param("source", "LEADER_DOCUMENT")
				.param("title", "Rà soát")
				.param("text", "Rà soát")
				.param("leadIds", "" + this.tests.unit("CCNTT"))
				.param("withoutDeadline", "true")
				.with(this.office)
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		assertThat(html(get(location))).contains("Văn bản chỉ đạo");
		String refused = this.mvc
			.perform(post(location + "/issuance").param("version", "0").with(this.office).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(refused)).contains("Nhập số, ký hiệu của văn bản");
		this.mvc
			.perform(post(location).param("version", "0")
				.param("title", "Rà soát")
				.param("text", "Rà soát")
				.param("leadIds", "" + this.tests.unit("CCNTT"))
				.param("withoutDeadline", "true")
				.param("sourceNumber", "15/CT-BTP")
				.param("sourceDate", DateFormats.day(this.tests.today()))
				.param("sourceAuthor", "Bộ trưởng")
				.with(this.office)
				.with(csrf()))
			.andExpect(status().is3xxRedirection());
		this.mvc.perform(post(location + "/issuance").param("version", "1").with(this.office).with(csrf()))
			.andExpect(status().is3xxRedirection());
		assertThat(html(get(location))).contains(TextFolding.unbroken("15/CT-BTP"));
	}

	@Test
	void an_item_of_a_work_program_gives_a_directive_once_to_a_unit() throws Exception {
		assertThat(html(get("/directives/new").param("origin", "WORK_ITEM").param("originId", "" + ITEM)))
			.contains("Sơ kết công tác thi hành án");
		Viewer viewer = this.tests.viewer(Role.OFFICE, "VPB");
		IssueOrder order = new IssueOrder(Origin.workItem(ITEM), "Sơ kết", "Sơ kết", List.of(this.tests.unit("CCNTT")),
				List.of(), List.of(), null, null);
		long id = this.directives.issue(order, viewer);
		assertThat(html(get("/directives/" + id))).contains("12/CTr-BTP", "href=\"/work-programs/1/items/77\"");
		assertThat(this.tasks.ofItems(List.of(ITEM, HIDDEN_ITEM), viewer)).containsOnlyKeys(ITEM);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> this.directives.issue(order, viewer))
			.withMessage("directive.error.givenAlready");
		this.directives.cancel(id, "Thử xong", viewer);
	}

	@Test
	void what_is_not_there_or_not_to_be_seen_is_not_found() throws Exception {
		for (String[] parameters : new String[][] { { "WORK_ITEM", "" + HIDDEN_ITEM }, { "WORK_ITEM", "999999999" },
				{ "WORK_ITEM", "" }, { "CLAUSE", "1" }, { "RUMOUR", "1" } }) {
			this.mvc
				.perform(get("/directives/new").param("origin", parameters[0])
					.param("originId", parameters[1])
					.with(this.office))
				.andExpect(status().isNotFound());
		}
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.directives.issue(new IssueOrder(Origin.workItem(HIDDEN_ITEM), "Sơ kết", "Sơ kết",
					List.of(), List.of(), List.of(), null, null), this.tests.viewer(Role.OFFICE, "VPB")));
	}

	@ParameterizedTest
	@CsvSource({ "UNIT_HEAD", "CLERK", "OBSERVER" })
	void only_the_office_and_leaders_give_directives(Role role) throws Exception {
		Viewer viewer = this.tests.viewer(role, "CCNTT");
		assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> this.directives.issue(
				new IssueOrder(
						Origin.document(DirectiveSource.LEADER_DOCUMENT, "1/CT", this.tests.today(), "Bộ trưởng", null),
						"Rà soát", "Rà soát", List.of(this.tests.unit("CCNTT")), List.of(), List.of(), null, null),
				viewer));
		this.mvc.perform(get("/directives/new").param("origin", "LEADER_DOCUMENT").with(this.people.as(role, "CCNTT")))
			.andExpect(status().isForbidden());
	}

	private MockHttpServletRequestBuilder document(DirectiveSource source, String number, String author) {
		return post("/directives").param("source", source.name())
			.param("sourceNumber", number)
			.param("sourceDate", DateFormats.day(this.tests.today().minusDays(2)))
			.param("sourceAuthor", author)
			.param("sourceSubject", "Đôn đốc tiến độ")
			.param("title", "Báo cáo theo văn bản")
			.param("text", "Báo cáo kết quả thực hiện")
			.param("leadIds", "" + this.tests.unit("CCNTT"))
			.param("dueOn", DateFormats.day(this.tests.today().plusDays(20)));
	}

	private String html(MockHttpServletRequestBuilder request) throws Exception {
		ResultActions answer = this.mvc.perform(request.with(this.office)).andExpect(status().isOk());
		return HtmlUtils.htmlUnescape(answer.andReturn().getResponse().getContentAsString());
	}

	/** A work program with one item that everybody sees. */
	@TestComponent
	static class Program implements DirectiveOrigins {

		@Override
		public Optional<OriginItem> find(long itemId, Viewer viewer) {
			return (itemId != ITEM) ? Optional.empty()
					: Optional.of(new OriginItem("12/CTr-BTP", LocalDate.of(2026, 1, 5), "Bộ trưởng",
							"Sơ kết công tác thi hành án", "/work-programs/1/items/77", List.of(), List.of(), null,
							null, true));
		}

	}

}
