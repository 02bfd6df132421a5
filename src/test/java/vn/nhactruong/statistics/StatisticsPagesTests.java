package vn.nhactruong.statistics;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestWorkbook;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.figure.Figure;
import vn.nhactruong.directive.figure.Figures;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
@Import(TestDirectives.class)
class StatisticsPagesTests {

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
	private Statistics statistics;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private MessageSource messages;

	@Autowired
	private JdbcClient jdbc;

	private String office;

	private LocalDate today;

	@BeforeEach
	void people() {
		this.office = this.people.add(Role.OFFICE, "VPB");
		this.today = this.tests.today();
	}

	@Test
	void every_number_leads_to_exactly_the_directives_it_counts() throws Exception {
		this.tests.issued(this.today.plusDays(9));
		this.tests.issued(null, "CPLQT", "VTCCB");
		this.tests.reported(this.today.plusDays(2));
		String page = page(this.office).andReturn().getResponse().getContentAsString();
		Matcher numbers = Pattern.compile("<a href=\"(/directives\\?figure=[^\"]+)\">([\\d.]+)</a>").matcher(page);
		int seen = 0;
		while (numbers.find()) {
			long number = Long.parseLong(numbers.group(2).replace(".", ""));
			String list = this.mvc
				.perform(get(URI.create(HtmlUtils.htmlUnescape(numbers.group(1)))).with(this.people.as(this.office)))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(list).as(numbers.group(1))
				.containsPattern("trong " + String.format("%,d", number).replace(',', '.') + "<");
			assertThat(Pattern.compile("href=\"/directives/\\d+\"").matcher(list).results().count())
				.as(numbers.group(1))
				.isEqualTo(Math.min(ListRequest.SIZE, number));
			seen++;
		}
		assertThat(seen).isGreaterThan(20);
	}

	@Test
	void parts_add_up_to_the_total_in_either_reading() {
		long directive = this.tests.issued(this.today.plusDays(5));
		this.jdbc.sql("update directive set lead_organization_id = ?, holder_organization_id = ? where id = ?")
			.params(this.tests.unit("TCTHADS"), this.tests.unit("CQLTHADS"), directive)
			.update();
		Viewer viewer = this.people.viewer(this.office);
		StatisticsForm form = new StatisticsForm();
		StatisticsPage today = this.statistics.page(form, viewer);
		form.setReading(Reading.GIVEN);
		StatisticsPage given = this.statistics.page(form, viewer);
		assertThat(given.total().figures()).isEqualTo(today.total().figures());
		for (StatisticsPage page : List.of(today, given)) {
			assertThat(page.lines().stream().map(StatisticsLine::figures).reduce(Figures.NONE, Figures::plus))
				.isEqualTo(page.total().figures());
			page.lines().forEach((line) -> {
				assertThat(StatisticsLine.PARTS.stream().mapToLong(line::count).sum())
					.isEqualTo(line.count(Figure.TOTAL));
				assertThat(line.count(Figure.CARRIED) + line.count(Figure.ISSUED)).isEqualTo(line.count(Figure.TOTAL));
				assertThat(line.count(Figure.CARRIED)).isNotNegative();
			});
		}
		String gone = this.units.get(this.tests.unit("TCTHADS")).name();
		assertThat(today.lines()).noneMatch((line) -> gone.equals(line.name()));
		assertThat(given.lines()).anySatisfy((line) -> {
			assertThat(line.name()).isEqualTo(gone);
			assertThat(line.goneSince()).isEqualTo("28/02/2025");
		});
	}

	@Test
	void chosen_unit_brings_those_along_that_were_merged_into_it() {
		long directive = this.tests.issued(this.today.plusDays(5));
		this.jdbc.sql("update directive set lead_organization_id = ?, holder_organization_id = ? where id = ?")
			.params(this.tests.unit("STP-10-2025"), this.tests.unit("STP-15"), directive)
			.update();
		Viewer viewer = this.people.viewer(this.office);
		StatisticsForm form = new StatisticsForm();
		form.setUnit(List.of(this.tests.unit("STP-15")));
		long total = this.statistics.page(form, viewer).total().count(Figure.TOTAL);
		assertThat(total).isPositive();
		form.setReading(Reading.GIVEN);
		assertThat(this.statistics.page(form, viewer).total().count(Figure.TOTAL)).isEqualTo(total);
		form.setUnit(List.of());
		form.setKind(OrganizationKind.PROVINCIAL_JUSTICE);
		assertThat(this.statistics.page(form, viewer).total().count(Figure.TOTAL)).isGreaterThanOrEqualTo(total);
		form.setSource(List.of("CLAUSE"));
		assertThat(this.statistics.page(form, viewer).total().count(Figure.TOTAL)).isGreaterThanOrEqualTo(total);
	}

	@Test
	void unit_reads_its_own_figures_only() throws Exception {
		this.tests.issued(this.today.plusDays(4), "CPLQT");
		this.tests.issued(this.today.plusDays(4), "VTCCB");
		String own = this.units.get(this.tests.unit("CPLQT")).name();
		String other = this.units.get(this.tests.unit("VTCCB")).name();
		page(this.people.add(Role.CLERK, "CPLQT")).andExpect(content().string(containsString(own)))
			.andExpect(content().string(not(containsString(other))))
			.andExpect(content().string(not(containsString("name=\"kind\""))));
		page(this.people.add(Role.CLERK, "CPLQT"), "unit", "" + this.tests.unit("VTCCB"))
			.andExpect(content().string(containsString(own)))
			.andExpect(content().string(not(containsString(other))));
		page(this.people.add(Role.LEADER, "BTP")).andExpect(content().string(containsString(other)));
	}

	@Test
	void administration_gives_no_sight_of_figures() throws Exception {
		for (String path : List.of("/statistics", "/statistics.xlsx")) {
			this.mvc.perform(get(path).with(this.people.as(Role.ADMIN, "VPB"))).andExpect(status().isForbidden());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "from=2026-03-01&to=2026-02-01|Ngày cuối kỳ phải từ ngày đầu kỳ (01/03/2026)",
					"from=2026-03-01|Nhập ngày cuối kỳ", "to=2026-03-01|Nhập ngày đầu kỳ",
					"from=2099-01-01&to=2099-02-01|Kỳ này chưa bắt đầu",
					"from=2026-01-01&to=2150-12-31|phải là một ngày từ 01/01/1945 đến 31/12/2100",
					"from=31/12/1000&to=2026-01-01|phải là một ngày từ 01/01/1945 đến 31/12/2100",
					"from=31/02/2026&to=2026-03-01|31/02/2026",
					"from=2026-01-01&to=2026-02-01&unit=999999999|Có đơn vị không tồn tại",
					"from=2026-01-01&to=2026-02-01&source=NOWHERE|Có nguồn giao không tồn tại",
					"from=2026-01-01&to=2026-02-01&unit=abc|error-summary", "kind=NOTHING|error-summary",
					"reading=UNKNOWN|error-summary" })
	void what_makes_no_sense_gets_a_sentence_and_stays_typed(String query, String sentence) throws Exception {
		for (String path : List.of("/statistics", "/statistics.xlsx")) {
			ResultActions answer = this.mvc
				.perform(get(URI.create(path + "?" + query)).with(this.people.as(this.office)))
				.andExpect(status().is(422))
				.andExpect(content().string(containsString(sentence)))
				// What is folded on a phone would hide the sentence.
				.andExpect(content().string(containsString("<details class=\"fold no-print\" open")));
			for (String one : query.split("&")) {
				if (one.matches("(from|to)=\\d{4}.*")) {
					String day = one.substring(one.indexOf('=') + 1);
					answer.andExpect(content().string(matchesPattern(
							"(?s).*value=\"(" + day + "|" + DateFormats.day(LocalDate.parse(day)) + ")\".*")));
				}
			}
		}
	}

	@Test
	void workbook_holds_what_the_page_shows() throws Exception {
		this.tests.issued(this.today.plusDays(3), "CPLQT");
		StatisticsPage page = this.statistics.page(new StatisticsForm(), this.people.viewer(this.office));
		List<List<String>> rows = TestWorkbook
			.rows(this.mvc.perform(get("/statistics.xlsx").with(this.people.as(this.office)))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getContentAsByteArray());
		int head = head(rows);
		assertThat(rows.subList(0, head).stream().flatMap(List::stream)).contains(
				"Kỳ " + DateFormats.day(page.period().from()) + "–" + DateFormats.day(page.period().to()),
				"Đơn vị: tất cả đơn vị", "Nguồn giao: mọi nguồn", "Tính cho: Đơn vị hiện nay (kế thừa)");
		assertThat(rows.get(head)).startsWith("Đơn vị", "Tổng số", "Kỳ trước chuyển sang", "Giao trong kỳ");
		StatisticsLine first = page.lines().get(0);
		assertThat(rows.get(head + 1)).startsWith(first.name(), "" + first.count(Figure.TOTAL));
		assertThat(rows.get(head + 1 + page.lines().size())).startsWith("Tổng cộng",
				"" + page.total().count(Figure.TOTAL));
	}

	@Test
	void workbook_has_the_heads_of_the_page_and_a_name_for_each_reading() throws Exception {
		this.tests.issued(this.today.plusDays(3), "CPLQT");
		String page = page(this.office).andReturn().getResponse().getContentAsString();
		String heads = page.substring(page.indexOf("<thead>"), page.indexOf("</thead>"));
		List<String> onPage = Pattern.compile("<th[^>]*>([^<]+)</th>")
			.matcher(heads)
			.results()
			.map((head) -> HtmlUtils.htmlUnescape(head.group(1)))
			.toList();
		List<String> names = new ArrayList<>();
		for (Reading reading : Reading.values()) {
			MockHttpServletResponse answer = this.mvc
				.perform(get("/statistics.xlsx").param("reading", reading.name())
					.param("source", "CLAUSE")
					.with(this.people.as(this.office)))
				.andReturn()
				.getResponse();
			names.add(answer.getHeader("Content-Disposition"));
			List<List<String>> rows = TestWorkbook.rows(answer.getContentAsByteArray());
			assertThat(rows.get(head(rows))).isEqualTo(onPage);
			assertThat(rows.toString()).contains("Nguồn giao: Kết luận hội nghị");
		}
		assertThat(names).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "vi", "en" })
	void a_column_is_called_the_same_wherever_it_stands(String language) {
		for (Timeliness timeliness : Timeliness.values()) {
			assertThat(this.messages.getMessage("Figure." + timeliness, null, Locale.forLanguageTag(language)))
				.isEqualTo(this.messages.getMessage("Timeliness." + timeliness, null, Locale.forLanguageTag(language)));
		}
	}

	@Test
	void all_that_makes_no_sense_is_told_in_one_round() throws Exception {
		String page = this.mvc
			.perform(get("/statistics?from=2026-03-01&to=2026-02-01&unit=999999999&source=NOWHERE&kind=NOTHING")
				.with(this.people.as(this.office)))
			.andExpect(status().is(422))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(page)).contains("Ngày cuối kỳ phải từ ngày đầu kỳ (01/03/2026)",
				"Có đơn vị không tồn tại", "Có nguồn giao không tồn tại", "Có 4 chỗ cần sửa");
	}

	/** The row of the heads. */
	private static int head(List<List<String>> rows) {
		return IntStream.range(0, rows.size())
			.filter((at) -> !rows.get(at).isEmpty() && rows.get(at).get(0).equals("Đơn vị"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void extension_rate_counts_directives_with_a_deadline_and_stands_beside_its_number() throws Exception {
		StatisticsForm form = new StatisticsForm();
		form.setUnit(List.of(this.tests.unit("CCNTT")));
		Viewer office = this.people.viewer(this.office);
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		StatisticsLine before = this.statistics.page(form, office).total();
		long twice = this.tests.issued(this.today.plusDays(3));
		for (int days : List.of(10, 20)) {
			this.extensions.approve(twice,
					this.extensions.request(twice, "Chờ số liệu", this.today.plusDays(days), head), office);
		}
		long refused = this.tests.issued(this.today.plusDays(3));
		this.extensions.refuse(refused, this.extensions.request(refused, "Chờ số liệu", this.today.plusDays(10), head),
				"Đủ thời gian", office);
		this.tests.issued(null);
		StatisticsLine after = this.statistics.page(form, office).total();
		assertThat(after.count(Figure.EXTENDED)).isEqualTo(before.count(Figure.EXTENDED) + 1);
		assertThat(after.figures().withDeadline()).isEqualTo(before.figures().withDeadline() + 2);
		assertThat(after.extensionRate())
			.isEqualTo(Math.round(1000.0 * after.count(Figure.EXTENDED) / after.figures().withDeadline()) / 10.0);
		page(this.office, "unit", "" + this.tests.unit("CCNTT"))
			.andExpect(content().string(containsString("figure=EXTENDED")))
			.andExpect(content().string(containsString("gia hạn nhiều lần cũng tính một")));
		assertThat(TestWorkbook.texts(this.mvc.perform(get("/statistics.xlsx").with(this.people.as(this.office)))
			.andReturn()
			.getResponse()
			.getContentAsByteArray())).contains("Đã gia hạn", "Tỷ lệ gia hạn (%)");
	}

	@Test
	void page_costs_the_same_with_few_and_with_many() throws Exception {
		this.tests.issued(this.today.plusDays(3), "CPLQT");
		int before = StatementCounter.during(() -> page(this.office)).size();
		this.tests.issued(this.today.plusDays(3), "CPLHSHC", "CPLDSKT", "CKTVB");
		StatementCounter.expect(before, () -> page(this.office));
		assertThat(before).isLessThanOrEqualTo(5);
	}

	@Test
	void chart_says_in_words_what_it_draws() throws Exception {
		this.tests.issued(this.today.plusDays(3), "CPLQT");
		page(this.office).andExpect(content().string(containsString("role=\"img\" aria-label=\"Tổng số ")))
			.andExpect(content().string(containsString("url(#part-OPEN_IN_TIME)")))
			.andExpect(content().string(not(containsString(" style="))));
	}

	@Test
	void page_paper_and_workbook_begin_with_the_same_lines() throws Exception {
		this.tests.issued(this.today.plusDays(3), "CPLQT");
		for (String query : List.of("", "?source=CLAUSE&reading=GIVEN&kind=DEPARTMENT")) {
			String page = HtmlUtils
				.htmlUnescape(this.mvc.perform(get(URI.create("/statistics" + query)).with(this.people.as(this.office)))
					.andExpect(status().isOk())
					.andReturn()
					.getResponse()
					.getContentAsString());
			List<List<String>> rows = TestWorkbook
				.rows(this.mvc.perform(get(URI.create("/statistics.xlsx" + query)).with(this.people.as(this.office)))
					.andReturn()
					.getResponse()
					.getContentAsByteArray());
			List<String> lines = rows.subList(0, head(rows)).stream().flatMap(List::stream).toList();
			assertThat(lines).hasSize(8)
				.contains("Bộ Tư pháp · Văn phòng Bộ", "Thống kê nhiệm vụ")
				.anyMatch((line) -> line.startsWith("Lập lúc "));
			lines.stream()
				.filter((line) -> !line.startsWith("Lập lúc "))
				.forEach((line) -> assertThat(page).contains(">" + line + "<"));
			assertThat(page).contains(">Lập lúc ");
		}
		page(this.office, "source", "CLAUSE")
			.andExpect(content().string(containsString("Nguồn giao: Kết luận hội nghị")));
		page(this.office).andExpect(content().string(containsString("Nguồn giao: mọi nguồn")));
		page(this.people.add(Role.LEADER, "BTP")).andExpect(content().string(containsString(">Bộ Tư pháp<")));
	}

	@Test
	void years_reach_as_far_back_as_the_period_and_say_which_they_are() throws Exception {
		long old = this.tests.issued(null);
		LocalDate day = this.today.minusYears(25);
		StatisticsForm form = new StatisticsForm();
		form.setFrom(day.minusYears(5));
		form.setTo(this.today);
		Viewer viewer = this.people.viewer(this.office);
		try {
			this.jdbc.sql("update directive set issued_on = ? where id = ?").params(day, old).update();
			List<String> years = this.statistics.page(form, viewer).years().stream().map(StatisticsLine::name).toList();
			int closing = this.statistics.closing();
			int first = ReportingPeriod.YEAR.around(day, closing).to().getYear();
			int last = ReportingPeriod.YEAR.around(this.today, closing).to().getYear();
			assertThat(years).isEqualTo(IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList());
			assertThat(this.statistics.page(new StatisticsForm(), viewer).years()).hasSize(10);
			String span = "Qua các năm báo cáo " + first + "–" + last;
			page(this.office, "from", form.getFrom().toString(), "to", form.getTo().toString())
				.andExpect(content().string(containsString(span)))
				.andExpect(content().string(containsString("các năm trước năm " + first + " không có nhiệm vụ")));
			assertThat(TestWorkbook.texts(
					this.mvc
						.perform(get("/statistics.xlsx").param("from", form.getFrom().toString())
							.param("to", form.getTo().toString())
							.with(this.people.as(this.office)))
						.andReturn()
						.getResponse()
						.getContentAsByteArray()))
				.contains(span, "Năm " + first);
		}
		finally {
			this.jdbc.sql("update directive set issued_on = ? where id = ?").params(this.today, old).update();
		}
	}

	private ResultActions page(String username, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = get("/statistics").with(this.people.as(username));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return this.mvc.perform(request).andExpect(status().isOk());
	}

}
