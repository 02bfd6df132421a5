package vn.nhactruong.calendar;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestWorkbook;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.calendar.CalendarSource.Appearance;
import vn.nhactruong.calendar.resource.ResourceForm;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.calendar.trip.BusinessTrips;
import vn.nhactruong.calendar.trip.TripPlan;
import vn.nhactruong.calendar.week.CalendarObligations;
import vn.nhactruong.calendar.week.CalendarPages;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Business trips: their pages, and what becomes of them in the weeks they touch. */
@PortalTest
class BusinessTripPageTests {

	private static final String TITLE = "Kiểm tra thi hành án";

	private static final String PAPER = "quyet-dinh.txt";

	private static final String UNIT = "CCNTT";

	private static final String GUEST = "STP-31";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPeople people;

	@Autowired
	private BusinessTrips trips;

	@Autowired
	private List<CalendarSource> sources;

	@Autowired
	private CalendarObligations obligations;

	@Autowired
	private CalendarPages pages;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private TestWeeks t;

	private String clerk;

	@BeforeEach
	void week() {
		this.t = new TestWeeks(this.context);
		this.clerk = this.people.add(Role.CLERK, UNIT);
	}

	// ---- who sees and who does what ----

	@ParameterizedTest
	@CsvSource({ "OFFICE, VPB, 200, 200, 200", "LEADER, BTP, 404, 200, 200", "OBSERVER, VPB, 404, 404, 200",
			"CLERK, CCNTT, 200, 200, 200", "UNIT_HEAD, CCNTT, 200, 200, 200", "OBSERVER, CCNTT, 200, 200, 200",
			"CLERK, CKHTC, 404, 404, 200", "CLERK, STP-31, 404, 404, 200", "UNIT_HEAD, STP-31, 404, 404, 200",
			"CLERK, STP-08, 404, 404, 404", "UNIT_HEAD, THADS-31, 404, 404, 404", "ADMIN, VPB, 404, 404, 404" })
	void who_sees_a_trip_in_which_state(Role role, String unit, int proposed, int arranged, int published)
			throws Exception {
		long id = registered();
		attach(this.clerk, id, PAPER).andExpect(redirectedUrl("/calendar/trips/" + id));
		String person = this.people.add(role, unit);
		boolean working = this.t.viewer(person).is(Role.OFFICE, Role.LEADER);
		see(person, id, proposed, role == Role.OFFICE);
		this.trips.accept(id, this.t.viewer(this.t.office));
		see(person, id, arranged, working);
		this.t.publish();
		see(person, id, published, published == 200);
	}

	@Test
	void papers_are_kept_by_who_may_change_the_trip() throws Exception {
		long id = registered();
		String page = "/calendar/trips/" + id;
		attach(this.clerk, id, "").andExpect(status().is(422)).andExpect(shows("Chọn ít nhất một tệp"));
		attach(this.clerk, id, PAPER).andExpect(redirectedUrl(page));
		as(this.clerk, get(page)).andExpect(shows(PAPER)).andExpect(shows("Thêm tài liệu"));
		as(this.clerk, get(page + "/papers")).andExpect(status().isOk()).andExpect(shows(PAPER));
		for (String other : List.of(this.people.add(Role.CLERK, "STP-08"), this.t.leader)) {
			as(other, get(page + "/papers")).andExpect(status().isNotFound());
			attach(other, id, PAPER).andExpect(status().isNotFound());
		}
		this.trips.accept(id, this.t.viewer(this.t.office));
		attach(this.t.leader, id, PAPER).andExpect(status().isForbidden());
		attach(this.clerk, id, "muon.txt").andExpect(status().is(422)).andExpect(hides("muon.txt"));
		attach(this.t.office, id, "ke-hoach.txt").andExpect(redirectedUrl(page));
		this.t.publish();
		String reader = this.people.add(Role.CLERK, "CKHTC");
		as(reader, get(page)).andExpect(shows(PAPER))
			.andExpect(shows("ke-hoach.txt"))
			.andExpect(hides("Thêm tài liệu"));
	}

	private ResultActions attach(String person, long id, String name) throws Exception {
		return as(person, multipart("/calendar/trips/" + id + "/papers")
			.file(new MockMultipartFile("files", name, "text/plain", name.getBytes(StandardCharsets.UTF_8))));
	}

	/** The file that came with the trip. */
	private long paper(long id) {
		return this.jdbc.sql("select id from stored_file where owner_type = 'calendar-trip' and owner_id = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

	private void see(String person, long id, int expected, boolean inWeek) throws Exception {
		as(person, get("/calendar/trips/" + id)).andExpect(status().is(expected));
		as(person, get("/files/" + paper(id))).andExpect(status().is(expected));
		if (this.t.viewer(person).is(Role.ADMIN)) {
			as(person, get("/calendar/trips")).andExpect(status().isForbidden());
			return;
		}
		boolean own = this.t.viewer(person).belongsTo(unit(UNIT));
		as(person, get(this.t.url())).andExpect((inWeek || own) ? shows("/calendar/trips/" + id) : hides(title()))
			.andExpect(inWeek ? shows("/files/" + paper(id)) : hides("/files/" + paper(id)));
		boolean registers = this.t.viewer(person).is(Role.OFFICE) || own;
		boolean listed = registers || this.t.viewer(person).is(Role.LEADER) && expected == 200;
		as(person, get("/calendar/trips?q=" + title()))
			.andExpect(listed ? shows("/calendar/trips/" + id + "\"") : hides("/calendar/trips/" + id + "\""));
	}

	@ParameterizedTest
	@CsvSource({ "LEADER, BTP, ARRANGED, 403", "OBSERVER, VPB, ARRANGED, 404", "CLERK, CKHTC, ARRANGED, 404",
			"OBSERVER, CCNTT, PROPOSED, 403", "CLERK, STP-08, PROPOSED, 404", "ADMIN, VPB, PROPOSED, 404" })
	void who_may_not_write_is_refused_everywhere(Role role, String unit, EntryStatus state, int refused)
			throws Exception {
		long id = registered();
		if (state == EntryStatus.ARRANGED) {
			this.trips.accept(id, this.t.viewer(this.t.office));
		}
		String person = this.people.add(role, unit);
		String trip = "/calendar/trips/" + id;
		for (String path : List.of("/edit", "/return", "/cancellation")) {
			as(person, get(trip + path)).andExpect(status().is(refused));
		}
		as(person, form(post(trip))).andExpect(status().is(refused));
		as(person, post(trip + "/acceptance").param("version", "0")).andExpect(status().is(refused));
		for (String path : List.of("/return", "/cancellation")) {
			as(person, post(trip + path).param("reason", "x").param("version", "0")).andExpect(status().is(refused));
		}
		if (role != Role.CLERK) {
			as(person, get("/calendar/trips/new")).andExpect(status().isForbidden());
			as(person, form(post("/calendar/trips"))).andExpect(status().isForbidden());
			as(person, form(post("/calendar/trips/clashes"))).andExpect(status().isForbidden());
		}
		assertThat(statusOf(id)).isEqualTo(state);
	}

	@Test
	void unit_changes_its_own_registration_only_until_it_is_arranged() throws Exception {
		long id = registered();
		String trip = "/calendar/trips/" + id;
		as(this.clerk, get(trip + "/return")).andExpect(status().isForbidden());
		as(this.clerk, post(trip + "/acceptance").param("version", "0")).andExpect(status().isForbidden());
		as(this.clerk, form(post(trip)).param("note", "Mang theo hồ sơ")).andExpect(status().isFound());
		as(this.t.office, post(trip + "/acceptance").param("version", "0")).andExpect(status().isConflict())
			.andExpect(shows("vừa được sửa sau khi bạn mở trang"));
		as(this.t.office, post(trip + "/acceptance").param("version", "1")).andExpect(status().isFound());
		as(this.clerk, form(post(trip)).param("version", "2").param("note", "Đổi muộn")).andExpect(status().is(422))
			.andExpect(shows("Đổi muộn"))
			.andExpect(shows("đã được xếp vào lịch"));
		as(this.clerk, get(trip)).andExpect(shows("Cục Công nghệ thông tin")).andExpect(hides("Hủy chuyến công tác"));
		assertThat(this.jdbc.sql("select note from business_trip where id = ?").param(id).query(String.class).single())
			.isEqualTo("Mang theo hồ sơ");
	}

	@Test
	void returned_registration_is_told_mended_and_comes_back() throws Exception {
		long id = registered();
		assertThat(tasks(this.t.office, this.t.week)).contains("calendar.obligation.arrange");
		as(this.t.office,
				post("/calendar/trips/" + id + "/return").param("reason", "Gửi kèm quyết định").param("version", "0"))
			.andExpect(status().isFound());
		assertThat(this.t.messages(this.clerk)).singleElement().asString().contains(title(), "Gửi kèm quyết định");
		assertThat(this.obligations.obligationsOf(this.t.viewer(this.clerk)))
			.anySatisfy((it) -> assertThat(it.url()).isEqualTo("/calendar/trips/" + id));
		as(this.clerk, get("/calendar/trips/" + id)).andExpect(shows("Gửi kèm quyết định"));
		as(this.clerk, get(this.t.url())).andExpect(shows("Đăng ký của đơn vị"))
			.andExpect(shows("/calendar/trips/" + id))
			.andExpect(shows("Gửi kèm quyết định"));
		as(this.t.office, get(this.t.url())).andExpect(shows("Đã trả lại đơn vị"))
			.andExpect(shows("/calendar/trips/" + id));
		as(this.clerk, form(post("/calendar/trips/" + id)).param("version", "1")).andExpect(status().isFound());
		assertThat(statusOf(id)).isEqualTo(EntryStatus.PROPOSED);
		long own = arranged(0, 1);
		as(this.t.office, post("/calendar/trips/" + own + "/return").param("reason", "x").param("version", "0"))
			.andExpect(status().is(422))
			.andExpect(shows("không có đơn vị để trả lại"));
	}

	// ---- bad input ----

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "title | - | Nhập mục đích, nội dung chuyến công tác.",
			"title | LONG | dài quá 500 ký tự", "startsOn | - | Chọn ngày đi.",
			"startsOn | 31/02/2041 | Ngày đi chưa đúng", "startsOn | 01/06/2020 | đã qua nên lịch",
			"startsHalf | - | Chọn buổi đi.", "startsHalf | EVENING | Chọn buổi đi trong danh sách.",
			"departsAt | sáng sớm | Giờ đi chưa đúng", "departsAt | 13:00 | Giờ đi phải trước 12:00",
			"endsOn | - | Chọn ngày về.", "endsOn | BEFORE | Ngày về phải từ ngày đi", "endsOn | FAR | Ngày quá xa",
			"startsOn | FAR | Ngày quá xa", "endsHalf | - | Chọn buổi về.", "returnsAt | 25:00 | Giờ về chưa đúng",
			"returnsAt | 09:00 | Giờ về phải sau 12:00", "leaderIds | - | Chọn ít nhất một lãnh đạo.",
			"leaderIds | CAR | Không có lãnh đạo này", "leaderIds | Bộ trưởng | Chọn lãnh đạo trong danh sách.",
			"provinceId | P99 | Không có tỉnh, thành phố này", "provinceId | P49-2025 | không còn vào ngày",
			"place | - | Chọn tỉnh, thành phố hoặc ghi nơi đến.", "place | LONG | Nơi đến dài quá 200 ký tự",
			"carId | 999999 | Không có xe này", "carId | RETIRED | không còn dùng",
			"participants | VERY LONG | Người cùng đi dài quá 1.000 ký tự", "unitIds | 999999 | Không có đơn vị này.",
			"unitIds | DISSOLVED | không hoạt động vào ngày", "preparingUnitId | DISSOLVED | không hoạt động vào ngày",
			"preparingUnitId | Cục | Chọn đơn vị chuẩn bị trong danh sách.",
			"decision | LONG | văn bản dài quá 200 ký tự", "note | VERY LONG | Ghi chú dài quá 1.000 ký tự" })
	void bad_input_gets_a_sentence_and_keeps_what_was_typed(String field, String value, String sentence)
			throws Exception {
		String typed = (value == null) ? "" : switch (value) {
			case "LONG" -> "a".repeat(501);
			case "VERY LONG" -> "a".repeat(1001);
			case "BEFORE" -> this.t.day(0);
			case "FAR" -> LocalDate.now(this.clock).plusMonths(TestWeeks.MONTHS_AHEAD).plusDays(1).toString();
			case "CAR" -> String.valueOf(this.t.car);
			case "RETIRED" -> String.valueOf(retiredCar());
			case "DISSOLVED" -> String.valueOf(dissolved());
			default -> value;
		};
		MockHttpServletRequestBuilder request = post("/calendar/trips");
		fields().forEach((name, filled) -> {
			if (!name.equals(field)) {
				request.param(name, filled);
			}
		});
		String kept = field.equals("decision") ? "note" : "decision";
		as(this.t.office, request.param(kept, "Giữ lại nguyên văn").param(field, typed)).andExpect(status().is(422))
			.andExpect(shows(sentence))
			.andExpect(shows("Giữ lại nguyên văn"));
		assertThat(tripCount()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/entries", "/calendar/trips" })
	void mistakes_are_listed_as_the_fields_follow_on_the_page(String url) throws Exception {
		String page = html(as(this.t.office,
				post(url).param("place", "a".repeat(201))
					.param("note", "a".repeat(1001))
					.param("decision", "a".repeat(201))
					.param("participants", "a".repeat(1001))
					.param("roomId", "999999")
					.param("carId", "999999")
					.param("provinceId", "P99")
					.param("unitIds", "999999")
					.param("preparingUnitId", "999999"))
			.andExpect(status().is(422))
			.andReturn());
		List<String> listed = Pattern.compile("<li><a href=\"#(\\w+)\">")
			.matcher(page)
			.results()
			.map((found) -> found.group(1).replaceAll("\\d+$", ""))
			.toList();
		assertThat(listed).hasSizeGreaterThan(8)
			.isSortedAccordingTo(Comparator.comparing((field) -> page.indexOf("id=\"" + field + "-error\"")));
	}

	@Test
	void everything_wrong_is_told_in_one_round() throws Exception {
		for (String person : List.of(this.clerk, this.t.office)) {
			as(person,
					post("/calendar/trips").param("startsOn", this.t.day(2))
						.param("endsOn", this.t.day(1))
						.param("departsAt", "13:00")
						.param("carId", "999999"))
				.andExpect(status().is(422))
				.andExpect(shows("Nhập mục đích, nội dung chuyến công tác."))
				.andExpect(shows("Ngày về phải từ ngày đi"))
				.andExpect(shows("Giờ đi phải trước 12:00"))
				.andExpect(shows("Chọn ít nhất một lãnh đạo."))
				.andExpect(shows("Chọn tỉnh, thành phố hoặc ghi nơi đến."))
				.andExpect(shows("Không có xe này"));
		}
		assertThat(tripCount()).isZero();
	}

	@Test
	void two_people_editing_one_trip_see_both_texts_with_names() throws Exception {
		long id = arranged(1, 2);
		as(this.t.office, form(post("/calendar/trips/" + id)).param("decision", "Người thứ nhất"))
			.andExpect(status().isFound());
		as(this.t.office,
				form(post("/calendar/trips/" + id)).param("decision", "Người thứ hai")
					.param("carId", String.valueOf(this.t.car))
					.param("provinceId", "P48"))
			.andExpect(status().isConflict())
			.andExpect(shows("Người thứ nhất"))
			.andExpect(shows("Người thứ hai"))
			.andExpect(shows("<span>Xe " + this.t.number + "</span>"))
			.andExpect(shows("<span>Đà Nẵng</span>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "return", "cancellation" })
	void reason_is_asked_for_and_a_stale_page_is_told(String act) throws Exception {
		long id = registered();
		String url = "/calendar/trips/" + id + "/" + act;
		as(this.t.office, get(url)).andExpect(status().isOk());
		as(this.t.office, post(url).param("reason", "  ").param("version", "0")).andExpect(status().is(422))
			.andExpect(
					shows(act.equals("return") ? "Nhập lý do trả lại để đơn vị biết cần sửa gì." : "Nhập lý do hủy."));
		as(this.clerk, form(post("/calendar/trips/" + id)).param("note", "Khác")).andExpect(status().isFound());
		as(this.t.office, post(url).param("reason", "Thiếu văn bản").param("version", "0"))
			.andExpect(status().isConflict())
			.andExpect(shows("Thiếu văn bản"));
		as(this.t.office, post(url).param("reason", "Thiếu văn bản").param("version", "1"))
			.andExpect(status().isFound());
		assertThat(statusOf(id)).isEqualTo(act.equals("return") ? EntryStatus.RETURNED : EntryStatus.CANCELLED);
		as(this.t.office, post(url).param("reason", "Lần nữa").param("version", "2")).andExpect(status().is(422));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/trips/999999999", "/calendar/trips/999999999/edit", "/calendar/trips/abc",
			"/calendar/trips/999999999/return", "/calendar/trips/999999999/cancellation" })
	void what_does_not_exist_is_not_found(String path) throws Exception {
		as(this.t.office, get(path)).andExpect(status().isNotFound());
	}

	// ---- in its weeks ----

	@Test
	void trip_stands_in_every_half_day_of_every_week_that_it_touches() throws Exception {
		TestWeeks later = new TestWeeks(this.context);
		assertThat(later.week).isEqualTo(this.t.week.next());
		long id = this.trips.add(
				plan(4, HalfDay.AFTERNOON, LocalTime.of(14, 0), 8, HalfDay.MORNING, LocalTime.of(10, 30)),
				this.t.viewer(this.t.office));
		assertThat(halves(this.t, id)).containsExactly("Thứ sáu Chiều 14:00", "Thứ bảy Sáng Cả buổi",
				"Thứ bảy Chiều Cả buổi", "Chủ nhật Sáng Cả buổi", "Chủ nhật Chiều Cả buổi");
		assertThat(halves(later, id)).containsExactly("Thứ hai Sáng Cả buổi", "Thứ hai Chiều Cả buổi",
				"Thứ ba Sáng đến 10:30");
		as(this.t.office, get(this.t.url())).andExpect(shows("Chủ nhật"))
			.andExpect(shows("Chuyến công tác"))
			.andExpect(shows("Lãnh đạo " + this.t.number));
		as(this.t.office, get("/calendar/trips/" + id)).andExpect(shows("tuần " + this.t.week.number()))
			.andExpect(shows("tuần " + later.week.number()))
			.andExpect(shows("Buổi chiều, thứ sáu " + DateFormats.day(this.t.week.monday().plusDays(4)) + ", 14:00"));
		this.t.publish();
		later.publish();
		assertThatThrownBy(this.t::release).isInstanceOf(RuleViolation.class).hasMessage("calendar.error.unchanged");

		this.trips.cancel(id, "Hoãn", this.t.viewer(this.t.office));
		for (TestWeeks week : List.of(this.t, later)) {
			as(this.people.add(Role.CLERK, "CKHTC"), get(week.url())).andExpect(shows(title()));
			assertThat(tasks(this.t.office, week.week)).contains("calendar.obligation.publishChange");
			as(this.t.office, get(week.url())).andExpect(shows("Bỏ khỏi lịch “" + title()));
			assertThat(week.release()).isEqualTo(2);
			as(this.people.add(Role.CLERK, "CKHTC"), get(week.url())).andExpect(hides("/calendar/trips/" + id));
		}
	}

	@Test
	void workbook_names_the_half_day_of_each_row() throws Exception {
		this.trips.add(plan(1, HalfDay.AFTERNOON, null, 2, HalfDay.MORNING, null), this.t.viewer(this.t.office));
		List<List<String>> rows = TestWorkbook
			.rows(as(this.t.office, get("/calendar.xlsx?week=" + this.t.week.key())).andReturn()
				.getResponse()
				.getContentAsByteArray());
		assertThat(rows.stream().filter((row) -> row.contains(title())).map((row) -> row.get(1)))
			.containsExactly("Chiều", "Sáng");
	}

	@Test
	void every_week_that_a_trip_stands_in_or_leaves_keeps_its_history() {
		TestWeeks later = new TestWeeks(this.context);
		long id = arranged(1, 2);
		this.trips.change(id, plan(8, HalfDay.MORNING, null, 9, HalfDay.AFTERNOON, null), this.t.viewer(this.t.office));
		for (TestWeeks week : List.of(this.t, later)) {
			assertThat(this.jdbc
				.sql("select count(*) from audit_entry where action = 'calendar.audit.tripChanged' and subject_id = ?")
				.param(this.t.weeks.find(week.week).orElseThrow().getId())
				.query(Long.class)
				.single()).isEqualTo(1);
		}
	}

	@Test
	void unit_learns_that_its_own_trip_is_in_the_way() throws Exception {
		registered();
		as(this.clerk, form(post("/calendar/entries/clashes"), "Xin gặp", 1)).andExpect(shows("đã có “" + title()));
		as(this.people.add(Role.CLERK, "CKHTC"), form(post("/calendar/entries/clashes"), "Xin gặp", 1))
			.andExpect(shows("đã có việc khác"))
			.andExpect(hides(title()));
	}

	@Test
	void leader_is_away_on_the_sunday_night_between_two_weeks_of_a_trip() {
		this.t.arranged("Dự lễ", 6, "19:00", "20:00");
		this.trips.add(plan(4, HalfDay.MORNING, null, 8, HalfDay.MORNING, null), this.t.viewer(this.t.office));
		assertThat(this.pages.week(this.t.week, null, this.t.viewer(this.t.office)).state().clashes()).hasSize(1);
	}

	@Test
	void trip_of_two_weeks_is_decided_once() {
		this.trips.add(plan(4, HalfDay.MORNING, null, 8, HalfDay.MORNING, null), this.t.viewer(this.clerk));
		assertThat(tasks(this.t.office, this.t.week)).contains("calendar.obligation.arrange");
		assertThat(tasks(this.t.office, this.t.week.next())).doesNotContain("calendar.obligation.arrange");
	}

	@Test
	void returned_trip_that_has_begun_is_registered_anew_with_its_first_day() throws Exception {
		LocalDate today = LocalDate.now(this.clock);
		long id = registered();
		this.trips.sendBack(id, "Gửi kèm quyết định", this.t.viewer(this.t.office));
		this.jdbc.sql("update business_trip set starts_on = ?, ends_on = ? where id = ?")
			.params(today.minusDays(1), today.plusDays(1), id)
			.update();
		assertThat(this.obligations.obligationsOf(this.t.viewer(this.clerk)))
			.anySatisfy((it) -> assertThat(it.url()).isEqualTo("/calendar/trips/" + id));
		this.trips.change(id,
				plan(today.minusDays(1), HalfDay.MORNING, null, today.plusDays(1), HalfDay.AFTERNOON, null),
				this.t.viewer(this.clerk));
		assertThat(statusOf(id)).isEqualTo(EntryStatus.PROPOSED);
		assertThat(this.jdbc
			.sql("""
					select changes::text from audit_entry where action = 'calendar.audit.tripChanged' order by id desc limit 1
					""")
			.query(String.class)
			.single()).contains("EntryStatus.RETURNED", "EntryStatus.PROPOSED", "Gửi kèm quyết định");
		this.trips.cancel(id, "Xong", this.t.viewer(this.t.office));
	}

	@Test
	void longer_trip_is_compared_at_the_same_price() throws Exception {
		this.t.arranged("Giao ban", 1, "08:00", "09:00");
		int few = comparing(2);
		assertThat(comparing(30)).isEqualTo(few);
	}

	private int comparing(int last) throws Exception {
		MockHttpServletRequestBuilder typed = post("/calendar/trips/clashes").header("HX-Request", "true");
		fields().forEach((name, value) -> typed.param(name, name.equals("endsOn") ? this.t.day(last) : value));
		return StatementCounter.during(() -> as(this.t.office, typed).andExpect(shows("đã có “Giao ban”"))).size();
	}

	@Test
	void trip_over_the_turn_of_the_year_is_found_by_both_weeks() {
		Week last = Week.parse("2039-W52").orElseThrow();
		long id = this.trips.add(plan(last.sunday().minusDays(1), HalfDay.MORNING, null, last.sunday().plusDays(2),
				HalfDay.AFTERNOON, null), this.t.viewer(this.t.office));
		assertThat(stretches(last, last, id)).containsExactly("2039-W52 2039-12-31 – 2040-01-01");
		assertThat(stretches(last.next(), last.next(), id)).containsExactly("2040-W01 2040-01-02 – 2040-01-03");
		assertThat(stretches(last, last.next(), id)).containsExactly("2039-W52 2039-12-31 – 2040-01-01",
				"2040-W01 2040-01-02 – 2040-01-03");
		assertThat(stretches(last.previous(), last.previous(), id)).isEmpty();
	}

	private List<String> stretches(Week from, Week to, long id) {
		return this.sources.stream()
			.flatMap((source) -> source.between(from.monday(), to.sunday()).stream())
			.filter((it) -> it.key().startsWith("trip:" + id + ":"))
			.map(BusinessTripPageTests::text)
			.toList();
	}

	private static String text(Appearance it) {
		return it.key().replaceAll(".*:", "") + " " + it.day() + " – " + it.lastDay();
	}

	@Test
	void leader_and_car_on_a_trip_clash_with_all_that_lies_in_its_days() throws Exception {
		this.t.arranged("Giao ban", 1, "08:00", "09:00");
		this.t.arranged(new EntryPlan("Đón khách", this.t.week.monday().plusDays(2), LocalTime.of(14, 0), null,
				Set.of(this.t.deputy), null, "Sân bay", null, Set.of(), null, this.t.car, null));
		conference("Hội nghị trùng chuyến đi");
		MockHttpServletRequestBuilder typed = form(post("/calendar/trips/clashes")).param("carId",
				String.valueOf(this.t.car));
		as(this.t.office, typed.header("HX-Request", "true")).andExpect(status().isOk())
			.andExpect(shows("đã có “Giao ban”"))
			.andExpect(shows("đã có “Hội nghị trùng chuyến đi”"))
			.andExpect(shows("Xe Xe " + this.t.number + " đã đi “Đón khách”"))
			.andExpect(hides("<html"));
		as(this.clerk, form(post("/calendar/trips/clashes"))).andExpect(shows("đã có việc khác"))
			.andExpect(hides("Giao ban"));
		as(this.t.office, post("/calendar/trips/clashes").header("HX-Request", "true").param("startsOn", "mai"))
			.andExpect(status().isOk())
			.andExpect(shows("Chọn ngày đi, ngày về và lãnh đạo"));
		assertThat(tripCount()).isZero();

		as(this.t.office, form(post("/calendar/trips")).param("carId", String.valueOf(this.t.car)))
			.andExpect(flash().attribute("flash", "calendar.addedClashing"));
		long id = this.jdbc.sql("select max(id) from business_trip").query(Long.class).single();
		as(this.t.office, get("/calendar/trips/" + id)).andExpect(shows("Có 3 chỗ trùng"));
		as(this.t.office, form(post("/calendar/entries/clashes"), "Tiếp khách", 1))
			.andExpect(shows("đã có “" + title()));
		this.t.approve();
		assertThatThrownBy(this.t::release).isInstanceOf(RuleViolation.class).hasMessage("calendar.error.clashes");
		for (int i = 0; i < 3; i++) {
			this.t.weeks.override(this.t.week, blockingKey(), "Cấp phó dự thay", this.t.viewer(this.t.office));
		}
		assertThat(this.t.release()).isEqualTo(1);
		this.trips.change(id, plan(1, HalfDay.MORNING, null, 3, HalfDay.MORNING, null), this.t.viewer(this.t.office));
		assertThatThrownBy(this.t::release).as("a trip that moves clashes anew")
			.isInstanceOf(RuleViolation.class)
			.hasMessage("calendar.error.clashes");
	}

	@Test
	void accepted_trip_has_to_be_approved_with_its_week() {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		long id = registered();
		this.t.approve();
		this.trips.accept(id, this.t.viewer(this.t.office));
		assertThat(this.t.weeks.find(this.t.week).orElseThrow().getStatus()).isEqualTo(WeekStatus.OPEN);
		this.t.approve();
		assertThat(this.t.release()).isEqualTo(1);
	}

	@Test
	void change_of_a_published_trip_is_told_to_leaders_and_units_in_one_sentence() throws Exception {
		String head = this.people.add(Role.UNIT_HEAD, GUEST);
		long id = this.trips.add(plan(1, HalfDay.MORNING, null, 2, HalfDay.AFTERNOON, null),
				this.t.viewer(this.t.office));
		this.t.publish();
		assertThat(this.t.messages(head)).singleElement().asString().contains("calendar.notice.released");
		String moved = DateFormats.day(this.t.week.monday().plusDays(1)) + " – "
				+ DateFormats.day(this.t.week.monday().plusDays(3));
		this.trips.change(id, plan(1, HalfDay.MORNING, null, 3, HalfDay.AFTERNOON, null), this.t.viewer(this.t.office));
		as(head, get("/calendar/trips/" + id)).andExpect(status().isOk())
			.andExpect(hides(DateFormats.day(this.t.week.monday().plusDays(3))))
			.andExpect(hides("Sửa"));
		this.t.release();
		for (String told : List.of(head, this.t.leader)) {
			assertThat(this.t.messages(told)).last().asString().contains("calendar.notice.changed", title(), moved);
			as(told, get("/calendar")).andExpect(shows("sang " + moved));
		}
		as(head, get("/calendar/trips/" + id)).andExpect(shows(DateFormats.day(this.t.week.monday().plusDays(3))));
	}

	@Test
	void feed_shows_a_trip_as_one_event_of_each_week_and_follows_it() throws Exception {
		long id = this.trips.add(plan(1, HalfDay.MORNING, null, 3, HalfDay.MORNING, null),
				this.t.viewer(this.t.office));
		this.t.publish();
		String address = feed();
		VEvent first = event(address);
		assertThat(told(first)).isEqualTo(days(1, 4) + " 0 CONFIRMED");
		assertThat(first.getSummary().getValue()).isEqualTo(title());
		assertThat(first.getDescription().getValue())
			.contains("Sáng " + DateFormats.day(this.t.week.monday().plusDays(1)) + " – Sáng "
					+ DateFormats.day(this.t.week.monday().plusDays(3)));
		this.trips.change(id, plan(2, HalfDay.MORNING, LocalTime.of(7, 30), 4, HalfDay.AFTERNOON, null),
				this.t.viewer(this.t.office));
		this.t.release();
		VEvent second = event(address);
		assertThat(second.getUid()).isEqualTo(first.getUid());
		assertThat(told(second)).isEqualTo(DateTimeFormatter.BASIC_ISO_DATE.format(this.t.week.monday().plusDays(2))
				+ "T073000–" + DateTimeFormatter.BASIC_ISO_DATE.format(this.t.week.monday().plusDays(4)) + "T180000"
				+ " 1 CONFIRMED");
		this.trips.cancel(id, "Hoãn sang tháng sau", this.t.viewer(this.t.office));
		this.t.release();
		assertThat(this.t.messages(this.t.leader)).last()
			.asString()
			.contains("Hủy “" + title())
			.contains("Lý do: Hoãn sang tháng sau");
		assertThat(told(event(address))).endsWith(" 2 CANCELLED");
	}

	private String feed() throws Exception {
		String address = (String) as(this.t.leader, post("/calendar/feed").param("scope", "MINE")).andReturn()
			.getFlashMap()
			.get("address");
		return address.replaceFirst("^https?://[^/]+", "");
	}

	private VEvent event(String address) throws Exception {
		String text = this.mvc.perform(get(address))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		List<VEvent> events = new CalendarBuilder().build(new StringReader(text)).getComponents(Component.VEVENT);
		assertThat(events).hasSize(1);
		return events.get(0);
	}

	private static String told(VEvent event) {
		return event.getRequiredProperty(Property.DTSTART).getValue() + "–"
				+ event.getRequiredProperty(Property.DTEND).getValue() + " "
				+ event.getRequiredProperty(Property.SEQUENCE).getValue() + " "
				+ event.getRequiredProperty(Property.STATUS).getValue();
	}

	private String days(int first, int behind) {
		return DateTimeFormatter.BASIC_ISO_DATE.format(this.t.week.monday().plusDays(first)) + "–"
				+ DateTimeFormatter.BASIC_ISO_DATE.format(this.t.week.monday().plusDays(behind));
	}

	@Test
	void trip_that_began_in_a_week_that_is_over_keeps_its_first_day() throws Exception {
		LocalDate monday = Week.of(LocalDate.now(this.clock)).monday();
		long id = arranged(1, 2);
		this.jdbc.sql("update business_trip set starts_on = ?, ends_on = ? where id = ?")
			.params(monday.minusDays(3), monday.plusDays(1), id)
			.update();
		MockHttpServletRequestBuilder moved = post("/calendar/trips/" + id);
		fields().forEach((name, value) -> moved.param(name, switch (name) {
			case "startsOn" -> monday.toString();
			case "endsOn" -> monday.plusDays(2).toString();
			default -> value;
		}));
		as(this.t.office, moved).andExpect(status().is(422)).andExpect(shows("không đổi được ngày đi"));
		this.trips.change(id,
				plan(monday.minusDays(3), HalfDay.MORNING, null, monday.plusDays(2), HalfDay.AFTERNOON, null),
				this.t.viewer(this.t.office));
		as(this.t.office, get("/calendar/trips/" + id)).andExpect(shows(DateFormats.day(monday.plusDays(2))));
		this.jdbc.sql("update business_trip set ends_on = ? where id = ?").params(monday.minusDays(2), id).update();
		as(this.t.office, post("/calendar/trips/" + id + "/cancellation").param("reason", "x").param("version", "1"))
			.andExpect(status().is(422))
			.andExpect(shows("đã qua nên lịch"));
		this.jdbc.sql("update business_trip set status = 'CANCELLED', reason = 'x' where id = ?").param(id).update();
	}

	// ---- list, workbook, cost ----

	@Test
	void list_is_filtered_sorted_and_exported() throws Exception {
		long one = arranged(1, 2);
		long other = registered();
		as(this.t.office, get("/calendar/trips?state=PROPOSED&q=" + title())).andExpect(shows("trips/" + other + "\""))
			.andExpect(hides("trips/" + one + "\""));
		as(this.t.office, get("/calendar/trips?leader=" + this.t.minister)).andExpect(shows("trips/" + one + "\""))
			.andExpect(shows("trips/" + other + "\""));
		as(this.t.office, get("/calendar/trips?leader=" + this.t.deputy)).andExpect(hides("trips/" + one + "\""))
			.andExpect(shows("Không có chuyến công tác nào đúng điều kiện lọc"));
		as(this.t.office, get("/calendar/trips?year=" + this.t.week.monday().plusDays(1).getYear() + "&q=" + title()))
			.andExpect(shows("trips/" + one + "\""));
		for (String sort : List.of("day", "-day", "title", "unit", "-state")) {
			as(this.t.office, get("/calendar/trips?sort=" + sort)).andExpect(status().isOk());
		}
		as(this.t.office, get("/calendar/trips.xlsx?q=" + title())).andExpect(status().isOk())
			.andExpect((result) -> assertThat(result.getResponse().getHeader("Content-Disposition")).contains(".xlsx"));
		this.mvc.perform(get("/calendar/trips").with(this.people.as(Role.CLERK, "STP-08")))
			.andExpect(shows("Chưa có chuyến công tác nào."))
			.andExpect(shows("Đăng ký chuyến công tác"));
	}

	@Test
	void longer_list_and_fuller_week_cost_no_more_statements() throws Exception {
		arranged(1, 2);
		String list = "/calendar/trips?q=" + title();
		int listed = statements(this.t.office, list);
		int week = statements(this.t.office, this.t.url());
		this.trips.add(plan(3, HalfDay.MORNING, null, 8, HalfDay.MORNING, null), this.t.viewer(this.t.office));
		registered();
		assertThat(statements(this.t.office, list)).isEqualTo(listed);
		assertThat(statements(this.t.office, this.t.url())).isEqualTo(week);
	}

	private int statements(String person, String url) throws Exception {
		as(person, get(url));
		return StatementCounter.during(() -> as(person, get(url)).andExpect(status().isOk())).size();
	}

	// ---- helpers ----

	private String title() {
		return TITLE + " " + this.t.number;
	}

	private TripPlan plan(int first, HalfDay startsHalf, LocalTime departsAt, int last, HalfDay endsHalf,
			LocalTime returnsAt) {
		LocalDate monday = this.t.week.monday();
		return plan(monday.plusDays(first), startsHalf, departsAt, monday.plusDays(last), endsHalf, returnsAt);
	}

	private TripPlan plan(LocalDate first, HalfDay startsHalf, LocalTime departsAt, LocalDate last, HalfDay endsHalf,
			LocalTime returnsAt) {
		return new TripPlan(title(), first, startsHalf, departsAt, last, endsHalf, returnsAt, Set.of(this.t.minister),
				null, "Đà Nẵng", null, Set.of(unit(GUEST)), null, null, null, null);
	}

	/** What a unit asks for, from Tuesday to Wednesday. */
	private long registered() {
		return this.trips.add(plan(1, HalfDay.MORNING, null, 2, HalfDay.AFTERNOON, null), this.t.viewer(this.clerk));
	}

	private long arranged(int first, int last) {
		return this.trips.add(plan(first, HalfDay.MORNING, null, last, HalfDay.AFTERNOON, null),
				this.t.viewer(this.t.office));
	}

	private Map<String, String> fields() {
		return Map.of("title", title(), "startsOn", this.t.day(1), "startsHalf", "MORNING", "endsOn", this.t.day(2),
				"endsHalf", "AFTERNOON", "leaderIds", String.valueOf(this.t.minister), "place", "Đà Nẵng");
	}

	private MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder request) {
		fields().forEach(request::param);
		return request;
	}

	private MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder request, String title, int day) {
		return request.param("title", title)
			.param("day", this.t.day(day))
			.param("startsAt", "20:00")
			.param("leaderIds", String.valueOf(this.t.minister))
			.param("place", "Trụ sở Bộ");
	}

	/** Of the minister, on the Tuesday. */
	private void conference(String title) {
		LocalDate day = this.t.week.monday().plusDays(1);
		Conferences conferences = this.context.getBean(Conferences.class);
		long id = conferences.create(
				new ConferencePlan(title, ConferenceKind.BRIEFING, day, HalfDay.AFTERNOON, day, HalfDay.AFTERNOON,
						"Hà Nội", "P01", unit(UnitDirectory.MINISTRY_OFFICE), false, false, "Nội dung",
						"Lãnh đạo đơn vị", null, null, day.minusDays(7).atStartOfDay(this.clock.getZone()).toInstant(),
						List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Người chủ trì",
								"Lãnh đạo " + this.t.number),
								new ConferencePerson(ConferencePerson.Part.SECRETARY, "Thư ký", null))),
				this.t.viewer(this.t.office));
		conferences.invite(id, Set.of(unit("CQLTHADS")), 2, null, this.t.viewer(this.t.office));
		conferences.announce(id, this.t.viewer(this.t.office));
	}

	/** Day, half and time of each place in the week's grid where the trip stands. */
	private List<String> halves(TestWeeks week, long id) throws Exception {
		String page = html(as(this.t.office, get(week.url())).andReturn());
		return Pattern
			.compile("<h2>([^,]+),|<h3>([^<]+)<|slot-time\">([^<]+)</p>\\s*<div>\\s*<p class=\"slot-title\"><a href=\""
					+ "/calendar/trips/" + id + "\"")
			.matcher(page)
			.results()
			.collect(Halves::new, Halves::see, (one, other) -> {
			}).found;
	}

	private static final class Halves {

		private final List<String> found = new ArrayList<>();

		private String day;

		private String half;

		void see(MatchResult it) {
			if (it.group(1) != null) {
				this.day = it.group(1);
			}
			else if (it.group(2) != null) {
				this.half = it.group(2);
			}
			else {
				this.found.add(this.day + " " + this.half + " " + it.group(3));
			}
		}

	}

	private String blockingKey() {
		return this.pages.week(this.t.week, null, this.t.viewer(this.t.office))
			.state()
			.clashes()
			.stream()
			.filter((item) -> item.isBlocking())
			.findFirst()
			.orElseThrow()
			.clash()
			.key();
	}

	private List<String> tasks(String person, Week week) {
		return this.obligations.obligationsOf(this.t.viewer(person))
			.stream()
			.filter((it) -> it.url().endsWith(week.key()))
			.map((it) -> it.titleKey())
			.toList();
	}

	private EntryStatus statusOf(long id) {
		return EntryStatus.valueOf(
				this.jdbc.sql("select status from business_trip where id = ?").param(id).query(String.class).single());
	}

	private long tripCount() {
		return this.jdbc.sql("select count(*) from business_trip where title like ?")
			.param("%" + this.t.number)
			.query(Long.class)
			.single();
	}

	private long unit(String code) {
		return this.t.unit(code);
	}

	private long dissolved() {
		return this.t.units.all().stream().filter((unit) -> unit.validTo() != null).findFirst().orElseThrow().id();
	}

	private long retiredCar() {
		ResourceForm form = this.t.resources.edit(ResourceKind.CAR, this.t.car);
		form.setRetired(true);
		this.t.resources.update(ResourceKind.CAR, this.t.car, form, Actor.system());
		return this.t.car;
	}

	private ResultActions as(String person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return this.mvc.perform(request.with(this.people.as(person)).with(csrf()));
	}

	private static ResultMatcher shows(String text) {
		return (result) -> assertThat(html(result)).contains(text);
	}

	private static ResultMatcher hides(String text) {
		return (result) -> assertThat(html(result)).doesNotContain(text);
	}

	private static String html(MvcResult result) throws Exception {
		return HtmlUtils.htmlUnescape(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
	}

}
