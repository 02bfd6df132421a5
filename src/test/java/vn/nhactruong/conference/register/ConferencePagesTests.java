package vn.nhactruong.conference.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestWorkbook;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.audit.AuditTrail;
import vn.nhactruong.conference.ConferenceForm;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.InvitedUnit;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The conference's own pages with real people, a real database and bad input. */
@PortalTest
class ConferencePagesTests {

	private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private Conferences conferences;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Clock clock;

	private String organiser;

	private Viewer office;

	private RequestPostProcessor asOffice;

	private RequestPostProcessor asClerk;

	private String title;

	@BeforeEach
	void signIn() {
		this.organiser = this.people.add(Role.OFFICE, "VPB");
		this.office = this.people.viewer(this.organiser);
		this.asOffice = this.people.as(this.organiser);
		this.asClerk = this.people.as(Role.CLERK, "STP-48");
		this.title = "Hội nghị " + UUID.randomUUID();
	}

	@ParameterizedTest
	@CsvSource({ "OFFICE, VPB, 200, 200, 200", "LEADER, BTP, 200, 200, 403", "OBSERVER, VPB, 200, 200, 403",
			"ADMIN, VPB, 404, 404, 404", "CLERK, STP-48, 404, 200, 403", "UNIT_HEAD, STP-48, 404, 200, 403",
			"OBSERVER, STP-48, 404, 200, 403", "CLERK, STP-08, 404, 404, 404", "UNIT_HEAD, STP-08, 404, 404, 404",
			"CLERK, THADS-48, 404, 404, 404" })
	void who_sees_a_draft_an_announced_conference_and_its_form(Role role, String unit, int draft, int announced,
			int form) throws Exception {
		long id = invited("STP-48");
		RequestPostProcessor viewer = this.people.as(role, unit);
		this.mvc.perform(get("/conferences/{id}", id).with(viewer)).andExpect(status().is(draft));
		this.conferences.announce(id, this.office);
		this.mvc.perform(get("/conferences/{id}", id).with(viewer)).andExpect(status().is(announced));
		for (String page : List.of("edit", "invitations", "postponement", "cancellation")) {
			this.mvc.perform(get("/conferences/{id}/" + page, id).with(viewer)).andExpect(status().is(form));
		}
		if (form != 200) {
			for (String act : List.of("announcement", "opening", "closing")) {
				this.mvc.perform(post("/conferences/{id}/" + act, id).with(viewer).with(csrf()))
					.andExpect(status().is(form));
			}
			assertThat(state(id)).isEqualTo("ANNOUNCED");
		}
		this.mvc.perform(get("/conferences").param("q", "Hội nghị số " + id).with(viewer))
			.andExpect(content().string((announced == 200) ? containsString("/conferences/" + id + "\"")
					: not(containsString("/conferences/" + id + "\""))));
	}

	@Test
	void a_successor_sees_what_its_predecessor_was_invited_to() throws Exception {
		long id = this.conferences.takeOver("HN-THU-" + UUID.randomUUID(), plan(LocalDate.of(2015, 10, 1), "VPB"),
				Map.of(unit("STP-49-2025"), "lãnh đạo"), this.office);
		this.mvc.perform(get("/conferences/{id}", id).with(this.people.as(Role.CLERK, "STP-48")))
			.andExpect(status().isOk());
		this.mvc.perform(get("/conferences/{id}", id).with(this.people.as(Role.CLERK, "STP-08")))
			.andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "title | - | Nhập tên hội nghị.",
			"title | LONG | Tên hội nghị dài tối đa 300 ký tự.", "kind | - | Chọn loại hội nghị.",
			"startsOn | - | Nhập ngày bắt đầu hội nghị.", "startsOn | 31/02/2026 | Có 1 chỗ cần sửa",
			"endsOn | 09/12/2026 | Ngày kết thúc phải từ ngày bắt đầu trở đi.", "place | - | Nhập địa điểm họp.",
			"organizerId | - | Chọn đơn vị tổ chức.", "organizerId | 99999999 | không có trong danh mục",
			"registrationClosesAt | 2026-12-11T08:00 | không được sau ngày khai mạc 10/12/2026",
			"provinceId | P49-2025 | không tồn tại vào ngày 10/12/2026",
			"followsId | 99999999 | không có trong hệ thống", "chairs[0].name | - | Nhập họ tên cho chức vụ này" })
	void a_bad_plan_gets_its_sentence_and_loses_nothing(String field, String value, String sentence) throws Exception {
		String typed = "LONG".equals(value) ? "h".repeat(301) : (value != null) ? value : "";
		this.mvc.perform(planForm(post("/conferences"), field, typed).with(this.asOffice).with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows(sentence))
			.andExpect(shows("Nội dung đã gõ"))
			// A list can't show what it doesn't offer; a day that can be read keeps its
			// picker.
			.andExpect(shows(field.endsWith("Id") ? "" : typed.equals("09/12/2026") ? "value=\"2026-12-09\"" : typed));
	}

	@Test
	void a_unit_of_the_past_organises_nothing_today() throws Exception {
		this.mvc
			.perform(planForm(post("/conferences"), "organizerId", String.valueOf(unit("VTDKT"))).with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows("không hoạt động vào ngày 10/12/2026"));
	}

	@Test
	void a_stale_edit_shows_both_texts_and_is_accepted_the_second_time() throws Exception {
		long id = invited("STP-48");
		int version = this.conferences.organised(id, this.office).version();
		this.mvc
			.perform(planForm(post("/conferences/{id}", id), "place", "Hội trường A").param("version", "" + version)
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(redirectedUrl("/conferences/" + id));
		this.mvc
			.perform(planForm(post("/conferences/{id}", id), "place", "Hội trường B").param("version", "" + version)
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(shows("Hội trường A"))
			.andExpect(shows("Hội trường B"));
		assertThat(this.conferences.organised(id, this.office).place()).isEqualTo("Hội trường A");
		this.mvc
			.perform(planForm(post("/conferences/{id}", id), "place", "Hội trường B")
				.param("version", "" + this.conferences.organised(id, this.office).version())
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(redirectedUrl("/conferences/" + id));
	}

	@Test
	void a_form_sent_twice_creates_one_conference() throws Exception {
		String title = "Hội nghị gửi hai lần " + UUID.randomUUID();
		String token = UUID.randomUUID().toString();
		String[] led = new String[2];
		for (int i = 0; i < 2; i++) {
			led[i] = this.mvc
				.perform(planForm(post("/conferences"), "title", title).param("_once", token)
					.with(this.asOffice)
					.with(csrf()))
				.andExpect(status().is3xxRedirection())
				.andReturn()
				.getResponse()
				.getHeader("Location");
		}
		assertThat(led[1]).isEqualTo(led[0]);
		assertThat(this.jdbc.sql("select count(*) from conference where title = ?")
			.param(title)
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void a_refused_form_gives_its_token_back() throws Exception {
		String token = UUID.randomUUID().toString();
		this.mvc
			.perform(planForm(post("/conferences"), "title", "").param("_once", token).with(this.asOffice).with(csrf()))
			.andExpect(status().is(422));
		this.mvc
			.perform(planForm(post("/conferences"), "title", "Lần này đủ").param("_once", token)
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andExpect(header().string("Location", containsString("/invitations")));
	}

	@Test
	void units_are_invited_by_kind_and_region_once() throws Exception {
		long id = this.conferences.create(plan(DAY, "VPB"), this.office);
		int central = this.units.ofKind(OrganizationKind.PROVINCIAL_JUSTICE, Region.CENTRAL, DAY).size();
		for (int i = 0; i < 2; i++) {
			this.mvc
				.perform(post("/conferences/{id}/invitations/groups", id).param("kind", "PROVINCIAL_JUSTICE")
					.param("region", "CENTRAL")
					.param("quota", "2")
					.with(this.asOffice)
					.with(csrf()))
				.andExpect(status().is3xxRedirection());
		}
		assertThat(central).isEqualTo(11);
		assertThat(this.conferences.invitations(id)).hasSize(central)
			.allSatisfy((invited) -> assertThat(invited.quota()).isEqualTo(2));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "STP-48-2025 | 2 | không hoạt động vào ngày 10/12/2026", "STP-48 | 0 | từ 1 đến 200",
					"STP-48 | 201 | từ 1 đến 200", "STP-48 | '' | Nhập số đại biểu mỗi đơn vị.", "STP-48 | hai | số" })
	void a_bad_invitation_gets_its_sentence(String code, String quota, String sentence) throws Exception {
		long id = this.conferences.create(plan(DAY, "VPB"), this.office);
		this.mvc
			.perform(post("/conferences/{id}/invitations", id).param("units", String.valueOf(unit(code)))
				.param("quota", quota)
				.param("participants", "Chánh Văn phòng")
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows(sentence))
			.andExpect(shows("Chánh Văn phòng"));
		assertThat(this.conferences.invitations(id)).isEmpty();
	}

	@Test
	void an_invitation_of_another_conference_is_not_found() throws Exception {
		long id = invited("STP-48");
		long foreign = this.conferences.invitations(invited("STP-08")).get(0).id();
		this.mvc
			.perform(post("/conferences/{id}/invitations/{i}/withdrawal", id, foreign).with(this.asOffice).with(csrf()))
			.andExpect(status().isNotFound());
	}

	@Test
	void announcing_tells_the_invited_units_and_nobody_else() throws Exception {
		long id = invited("STP-48");
		String clerk = this.people.add(Role.CLERK, "STP-48");
		String stranger = this.people.add(Role.CLERK, "STP-08");
		this.mvc.perform(post("/conferences/{id}/announcement", id).with(this.asOffice).with(csrf()))
			.andExpect(redirectedUrl("/conferences/" + id));
		assertThat(notices(clerk, id)).isOne();
		assertThat(notices(stranger, id)).isZero();
		this.mvc.perform(post("/conferences/{id}/announcement", id).with(this.asOffice).with(csrf()));
		assertThat(notices(clerk, id)).as("announced twice").isOne();
	}

	@ParameterizedTest
	@CsvSource({ "postponement, POSTPONED", "cancellation, CANCELLED" })
	void a_reason_is_asked_for(String act, String state) throws Exception {
		long id = invited("STP-48");
		this.mvc.perform(post("/conferences/{id}/" + act, id).param("reason", " ").with(this.asOffice).with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows("Nêu lý do."));
		assertThat(state(id)).isEqualTo("DRAFT");
		this.mvc
			.perform(
					post("/conferences/{id}/" + act, id).param("reason", "Trùng lịch").with(this.asOffice).with(csrf()))
			.andExpect(status().is3xxRedirection());
		assertThat(state(id)).isEqualTo(state);
	}

	@Test
	void a_postponed_conference_is_announced_again_on_its_new_day() throws Exception {
		long id = invited("STP-48");
		this.conferences.announce(id, this.office);
		this.conferences.postpone(id, "Bão", this.office);
		MockHttpServletRequestBuilder wrong = post("/conferences/{id}/rescheduling", id).param("startsOn", "2026-12-20")
			.param("endsOn", "2026-12-19");
		this.mvc
			.perform(wrong.param("startsHalf", "MORNING")
				.param("endsHalf", "AFTERNOON")
				.param("registrationClosesAt", "2026-12-18T17:00")
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows("value=\"2026-12-19\""));
		this.mvc
			.perform(post("/conferences/{id}/rescheduling", id).param("startsOn", "20/12/2026")
				.param("endsOn", "2026-12-21")
				.param("startsHalf", "MORNING")
				.param("endsHalf", "AFTERNOON")
				.param("registrationClosesAt", "17:00 18/12/2026")
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is3xxRedirection());
		assertThat(this.conferences.organised(id, this.office).startsOn()).isEqualTo(LocalDate.of(2026, 12, 20));
		assertThat(state(id)).isEqualTo("ANNOUNCED");
	}

	@Test
	void the_list_costs_the_same_with_one_row_and_with_three() throws Exception {
		String word = "dongia" + UUID.randomUUID().toString().substring(0, 8);
		for (int rows : List.of(1, 3)) {
			while (count(word) < rows) {
				named(word);
			}
			// Viewer, number of rows, rows, unread messages.
			StatementCounter.expect(4, () -> this.mvc.perform(get("/conferences").param("q", word).with(this.asOffice))
				.andExpect(status().isOk()));
		}
	}

	@Test
	void the_workbook_holds_what_is_filtered_and_visible() throws Exception {
		String word = "sotinh" + UUID.randomUUID().toString().substring(0, 8);
		named(word);
		byte[] own = this.mvc.perform(get("/conferences.xlsx").param("q", word).with(this.asOffice))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(TestWorkbook.texts(own).toString()).contains(word);
		byte[] strangers = this.mvc
			.perform(get("/conferences.xlsx").param("q", word).with(this.people.as(Role.CLERK, "STP-08")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(TestWorkbook.texts(strangers).toString()).doesNotContain(word);
	}

	@ParameterizedTest
	@CsvSource({ "page=abc", "page=-3", "sort=;drop table", "sort=-title", "status=X", "kind=%00", "year=20x6",
			"q=%25_'\"" })
	void a_garbled_list_address_is_no_error(String query) throws Exception {
		this.mvc.perform(get("/conferences?" + query).with(this.asOffice)).andExpect(status().isOk());
	}

	@Test
	void a_unit_opens_a_conference_that_follows_one_it_was_not_invited_to() throws Exception {
		long earlier = draft(null, "STP-46");
		long next = draft(earlier, "STP-48");
		this.conferences.announce(next, this.office);
		this.mvc.perform(get("/conferences/" + next).with(this.asClerk)).andExpect(status().isOk());
		this.mvc.perform(get("/conferences/" + next + "/implementation").with(this.asClerk)).andExpect(status().isOk());
	}

	@Test
	void what_was_put_off_or_called_off_as_a_draft_stays_unknown() throws Exception {
		long postponed = draft(null, "STP-48");
		this.conferences.postpone(postponed, "Trùng lịch", this.office);
		long cancelled = draft(null, "STP-48");
		this.conferences.cancel(cancelled, "Không cần nữa", this.office);
		for (long id : List.of(postponed, cancelled)) {
			this.mvc.perform(get("/conferences/" + id).with(this.asClerk)).andExpect(status().isNotFound());
		}
		this.mvc.perform(get("/conferences").with(this.asClerk))
			.andExpect(content().string(not(containsString(this.title))));
		this.mvc.perform(get("/")).andExpect(content().string(not(containsString(this.title))));
	}

	@Test
	void an_announced_conference_stays_known_when_it_is_put_off() throws Exception {
		long id = draft(null, "STP-48");
		this.conferences.announce(id, this.office);
		this.conferences.postpone(id, "Bão", this.office);
		this.mvc.perform(get("/conferences/" + id).with(this.asClerk)).andExpect(status().isOk());
		this.mvc.perform(get("/conferences").with(this.asClerk))
			.andExpect(content().string(containsString(this.title)));
	}

	@Test
	void an_announced_conference_keeps_its_chair_and_lock() throws Exception {
		long id = draft(null, "STP-48");
		this.conferences.announce(id, this.office);
		ConferenceForm unlocked = this.conferences.edit(id, this.office);
		unlocked.setRegistrationClosesAt(null);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.conferences.update(id, unlocked, this.office))
			.withMessage("conference.error.noLockDate");
		ConferenceForm unchaired = this.conferences.edit(id, this.office);
		unchaired.getChairs().clear();
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.conferences.update(id, unchaired, this.office))
			.withMessage("conference.error.noChair");
		this.mvc.perform(get("/desk").with(this.asClerk)).andExpect(status().isOk());
	}

	@Test
	void every_field_of_an_edit_is_audited() {
		long earlier = draft(null, "STP-46");
		long id = draft(null, "STP-48");
		ConferenceForm form = this.conferences.edit(id, this.office);
		form.setNote("Họp trực tuyến");
		form.setFollowsId(earlier);
		form.setStartsHalf(HalfDay.AFTERNOON);
		form.setProvinceId(this.units.provincesOn(form.getStartsOn()).get(0).id());
		this.conferences.update(id, form, this.office);
		assertThat(this.trail.history("conference", id).get(0).changes()).extracting("label")
			.containsExactlyInAnyOrder("conferenceForm.note", "conferenceForm.provinceId", "conferenceForm.followsId",
					"conferenceForm.startsHalf");
	}

	@Test
	void what_is_called_off_is_neither_edited_nor_answered() throws Exception {
		long id = draft(null, "STP-48");
		this.conferences.announce(id, this.office);
		this.conferences.cancel(id, "Không cần nữa", this.office);
		this.mvc.perform(get("/conferences/" + id + "/edit").with(this.asOffice)).andExpect(status().isConflict());
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(
				() -> this.conferences.decline(id, this.units.byCode("STP-48").orElseThrow().id(), "Bận", this.office));
	}

	@Test
	void nothing_is_opened_before_its_first_day() throws Exception {
		long id = announced(today().plusDays(1));
		this.mvc.perform(get("/conferences/{id}", id).with(this.asOffice)).andExpect(hides("/opening\""));
		this.mvc.perform(post("/conferences/{id}/opening", id).with(this.asOffice).with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(shows("Hội nghị họp từ ngày " + DateFormats.day(today().plusDays(1))));
		assertThat(state(id)).isEqualTo("ANNOUNCED");
	}

	@Test
	void an_opening_by_mistake_is_taken_back_on_the_same_day() throws Exception {
		long id = announced(today());
		act(id, "opening").andExpect(redirectedUrl("/conferences/" + id));
		assertThat(state(id)).isEqualTo("IN_SESSION");
		this.mvc.perform(get("/conferences/{id}", id).with(this.asOffice)).andExpect(shows("/opening-withdrawal"));
		act(id, "opening-withdrawal").andExpect(redirectedUrl("/conferences/" + id));
		assertThat(state(id)).isEqualTo("ANNOUNCED");
		assertThat(this.trail.history("conference", id).get(0).action()).isEqualTo("conference.audit.openingWithdrawn");
		act(id, "opening-withdrawal").andExpect(status().isConflict()).andExpect(shows("hội nghị đang họp"));
		act(id, "opening").andExpect(redirectedUrl("/conferences/" + id));
		this.jdbc.sql("update conference set begun_on = begun_on - 1 where id = ?").param(id).update();
		this.mvc.perform(get("/conferences/{id}", id).with(this.asOffice)).andExpect(hides("/opening-withdrawal"));
		act(id, "opening-withdrawal").andExpect(status().isConflict()).andExpect(shows("trong chính ngày khai mạc"));
		assertThat(state(id)).isEqualTo("IN_SESSION");
	}

	@Test
	void a_conference_that_was_opened_keeps_its_first_day() throws Exception {
		long id = announced(today());
		act(id, "opening");
		ConferenceForm form = this.conferences.edit(id, this.office);
		form.setStartsOn(today().minusDays(1));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> this.conferences.update(id, form, this.office))
			.satisfies((refused) -> assertThat(refused.field()).isEqualTo("startsOn"));
	}

	@Test
	void a_conference_that_moves_asks_what_becomes_of_units_that_are_gone_by_then() throws Exception {
		long id = this.conferences.create(plan(LocalDate.of(2025, 6, 10), "VPB"), this.office);
		this.conferences.invite(id, List.of(unit("STP-49-2025")), 3, "Giám đốc", this.office);
		int version = this.conferences.organised(id, this.office).version();
		this.mvc
			.perform(planForm(post("/conferences/{id}", id), "", "").param("version", "" + version)
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows("không hoạt động vào ngày 10/12/2026: " + this.units.get(unit("STP-49-2025")).name()))
			.andExpect(shows("đơn vị kế thừa: " + this.units.get(unit("STP-48")).name()))
			.andExpect(shows("name=\"inviteSuccessors\""))
			.andExpect(shows("Nội dung đã gõ"));
		assertThat(this.conferences.organised(id, this.office).startsOn()).isEqualTo(LocalDate.of(2025, 6, 10));
		this.mvc
			.perform(planForm(post("/conferences/{id}", id), "", "").param("version", "" + version)
				.param("inviteSuccessors", "true")
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(redirectedUrl("/conferences/" + id));
		assertThat(this.conferences.invitations(id)).singleElement().satisfies((invited) -> {
			assertThat(invited.organizationId()).isEqualTo(unit("STP-48"));
			assertThat(invited.quota()).isEqualTo(3);
			assertThat(invited.participants()).isEqualTo("Giám đốc");
		});
	}

	@ParameterizedTest
	@CsvSource({ "false, 422, STP-49-2025", "true, 302, STP-48" })
	void a_postponed_conference_asks_the_same_on_its_new_day(boolean successors, int status, String invited)
			throws Exception {
		long id = this.conferences.create(plan(LocalDate.of(2025, 6, 10), "VPB"), this.office);
		this.conferences.invite(id, List.of(unit("STP-49-2025"), unit("STP-48-2025")), 3, null, this.office);
		this.conferences.postpone(id, "Bão", this.office);
		this.mvc
			.perform(
					rescheduleForm(id, "inviteSuccessors", String.valueOf(successors)).with(this.asOffice).with(csrf()))
			.andExpect(status().is(status))
			.andExpect(successors ? (result) -> {
			} : shows("name=\"inviteSuccessors\""));
		assertThat(this.conferences.invitations(id)).extracting(InvitedUnit::organizationId)
			.contains(unit(invited))
			.hasSize(successors ? 1 : 2);
		assertThat(this.conferences.invitations(id)).extracting(InvitedUnit::quota).containsOnly(successors ? 6 : 3);
	}

	@Test
	void a_unit_that_others_were_merged_into_gets_their_places_and_is_invited() {
		String clerk = this.people.add(Role.CLERK, "STP-48");
		long id = this.conferences.create(plan(LocalDate.of(2025, 6, 10), "VPB"), this.office);
		this.conferences.invite(id, List.of(unit("STP-49-2025")), 3, "Giám đốc", this.office);
		this.conferences.invite(id, List.of(unit("STP-48-2025")), 2, "Chánh Văn phòng", this.office);
		this.jdbc.sql("update conference set status = 'ANNOUNCED', announced_at = now() where id = ?")
			.param(id)
			.update();
		move(id, true);
		assertThat(this.conferences.invitations(id)).singleElement().satisfies((invited) -> {
			assertThat(invited.organizationId()).isEqualTo(unit("STP-48"));
			assertThat(invited.quota()).isEqualTo(5);
			assertThat(invited.participants()).contains("Giám đốc", "; ", "Chánh Văn phòng");
		});
		assertThat(
				this.jdbc.sql("select count(*) from notification where account_id = ? and url = ? and message_key = ?")
					.params(this.people.id(clerk), "/conferences/" + id, "conference.notice.announced.MORNING")
					.query(Integer.class)
					.single())
			.isOne();
		assertThat(this.trail.history("conference", id))
			.filteredOn((entry) -> entry.action().equals("conference.audit.successorsInvited"))
			.singleElement()
			.satisfies((entry) -> {
				String successor = this.units.get(unit("STP-48")).name();
				assertThat(entry.changes()).filteredOn((change) -> change.label().equals("conference.quota"))
					.singleElement()
					.satisfies((change) -> {
						assertThat(change.before()).contains(this.units.get(unit("STP-49-2025")).name() + ": 3", ": 2");
						assertThat(change.after()).isEqualTo(successor + ": 5");
					});
			});
	}

	@Test
	void a_successor_that_is_invited_itself_keeps_its_places_and_answers_anew() {
		long id = this.conferences.create(plan(LocalDate.of(2025, 6, 10), "VPB"), this.office);
		this.conferences.invite(id, List.of(unit("STP-49-2025")), 3, "Giám đốc", this.office);
		insertInvitation(id, "STP-48", 4);
		this.jdbc.sql("""
				update invitation set declined_at = now(), decline_reason = 'Trùng lịch'
				where conference_id = ? and organization_id = ?
				""").params(id, unit("STP-48")).update();
		move(id, true);
		assertThat(this.conferences.invitations(id)).singleElement().satisfies((invited) -> {
			assertThat(invited.organizationId()).isEqualTo(unit("STP-48"));
			assertThat(invited.quota()).isEqualTo(7);
			assertThat(invited.participants()).isEqualTo("Giám đốc");
			assertThat(invited.declinedAt()).isNull();
		});
	}

	@Test
	void more_places_than_a_unit_can_have_are_refused_and_none_is_lost() {
		long id = this.conferences.create(plan(LocalDate.of(2025, 6, 10), "VPB"), this.office);
		this.conferences.invite(id, List.of(unit("STP-49-2025"), unit("STP-48-2025")), 101, null, this.office);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> move(id, true)).satisfies((refused) -> {
			assertThat(refused.field()).isEqualTo("startsOn");
			assertThat(refused.messageKey()).isEqualTo("conference.error.joinedQuota");
		});
		assertThat(this.conferences.invitations(id)).extracting(InvitedUnit::quota).containsExactly(101, 101);
	}

	@ParameterizedTest
	@CsvSource({ "false, STP-49-2025", "true, STP-48" })
	void an_edit_that_moves_nothing_leaves_invitations_alone_unless_asked(boolean successors, String invited) {
		long id = this.conferences.create(plan(DAY, "VPB"), this.office);
		insertInvitation(id, "STP-49-2025", 2);
		ConferenceForm form = this.conferences.edit(id, this.office);
		form.setPlace("Phòng họp tầng 3");
		form.setInviteSuccessors(successors);
		this.conferences.update(id, form, this.office);
		assertThat(this.conferences.organised(id, this.office).place()).isEqualTo("Phòng họp tầng 3");
		assertThat(this.conferences.invitations(id)).singleElement()
			.satisfies((one) -> assertThat(one.organizationId()).isEqualTo(unit(invited)));
	}

	/** To a day on which units of before July 2025 are gone. */
	private void move(long id, boolean successors) {
		ConferenceForm form = this.conferences.edit(id, this.office);
		form.setStartsOn(DAY);
		form.setEndsOn(DAY);
		form.setInviteSuccessors(successors);
		this.conferences.update(id, form, this.office);
	}

	/** Whoever the register says does not fit the day any more, or not yet. */
	private void insertInvitation(long id, String code, int quota) {
		this.jdbc.sql("insert into invitation (conference_id, organization_id, quota) values (?, ?, ?)")
			.params(id, unit(code), quota)
			.update();
	}

	@Test
	void a_lost_race_names_what_an_id_stands_for() throws Exception {
		long id = invited("STP-48");
		Province first = this.units.provincesOn(DAY).get(0);
		Province second = this.units.provincesOn(DAY).get(1);
		int version = this.conferences.organised(id, this.office).version();
		this.mvc
			.perform(planForm(post("/conferences/{id}", id), "provinceId", first.id()).param("version", "" + version)
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is3xxRedirection());
		this.mvc
			.perform(planForm(post("/conferences/{id}", id), "provinceId", second.id()).param("version", "" + version)
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(shows("<span>" + first.name() + "</span>"))
			.andExpect(hides("<span>" + first.id() + "</span>"))
			.andExpect(shows("<span>" + second.name() + "</span>"));
	}

	@Test
	void a_draft_in_the_past_is_remarked_on() throws Exception {
		long past = this.conferences.create(plan(today().minusDays(1), "VPB"), this.office);
		long now = this.conferences.create(plan(today(), "VPB"), this.office);
		this.mvc.perform(get("/conferences/{id}", past).with(this.asOffice)).andExpect(shows("Ngày họp đã qua"));
		this.mvc.perform(get("/conferences/{id}", now).with(this.asOffice)).andExpect(hides("Ngày họp đã qua"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "MORNING | AFTERNOON | 10/12/2026 – 11/12/2026",
					"MORNING | MORNING | sáng 10/12/2026 – hết sáng 11/12/2026",
					"AFTERNOON | AFTERNOON | chiều 10/12/2026 – hết chiều 11/12/2026",
					"AFTERNOON | MORNING | chiều 10/12/2026 – hết sáng 11/12/2026" })
	void days_that_are_not_whole_say_their_half(String first, String last, String shown) throws Exception {
		long id = invited("STP-48");
		this.jdbc.sql("update conference set ends_on = starts_on + 1, starts_half = ?, ends_half = ? where id = ?")
			.params(first, last, id)
			.update();
		this.mvc.perform(get("/conferences/{id}", id).with(this.asOffice)).andExpect(shows(">" + shown + "<"));
		this.mvc.perform(get("/conferences").param("q", "Hội nghị số " + id).with(this.asOffice))
			.andExpect(shows(">" + shown + "<"));
	}

	@Test
	void rows_for_people_are_added_as_often_as_needed_and_nothing_is_lost() throws Exception {
		long id = invited("STP-48");
		for (String url : List.of("/conferences/person-rows", "/conferences/" + id + "/person-rows")) {
			MockHttpServletRequestBuilder request = planForm(post(url), "startsOn", "hôm nào đó").param("part",
					"GUEST");
			for (int i = 0; i < 25; i++) {
				request.param("guests[" + i + "].name", "Khách thứ " + i);
			}
			this.mvc.perform(request.with(this.asOffice).with(csrf()))
				.andExpect(status().isOk())
				.andExpect(shows("Khách thứ 24"))
				.andExpect(shows("name=\"guests[27].name\""))
				.andExpect(hides("name=\"guests[28].name\""))
				.andExpect(shows("Nội dung đã gõ"))
				.andExpect(shows("hôm nào đó"))
				.andExpect(shows("formaction=\"" + url + "#rows-guests\""));
			this.mvc.perform(post(url).param("part", "COOK").with(this.asOffice).with(csrf()))
				.andExpect(status().isNotFound());
			this.mvc.perform(post(url).param("part", "GUEST").with(this.asClerk).with(csrf()))
				.andExpect(status().is(url.contains("/" + id) ? 404 : 403));
		}
	}

	@Test
	void twenty_five_chairs_are_stored() throws Exception {
		MockHttpServletRequestBuilder request = planForm(post("/conferences"), "title", this.title);
		for (int i = 1; i < 25; i++) {
			request.param("chairs[" + i + "].name", "Chủ trì " + i);
		}
		this.mvc.perform(request.with(this.asOffice).with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(this.jdbc.sql(
				"select count(*) from conference_person p join conference c on c.id = p.conference_id where c.title = ?")
			.param(this.title)
			.query(Integer.class)
			.single()).isEqualTo(25);
	}

	@Test
	void a_field_that_no_form_has_is_refused_in_plain_words() throws Exception {
		this.mvc.perform(post("/conferences").param("chairs[300].name", "x").with(this.asOffice).with(csrf()))
			.andExpect(status().isBadRequest())
			.andExpect(content().string(containsString("Yêu cầu không đúng cách")));
	}

	@Test
	void a_sentence_about_a_person_stands_at_that_row() throws Exception {
		this.mvc
			.perform(planForm(post("/conferences"), "", "").param("guests[0].name", "")
				.param("guests[1].position", "Thứ trưởng")
				.with(this.asOffice)
				.with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows("id=\"guests1.name-error\""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "startsOn | '' | Nhập ngày bắt đầu mới.", "startsOn | hom nao | không phải một ngày",
					"startsHalf | EVENING | không nằm trong danh sách", "endsOn | '' | Nhập ngày kết thúc mới.",
					"endsOn | 2026-12-19 | Ngày kết thúc phải từ ngày bắt đầu trở đi.",
					"registrationClosesAt | '' | Nhập thời điểm khóa danh sách đại biểu.",
					"registrationClosesAt | 2026-12-21T08:00 | không được sau ngày khai mạc 20/12/2026" })
	void a_bad_new_day_gets_its_sentence_and_moves_nothing(String field, String value, String sentence)
			throws Exception {
		long id = invited("STP-48");
		this.conferences.postpone(id, "Bão", this.office);
		this.mvc.perform(rescheduleForm(id, field, value).with(this.asOffice).with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows(sentence))
			.andExpect(shows("href=\"#" + field + "\""));
		assertThat(state(id)).isEqualTo("POSTPONED");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "kind | '' | Chọn nhóm đơn vị.", "kind | CHOIR | không nằm trong danh sách",
					"region | MOON | không nằm trong danh sách", "quota | '' | Nhập số đại biểu mỗi đơn vị.",
					"quota | hai | phải là số nguyên", "quota | 0 | từ 1 đến 200", "quota | 201 | từ 1 đến 200",
					"participants | LONG | dài tối đa 500 ký tự" })
	void a_bad_group_gets_its_sentence_and_invites_nobody(String field, String value, String sentence)
			throws Exception {
		long id = this.conferences.create(plan(DAY, "VPB"), this.office);
		Map<String, String> fields = new LinkedHashMap<>(Map.of("kind", "PROVINCIAL_JUSTICE", "region", "CENTRAL",
				"quota", "2", "participants", "Chánh Văn phòng"));
		fields.put(field, value.equals("LONG") ? "x".repeat(501) : value);
		MockHttpServletRequestBuilder request = post("/conferences/{id}/invitations/groups", id);
		fields.forEach(request::param);
		this.mvc.perform(request.with(this.asOffice).with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows(sentence))
			.andExpect(shows("href=\"#" + field + "\""))
			.andExpect(shows(fields.get("participants")));
		assertThat(this.conferences.invitations(id)).isEmpty();
	}

	@Test
	void all_invitations_are_saved_with_one_button() throws Exception {
		long id = invited("STP-48", "STP-08");
		assertThat(rows(id, "12", "Giám đốc", "3", "Phó Giám đốc").getStatus()).isEqualTo(302);
		assertThat(this.conferences.invitations(id)).extracting(InvitedUnit::quota, InvitedUnit::participants)
			.containsExactlyInAnyOrder(tuple(12, "Giám đốc"), tuple(3, "Phó Giám đốc"));
		assertThat(this.jdbc.sql("select count(*) from audit_entry where action = ? and subject_id = ?")
			.params("conference.audit.quotaChanged", id)
			.query(Long.class)
			.single()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "'' | Nhập số đại biểu.", "hai | phải là số nguyên", "0 | từ 1 đến 200", "201 | từ 1 đến 200" })
	void each_bad_row_gets_its_sentence_and_nothing_is_changed_or_lost(String quota, String sentence) throws Exception {
		long id = invited("STP-48", "STP-08");
		MockHttpServletResponse answer = rows(id, quota, "Giu nguyen mot", quota, "Giu nguyen hai");
		assertThat(answer.getStatus()).isEqualTo(422);
		String html = HtmlUtils.htmlUnescape(answer.getContentAsString());
		assertThat(html).contains("href=\"#rows0.quota\"", "href=\"#rows1.quota\"", "Giu nguyen mot", "Giu nguyen hai",
				sentence);
		assertThat(this.conferences.invitations(id)).extracting(InvitedUnit::quota, InvitedUnit::participants)
			.containsOnly(tuple(2, null));
		answer = rows(id, "5", "x".repeat(501), "5", null);
		assertThat(HtmlUtils.htmlUnescape(answer.getContentAsString())).contains("href=\"#rows0.participants\"",
				"Thành phần ghi tối đa 500 ký tự");
	}

	@Test
	void a_row_that_somebody_else_changed_shows_both_and_is_saved_the_second_time() throws Exception {
		long id = invited("STP-48", "STP-08");
		this.jdbc
			.sql("update invitation set quota = 7, participants = 'Chánh Văn phòng', version = version + 1 "
					+ "where conference_id = ? and organization_id = ?")
			.params(id, unit("STP-48"))
			.update();
		MockHttpServletResponse answer = rows(id, "9", "Giám đốc", "2", null);
		String html = HtmlUtils.htmlUnescape(answer.getContentAsString());
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(html).contains("vừa được người khác sửa: số đại biểu 7, thành phần Chánh Văn phòng", "value=\"9\"",
				"name=\"rows[0].version\" value=\"1\"");
		assertThat(this.mvc
			.perform(post("/conferences/{id}/invitations/rows", id).param("rows[0].unitId", "" + unit("STP-48"))
				.param("rows[0].version", "1")
				.param("rows[0].quota", "9")
				.param("rows[0].participants", "Giám đốc")
				.with(this.asOffice)
				.with(csrf()))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(302);
		assertThat(this.conferences.invitations(id)).extracting(InvitedUnit::quota).containsExactlyInAnyOrder(9, 2);
	}

	@Test
	void a_row_whose_unit_was_taken_off_meanwhile_is_named_and_the_others_are_kept() throws Exception {
		long id = invited("STP-48", "STP-08");
		this.jdbc.sql("delete from invitation where conference_id = ? and organization_id = ?")
			.params(id, unit("STP-48"))
			.update();
		MockHttpServletResponse answer = rows(id, "9", "Giám đốc", "8", "Giu nguyen");
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(HtmlUtils.htmlUnescape(answer.getContentAsString()))
			.contains("vừa được bỏ khỏi danh sách mời", "Giu nguyen", "name=\"rows[1].unitId\"")
			.doesNotContain("name=\"rows[0].unitId\"");
	}

	/** Sends the two rows as they stand, with other contents. */
	private MockHttpServletResponse rows(long id, String... typed) throws Exception {
		MockHttpServletRequestBuilder request = post("/conferences/{id}/invitations/rows", id);
		List<String> units = List.of("STP-48", "STP-08");
		for (int i = 0; i < units.size(); i++) {
			request.param("rows[" + i + "].unitId", String.valueOf(unit(units.get(i))))
				.param("rows[" + i + "].version", "0")
				.param("rows[" + i + "].quota", typed[2 * i]);
			if (typed[2 * i + 1] != null) {
				request.param("rows[" + i + "].participants", typed[2 * i + 1]);
			}
		}
		return this.mvc.perform(request.with(this.asOffice).with(csrf())).andReturn().getResponse();
	}

	@Test
	void form_of_an_act_that_can_not_be_done_does_not_open() throws Exception {
		long id = invited("STP-48");
		open(id, "rescheduling").andExpect(status().isConflict()).andExpect(shows("Hội nghị không ở trạng thái hoãn"));
		open(id, "postponement").andExpect(status().isOk());
		this.conferences.cancel(id, "Hết kinh phí", this.office);
		open(id, "postponement").andExpect(status().isConflict());
		open(id, "cancellation").andExpect(status().isConflict());
	}

	private ResultActions open(long id, String act) throws Exception {
		return this.mvc.perform(get("/conferences/{id}/" + act, id).with(this.asOffice));
	}

	@ParameterizedTest
	@CsvSource({ "postponement", "cancellation" })
	void a_reason_that_is_too_long_is_refused_and_kept(String act) throws Exception {
		long id = invited("STP-48");
		String reason = "x".repeat(1001);
		this.mvc.perform(post("/conferences/{id}/" + act, id).param("reason", reason).with(this.asOffice).with(csrf()))
			.andExpect(status().is(422))
			.andExpect(shows("Lý do dài tối đa"))
			.andExpect(shows(reason));
		assertThat(state(id)).isEqualTo("DRAFT");
	}

	private long invited(String... codes) {
		long id = this.conferences.create(plan(DAY, "VPB"), this.office);
		this.jdbc.sql("update conference set title = ? where id = ?").params("Hội nghị số " + id, id).update();
		this.conferences.invite(id, Arrays.stream(codes).map(this::unit).toList(), 2, null, this.office);
		return id;
	}

	/** A public draft in ten days, with one invited unit. */
	private long draft(Long follows, String unit) {
		LocalDate day = LocalDate.now(this.clock).plusDays(10);
		Instant lock = this.clock.instant().plus(Duration.ofDays(5));
		long id = this.conferences.create(
				new ConferencePlan(this.title, ConferenceKind.TRAINING, day, HalfDay.MORNING, day, HalfDay.AFTERNOON,
						"Hội trường Bộ Tư pháp", null, this.office.unitId(), true, false, null, null, null, follows,
						lock, List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Nguyễn Chủ Trì", null))),
				this.office);
		this.conferences.invite(id, List.of(this.units.byCode(unit).orElseThrow().id()), 3, null, this.office);
		return id;
	}

	/** On whatever day, with one invited unit. */
	private long announced(LocalDate day) {
		long id = this.conferences.create(plan(day, "VPB"), this.office);
		this.conferences.invite(id, List.of(unit("STP-48")), 2, null, this.office);
		this.conferences.announce(id, this.office);
		return id;
	}

	private ResultActions act(long id, String act) throws Exception {
		return this.mvc.perform(post("/conferences/{id}/" + act, id).with(this.asOffice).with(csrf()));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private void named(String word) {
		ConferencePlan plan = plan(DAY, "VPB");
		this.conferences.create(new ConferencePlan("Hội nghị " + word, plan.kind(), DAY, HalfDay.MORNING, DAY,
				HalfDay.AFTERNOON, plan.place(), null, plan.organizerId(), false, false, null, null, null, null,
				plan.registrationClosesAt(), plan.persons()), this.office);
	}

	private int count(String word) {
		return this.jdbc.sql("select count(*) from conference where title like ?")
			.param("%" + word + "%")
			.query(Integer.class)
			.single();
	}

	private ConferencePlan plan(LocalDate day, String organizer) {
		return new ConferencePlan("Hội nghị thử", ConferenceKind.BRIEFING, day, HalfDay.MORNING, day, HalfDay.AFTERNOON,
				"Hà Nội", null, unit(organizer), false, false, null, null, null, null,
				day.minusDays(1).atTime(LocalTime.of(17, 0)).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant(),
				List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Lãnh đạo Bộ", null)));
	}

	/** A complete form in which one field is replaced. */
	private MockHttpServletRequestBuilder planForm(MockHttpServletRequestBuilder request, String field, String value) {
		List<String[]> fields = List.of(new String[] { "title", "Hội nghị gõ tay" },
				new String[] { "kind", "BRIEFING" }, new String[] { "startsOn", "2026-12-10" },
				new String[] { "startsHalf", "MORNING" }, new String[] { "endsOn", "2026-12-10" },
				new String[] { "endsHalf", "AFTERNOON" }, new String[] { "place", "Hà Nội" },
				new String[] { "provinceId", "" }, new String[] { "organizerId", String.valueOf(unit("VPB")) },
				new String[] { "registrationClosesAt", "2026-12-09T17:00" }, new String[] { "followsId", "" },
				new String[] { "content", "Nội dung đã gõ" }, new String[] { "chairs[0].name", "Lãnh đạo Bộ" },
				new String[] { "chairs[0].position", "Lãnh đạo Bộ Tư pháp" });
		fields.forEach((it) -> request.param(it[0], it[0].equals(field) ? value : it[1]));
		return request;
	}

	/** A complete form in which one field is replaced. */
	private static MockHttpServletRequestBuilder rescheduleForm(long id, String field, String value) {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("startsOn", "2026-12-20", "startsHalf", "MORNING",
				"endsOn", "2026-12-21", "endsHalf", "AFTERNOON", "registrationClosesAt", "2026-12-18T17:00"));
		fields.put(field, value);
		MockHttpServletRequestBuilder request = post("/conferences/{id}/rescheduling", id);
		fields.forEach(request::param);
		return request;
	}

	/** What a reader of the page sees, entities resolved. */
	private static ResultMatcher shows(String text) {
		return (result) -> assertThat(HtmlUtils.htmlUnescape(result.getResponse().getContentAsString())).contains(text);
	}

	private static ResultMatcher hides(String text) {
		return (result) -> assertThat(HtmlUtils.htmlUnescape(result.getResponse().getContentAsString()))
			.doesNotContain(text);
	}

	private long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	private String state(long id) {
		return this.jdbc.sql("select status from conference where id = ?").param(id).query(String.class).single();
	}

	private int notices(String username, long conference) {
		return this.jdbc.sql("select count(*) from notification where account_id = ? and url = ?")
			.params(this.people.id(username), "/conferences/" + conference)
			.query(Integer.class)
			.single();
	}

}
