package vn.nhactruong.calendar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.DeflaterOutputStream;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.calendar.resource.ResourceForm;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.calendar.week.CalendarObligations;
import vn.nhactruong.calendar.week.CalendarPages;
import vn.nhactruong.calendar.week.WeekPage.State;
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

/** The pages of the leaders' week with real people, a real database and bad input. */
@PortalTest
class CalendarPageTests {

	private static final String UNIT = "CCNTT";

	private static final String GUEST = "STP-48";

	private static final String STRANGER = "STP-08";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPeople people;

	@Autowired
	private Conferences conferences;

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

	// ---- who sees what ----

	@ParameterizedTest
	@CsvSource({ "OFFICE, VPB, 200, 200, 200", "LEADER, BTP, 404, 200, 200", "OBSERVER, VPB, 404, 404, 200",
			"CLERK, CCNTT, 200, 200, 200", "UNIT_HEAD, CCNTT, 200, 200, 200", "OBSERVER, CCNTT, 200, 200, 200",
			"CLERK, CKHTC, 404, 404, 200", "CLERK, STP-48, 404, 404, 200", "UNIT_HEAD, STP-48, 404, 404, 200",
			"CLERK, STP-08, 404, 404, 404", "UNIT_HEAD, THADS-48, 404, 404, 404", "ADMIN, VPB, 404, 404, 404" })
	void who_sees_an_entry_in_which_state(Role role, String unit, int proposed, int arranged, int published)
			throws Exception {
		long id = this.t.entries.add(
				this.t.plan("Bàn việc chung", 1, "08:00", "09:00", Set.of(this.t.minister), Set.of(this.t.unit(GUEST))),
				this.t.viewer(this.clerk));
		String person = this.people.add(role, unit);
		see(person, id, proposed, role == Role.OFFICE || proposed == 200);
		this.t.entries.accept(id, this.t.viewer(this.t.office));
		see(person, id, arranged, this.t.viewer(person).is(Role.OFFICE, Role.LEADER) || arranged == 200);
		this.t.publish();
		see(person, id, published, published == 200);
	}

	private void see(String person, long id, int expected, boolean inWeek) throws Exception {
		as(person, get("/calendar/entries/" + id)).andExpect(status().is(expected));
		for (String page : List.of(this.t.url(), "/calendar/print?week=" + this.t.week.key())) {
			boolean reads = !this.t.viewer(person).is(Role.ADMIN);
			ResultActions week = as(person, get(page)).andExpect(status().is(reads ? 200 : 403));
			if (reads && page.equals(this.t.url())) {
				week.andExpect(inWeek ? shows("Bàn việc chung") : hides("Bàn việc chung"));
			}
			else if (expected == 404) {
				week.andExpect(hides("Bàn việc chung"));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "LEADER, BTP, ARRANGED, 403", "OBSERVER, VPB, ARRANGED, 404", "CLERK, CKHTC, ARRANGED, 404",
			"OBSERVER, CCNTT, PROPOSED, 403", "CLERK, STP-08, PROPOSED, 404", "ADMIN, VPB, PROPOSED, 404" })
	void who_may_not_write_is_refused_everywhere(Role role, String unit, EntryStatus state, int refused)
			throws Exception {
		long id = this.t.entries.add(this.t.plan("Bàn việc chung", 1, "08:00", "09:00"), this.t.viewer(this.clerk));
		if (state == EntryStatus.ARRANGED) {
			this.t.entries.accept(id, this.t.viewer(this.t.office));
		}
		String person = this.people.add(role, unit);
		String entry = "/calendar/entries/" + id;
		for (String path : List.of("/edit", "/papers", "/return", "/cancellation")) {
			as(person, get(entry + path)).andExpect(status().is(refused));
		}
		as(person, form(post(entry), "Đổi trộm")).andExpect(status().is(refused));
		as(person, post(entry + "/acceptance").param("version", "0")).andExpect(status().is(refused));
		as(person, post(entry + "/return").param("reason", "x").param("version", "0")).andExpect(status().is(refused));
		as(person, post(entry + "/cancellation").param("reason", "x").param("version", "0"))
			.andExpect(status().is(refused));
		assertThat(statusOf(id)).isEqualTo(state);
	}

	@Test
	void unit_changes_its_own_registration_only_until_it_is_arranged() throws Exception {
		long id = this.t.entries.add(this.t.plan("Bàn việc chung", 1, "08:00", "09:00"), this.t.viewer(this.clerk));
		as(this.clerk, get("/calendar/entries/" + id + "/return")).andExpect(status().isForbidden());
		as(this.clerk, post("/calendar/entries/" + id + "/acceptance").param("version", "0"))
			.andExpect(status().isForbidden());
		as(this.clerk, form(post("/calendar/entries/" + id), "Bàn việc riêng")).andExpect(status().isFound());
		this.t.entries.accept(id, this.t.viewer(this.t.office));
		as(this.clerk, form(post("/calendar/entries/" + id), "Đổi muộn").param("version", "2"))
			.andExpect(status().is(422))
			.andExpect(shows("Đổi muộn"))
			.andExpect(shows("đã được xếp vào lịch"));
		assertThat(titleOf(id)).isEqualTo("Bàn việc riêng");
	}

	@ParameterizedTest
	@CsvSource({ "OFFICE, VPB, 200, 403", "LEADER, BTP, 403, 302", "CLERK, CCNTT, 403, 403", "OBSERVER, VPB, 403, 403",
			"UNIT_HEAD, STP-48, 403, 403", "ADMIN, VPB, 404, 404" })
	void only_leaders_approve_and_only_the_office_publishes(Role role, String unit, int publishing, int approving)
			throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.submit();
		String person = this.people.add(role, unit);
		String seen = seen();
		as(person, post(this.t.weekUrl("/approval")).param("seen", seen)).andExpect(status().is(approving));
		if (role != Role.LEADER) {
			this.t.weeks.approve(this.t.week, null, this.t.viewer(this.t.leader));
			as(person, get(this.t.weekUrl("/return"))).andExpect(status().is(approving));
			as(person, post(this.t.weekUrl("/return")).param("reason", "x").param("version", "0"))
				.andExpect(status().is(approving));
		}
		int submitting = (publishing == 200) ? 302 : publishing;
		as(person, post(this.t.weekUrl("/release")).param("seen", seen)).andExpect(status().is(submitting));
		as(person, get(this.t.weekUrl("/overrides/new")).param("clash", "x"))
			.andExpect(status().is((publishing == 200) ? 404 : publishing));
		as(person, post(this.t.weekUrl("/overrides")).param("clash", "x").param("reason", "x"))
			.andExpect(status().is((publishing == 200) ? 404 : publishing));
		if (publishing != 200) {
			as(person, post(this.t.weekUrl("/submission"))).andExpect(status().is(publishing));
		}
		assertThat(releasedNumber()).isEqualTo((publishing == 200) ? 1 : 0);
	}

	// ---- bad input ----

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "title | - | Nhập nội dung.",
			"title | LONG | dài quá 500 ký tự", "day | - | Chọn ngày.", "day | 31/02/2041 | Ngày chưa đúng",
			"startsAt | - | Nhập giờ bắt đầu.", "startsAt | sáng sớm | Giờ bắt đầu chưa đúng",
			"endsAt | 25:00 | Giờ kết thúc chưa đúng", "endsAt | 08:00 | Giờ kết thúc phải sau giờ bắt đầu.",
			"endsAt | 07:00 | Giờ kết thúc phải sau giờ bắt đầu.", "leaderIds | - | Chọn ít nhất một lãnh đạo.",
			"leaderIds | 999999 | Không có lãnh đạo này", "leaderIds | ROOM | Không có lãnh đạo này",
			"leaderIds | Bộ trưởng | Chọn lãnh đạo trong danh sách.", "roomId | 999999 | Không có phòng họp này",
			"roomId | LEADER | Không có phòng họp này", "carId | 999999 | Không có xe này",
			"carId | RETIRED | không còn dùng", "place | - | Chọn phòng họp hoặc ghi địa điểm.",
			"place | LONG | Địa điểm dài quá 200 ký tự", "participants | VERY LONG | Thành phần dài quá 1.000 ký tự",
			"note | VERY LONG | Ghi chú dài quá 1.000 ký tự", "unitIds | 999999 | Không có đơn vị này.",
			"unitIds | DISSOLVED | không hoạt động vào ngày", "preparingUnitId | DISSOLVED | không hoạt động vào ngày",
			"preparingUnitId | Cục | Chọn đơn vị chuẩn bị trong danh sách.", "day | 01/06/2020 | đã qua nên lịch" })
	void bad_input_gets_a_sentence_and_keeps_what_was_typed(String field, String value, String sentence)
			throws Exception {
		String typed = (value == null) ? "" : switch (value) {
			case "LONG" -> "a".repeat(501);
			case "VERY LONG" -> "a".repeat(1001);
			case "ROOM" -> String.valueOf(this.t.room);
			case "LEADER" -> String.valueOf(this.t.minister);
			case "RETIRED" -> String.valueOf(retiredCar());
			case "DISSOLVED" -> String.valueOf(dissolved());
			default -> value;
		};
		MockHttpServletRequestBuilder request = post("/calendar/entries").param("participants", "Giữ lại nguyên văn");
		Map<String, String> fields = Map.of("title", "Giao ban", "day", this.t.day(0), "startsAt", "08:00", "leaderIds",
				String.valueOf(this.t.minister), "place", "Trụ sở Bộ");
		fields.forEach((name, filled) -> {
			if (!name.equals(field)) {
				request.param(name, filled);
			}
		});
		as(this.t.office, request.param(field, typed)).andExpect(status().is(422))
			.andExpect(shows(sentence))
			.andExpect(shows(field.equals("participants") ? "error-summary" : "Giữ lại nguyên văn"));
		assertThat(entryCount()).isZero();
	}

	@Test
	void everything_wrong_is_told_in_one_round() throws Exception {
		for (String person : List.of(this.clerk, this.t.office)) {
			as(person,
					post("/calendar/entries").param("startsAt", "09:30")
						.param("endsAt", "08:00")
						.param("carId", "999999"))
				.andExpect(status().is(422))
				.andExpect(shows("Nhập nội dung."))
				.andExpect(shows("Chọn ngày."))
				.andExpect(shows("Giờ kết thúc phải sau giờ bắt đầu."))
				.andExpect(shows("Chọn ít nhất một lãnh đạo."))
				.andExpect(shows("Chọn phòng họp hoặc ghi địa điểm."))
				.andExpect(shows("Không có xe này"));
		}
		long id = this.t.arranged("Giao ban", 0, "08:00", "09:00");
		as(this.t.office,
				post("/calendar/entries/" + id).param("title", "")
					.param("day", this.t.week.next().monday().toString())
					.param("startsAt", "09:30")
					.param("endsAt", "08:00")
					.param("version", "0"))
			.andExpect(status().is(422))
			.andExpect(shows("Nhập nội dung."))
			.andExpect(shows("Ngày phải nằm trong tuần " + this.t.week.number()))
			.andExpect(shows("Giờ kết thúc phải sau giờ bắt đầu."))
			.andExpect(shows("Chọn phòng họp hoặc ghi địa điểm."));
		assertThat(titleOf(id)).isEqualTo("Giao ban");
	}

	@Test
	void place_is_asked_for_as_one_of_two() throws Exception {
		as(this.clerk, get("/calendar/entries/new")).andExpect(shows("cần ít nhất một trong hai"))
			.andExpect(shows(">Phòng họp</label>"))
			.andExpect(shows(">Địa điểm khác</label>"));
	}

	@Test
	void day_that_is_over_is_named_before_anything_that_follows_from_it() throws Exception {
		as(this.clerk, form(post("/calendar/entries"), "Muộn rồi").with((request) -> {
			request.setParameter("day", "2000-12-01");
			request.setParameter("unitIds", String.valueOf(this.t.unit(GUEST)));
			return request;
		})).andExpect(status().is(422)).andExpect(shows("Ngày đã qua")).andExpect(hides("không hoạt động"));
	}

	@Test
	void day_too_far_ahead_is_refused_with_the_last_one() throws Exception {
		LocalDate last = LocalDate.now(this.clock).plusMonths(TestWeeks.MONTHS_AHEAD);
		for (String person : List.of(this.clerk, this.t.office)) {
			as(person, form(post("/calendar/entries"), "Nhầm năm").with((request) -> {
				request.setParameter("day", last.plusDays(1).toString());
				return request;
			})).andExpect(status().is(422)).andExpect(shows("Ngày quá xa")).andExpect(shows(DateFormats.day(last)));
		}
	}

	@Test
	void unit_registers_for_today_or_later() throws Exception {
		LocalDate yesterday = LocalDate.now(this.clock).minusDays(1);
		as(this.clerk,
				post("/calendar/entries").param("title", "Muộn rồi")
					.param("day", yesterday.toString())
					.param("startsAt", "08:00")
					.param("leaderIds", String.valueOf(this.t.minister))
					.param("place", "Trụ sở Bộ"))
			.andExpect(status().is(422))
			.andExpect(shows("đã qua"));
	}

	@Test
	void entry_stays_in_its_week() throws Exception {
		long id = this.t.arranged("Giao ban", 0, "08:00", "09:00");
		as(this.t.office,
				post("/calendar/entries/" + id).param("title", "Giao ban")
					.param("day", this.t.week.next().monday().toString())
					.param("startsAt", "08:00")
					.param("leaderIds", String.valueOf(this.t.minister))
					.param("place", "Trụ sở Bộ")
					.param("version", "0"))
			.andExpect(status().is(422))
			.andExpect(shows("Ngày phải nằm trong tuần " + this.t.week.number()));
	}

	@Test
	void two_people_editing_one_entry_see_both_texts() throws Exception {
		long id = this.t.arranged("Giao ban", 0, "08:00", "09:00");
		as(this.t.office, form(post("/calendar/entries/" + id), "Người thứ nhất")).andExpect(status().isFound());
		as(this.t.office, form(post("/calendar/entries/" + id), "Người thứ hai")).andExpect(status().isConflict())
			.andExpect(shows("Người thứ nhất"))
			.andExpect(shows("Người thứ hai"));
		assertThat(titleOf(id)).isEqualTo("Người thứ nhất");
		as(this.t.office, form(post("/calendar/entries/" + id), "Người thứ hai").param("version", "1"))
			.andExpect(status().isFound());
		assertThat(titleOf(id)).isEqualTo("Người thứ hai");
	}

	@ParameterizedTest
	@ValueSource(strings = { "return", "cancellation" })
	void reason_is_asked_for_and_a_stale_page_is_told(String act) throws Exception {
		long id = this.t.entries.add(this.t.plan("Bàn việc chung", 1, "08:00", "09:00"), this.t.viewer(this.clerk));
		String url = "/calendar/entries/" + id + "/" + act;
		as(this.t.office, get(url)).andExpect(status().isOk());
		as(this.t.office, post(url).param("reason", "  ").param("version", "0")).andExpect(status().is(422))
			.andExpect(shows("Nhập lý do"));
		as(this.t.office, post(url).param("reason", "b".repeat(1001)).param("version", "0")).andExpect(status().is(422))
			.andExpect(shows("dài tối đa 1.000 ký tự"));
		as(this.clerk, form(post("/calendar/entries/" + id), "Bàn việc khác")).andExpect(status().isFound());
		as(this.t.office, post(url).param("reason", "Thiếu tài liệu").param("version", "0"))
			.andExpect(status().isConflict())
			.andExpect(shows("Thiếu tài liệu"));
		as(this.t.office, post(url).param("reason", "Thiếu tài liệu").param("version", "1"))
			.andExpect(status().isFound());
		as(this.t.office, post(url).param("reason", "Thiếu tài liệu").param("version", "2"))
			.andExpect(status().is(422));
		assertThat(statusOf(id)).isEqualTo(act.equals("return") ? EntryStatus.RETURNED : EntryStatus.CANCELLED);
	}

	@Test
	void returned_registration_is_told_mended_and_comes_back() throws Exception {
		long id = this.t.entries.add(this.t.plan("Bàn việc chung", 1, "08:00", "09:00"), this.t.viewer(this.clerk));
		as(this.t.office,
				post("/calendar/entries/" + id + "/return").param("reason", "Gửi kèm đề án").param("version", "0"))
			.andExpect(status().isFound());
		assertThat(this.t.messages(this.clerk)).singleElement().asString().contains("Bàn việc chung", "Gửi kèm đề án");
		assertThat(this.obligations.obligationsOf(this.t.viewer(this.clerk)))
			.anySatisfy((it) -> assertThat(it.url()).isEqualTo("/calendar/entries/" + id));
		as(this.clerk, get("/calendar/entries/" + id)).andExpect(shows("Gửi kèm đề án"));
		as(this.t.office, get(this.t.url())).andExpect(shows("Đã trả lại đơn vị")).andExpect(shows("Gửi kèm đề án"));
		as(this.clerk, form(post("/calendar/entries/" + id), "Bàn việc chung, có đề án").param("version", "1"))
			.andExpect(status().isFound());
		assertThat(statusOf(id)).isEqualTo(EntryStatus.PROPOSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/entries/999999999", "/calendar/entries/999999999/edit", "/calendar/entries/abc",
			"/calendar/weeks/2041-W99/return", "/calendar/weeks/x/releases/1", "/calendar/weeks/2040-W20/releases/1",
			"/calendar/leaders/999999999/edit", "/calendar/planes" })
	void what_does_not_exist_is_not_found(String path) throws Exception {
		as(path.contains("return") ? this.t.leader : this.t.office, get(path)).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(strings = { "week=2041-W99", "week=%00", "from=31/02/2026", "leader=Bộ", "leader=99999999999999999999",
			"week=&from=&leader=" })
	void garbage_in_a_filter_is_no_filter(String query) throws Exception {
		boolean asksForAWeek = query.startsWith("week=2") || query.startsWith("week=%") || query.startsWith("from");
		for (String page : List.of("/calendar?", "/calendar/print?")) {
			as(this.t.office, get(page + query)).andExpect(status().isOk())
				.andExpect(asksForAWeek ? shows("Không có tuần như địa chỉ yêu cầu")
						: hides("Không có tuần như địa chỉ yêu cầu"));
		}
	}

	@Test
	void a_form_sent_twice_acts_once() throws Exception {
		String once = java.util.UUID.randomUUID().toString();
		for (int i = 0; i < 2; i++) {
			as(this.t.office, form(post("/calendar/entries"), "Một lần").param("_once", once))
				.andExpect(status().isFound());
		}
		assertThat(entryCount()).isEqualTo(1);
	}

	// ---- clashes ----

	@Test
	void clash_is_shown_while_typing_and_nothing_is_stored() throws Exception {
		this.t.arranged("Tiếp khách", 0, "08:00", "09:00");
		as(this.t.office, form(post("/calendar/entries/clashes"), "Giao ban").header("HX-Request", "true"))
			.andExpect(status().isOk())
			.andExpect(shows("đã có “Tiếp khách”"))
			.andExpect(hides("<html"));
		as(this.t.office, form(post("/calendar/entries/clashes"), "Giao ban")).andExpect(status().isOk())
			.andExpect(shows("đã có “Tiếp khách”"))
			.andExpect(shows(">Giao ban</textarea>"));
		as(this.t.office, post("/calendar/entries/clashes").header("HX-Request", "true").param("startsAt", "không rõ"))
			.andExpect(status().isOk())
			.andExpect(shows("Chọn ngày, giờ và lãnh đạo"));
		assertThat(entryCount()).isEqualTo(1);
		as(this.people.add(Role.OBSERVER, UNIT), post("/calendar/entries/clashes")).andExpect(status().isForbidden());
	}

	@Test
	void unit_learns_that_a_leader_is_taken_but_not_by_whom() throws Exception {
		this.t.arranged("Việc của người khác", 0, "08:00", "09:00");
		as(this.clerk, form(post("/calendar/entries/clashes"), "Xin gặp").header("HX-Request", "true"))
			.andExpect(shows("đã có việc khác"))
			.andExpect(hides("Việc của người khác"));
	}

	@Test
	void clashing_entry_is_saved_and_says_so() throws Exception {
		this.t.arranged("Tiếp khách", 0, "08:00", "09:00");
		MvcResult saved = as(this.t.office, form(post("/calendar/entries"), "Giao ban")).andExpect(status().isFound())
			.andExpect(flash().attribute("flash", "calendar.addedClashing"))
			.andReturn();
		as(this.t.office, get(saved.getResponse().getRedirectedUrl())).andExpect(shows("đã có “Tiếp khách”"));
	}

	@Test
	void clashes_keep_a_week_from_going_out_until_each_is_answered_for() throws Exception {
		this.t.arranged("Tiếp khách", 0, "08:00", "09:00");
		this.t.arranged("Giao ban", 0, "08:30", "10:00");
		this.t.submit();
		as(this.t.leader, get(this.t.url())).andExpect(shows("Lịch còn 1 chỗ trùng chưa xử lý"))
			.andExpect(shows("Duyệt lịch tuần"));
		this.t.weeks.approve(this.t.week, null, this.t.viewer(this.t.leader));
		as(this.t.office, get(this.t.url())).andExpect(shows("Chưa ban hành được: còn 1 chỗ trùng lịch"))
			.andExpect(shows("Xử lý 1 chỗ trùng lịch"))
			.andExpect(hides("Ban hành bản số 1"));
		as(this.t.office, post(this.t.weekUrl("/release")).param("seen", seen())).andExpect(status().is(422))
			.andExpect(shows("Còn 1 chỗ trùng lịch chưa xử lý"))
			.andExpect(shows("Vẫn ban hành, nêu lý do"));
		assertThat(releasedNumber()).isZero();

		String clash = clashKey();
		as(this.t.office, get(this.t.weekUrl("/overrides/new")).param("clash", clash)).andExpect(status().isOk())
			.andExpect(shows("Lãnh đạo " + this.t.number + " có hai việc cùng lúc"))
			.andExpect(shows("buổi sáng, thứ hai " + DateFormats.day(this.t.week.monday())))
			.andExpect(shows("Tiếp khách"))
			.andExpect(shows("Giao ban"));
		as(this.t.office, post(this.t.weekUrl("/overrides")).param("clash", clash).param("reason", ""))
			.andExpect(status().is(422))
			.andExpect(shows("có hai việc cùng lúc"));
		as(this.t.office,
				post(this.t.weekUrl("/overrides")).param("clash", clash).param("reason", "Lãnh đạo dự nửa đầu"))
			.andExpect(status().isFound());
		as(this.t.office, post(this.t.weekUrl("/overrides")).param("clash", clash).param("reason", "Lần nữa"))
			.andExpect(status().is(422));
		as(this.t.office, get(this.t.url())).andExpect(shows("Ban hành bản số 1"))
			.andExpect(hides("Chưa ban hành được"));
		as(this.t.office, post(this.t.weekUrl("/release")).param("seen", seen())).andExpect(status().isFound());
		assertThat(releasedNumber()).isEqualTo(1);
		as(this.t.office, get("/calendar/print?week=" + this.t.week.key())).andExpect(shows("Tiếp khách"))
			.andExpect(hides("Lãnh đạo dự nửa đầu"));
		assertThat(audited("calendar.audit.overridden")).isEqualTo(1);
	}

	@Test
	void reason_for_a_clash_is_read_by_who_reads_both_sides() throws Exception {
		this.t.arranged(
				this.t.plan("Tiếp khách", 0, "08:00", "09:00", Set.of(this.t.minister), Set.of(this.t.unit(GUEST))));
		this.t.arranged("Giao ban", 0, "08:30", "10:00");
		this.t.weeks.override(this.t.week, clashKey(), "Lãnh đạo dự nửa đầu", this.t.viewer(this.t.office));
		this.t.submit();
		as(this.t.leader, get(this.t.url())).andExpect(shows("Lãnh đạo dự nửa đầu"));
		this.t.weeks.approve(this.t.week, null, this.t.viewer(this.t.leader));
		this.t.release();
		String reader = this.people.add(Role.CLERK, "CKHTC");
		for (String page : List.of(this.t.url(), this.t.weekUrl("/releases/1"))) {
			as(reader, get(page)).andExpect(shows("Trùng lịch đã có lý do")).andExpect(shows("Lãnh đạo dự nửa đầu"));
			as(this.people.add(Role.CLERK, GUEST), get(page)).andExpect(shows("Tiếp khách"))
				.andExpect(hides("Lãnh đạo dự nửa đầu"));
		}
	}

	@Test
	void an_answered_clash_counts_anew_when_either_side_moves() {
		this.t.arranged("Tiếp khách", 0, "08:00", "09:00");
		long moving = this.t.arranged("Giao ban", 0, "08:30", "10:00");
		this.t.approve();
		this.t.weeks.override(this.t.week, clashKey(), "Dự nửa đầu", this.t.viewer(this.t.office));
		this.t.release();
		this.t.entries.change(moving, this.t.plan("Giao ban", 0, "08:15", "10:00"), this.t.viewer(this.t.office));
		assertThatThrownBy(this.t::release).isInstanceOf(RuleViolation.class).hasMessage("calendar.error.clashes");
	}

	@Test
	void a_mere_proposal_keeps_no_week_from_going_out() throws Exception {
		this.t.arranged("Tiếp khách", 0, "08:00", "09:00");
		this.t.entries.add(this.t.plan("Xin gặp", 0, "08:30", "09:30"), this.t.viewer(this.clerk));
		as(this.t.office, get(this.t.url())).andExpect(shows("Một bên mới là đề xuất"));
		this.t.publish();
		as(this.people.add(Role.CLERK, "CKHTC"), get(this.t.url())).andExpect(shows("Tiếp khách"))
			.andExpect(hides("Xin gặp"));
	}

	@Test
	void clash_of_two_proposals_says_that_both_are() throws Exception {
		this.t.entries.add(this.t.plan("Xin gặp", 0, "08:30", "09:30"), this.t.viewer(this.clerk));
		this.t.entries.add(this.t.plan("Xin gặp nữa", 0, "09:00", "10:00"), this.t.viewer(this.clerk));
		as(this.t.office, get(this.t.url())).andExpect(shows("Cả hai mới là đề xuất"))
			.andExpect(hides("Một bên mới là đề xuất"));
	}

	// ---- approval and versions ----

	@Test
	void leader_who_approved_learns_of_every_later_change() throws Exception {
		String approver = this.people.add(Role.LEADER, UnitDirectory.MINISTRY);
		String bystander = this.people.add(Role.LEADER, UnitDirectory.MINISTRY);
		long id = this.t.arranged("Tiếp khách", 1, "08:00", "09:00");
		long other = this.t
			.arranged(this.t.plan("Việc của Thứ trưởng", 2, "08:00", "09:00", Set.of(this.t.deputy), Set.of()));
		this.t.submit();
		this.t.weeks.approve(this.t.week, null, this.t.viewer(approver));
		this.t.release();
		assertThat(this.t.messages(approver)).last().asString().contains("calendar.notice.released");
		this.t.entries.cancel(id, "Khách hoãn", this.t.viewer(this.t.office));
		this.t.entries.change(other,
				this.t.plan("Việc của Thứ trưởng", 2, "10:00", "11:00", Set.of(this.t.deputy), Set.of()),
				this.t.viewer(this.t.office));
		this.t.release();
		assertThat(this.t.messages(approver)).last()
			.asString()
			.contains(
					"calendar.notice.changed", "Hủy “Tiếp khách” (08:00–09:00, "
							+ DateFormats.day(this.t.week.monday().plusDays(1)) + "). Lý do: Khách hoãn",
					"Việc của Thứ trưởng", "10:00–11:00");
		assertThat(this.t.messages(bystander)).noneMatch((message) -> message.contains("calendar.notice.changed"));
		String strip = "Lịch tuần " + this.t.week.number() + " đã thay đổi (bản số 2)";
		as(approver, get("/calendar")).andExpect(shows(strip)).andExpect(shows("Bỏ khỏi lịch “Tiếp khách”"));
		as(bystander, get("/calendar")).andExpect(hides(strip));
		as(approver, post(this.t.weekUrl("/acknowledgement")).param("number", "2")).andExpect(status().isFound());
		as(approver, get("/calendar")).andExpect(hides(strip));
	}

	@Test
	void leader_approves_exactly_what_was_seen() throws Exception {
		long id = this.t.arranged("Giao ban", 0, "08:00", "09:00");
		long gone = this.t.arranged("Tiếp khách", 2, "08:00", "09:00");
		this.t.arranged("Việc đứng yên", 3, "08:00", "09:00");
		this.t.submit();
		State opened = this.pages.week(this.t.week, null, this.t.viewer(this.t.leader)).state();
		as(this.t.leader, get(this.t.url())).andExpect(shows("Duyệt lịch tuần")).andExpect(shows(opened.shown()));
		this.t.entries.change(id, this.t.plan("Giao ban", 0, "10:00", "11:00"), this.t.viewer(this.t.office));
		this.t.arranged("Việc thêm", 1, "08:00", "09:00");
		this.t.entries.cancel(gone, "Khách hoãn", this.t.viewer(this.t.office));
		String refused = as(this.t.leader,
				post(this.t.weekUrl("/approval")).param("seen", opened.seen()).param("shown", opened.shown()))
			.andExpect(status().is(422))
			.andExpect(shows("Có người vừa sửa lịch sau khi bạn mở trang"))
			.andExpect(shows("“Giao ban”: chuyển từ 08:00–09:00"))
			.andExpect(shows("Thêm “Việc thêm”"))
			.andExpect(shows("Bỏ khỏi lịch “Tiếp khách”"))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(refused.split("Mới thay đổi", -1)).as("both lines that are new are marked").hasSize(3);
		assertThat(held().getStatus()).isEqualTo(WeekStatus.SUBMITTED);
		String again = refused.replaceAll("(?s).*name=\"seen\" value=\"(\\w+)\".*", "$1");
		as(this.t.leader, post(this.t.weekUrl("/approval")).param("seen", again))
			.andExpect(redirectedUrl(this.t.url()));
		assertThat(held().getStatus()).isEqualTo(WeekStatus.APPROVED);
		this.t.entries.change(id, this.t.plan("Giao ban", 0, "14:00", "15:00"), this.t.viewer(this.t.office));
		assertThat(held().getStatus()).isEqualTo(WeekStatus.OPEN);
		as(this.t.office, post(this.t.weekUrl("/release")).param("seen", seen())).andExpect(status().is(422))
			.andExpect(shows("cần trình duyệt lại"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "không phải", "AAAA", "{", "null", "[null]", "[{}]", "[{\"lineKey\":\"entry:1\"}]" })
	void what_the_page_showed_is_its_readers_word_only(String said) throws Exception {
		String shown = said.matches(".*[\\[{l].*") ? packed(said) : said;
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.submit();
		as(this.t.leader, post(this.t.weekUrl("/approval")).param("seen", "cũ").param("shown", shown))
			.andExpect(status().is(422))
			.andExpect(shows("Có người vừa sửa lịch sau khi bạn mở trang"));
		as(this.t.leader, post(this.t.weekUrl("/approval")).param("seen", seen()).param("shown", shown))
			.andExpect(redirectedUrl(this.t.url()));
	}

	private static String packed(String json) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
			out.write(json.getBytes(StandardCharsets.UTF_8));
		}
		return Base64.getUrlEncoder().encodeToString(bytes.toByteArray());
	}

	@Test
	void changes_are_told_in_the_readers_language_and_the_first_of_many() throws Exception {
		for (int day = 0; day < 7; day++) {
			this.t.arranged("Việc ngày " + day, day, "08:00", "09:00");
		}
		this.t.publish();
		for (long id : this.jdbc.sql("select id from calendar_entry where week_id = ? order by day")
			.param(held().getId())
			.query(Long.class)
			.list()) {
			this.t.entries.cancel(id, "Bận", this.t.viewer(this.t.office));
		}
		this.t.arranged("Việc mới", 0, "08:00", "09:00");
		this.t.release();
		assertThat(this.t.messages(this.t.leader)).last()
			.asString()
			.contains("\n\nThêm “Việc mới”", "\nHủy “Việc ngày 0” (08:00–09:00, ", "Lý do: Bận")
			.endsWith("\nvà 3 thay đổi khác");
		assertThat(this.t.messages(this.t.leader, Locale.ENGLISH)).last()
			.asString()
			.contains("“Việc ngày 0” (08:00–09:00, ", "is called off. Reason: Bận")
			.endsWith("\nand 3 more changes");
	}

	@Test
	void leader_returns_the_week_with_a_comment_the_office_reads() throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.submit();
		String version = String.valueOf(held().getVersion());
		as(this.t.leader, get(this.t.weekUrl("/return"))).andExpect(status().isOk());
		as(this.t.leader, post(this.t.weekUrl("/return")).param("version", version).param("reason", ""))
			.andExpect(status().is(422));
		as(this.t.leader,
				post(this.t.weekUrl("/return")).param("version", version).param("reason", "Bớt họp ngày thứ hai"))
			.andExpect(status().isFound());
		as(this.t.office, get(this.t.url())).andExpect(shows("Bớt họp ngày thứ hai"));
		assertThat(this.t.messages(this.t.office))
			.anySatisfy((text) -> assertThat(text).contains("Bớt họp ngày thứ hai"));
		as(this.t.leader, post(this.t.weekUrl("/return")).param("version", version).param("reason", "Lần nữa"))
			.andExpect(status().is(422));
	}

	@Test
	void change_after_publishing_is_a_new_version_with_a_strip_and_a_message() throws Exception {
		String head = this.people.add(Role.UNIT_HEAD, GUEST);
		String stranger = this.people.add(Role.UNIT_HEAD, STRANGER);
		long id = this.t.arranged(this.t.plan("Làm việc với Đà Nẵng", 2, "08:00", "09:00", Set.of(this.t.minister),
				Set.of(this.t.unit(GUEST))));
		this.t.arranged("Giao ban", 0, "14:00", "15:00");
		this.t.publish();
		assertThat(this.t.messages(head)).singleElement().asString().contains("calendar.notice.released");
		this.t.entries.change(id, this.t.plan("Làm việc với Đà Nẵng", 3, "09:00", "10:00", Set.of(this.t.minister),
				Set.of(this.t.unit(GUEST))), this.t.viewer(this.t.office));
		as(head, get("/calendar")).andExpect(hides("đã thay đổi (bản số 2)"));
		as(this.t.office, get(this.t.url())).andExpect(shows("Ban hành bản số 2"))
			.andExpect(shows("chuyển từ 08:00–09:00"));
		as(this.t.office, post(this.t.weekUrl("/release")).param("seen", seen())).andExpect(status().isFound());

		assertThat(this.t.messages(head)).hasSize(2)
			.last()
			.asString()
			.contains("calendar.notice.changed", "chuyển từ 08:00–09:00", "09:00–10:00");
		assertThat(this.t.messages(this.t.leader)).last().asString().contains("calendar.notice.changed");
		assertThat(this.t.messages(stranger)).isEmpty();
		for (String told : List.of(head, this.t.leader)) {
			assertThat(this.jdbc.sql("""
					select distinct n.grant_ids = array(select g.id from role_grant g where g.account_id = n.account_id)
					from notification n where n.account_id = ? and n.message_key in ('calendar.notice.released',
					    'calendar.notice.changed')
					""").param(this.people.id(told)).query(Boolean.class).list()).as("as what they act")
				.containsExactly(true);
		}
		String strip = "Lịch tuần " + this.t.week.number() + " đã thay đổi (bản số 2)";
		as(head, get("/calendar")).andExpect(shows(strip)).andExpect(shows("chuyển từ 08:00–09:00"));
		as(this.t.leader, get("/calendar")).andExpect(shows(strip));
		as(stranger, get("/calendar")).andExpect(hides(strip));
		as(head, get(this.t.weekUrl("/releases/2"))).andExpect(status().isOk())
			.andExpect(shows("chuyển từ 08:00–09:00"))
			.andExpect(hides("Giao ban"));
		as(head, get(this.t.weekUrl("/releases/1"))).andExpect(shows("Đây là bản cũ"));

		as(head, post(this.t.weekUrl("/acknowledgement")).param("number", "3")).andExpect(status().isNotFound());
		as(head, post(this.t.weekUrl("/acknowledgement")).param("number", "2")).andExpect(status().isFound());
		as(head, get("/calendar")).andExpect(hides(strip));
		as(this.t.leader, get("/calendar")).andExpect(shows(strip));
	}

	@Test
	void unit_that_is_dropped_learns_that_it_is_called_off_and_nothing_of_what_it_became() throws Exception {
		String head = this.people.add(Role.UNIT_HEAD, "STP-01");
		String department = this.people.add(Role.UNIT_HEAD, "CQLTHADS");
		long id = this.t.arranged(this.t.plan("Làm việc với Đà Nẵng", 2, "08:00", "09:00", Set.of(this.t.minister),
				Set.of(this.t.unit("STP-01"), this.t.unit("CQLTHADS"))));
		this.t.publish();
		this.t.entries.change(id, this.t.plan("Làm việc kín với nơi khác", 3, "10:00", "11:00", Set.of(this.t.minister),
				Set.of(this.t.unit(STRANGER), this.t.unit("CQLTHADS"))), this.t.viewer(this.t.office));
		this.t.release();
		assertThat(this.t.messages(head)).last()
			.asString()
			.contains("Bỏ khỏi lịch “Làm việc với Đà Nẵng” (08:00–09:00")
			.doesNotContain("kín")
			.doesNotContain("10:00–11:00");
		for (String page : List.of("/calendar", this.t.weekUrl("/releases/2"))) {
			as(head, get(page)).andExpect(shows("Bỏ khỏi lịch “Làm việc với Đà Nẵng”"))
				.andExpect(hides("Làm việc kín"))
				.andExpect(hides("10:00–11:00"));
			as(department, get(page)).andExpect(shows("Đổi nội dung “Làm việc với Đà Nẵng” thành “Làm việc kín"));
		}
		assertThat(this.t.messages(department)).last().asString().contains("Làm việc kín với nơi khác", "10:00–11:00");
	}

	@Test
	void office_takes_what_it_saw() throws Exception {
		long id = this.t.entries.add(this.t.plan("Bàn việc chung", 1, "08:00", "09:00"), this.t.viewer(this.clerk));
		as(this.t.office, get("/calendar/entries/" + id)).andExpect(shows("name=\"version\" value=\"0\""));
		as(this.clerk, form(post("/calendar/entries/" + id), "Bàn việc khác")).andExpect(status().isFound());
		as(this.t.office, post("/calendar/entries/" + id + "/acceptance").param("version", "0"))
			.andExpect(status().isConflict())
			.andExpect(shows("vừa được sửa sau khi bạn mở trang"));
		assertThat(statusOf(id)).isEqualTo(EntryStatus.PROPOSED);
		as(this.t.office, post("/calendar/entries/" + id + "/acceptance").param("version", "1"))
			.andExpect(status().isFound());
		assertThat(statusOf(id)).isEqualTo(EntryStatus.ARRANGED);
	}

	@Test
	void called_off_entry_leaves_with_the_next_version() throws Exception {
		long id = this.t.arranged("Tiếp khách", 1, "08:00", "09:00");
		this.t.arranged("Giao ban", 0, "14:00", "15:00");
		this.t.publish();
		String reader = this.people.add(Role.CLERK, "CKHTC");
		this.t.entries.cancel(id, "Khách hoãn", this.t.viewer(this.t.office));
		as(reader, get(this.t.url())).andExpect(shows("Tiếp khách"));
		this.t.release();
		as(reader, get(this.t.url())).andExpect(hides("Tiếp khách"));
		as(reader, get("/calendar/entries/" + id)).andExpect(status().isNotFound());
	}

	@Test
	void unchanged_week_gets_no_new_version() {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.publish();
		assertThatThrownBy(this.t::release).isInstanceOf(RuleViolation.class).hasMessage("calendar.error.unchanged");
	}

	@Test
	void leader_is_one_tap_from_the_own_week() throws Exception {
		this.t.arranged("Việc của Bộ trưởng", 0, "08:00", "09:00");
		this.t.arranged(this.t.plan("Việc của Thứ trưởng", 1, "08:00", "09:00", Set.of(this.t.deputy), Set.of()));
		String own = this.t.url() + "&leader=" + this.t.minister;
		as(this.t.leader, get(this.t.url())).andExpect(shows(own)).andExpect(shows("Việc của Thứ trưởng"));
		as(this.t.leader, get(own)).andExpect(shows("Việc của Bộ trưởng")).andExpect(hides("Việc của Thứ trưởng"));
		as(this.t.office, get(this.t.url())).andExpect(hides("Lịch của tôi"));
	}

	@Test
	void day_in_the_address_opens_its_week() throws Exception {
		for (String query : List.of("week=" + this.t.day(2), "week=" + DateFormats.day(this.t.week.sunday()))) {
			as(this.t.office, get("/calendar?" + query)).andExpect(shows("Lịch công tác tuần " + this.t.week.number()))
				.andExpect(shows(DateFormats.day(this.t.week.monday())))
				.andExpect(hides("Không có tuần như địa chỉ yêu cầu"));
		}
	}

	@Test
	void who_reads_some_lines_only_is_shown_no_seemingly_free_day() throws Exception {
		this.t.arranged("Việc nội bộ", 0, "08:00", "09:00");
		this.t.arranged(this.t.plan("Việc với Đà Nẵng", 2, "08:00", "09:00", Set.of(this.t.minister),
				Set.of(this.t.unit(GUEST))));
		this.t.publish();
		as(this.people.add(Role.CLERK, GUEST), get(this.t.url())).andExpect(shows("Thứ tư"))
			.andExpect(hides("Thứ hai"))
			.andExpect(hides("Thứ ba"));
		as(this.people.add(Role.CLERK, "CKHTC"), get(this.t.url())).andExpect(shows("Thứ hai"))
			.andExpect(shows("Thứ ba"))
			.andExpect(hides("Chủ nhật"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "week=abc", "week=2026-W54", "week=2026-W00", "from=31/02/2026" })
	void week_that_there_is_not_is_told_and_gives_no_file(String asked) throws Exception {
		as(this.t.office, get("/calendar?" + asked)).andExpect(shows("Không có tuần như địa chỉ yêu cầu"));
		as(this.t.office, get("/calendar/print?" + asked)).andExpect(shows("Không có tuần như địa chỉ yêu cầu"));
		as(this.t.office, get("/calendar.xlsx?" + asked)).andExpect(status().isNotFound());
		as(this.t.office, get("/calendar.docx?" + asked)).andExpect(status().isNotFound());
	}

	@Test
	void what_a_page_sends_along_is_not_shown_as_typed() throws Exception {
		as(this.t.office, post(this.t.weekUrl("/approval")).param("seen", "86f09a3d").param("shown", "4bcd77aa"))
			.andExpect(status().isForbidden())
			.andExpect(hides("86f09a3d"))
			.andExpect(hides("4bcd77aa"));
	}

	@Test
	void empty_week_is_not_submitted() {
		assertThatThrownBy(this.t::submit).isInstanceOf(RuleViolation.class).hasMessage("calendar.error.empty");
	}

	@Test
	void two_who_publish_at_once_make_one_version() throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.approve();
		ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			Callable<Integer> publish = this.t::release;
			List<Future<Integer>> both = pool.invokeAll(List.of(publish, publish));
			long done = both.stream().filter((one) -> {
				try {
					return one.get() == 1;
				}
				catch (Exception refused) {
					assertThat(refused).hasRootCauseInstanceOf(RuleViolation.class);
					return false;
				}
			}).count();
			assertThat(done).isEqualTo(1);
		}
		finally {
			pool.shutdown();
		}
		assertThat(releasedNumber()).isEqualTo(1);
	}

	@Test
	void published_version_cannot_be_rewritten_even_in_the_database() {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.publish();
		long weekId = held().getId();
		assertThatThrownBy(() -> this.jdbc
			.sql("update calendar_release_line set title = 'x' where release_id in"
					+ " (select id from calendar_release where week_id = ?)")
			.param(weekId)
			.update()).isInstanceOf(DataAccessException.class).hasMessageContaining("cannot be changed");
	}

	// ---- what appears by itself ----

	@Test
	void announced_conference_appears_by_itself_and_clashes_like_everything_else() throws Exception {
		long conference = conference();
		as(this.t.office, get(this.t.url())).andExpect(hides("Hội nghị tự hiện"));
		this.conferences.invite(conference, Set.of(this.t.unit(GUEST)), 2, null, this.t.viewer(this.t.office));
		this.conferences.announce(conference, this.t.viewer(this.t.office));
		as(this.t.office, get(this.t.url())).andExpect(shows("Hội nghị tự hiện"))
			.andExpect(shows("/conferences/" + conference))
			.andExpect(shows("Lãnh đạo " + this.t.number));
		this.t.arranged("Giao ban", 2, "09:00", "10:00");
		as(this.t.office, get(this.t.url())).andExpect(shows("có hai việc cùng lúc"));
		this.t.weeks.override(this.t.week, clashKey(), "Dự khai mạc", this.t.viewer(this.t.office));
		this.t.publish();
		as(this.people.add(Role.CLERK, GUEST), get(this.t.url())).andExpect(shows("Hội nghị tự hiện"));
		as(this.people.add(Role.CLERK, STRANGER), get(this.t.url())).andExpect(hides("Hội nghị tự hiện"));

		this.jdbc.sql("update conference set status = 'CANCELLED' where id = ?").param(conference).update();
		as(this.t.office, get(this.t.url())).andExpect(shows("Bỏ khỏi lịch “Hội nghị tự hiện"));
		assertThat(this.obligations.obligationsOf(this.t.viewer(this.t.office)))
			.anySatisfy((it) -> assertThat(it.titleKey()).isEqualTo("calendar.obligation.publishChange"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "PHÒNG {0} | 1", "Phong {0}, 58 Trần Phú | 1", "Phòng {0} tầng 2 | 0", ", | 0" })
	void conference_takes_the_room_that_its_place_names(String place, int clashes) {
		long conference = conference("Hội nghị tại phòng", place.replace("{0}", String.valueOf(this.t.number)));
		this.conferences.invite(conference, Set.of(this.t.unit(GUEST)), 2, null, this.t.viewer(this.t.office));
		this.conferences.announce(conference, this.t.viewer(this.t.office));
		this.t.arranged(new EntryPlan("Giao ban", this.t.week.monday().plusDays(2), LocalTime.of(9, 0), null,
				Set.of(this.t.deputy), this.t.room, null, null, Set.of(), null, null, null));
		assertThat(this.pages.week(this.t.week, null, this.t.viewer(this.t.office)).state().clashes())
			.filteredOn((item) -> item.clash().kind() == ResourceKind.ROOM)
			.hasSize(clashes);
	}

	@Test
	void conference_that_moves_to_the_afternoon_is_published_as_a_change() throws Exception {
		String department = this.people.add(Role.CLERK, "CQLTHADS");
		long conference = conference("Hội nghị đổi buổi", "Hà Nội");
		this.conferences.invite(conference, Set.of(this.t.unit("CQLTHADS")), 2, null, this.t.viewer(this.t.office));
		this.conferences.announce(conference, this.t.viewer(this.t.office));
		this.t.publish();
		this.jdbc.sql("update conference set starts_half = 'AFTERNOON', ends_half = 'AFTERNOON' where id = ?")
			.param(conference)
			.update();
		assertThat(tasks(this.t.office)).contains("calendar.obligation.publishChange");
		as(this.t.office, get(this.t.url())).andExpect(shows("từ buổi sáng sang buổi chiều"));
		assertThat(this.t.release()).isEqualTo(2);
		as(department, get("/calendar")).andExpect(shows("từ buổi sáng sang buổi chiều"));
		String strip = "Lịch tuần " + this.t.week.number() + " đã thay đổi (bản số 2)";
		as(this.people.add(Role.OFFICE, "VPB"), get("/calendar")).andExpect(shows(strip));
		as(this.t.office, get("/calendar")).andExpect(hides(strip));
		assertThat(this.t.messages(this.t.leader)).last().asString().contains("đổi từ buổi sáng sang buổi chiều");
	}

	@Test
	void conference_announced_after_the_approval_has_to_be_approved_too() throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		long conference = conference();
		this.conferences.invite(conference, Set.of(this.t.unit(GUEST)), 2, null, this.t.viewer(this.t.office));
		this.t.approve();
		this.conferences.announce(conference, this.t.viewer(this.t.office));
		as(this.t.office, get(this.t.url())).andExpect(shows("Lịch đã thay đổi sau khi lãnh đạo duyệt"))
			.andExpect(hides("Ban hành bản số 1"));
		as(this.t.office, post(this.t.weekUrl("/release")).param("seen", seen())).andExpect(status().is(422))
			.andExpect(shows("chưa ban hành được"));
		assertThat(tasks(this.t.office)).contains("calendar.obligation.submit");
		as(this.t.office, post(this.t.weekUrl("/submission"))).andExpect(status().isFound());
		this.t.weeks.approve(this.t.week, null, this.t.viewer(this.t.leader));
		as(this.t.office, post(this.t.weekUrl("/release")).param("seen", seen())).andExpect(status().isFound());
	}

	private long conference() {
		return conference("Hội nghị tự hiện", "Hà Nội");
	}

	private long conference(String title, String place) {
		LocalDate day = this.t.week.monday().plusDays(2);
		return this.conferences.create(
				new ConferencePlan(title, ConferenceKind.BRIEFING, day, HalfDay.MORNING, day, HalfDay.MORNING, place,
						"P01", this.t.unit(UnitDirectory.MINISTRY_OFFICE), false, false, "Nội dung", "Lãnh đạo đơn vị",
						null, null, day.minusDays(7).atStartOfDay(this.clock.getZone()).toInstant(),
						List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Người chủ trì",
								"Lãnh đạo " + this.t.number),
								new ConferencePerson(ConferencePerson.Part.SECRETARY, "Thư ký", null))),
				this.t.viewer(this.t.office));
	}

	// ---- what is to be done ----

	@Test
	void desk_says_whose_turn_it_is() {
		this.t.entries.add(this.t.plan("Xin gặp", 0, "08:30", "09:30"), this.t.viewer(this.clerk));
		assertThat(tasks(this.t.office)).contains("calendar.obligation.arrange");
		this.t.arranged("Giao ban", 1, "08:00", "09:00");
		this.t.submit();
		assertThat(tasks(this.t.leader)).contains("calendar.obligation.approve");
		this.t.weeks.approve(this.t.week, null, this.t.viewer(this.t.leader));
		assertThat(tasks(this.t.leader)).isEmpty();
		assertThat(tasks(this.t.office)).contains("calendar.obligation.publish");
		this.t.release();
		assertThat(tasks(this.t.office)).doesNotContain("calendar.obligation.publish");
	}

	private List<String> tasks(String person) {
		return this.obligations.obligationsOf(this.t.viewer(person))
			.stream()
			.filter((it) -> it.url().endsWith(this.t.week.key()))
			.map((it) -> it.titleKey())
			.toList();
	}

	// ---- papers, workbook, print, catalogues ----

	@Test
	void papers_follow_the_entry() throws Exception {
		long id = this.t.arranged("Giao ban", 0, "08:00", "09:00");
		as(this.t.office,
				multipart("/calendar/entries/" + id + "/papers")
					.file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0])))
			.andExpect(status().is(422))
			.andExpect(shows("Chọn ít nhất một tệp"));
		as(this.t.office,
				multipart("/calendar/entries/" + id + "/papers")
					.file(new MockMultipartFile("files", "de-an.txt", "text/plain", "Đề án".getBytes("UTF-8"))))
			.andExpect(status().isFound());
		long file = this.jdbc.sql("select id from stored_file where owner_type = 'calendar-entry' and owner_id = ?")
			.param(id)
			.query(Long.class)
			.single();
		String reader = this.people.add(Role.CLERK, "CKHTC");
		as(reader, get("/files/" + file)).andExpect(status().isNotFound());
		this.t.publish();
		as(reader, get("/files/" + file)).andExpect(status().isOk());
		as(reader, get(this.t.url())).andExpect(shows("de-an.txt"));
		as(this.people.add(Role.CLERK, STRANGER), get("/files/" + file)).andExpect(status().isNotFound());
	}

	@Test
	void paper_and_workbook_say_what_is_published() throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		as(this.t.office, get("/calendar/print?week=" + this.t.week.key())).andExpect(shows("DỰ THẢO"))
			.andExpect(shows("(Tuần " + this.t.week.number() + ", từ ngày "))
			.andExpect(shows("Giao ban"));
		this.t.publish();
		this.t.arranged("Chưa ban hành", 1, "08:00", "09:00");
		as(this.t.office, get("/calendar/print?week=" + this.t.week.key())).andExpect(hides("DỰ THẢO"))
			.andExpect(shows("Lịch công tác tuần của Lãnh đạo Bộ"))
			.andExpect(hides("Chưa ban hành"))
			.andExpect(shows("(Bản số 1, ban hành lúc "))
			.andExpect(shows("Hà Nội, ngày "))
			.andExpect(shows("<p>Lãnh đạo " + this.t.number + "</p>"))
			.andExpect(shows("Nơi nhận:"))
			.andExpect(shows("Bản in này là bản số 1 đã ban hành. Lịch đang soạn khác bản số 1 ở 1 điểm."));
		String draft = "/calendar/print?week=" + this.t.week.key() + "&state=draft";
		as(this.t.office, get(draft)).andExpect(shows("DỰ THẢO"))
			.andExpect(shows("Bản in này là lịch đang soạn, khác bản số 1"))
			.andExpect(shows("Chưa ban hành"))
			.andExpect(hides("(Bản số 1, ban hành lúc "));
		as(this.people.add(Role.CLERK, "CKHTC"), get(draft)).andExpect(hides("DỰ THẢO"))
			.andExpect(hides("Bản in này là"))
			.andExpect(hides("Chưa ban hành"));
		as(this.t.office, get("/calendar.xlsx?week=" + this.t.week.key())).andExpect(status().isOk())
			.andExpect((result) -> assertThat(result.getResponse().getHeader("Content-Disposition"))
				.contains(this.t.week.key() + ".xlsx"));
	}

	@Test
	void word_file_says_what_the_paper_says() throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.publish();
		this.t.arranged("Chưa ban hành", 1, "14:00", null);
		String url = "/calendar.docx?week=" + this.t.week.key();
		assertThat(word(this.t.office, url))
			.contains("LỊCH CÔNG TÁC TUẦN CỦA LÃNH ĐẠO BỘ", "(Bản số 1, ban hành lúc ",
					"Thứ hai " + DateFormats.day(this.t.week.monday()), "08:00–09:00: Giao ban",
					"LÃNH ĐẠO " + this.t.number, "Nơi nhận:")
			.doesNotContain("Chưa ban hành", "DỰ THẢO");
		assertThat(word(this.t.office, url + "&state=draft")).contains("DỰ THẢO", "14:00: Chưa ban hành")
			.doesNotContain("Bản số 1");
		assertThat(word(this.people.add(Role.CLERK, STRANGER), url + "&state=draft")).doesNotContain("Giao ban");
		as(this.people.add(Role.ADMIN, "VPB"), get(url)).andExpect(status().isForbidden());
	}

	private String word(String person, String url) throws Exception {
		byte[] file = as(person, get(url)).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
				XWPFWordExtractor text = new XWPFWordExtractor(document)) {
			return text.getText();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "leaders | name | - | Nhập tên.", "leaders | name | LONG | dài quá 150 ký tự",
					"leaders | name | TAKEN | Đã có chức danh này", "leaders | positionNo | - | Nhập thứ tự.",
					"leaders | positionNo | 0 | từ 1 trở lên", "leaders | positionNo | ba | phải là số nguyên",
					"leaders | accountId | OFFICE | không có vai trò lãnh đạo Bộ",
					"leaders | accountId | TAKEN | đã giữ một chức danh khác", "rooms | name | TAKEN | Đã có phòng họp",
					"rooms | seats | 0 | từ 1 trở lên", "rooms | place | LONG | Vị trí dài quá 200 ký tự",
					"cars | name | TAKEN | Đã có xe này", "cars | seats | 99999 | không quá 9.999" })
	void catalogue_refuses_bad_input(String kind, String field, String value, String sentence) throws Exception {
		String typed = (value == null) ? "" : switch (value) {
			case "LONG" -> "a".repeat(201);
			case "TAKEN" -> field.equals("accountId") ? String.valueOf(this.people.id(this.t.leader)) : switch (kind) {
				case "leaders" -> "LANH DAO  ".strip() + " " + this.t.number;
				case "rooms" -> "phong " + this.t.number;
				default -> "xe " + this.t.number;
			};
			case "OFFICE" -> String.valueOf(this.people.id(this.t.office));
			default -> value;
		};
		MockHttpServletRequestBuilder request = post("/calendar/" + kind);
		Map.of("name", "Mới " + this.t.number, "positionNo", "5").forEach((name, filled) -> {
			if (!name.equals(field)) {
				request.param(name, filled);
			}
		});
		as(this.t.office, request.param(field, typed)).andExpect(status().is(422)).andExpect(shows(sentence));
	}

	@Test
	void catalogue_is_kept_by_office_and_administrators_only() throws Exception {
		for (String person : List.of(this.t.office, this.people.add(Role.ADMIN, "VPB"))) {
			as(person, get("/calendar/leaders")).andExpect(status().isOk())
				.andExpect(shows("Lãnh đạo " + this.t.number));
			as(person, get("/calendar/rooms/new")).andExpect(status().isOk());
		}
		for (String person : List.of(this.t.leader, this.clerk)) {
			as(person, get("/calendar/leaders")).andExpect(status().isForbidden());
			as(person, post("/calendar/cars").param("name", "x").param("positionNo", "1"))
				.andExpect(status().isForbidden());
		}
	}

	@Test
	void catalogue_edit_is_versioned_and_retiring_keeps_what_names_it() throws Exception {
		long id = this.t.entries.add(new EntryPlan("Giao ban", this.t.week.monday(), LocalTime.of(8, 0), null,
				Set.of(this.t.minister), this.t.room, null, null, Set.of(), null, null, null),
				this.t.viewer(this.t.office));
		MockHttpServletRequestBuilder retire = post("/calendar/rooms/" + this.t.room)
			.param("name", "Phòng " + this.t.number)
			.param("positionNo", "1")
			.param("retired", "true")
			.param("version", "0");
		as(this.t.office, retire).andExpect(status().isFound());
		as(this.t.office,
				post("/calendar/rooms/" + this.t.room).param("name", "Tên khác")
					.param("positionNo", "1")
					.param("version", "0"))
			.andExpect(status().isConflict())
			.andExpect(shows("Tên khác"));
		as(this.t.office, get("/calendar/entries/" + id + "/edit")).andExpect(shows("Phòng " + this.t.number));
		as(this.t.office, get("/calendar/entries/new")).andExpect(hides("Phòng " + this.t.number + " "));
		as(this.t.office, post("/calendar/cars/" + this.t.room).param("name", "x").param("positionNo", "1"))
			.andExpect(status().isNotFound());
	}

	@Test
	void history_of_a_week_is_read_in_one_place() throws Exception {
		long id = this.t.arranged("Việc có lịch sử", 0, "08:00", "09:00");
		this.t.entries.change(id, this.t.plan("Việc có lịch sử, đã sửa", 0, "09:00", "10:00"),
				this.t.viewer(this.t.office));
		this.t.publish();
		as(this.t.office, get("/audit?area=calendar&subject=" + held().getId())).andExpect(status().isOk())
			.andExpect(shows("Việc có lịch sử, đã sửa"))
			.andExpect(shows("Thêm vào lịch tuần"))
			.andExpect(shows("Duyệt lịch tuần"))
			.andExpect(shows("Ban hành lịch tuần"));
	}

	// ---- cost ----

	@Test
	void a_fuller_week_costs_no_more_statements() throws Exception {
		String department = this.people.add(Role.CLERK, "CKHTC");
		this.t.arranged("Việc 1", 0, "08:00", "09:00");
		this.t.publish();
		int office = statements(this.t.office);
		int reader = statements(department);
		this.t.arranged("Việc 2", 1, "08:00", "09:00");
		this.t.arranged(this.t.plan("Việc 3", 2, "08:00", "09:00", Set.of(this.t.minister, this.t.deputy),
				Set.of(this.t.unit(GUEST))));
		this.t.entries.add(this.t.plan("Việc 4", 3, "08:00", "09:00"), this.t.viewer(this.clerk));
		this.t.release();
		assertThat(statements(this.t.office)).isEqualTo(office);
		assertThat(statements(department)).isEqualTo(reader);
		assertThat(reader).isLessThanOrEqualTo(14);
	}

	private int statements(String person) throws Exception {
		as(person, get(this.t.url()));
		return StatementCounter.during(() -> as(person, get(this.t.url())).andExpect(status().isOk())).size();
	}

	@Test
	void week_is_read_from_indexes() {
		this.jdbc.sql("set enable_seqscan = off").update();
		try {
			Map.of("select * from calendar_entry where week_id = 1", "calendar_entry_week_id",
					"select * from calendar_entry where registered_unit_id = any('{1,2}') and status = 'RETURNED' and day >= now()",
					"calendar_entry_registered_unit_id", "select * from calendar_week where monday = '2041-01-07'",
					"calendar_week_once", "select * from calendar_release where week_id = 1 and number = 1",
					"calendar_release_once", "select * from calendar_feed where token_hash = 'x'",
					"calendar_feed_token",
					"select * from business_trip where registered_unit_id = any('{1,2}') and starts_on >= now()",
					"business_trip_registered_unit_id",
					"select * from business_trip where status in ('PROPOSED', 'ARRANGED') and starts_on <= '2041-01-13' and ends_on >= '2041-01-07'",
					"business_trip_span_on",
					"select * from business_trip where status = 'RETURNED' and starts_on <= '2041-01-13' and ends_on >= '2041-01-07'",
					"business_trip_returned_on",
					"select * from calendar_release_line where entry_id is null and line_key like ('trip:7:' || '%') escape ''",
					"calendar_release_line_key_begins")
				.forEach((sql,
						index) -> assertThat(
								String.join("\n", this.jdbc.sql("explain " + sql).query(String.class).list()))
							.contains(index));
		}
		finally {
			this.jdbc.sql("reset enable_seqscan").update();
		}
	}

	// ---- helpers ----

	private MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder request, String title) {
		return request.param("title", title)
			.param("day", this.t.day(0))
			.param("startsAt", "08:00")
			.param("endsAt", "09:30")
			.param("leaderIds", String.valueOf(this.t.minister))
			.param("place", "Trụ sở Bộ");
	}

	private ResultActions as(String person,
			org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request)
			throws Exception {
		return this.mvc.perform(request.with(this.people.as(person)).with(csrf()));
	}

	private static ResultMatcher shows(String text) {
		return (result) -> assertThat(html(result)).contains(text);
	}

	private static ResultMatcher hides(String text) {
		return (result) -> assertThat(html(result)).doesNotContain(text);
	}

	private static String html(MvcResult result) throws Exception {
		return HtmlUtils.htmlUnescape(result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
	}

	private String seen() {
		return this.pages.week(this.t.week, null, this.t.viewer(this.t.office)).state().seen();
	}

	private String clashKey() {
		return this.pages.week(this.t.week, null, this.t.viewer(this.t.office)).state().clashes().get(0).clash().key();
	}

	private CalendarWeek held() {
		return this.t.weeks.find(this.t.week).orElseThrow();
	}

	private int releasedNumber() {
		return this.t.weeks.find(this.t.week).map(CalendarWeek::getReleasedNumber).orElse(0);
	}

	private EntryStatus statusOf(long id) {
		return EntryStatus.valueOf(
				this.jdbc.sql("select status from calendar_entry where id = ?").param(id).query(String.class).single());
	}

	private String titleOf(long id) {
		return this.jdbc.sql("select title from calendar_entry where id = ?").param(id).query(String.class).single();
	}

	private long entryCount() {
		return this.jdbc
			.sql("select count(*) from calendar_entry e join calendar_week w on w.id = e.week_id where w.monday = ?")
			.param(this.t.week.monday())
			.query(Long.class)
			.single();
	}

	private long audited(String action) {
		return this.jdbc.sql("select count(*) from audit_entry where action = ? and subject like ?")
			.params(action, this.t.week.key() + "%")
			.query(Long.class)
			.single();
	}

	/** Key and arguments of what reached the person. */
	private long retiredCar() {
		ResourceForm form = this.t.resources.edit(ResourceKind.CAR, this.t.car);
		form.setRetired(true);
		this.t.resources.update(ResourceKind.CAR, this.t.car, form, Actor.system());
		return this.t.car;
	}

	private long dissolved() {
		return this.t.units.all().stream().filter((unit) -> unit.validTo() != null).findFirst().orElseThrow().id();
	}

}
