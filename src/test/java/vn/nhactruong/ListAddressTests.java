package vn.nhactruong;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.program.WorkPrograms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Every list there is, asked for with addresses that nobody means. */
@PortalTest
class ListAddressTests {

	/** Every filter that some list has, with a value that none has. */
	private static final List<String> FILTERS = List.of("q", "year", "status", "state", "kind", "unitKind", "unit",
			"clause", "conference", "family", "group", "timeliness", "mine", "from", "to", "asOf", "all", "region",
			"role", "locked", "area", "subject", "show", "whose");

	private static final Pattern SELECT = Pattern.compile("<select [^>]*\\bid=\"filter-[^>]*\\bname=\"([^\"]+)\"");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private Conferences conferences;

	@Autowired
	private WorkPrograms programs;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Directives directives;

	@Autowired
	private Clock clock;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private RequestPostProcessor office;

	private RequestPostProcessor admin;

	@BeforeEach
	void addPeople() {
		this.office = this.people.as(Role.OFFICE, "VPB");
		this.admin = this.people.as(Role.ADMIN, "VPB");
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "page=0", "page=999999999999", "page=99999999999999999999999", "page=x",
			"sort=x;drop", "sort=-", "sort=--", "dir=zzz", "lang=zz", "page=1&page=2", "page=19999" })
	void no_page_and_no_order_breaks_a_list(String query) throws Exception {
		for (String address : addresses()) {
			assertThat(answer(address + "?" + query)).as(address + "?" + query).isIn(200, 302);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "-1", "0", "99999999999999999999", "%", "\\", "'", "\uFFFD\uFFFF", "a\0b",
			"31/02/2026", "0000-00-00", "<script>", "😀" })
	void no_filter_breaks_a_list(String value) throws Exception {
		for (String address : addresses()) {
			String[] filters = FILTERS.stream().flatMap((name) -> Stream.of(name, value)).toArray(String[]::new);
			// Figures of a period nobody understood would be wrong: that page shows its
			// form again.
			assertThat(answer(address, filters)).as(address + " " + value)
				.isEqualTo(address.startsWith("/statistics") ? 422 : 200);
		}
	}

	@Test
	void a_text_that_is_far_too_long_is_left_out_and_said() throws Exception {
		String text = "hội nghị ".repeat(500);
		for (String address : addresses()) {
			assertThat(answer(address, "q", text)).as(address).isEqualTo(200);
		}
		this.mvc.perform(get("/conferences").param("q", text).with(this.office))
			.andExpect(content().string(containsString("Một điều kiện lọc không hợp lệ")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/conferences?year=abc", "/conferences?status=KING", "/conferences?sort=x;drop",
			"/directives?from=31/02/2026", "/directives?year=20x6", "/directives?timeliness=NEVER",
			"/directives?sort=-password", "/directives/board?year=abc", "/organizations?asOf=hôm nay",
			"/organizations?kind=KING", "/audit?from=x", "/audit?page=x", "/audit?area=x", "/notifications?page=-1",
			"/conferences/{id}/attendees?show=NOBODY", "/conferences/{id}/attendees?kind=KING",
			"/conferences/{id}/attendees?sort=x;drop" })
	void what_made_no_sense_is_said(String address) throws Exception {
		this.mvc.perform(get(named(address)).with(this.office))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Một điều kiện lọc không hợp lệ")));
	}

	/** Whatever a reader chooses from a list of choices. */
	@Test
	void what_is_none_of_the_choices_is_said_and_not_shown_as_chosen() throws Exception {
		List<String> asked = new ArrayList<>();
		for (String address : addresses()) {
			MockHttpServletResponse page = page(address);
			if (page.getStatus() != 200 || page.getContentType() == null
					|| !page.getContentType().startsWith("text/html") || address.startsWith("/statistics")) {
				continue;
			}
			for (String name : selects(page.getContentAsString())) {
				for (String value : List.of("FOO", "999999999")) {
					String html = page(address, name, value).getContentAsString();
					assertThat(html).as(address + "?" + name + "=" + value)
						.contains("Một điều kiện lọc không hợp lệ")
						.doesNotContain("value=\"" + value + "\"");
				}
				asked.add(address + "?" + name);
			}
		}
		assertThat(asked).contains("/conferences?kind", "/conferences?status", "/directives?state", "/directives?unit",
				"/directives/board?unitKind", "/accounts?role", "/audit?area", "/organizations?kind");
	}

	private MockHttpServletResponse page(String address, String... parameters) throws Exception {
		MockHttpServletResponse response = answer(address, this.office, parameters);
		return (response.getStatus() != 403) ? response : answer(address, this.admin, parameters);
	}

	/** The names of the selects in the form above a list. */
	private static List<String> selects(String html) {
		return SELECT.matcher(html).results().map((select) -> select.group(1)).distinct().toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/conferences?year=2026", "/directives?timeliness=ANY&sort=-due&page=1",
			"/directives?timeliness=OPEN_OVERDUE", "/directives/board?year=all", "/organizations?asOf=1/3/2015",
			"/audit?q=nguyen", "/conferences?q=", "/conferences/{id}/attendees?show=AWAITED&kind=EXTERNAL&sort=-unit",
			"/conferences/{id}/attendees?sort=answer" })
	void what_made_sense_is_not(String address) throws Exception {
		this.mvc.perform(get(named(address)).with(this.office))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("Một điều kiện lọc không hợp lệ"))));
	}

	@Test
	void a_page_behind_the_last_one_leads_there_and_keeps_the_filter() throws Exception {
		this.mvc.perform(get("/organizations").param("all", "true").param("page", "999999999999").with(this.office))
			.andExpect(redirectedUrl("/organizations?all=true&page=9"));
		this.mvc.perform(get("/organizations").param("q", "so tu phap da nang").param("page", "7").with(this.office))
			.andExpect(redirectedUrl("/organizations?q=so%20tu%20phap%20da%20nang"));
	}

	private int answer(String address, String... parameter) throws Exception {
		MockHttpServletResponse response = answer(address, this.office, parameter);
		return (response.getStatus() != 403) ? response.getStatus()
				: answer(address, this.admin, parameter).getStatus();
	}

	private MockHttpServletResponse answer(String address, RequestPostProcessor person, String... parameter)
			throws Exception {
		MockHttpServletRequestBuilder request = get(address).with(person);
		for (int i = 0; i < parameter.length; i += 2) {
			request.param(parameter[i], parameter[i + 1]);
		}
		return this.mvc.perform(request).andReturn().getResponse();
	}

	/** The address with a conference that exists. */
	private String named(String address) {
		return address.contains("{id}") ? address.replace("{id}", String.valueOf(addConference())) : address;
	}

	/** Whatever takes a {@link ListRequest}. */
	private List<String> addresses() {
		List<String> addresses = new ArrayList<>();
		this.mapping.getHandlerMethods().forEach((info, handler) -> {
			if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
					&& Arrays.asList(handler.getMethod().getParameterTypes()).contains(ListRequest.class)) {
				info.getPatternValues().forEach(addresses::add);
			}
		});
		assertThat(addresses).contains("/conferences", "/directives.xlsx", "/audit", "/accounts", "/notifications",
				"/organizations", "/directives/board", "/directives/{id}", "/conferences/{id}/attendees",
				"/work-programs/{id}");
		String conference = String.valueOf(addConference());
		String program = String.valueOf(addProgram());
		String family = String.valueOf(addFamily());
		return addresses.stream()
			.map((address) -> address.replace("{id}",
					address.startsWith("/work-programs") ? program
							: address.startsWith("/directives") ? family : conference))
			.sorted()
			.toList();
	}

	private long addFamily() {
		Viewer viewer = this.people.viewer(this.people.add(Role.OFFICE, "VPB"));
		LocalDate today = LocalDate.now(this.clock);
		return this.directives.issue(
				new IssueOrder(Origin.document(DirectiveSource.LEADER_DOCUMENT, "12/BTP-VP", today, "Bộ trưởng", null),
						"Rà soát", "Rà soát quy trình.", List.of(unit("CCNTT"), unit("CQLTHADS")), List.of(), List.of(),
						today.plusDays(20), null),
				viewer);
	}

	private long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	/** The week's program; asked for again, it is there. */
	private long addProgram() {
		return this.jdbc.sql("select min(id) from work_program where ministry")
			.query(Long.class)
			.optional()
			.orElseGet(() -> {
				Viewer viewer = this.people.viewer(this.people.add(Role.OFFICE, "VPB"));
				return this.programs.open(this.units.byCode(UnitDirectory.MINISTRY).orElseThrow().id(), PeriodKind.WEEK,
						LocalDate.of(2099, 1, 1), null, null, viewer);
			});
	}

	private long addConference() {
		Viewer viewer = this.people.viewer(this.people.add(Role.OFFICE, "VPB"));
		LocalDate day = LocalDate.now(this.clock).plusDays(10);
		return this.conferences.create(
				new ConferencePlan("Hội nghị " + UUID.randomUUID(), ConferenceKind.TRAINING, day, HalfDay.MORNING, day,
						HalfDay.AFTERNOON, "Hội trường", null, viewer.unitId(), false, false, "Nội dung", "Lãnh đạo Sở",
						null, null, this.clock.instant().plus(Duration.ofDays(5)),
						List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Nguyễn Chủ Trì", "Thứ trưởng"))),
				viewer);
	}

}
