package vn.nhactruong.agenda;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.endsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The agenda's pages with real people, a real database and bad input. */
@PortalTest
class AgendaPageTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 12, 3);

	private static final LocalDate SECOND = FIRST.plusDays(1);

	private static final AtomicInteger NEXT = new AtomicInteger();

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Agendas agendas;

	@Autowired
	private Conferences conferences;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Viewers viewers;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	private Unit invited;

	private Unit stranger;

	private Viewer office;

	private Viewer clerk;

	private long conference;

	@BeforeEach
	void plan() {
		List<Unit> provinces = this.units.ofKind(OrganizationKind.PROVINCIAL_JUSTICE, null, FIRST);
		this.invited = provinces.get(0);
		this.stranger = provinces.get(1);
		this.office = person(Role.OFFICE, UnitDirectory.MINISTRY_OFFICE);
		this.clerk = person(Role.CLERK, this.invited.code());
		this.conference = newConference();
		this.conferences.invite(this.conference, Set.of(this.invited.id()), 2, null, this.office);
	}

	@ParameterizedTest
	@CsvSource({ "OFFICE, MINISTRY, DRAFT, 200", "OFFICE, MINISTRY, ANNOUNCED, 200", "LEADER, LEADERSHIP, DRAFT, 200",
			"LEADER, LEADERSHIP, ANNOUNCED, 200", "OBSERVER, MINISTRY, DRAFT, 200", "ADMIN, MINISTRY, ANNOUNCED, 404",
			"UNIT_HEAD, INVITED, DRAFT, 404", "CLERK, INVITED, DRAFT, 404", "OBSERVER, INVITED, DRAFT, 404",
			"UNIT_HEAD, INVITED, ANNOUNCED, 200", "CLERK, INVITED, ANNOUNCED, 200", "OBSERVER, INVITED, ANNOUNCED, 200",
			"CLERK, STRANGER, ANNOUNCED, 404", "UNIT_HEAD, STRANGER, ANNOUNCED, 404" })
	void who_sees_what_and_who_may_write(Role role, String relation, ConferenceStatus state, int seen)
			throws Exception {
		item("Bản đã ban hành", FIRST, "13:30", "14:00");
		this.agendas.release(this.conference, null, this.office);
		long secret = item("Mục còn bàn", SECOND, "08:00", "09:00");
		if (state == ConferenceStatus.ANNOUNCED) {
			this.conferences.announce(this.conference, this.office);
		}
		Viewer viewer = person(role, unit(relation));
		ResultActions page = as(viewer, get(agenda())).andExpect(status().is(seen));
		if (seen == 200) {
			boolean draft = role == Role.OFFICE || role == Role.LEADER;
			page.andExpect(shows("Bản đã ban hành"))
				.andExpect(draft ? shows("Mục còn bàn") : hides("Mục còn bàn"))
				.andExpect((role == Role.OFFICE) ? shows("/edit") : hides("/agenda/items/"));
			as(viewer, get(agenda() + "/releases/1")).andExpect(status().isOk()).andExpect(hides("Mục còn bàn"));
		}
		int refused = (seen == 200) ? 403 : 404;
		for (String path : List.of("/items/new", "/items/" + secret + "/edit", "/items/" + secret + "/removal",
				"/items/" + secret + "/materials")) {
			as(viewer, get(agenda() + path)).andExpect(status().is((role == Role.OFFICE) ? 200 : refused));
		}
		if (role != Role.OFFICE) {
			for (String path : List.of("/items/" + secret + "/earlier", "/items/" + secret + "/later", "/release",
					"/new-days")) {
				as(viewer, post(agenda() + path)).andExpect(status().is(refused));
			}
			as(viewer, post(agenda() + "/items/" + secret + "/removal").param("version", "0"))
				.andExpect(status().is(refused));
			as(viewer, form(post(agenda() + "/items/" + secret), "Đổi trộm")).andExpect(status().is(refused));
			as(viewer, form(post(agenda() + "/items"), "Thêm trộm")).andExpect(status().is(refused));
			assertThat(titles()).containsExactly("Bản đã ban hành", "Mục còn bàn");
		}
	}

	@ParameterizedTest
	@EnumSource(ConferenceStatus.class)
	void the_draft_is_open_until_the_conference_is_over(ConferenceStatus state) throws Exception {
		long item = item("Báo cáo", FIRST, null, null);
		item("Chuyên đề", FIRST, null, null);
		this.jdbc.sql("update conference set status = ? where id = ?").params(state.name(), this.conference).update();
		boolean open = state.isAhead() || state == ConferenceStatus.IN_SESSION;
		List<Runnable> acts = List.of(() -> item("Thảo luận", SECOND, null, null),
				() -> this.agendas.moveLater(this.conference, item, this.office),
				() -> this.agendas.release(this.conference, null, this.office),
				() -> this.agendas.remove(this.conference, item, 0, this.office));
		for (Runnable act : acts) {
			if (open) {
				act.run();
			}
			else {
				assertThatExceptionOfType(RuleViolation.class).isThrownBy(act::run)
					.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo("agenda.error.fixed"));
			}
		}
		assertThat(titles()).isEqualTo(open ? List.of("Chuyên đề", "Thảo luận") : List.of("Báo cáo", "Chuyên đề"));
		as(this.office, get(agenda())).andExpect(status().isOk())
			.andExpect(open ? shows("/items/new") : hides("/items/new"));
		if (!open) {
			as(this.office, form(post(agenda() + "/items"), "Viết muộn")).andExpect(status().is(422))
				.andExpect(shows("Viết muộn"))
				.andExpect(shows("đã kết thúc hoặc bị hủy"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "title | - | Nhập nội dung của mục.",
			"title | LONG | dài quá 500 ký tự", "kind | - | Chọn loại của mục.",
			"kind | LUNCH | Chọn loại của mục trong danh sách.", "day | - | Chọn ngày của mục.",
			"day | 31/02/2026 | Chọn ngày của mục trong danh sách.", "day | 05/12/2026 | từ 03/12/2026 đến 04/12/2026",
			"startsAt | - | Ghi cả giờ bắt đầu và giờ kết thúc", "endsAt | - | Ghi cả giờ bắt đầu và giờ kết thúc",
			"endsAt | 08:00 | Giờ kết thúc phải sau giờ bắt đầu.",
			"endsAt | 07:00 | Giờ kết thúc phải sau giờ bắt đầu.", "startsAt | sáng sớm | Giờ bắt đầu chưa đúng",
			"endsAt | 25:00 | Giờ kết thúc chưa đúng", "speaker | - | Nhập tên người trình bày, hoặc bỏ trống chức vụ.",
			"speaker | LONG | dài quá 120 ký tự", "speakerPosition | LONG | Chức vụ dài quá 200 ký tự",
			"note | VERY LONG | Ghi chú dài quá 2.000 ký tự", "unitId | 999999 | Không có đơn vị này.",
			"unitId | Sở | Chọn đơn vị trình bày trong danh sách.",
			"unitId | DISSOLVED | không hoạt động vào ngày 03/12/2026" })
	void bad_input_gets_a_sentence_and_keeps_what_was_typed(String field, String value, String sentence)
			throws Exception {
		String typed = (value == null) ? "" : switch (value) {
			case "LONG" -> "a".repeat(501);
			case "VERY LONG" -> "a".repeat(2001);
			case "DISSOLVED" -> dissolved();
			default -> value;
		};
		MockHttpServletRequestBuilder form = post(agenda() + "/items");
		java.util.Map<String, String> fields = new java.util.LinkedHashMap<>(
				java.util.Map.of("kind", "REPORT", "title", "Báo cáo giữ nguyên", "day", "03/12/2026", "startsAt",
						"08:00", "endsAt", "09:00", "speaker", "Người Giữ Nguyên", "speakerPosition",
						"Chức vụ giữ nguyên", "unitId", "", "note", "Ghi chú giữ nguyên"));
		fields.put(field, typed);
		fields.forEach(form::param);
		ResultActions page = as(this.office, form).andExpect(status().is(422))
			.andExpect(shows(sentence))
			.andExpect(shows("href=\"#" + field + "\""));
		for (String kept : List.of("title", "speaker", "speakerPosition", "note")) {
			if (!kept.equals(field)) {
				page.andExpect(shows(fields.get(kept)));
			}
		}
		assertThat(titles()).isEmpty();
	}

	@Test
	void an_item_is_added_with_everything_typed() throws Exception {
		as(this.office,
				post(agenda() + "/items").param("kind", "TOPIC")
					.param("title", "  Chuyên đề <b>một</b>  ")
					.param("day", "2026-12-04")
					.param("startsAt", "8:00")
					.param("endsAt", "09:30")
					.param("speaker", "Nguyễn Văn An")
					.param("speakerPosition", "Giám đốc")
					.param("unitId", String.valueOf(this.invited.id()))
					.param("note", "Mang số liệu"))
			.andExpect(status().is3xxRedirection())
			.andExpect(redirectedUrl(agenda()))
			.andExpect(flash().attribute("flash", "agenda.itemAdded"));
		as(this.office, get(agenda())).andExpect(shows("Chuyên đề <b>một</b>"))
			.andExpect(shows("08:00–09:30"))
			.andExpect(shows(this.invited.name()))
			.andExpect(shows("Mang số liệu"));
		assertThat(audited("agenda.audit.itemAdded")).isEqualTo(1);
	}

	@Test
	void a_new_item_proposes_to_go_on_where_the_last_one_ends() throws Exception {
		as(this.office, get(agenda() + "/items/new")).andExpect(hides("value=\"14:15\""));
		item("Khai mạc", FIRST, "13:30", "14:15");
		as(this.office, get(agenda() + "/items/new")).andExpect(shows("14:15"));
		as(this.office, get(agenda() + "/items/new").param("day", "2026-12-04")).andExpect(hides("14:15"));
		as(this.office, get(agenda() + "/items/new").param("day", "ngày mai")).andExpect(status().isOk());
	}

	@Test
	void what_belongs_elsewhere_or_nowhere_is_not_found() throws Exception {
		long other = newConference();
		long foreign = this.agendas.add(other, filled("Của hội nghị khác", FIRST, null, null), this.office);
		for (String id : List.of("999999", String.valueOf(foreign), "abc")) {
			as(this.office, get(agenda() + "/items/" + id + "/edit")).andExpect(status().isNotFound());
			as(this.office, post(agenda() + "/items/" + id + "/removal").param("version", "0"))
				.andExpect(status().isNotFound());
			as(this.office, post(agenda() + "/items/" + id + "/earlier")).andExpect(status().isNotFound());
			as(this.office, form(post(agenda() + "/items/" + id), "Đổi")).andExpect(status().isNotFound());
		}
		as(this.office, get("/conferences/999999/agenda")).andExpect(status().isNotFound());
		as(this.office, get(agenda() + "/releases/1")).andExpect(status().isNotFound());
		as(this.office, get(agenda() + "/releases/0")).andExpect(status().isNotFound());
	}

	@Test
	void a_lost_race_shows_both_texts_and_saves_on_the_second_try() throws Exception {
		long item = item("Tên cũ", FIRST, null, null);
		as(this.office, form(post(agenda() + "/items/" + item), "Tên của người thứ nhất").param("version", "0"))
			.andExpect(status().is3xxRedirection());
		as(this.office, form(post(agenda() + "/items/" + item), "Tên của người thứ hai").param("version", "0"))
			.andExpect(status().isConflict())
			.andExpect(shows("Tên của người thứ nhất"))
			.andExpect(shows("Tên của người thứ hai"))
			.andExpect(shows("name=\"version\" value=\"1\""));
		assertThat(titles()).containsExactly("Tên của người thứ nhất");
		as(this.office, form(post(agenda() + "/items/" + item), "Tên của người thứ hai").param("version", "1"))
			.andExpect(status().is3xxRedirection());
		as(this.office, post(agenda() + "/items/" + item + "/removal").param("version", "1"))
			.andExpect(status().isConflict());
		assertThat(titles()).containsExactly("Tên của người thứ hai");
	}

	@Test
	void moving_an_item_disturbs_nobody_who_edits_it() throws Exception {
		long first = item("Một", FIRST, null, null);
		item("Hai", FIRST, null, null);
		this.agendas.moveLater(this.conference, first, this.office);
		as(this.office, form(post(agenda() + "/items/" + first), "Một, sửa").param("version", "0"))
			.andExpect(status().is3xxRedirection());
		assertThat(titles()).containsExactly("Hai", "Một, sửa");
	}

	@Test
	void a_removed_item_is_gone_but_what_was_typed_is_not() throws Exception {
		long item = item("Báo cáo", FIRST, null, null);
		as(this.office, post(agenda() + "/items/" + item + "/removal")).andExpect(status().is(409));
		as(this.office, post(agenda() + "/items/" + item + "/removal").param("version", "0"))
			.andExpect(redirectedUrl(agenda()));
		as(this.office, get(agenda() + "/items/" + item + "/edit")).andExpect(status().isNotFound());
		as(this.office, post(agenda() + "/items/" + item + "/removal").param("version", "1"))
			.andExpect(status().isNotFound());
		as(this.office, form(post(agenda() + "/items/" + item), "Công sức một buổi").param("version", "0"))
			.andExpect(status().is(422))
			.andExpect(shows("Công sức một buổi"))
			.andExpect(shows("vừa bị bỏ khỏi chương trình"));
		assertThat(titles()).isEmpty();
	}

	@Test
	void a_form_sent_twice_adds_one_item() throws Exception {
		String token = java.util.UUID.randomUUID().toString();
		for (int i = 0; i < 2; i++) {
			as(this.office, form(post(agenda() + "/items"), "Một lần").param("_once", token))
				.andExpect(status().is3xxRedirection())
				.andExpect(header().string("Location", endsWith(agenda())));
		}
		assertThat(titles()).containsExactly("Một lần");
	}

	@Test
	void items_without_a_time_move_past_each_other_only() {
		long timed = item("Có giờ", FIRST, "13:30", "14:00");
		long one = item("Một", FIRST, null, null);
		long two = item("Hai", FIRST, null, null);
		item("Hôm sau", SECOND, null, null);
		this.agendas.moveEarlier(this.conference, two, this.office);
		assertThat(titles()).containsExactly("Có giờ", "Hai", "Một", "Hôm sau");
		for (Runnable act : List.<Runnable>of(() -> this.agendas.moveEarlier(this.conference, two, this.office),
				() -> this.agendas.moveLater(this.conference, one, this.office),
				() -> this.agendas.moveLater(this.conference, timed, this.office))) {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(act::run)
				.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo("agenda.error.noNeighbour"));
		}
	}

	@Test
	void warnings_are_shown_with_their_items_and_stop_nobody() throws Exception {
		long one = item("Báo cáo A", FIRST, "13:30", "14:00");
		item("Báo cáo B", FIRST, "13:45", "14:15");
		as(this.office, get(agenda())).andExpect(shows("Hai mục trùng giờ"))
			.andExpect(shows("href=\"#item-" + one + "\""))
			.andExpect(shows("Ngày 04/12/2026 chưa có mục nào."));
		as(person(Role.LEADER, UnitDirectory.MINISTRY), get(agenda())).andExpect(hides("Hai mục trùng giờ"));
		assertThat(this.agendas.release(this.conference, null, this.office)).isEqualTo(1);
	}

	@Test
	void a_speaker_booked_at_two_conferences_is_noticed() throws Exception {
		long other = newConference();
		AgendaItemForm there = filled("Ở nơi khác", FIRST, "13:00", "15:00");
		there.setSpeaker("Trần  Hai Nơi");
		this.agendas.add(other, there, this.office);
		AgendaItemForm here = filled("Ở đây", FIRST, "14:00", "14:30");
		here.setSpeaker("trần hai nơi");
		this.agendas.add(this.conference, here, this.office);
		as(this.office, get(agenda())).andExpect(shows("có tên trong chương trình của"));
		this.jdbc.sql("update conference set status = 'CANCELLED' where id = ?").param(other).update();
		as(this.office, get(agenda())).andExpect(hides("có tên trong chương trình của"));
	}

	@Test
	void a_release_freezes_and_the_next_one_tells_what_changed() throws Exception {
		long item = item("Báo cáo", FIRST, "13:30", "14:00");
		assertRefused("agenda.error.draftChanged", "something else");
		as(this.office, post(agenda() + "/release")).andExpect(redirectedUrl(agenda()))
			.andExpect(flash().attribute("flash", "agenda.released"));
		assertRefused("agenda.error.unchanged", null);
		this.conferences.announce(this.conference, this.office);
		AgendaItemForm later = filled("Báo cáo", FIRST, "14:00", "14:30");
		later.setVersion(0);
		this.agendas.update(this.conference, item, later, this.office);
		item("Thảo luận", FIRST, "14:30", "15:00");
		as(this.clerk, get(agenda())).andExpect(shows("13:30–14:00"))
			.andExpect(hides("14:00–14:30"))
			.andExpect(hides("Thảo luận</div>"));
		as(this.office, get(agenda())).andExpect(shows("khác bản số 1 ở 2 điểm"))
			.andExpect(shows("“Báo cáo”: chuyển từ 13:30–14:00 sang 14:00–14:30"));
		this.agendas.release(this.conference, null, this.office);
		as(this.clerk, get(agenda())).andExpect(shows("14:00–14:30"))
			.andExpect(shows("Thay đổi so với bản số 1"))
			.andExpect(shows("“Báo cáo”: chuyển từ 13:30–14:00 sang 14:00–14:30"))
			.andExpect(shows("Thêm mục “Thảo luận” (14:30–15:00, 03/12/2026)"));
		as(this.clerk, get(agenda() + "/releases/1")).andExpect(shows("13:30–14:00"))
			.andExpect(shows("Đây là bản cũ. Bản đang áp dụng là bản số 2."));
		as(this.clerk, get(agenda() + "/releases/3")).andExpect(status().isNotFound());
		assertThat(audited("agenda.audit.released")).isEqualTo(2);
	}

	@Test
	void an_empty_agenda_is_not_published() {
		assertRefused("agenda.error.empty", null);
		long item = item("Báo cáo", FIRST, null, null);
		this.agendas.release(this.conference, null, this.office);
		this.agendas.remove(this.conference, item, 0, this.office);
		assertRefused("agenda.error.empty", null);
	}

	@Test
	void a_published_release_cannot_be_rewritten_even_in_the_database() {
		item("Báo cáo", FIRST, null, null);
		this.agendas.release(this.conference, null, this.office);
		assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update agenda_release_item set title = 'x'").update())
			.withMessageContaining("cannot be changed");
	}

	@Test
	void invited_clerks_and_heads_are_told_once_they_know_the_conference() {
		Viewer head = person(Role.UNIT_HEAD, this.invited.code());
		Viewer observer = person(Role.OBSERVER, this.invited.code());
		Viewer outsider = person(Role.CLERK, this.stranger.code());
		item("Báo cáo", FIRST, null, null);
		this.agendas.release(this.conference, null, this.office);
		assertThat(told(this.clerk)).isZero();
		this.conferences.announce(this.conference, this.office);
		item("Chuyên đề", SECOND, null, null);
		this.agendas.release(this.conference, null, this.office);
		assertThat(List.of(told(this.clerk), told(head), told(observer), told(outsider))).containsExactly(1, 1, 0, 0);
	}

	@Test
	void units_are_told_that_the_agenda_will_follow() throws Exception {
		item("Mục còn bàn", FIRST, null, null);
		this.conferences.announce(this.conference, this.office);
		as(this.clerk, get(agenda())).andExpect(status().isOk())
			.andExpect(shows("Chương trình chi tiết sẽ được gửi sau"))
			.andExpect(hides("Mục còn bàn"));
	}

	@Test
	void the_draft_follows_a_conference_that_was_moved() throws Exception {
		item("Ngày đầu", FIRST, "13:30", "14:00");
		item("Ngày sau", SECOND, "08:00", "09:00");
		as(this.office, get(agenda())).andExpect(hides("/new-days"));
		this.jdbc.sql("update conference set starts_on = starts_on + 7, ends_on = ends_on + 7 where id = ?")
			.param(this.conference)
			.update();
		as(this.office, get(agenda())).andExpect(shows("/new-days")).andExpect(shows("nằm ngoài các buổi"));
		as(this.office, post(agenda() + "/new-days")).andExpect(redirectedUrl(agenda()));
		as(this.office, get(agenda())).andExpect(hides("/new-days")).andExpect(hides("nằm ngoài các buổi"));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.agendas.followConference(this.conference, this.office))
			.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo("agenda.error.nothingToMove"));
	}

	@Test
	void materials_follow_the_item_they_belong_to() throws Exception {
		long item = item("Báo cáo", FIRST, null, null);
		String materials = agenda() + "/items/" + item + "/materials";
		this.conferences.announce(this.conference, this.office);
		as(this.office,
				multipart(materials)
					.file(new MockMultipartFile("files", "hai.exe", "application/pdf", new byte[] { 'M', 'Z', 0, 1 }))
					.with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows("hai.exe"));
		as(this.office, post(materials)).andExpect(status().is(422)).andExpect(shows("Chọn ít nhất một tệp."));
		as(this.office,
				multipart(materials)
					.file(new MockMultipartFile("files", "báo cáo.txt", "text/plain", "Nội dung".getBytes("UTF-8"))))
			.andExpect(status().is3xxRedirection());
		long file = this.jdbc.sql("select id from stored_file where owner_type = 'agenda-item' and owner_id = ?")
			.param(item)
			.query(Long.class)
			.single();
		as(this.clerk, get("/files/" + file)).andExpect(status().isNotFound());
		as(this.office, get("/files/" + file)).andExpect(status().isOk());
		this.agendas.release(this.conference, null, this.office);
		as(this.clerk, get(agenda())).andExpect(shows("/files/" + file));
		as(this.clerk, get("/files/" + file)).andExpect(status().isOk());
		as(person(Role.CLERK, this.stranger.code()), get("/files/" + file)).andExpect(status().isNotFound());
		as(this.clerk, post("/files/" + file + "/removal")).andExpect(status().isForbidden());
		as(this.office, post("/files/" + file + "/removal")).andExpect(status().is3xxRedirection());
		as(this.clerk, get("/files/" + file)).andExpect(status().isNotFound());
	}

	@Test
	void published_items_of_many_conferences_take_one_statement() throws Exception {
		long other = newConference();
		long unpublished = newConference();
		item("Hai", FIRST, "14:00", "14:30");
		item("Một", FIRST, "13:30", "14:00");
		this.agendas.release(this.conference, null, this.office);
		item("Ba", SECOND, null, null);
		this.agendas.release(this.conference, null, this.office);
		item("Bản thảo", SECOND, null, null);
		this.agendas.add(other, filled("Khác", FIRST, null, null), this.office);
		this.agendas.release(other, null, this.office);
		StatementCounter.expect(1, () -> {
			var published = this.agendas.publishedItems(List.of(this.conference, other, unpublished));
			assertThat(published).containsOnlyKeys(this.conference, other);
			assertThat(published.get(this.conference)).extracting(AgendaLine::title)
				.containsExactly("Một", "Hai", "Ba");
			assertThat(published.get(this.conference).get(0).startsAt()).isEqualTo(LocalTime.of(13, 30));
		});
		StatementCounter.expect(0, () -> assertThat(this.agendas.publishedItems(List.of())).isEmpty());
	}

	@Test
	void an_archive_is_taken_over_as_its_first_release() throws Exception {
		this.jdbc.sql("update conference set status = 'CLOSED', archive = true where id = ?")
			.param(this.conference)
			.update();
		this.agendas.takeOver(this.conference, List.of(new ArchivedItem(2, AgendaItemKind.TOPIC, "Sau", null),
				new ArchivedItem(1, AgendaItemKind.OPENING, "Trước", "Đinh Trung Tụng")), this.office);
		assertThat(this.agendas.publishedItems(List.of(this.conference)).get(this.conference))
			.extracting(AgendaLine::title, AgendaLine::day)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("Trước", null),
					org.assertj.core.groups.Tuple.tuple("Sau", null));
		for (Viewer viewer : List.of(this.office, this.clerk)) {
			as(viewer, get(agenda())).andExpect(status().isOk())
				.andExpect(shows("Đinh Trung Tụng"))
				.andExpect(shows("Hồ sơ không ghi ngày của từng mục"))
				.andExpect(hides("Ban hành bản số"));
		}
	}

	@Test
	void three_items_take_as_many_statements_as_one() throws Exception {
		this.conferences.announce(this.conference, this.office);
		item("Một", FIRST, "13:30", "14:00");
		this.agendas.release(this.conference, null, this.office);
		int[] one = { statements(this.office), statements(this.clerk) };
		item("Hai", FIRST, "14:00", "14:30");
		item("Ba", SECOND, "08:00", "09:00");
		this.jdbc.sql("delete from notification").update();
		this.agendas.release(this.conference, null, this.office);
		assertThat(new int[] { statements(this.office), statements(this.clerk) }).isEqualTo(one);
	}

	@Test
	void english_pages_are_english() throws Exception {
		item("Báo cáo", FIRST, "13:30", "14:00");
		as(this.office, get(agenda()).param("lang", "en")).andExpect(shows("Publish version 1"))
			.andExpect(shows("No items on 04/12/2026 yet."))
			.andExpect(hides("??"));
	}

	private int statements(Viewer viewer) throws Exception {
		return StatementCounter.during(() -> as(viewer, get(agenda())).andExpect(status().isOk())).size();
	}

	private ResultActions as(Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		request.with(signedIn(viewer));
		return this.mvc.perform(request.with(csrf()));
	}

	/** What the page reads, with its character references resolved. */
	private static ResultMatcher shows(String text) {
		return (result) -> assertThat(page(result)).contains(text);
	}

	private static ResultMatcher hides(String text) {
		return (result) -> assertThat(page(result)).doesNotContain(text);
	}

	private static String page(MvcResult result) throws Exception {
		return HtmlUtils.htmlUnescape(result.getResponse().getContentAsString());
	}

	private static RequestPostProcessor signedIn(Viewer viewer) {
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(viewer.username(),
				null, List.of());
		token.setDetails(viewer);
		return authentication(token);
	}

	private static MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder request, String title) {
		return request.param("kind", "REPORT").param("title", title).param("day", "03/12/2026");
	}

	private String agenda() {
		return "/conferences/" + this.conference + "/agenda";
	}

	private long item(String title, LocalDate day, String from, String to) {
		return this.agendas.add(this.conference, filled(title, day, from, to), this.office);
	}

	private static AgendaItemForm filled(String title, LocalDate day, String from, String to) {
		AgendaItemForm form = new AgendaItemForm();
		form.setKind(AgendaItemKind.REPORT);
		form.setTitle(title);
		form.setDay(day);
		form.setStartsAt((from != null) ? LocalTime.parse(from) : null);
		form.setEndsAt((to != null) ? LocalTime.parse(to) : null);
		return form;
	}

	private List<String> titles() {
		return this.jdbc.sql("""
				select title from agenda_item where conference_id = ? and removed_at is null
				order by day, starts_at, position_no
				""").param(this.conference).query(String.class).list();
	}

	private void assertRefused(String key, String seen) {
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.agendas.release(this.conference, seen, this.office))
			.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo(key));
	}

	private int audited(String action) {
		return this.jdbc.sql("select count(*) from audit_entry where area = 'agenda' and action = ? and subject_id = ?")
			.params(action, this.conference)
			.query(Integer.class)
			.single();
	}

	private int told(Viewer viewer) {
		return this.jdbc.sql("""
				select count(*) from notification where account_id = ? and message_key like 'agenda.%' and url = ?
				""").params(viewer.accountId(), agenda()).query(Integer.class).single();
	}

	private String dissolved() {
		return this.units.all()
			.stream()
			.filter((unit) -> unit.validTo() != null && unit.validTo().isBefore(FIRST))
			.findFirst()
			.map((unit) -> String.valueOf(unit.id()))
			.orElseThrow();
	}

	private String unit(String relation) {
		return switch (relation) {
			case "MINISTRY" -> UnitDirectory.MINISTRY_OFFICE;
			case "LEADERSHIP" -> UnitDirectory.MINISTRY;
			case "INVITED" -> this.invited.code();
			default -> this.stranger.code();
		};
	}

	private long newConference() {
		return this.conferences.create(new ConferencePlan("Hội nghị công tác văn phòng", ConferenceKind.DEPLOYMENT,
				FIRST, HalfDay.AFTERNOON, SECOND, HalfDay.AFTERNOON, "Hà Nội", null,
				this.units.byCode(UnitDirectory.MINISTRY_OFFICE).orElseThrow().id(), false, false, null, null, null,
				null, LocalDateTime.of(2026, 12, 1, 17, 0).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant(),
				List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Chủ trì", "Thứ trưởng"))), this.office);
	}

	private Viewer person(Role role, String unitCode) {
		String username = "agenda" + NEXT.incrementAndGet();
		this.accounts.addInitial(username, "Người " + username, null, "{noop}x", false, role, unitCode, new Tester());
		return this.viewers.byUsername(username).orElseThrow();
	}

	/** Whoever sets up an example. */
	private record Tester() implements Actor {

		@Override
		public Long accountId() {
			return null;
		}

		@Override
		public String displayName() {
			return "Tester";
		}

		@Override
		public String roleName() {
			return null;
		}

		@Override
		public Long unitId() {
			return null;
		}

	}

}
