package vn.nhactruong.attendance;

import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.nhactruong.attendance.AttendanceFixture.DA_NANG;
import static vn.nhactruong.attendance.AttendanceFixture.HUE;
import static vn.nhactruong.attendance.AttendanceFixture.TUYEN_QUANG;
import static vn.nhactruong.attendance.AttendanceFixture.as;

@PortalTest
class AttendancePagesTests {

	private static final Map<String, String> GOOD = Map.of("fullName", "Trần Thị B", "position", "Phó Giám đốc",
			"phone", "0912 345 678", "travel", "NONE");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Attendees attendees;

	@Autowired
	private Conferences conferences;

	private AttendanceFixture fixture;

	private long conference;

	private long unit;

	private String base;

	private Viewer clerk;

	private Viewer head;

	private Viewer office;

	@Autowired
	void fixture(Accounts accounts, Viewers viewers, UnitDirectory units, Clock clock) {
		this.fixture = new AttendanceFixture(accounts, viewers, this.conferences, this.attendees, units, clock);
	}

	@BeforeEach
	void announce() {
		this.conference = this.fixture.conference(120, 2, DA_NANG, HUE);
		this.unit = this.fixture.unit(DA_NANG);
		this.base = "/conferences/" + this.conference + "/attendees";
		this.clerk = this.fixture.person(Role.CLERK, DA_NANG);
		this.head = this.fixture.person(Role.UNIT_HEAD, DA_NANG);
		this.office = this.fixture.office();
	}

	@Test
	void a_clerk_registers_and_reads_the_own_list() throws Exception {
		this.mvc.perform(get(this.base).with(as(this.clerk)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Chỉ tiêu 2 đại biểu: đã đăng ký 0, còn 2")))
			.andExpect(content().string(containsString("còn 5 ngày")))
			.andExpect(content().string(containsString("chưa đăng ký đại biểu")));
		this.mvc.perform(get(this.base + "/new").with(as(this.clerk)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("91/2025/QH15")));
		submit(this.base, this.clerk, GOOD).andExpect(status().is3xxRedirection())
			.andExpect(redirectedUrl(this.base + "/units/" + this.unit))
			.andExpect(flash().attribute("flash", "attendance.flash.registered"));
		this.mvc.perform(get(this.base).with(as(this.clerk)))
			.andExpect(content().string(containsString("Trần Thị B")))
			.andExpect(content().string(containsString("0912345678")))
			.andExpect(content().string(not(containsString("Xác nhận danh sách</button>"))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			fullName | '' | Nhập họ và tên đại biểu.
			position | '  ' | Nhập chức vụ của đại biểu.
			phone | '' | Nhập số điện thoại của đại biểu.
			phone | 12345 | Số điện thoại chưa đúng
			email | khong-phai-thu | Địa chỉ thư điện tử chưa đúng
			rank | KING | Chọn một ngạch trong danh sách.
			travel | ROCKET | Chọn một cách đi lại trong danh sách.
			travel | AIRPORT | Ghi giờ đến
			lodgingFrom | hôm qua | Đêm đầu chưa đúng dạng ngày/tháng/năm.
			lodging | true | Nhập đêm nghỉ
			organizationId | abc | Chọn một đơn vị trong danh sách.
			""")
	void bad_input_gets_a_sentence_and_keeps_what_was_typed(String field, String value, String sentence)
			throws Exception {
		MockHttpServletRequestBuilder request = post(this.base).with(as(this.clerk)).with(csrf());
		Map<String, String> typed = new java.util.HashMap<>(GOOD);
		typed.put("note", "Đến sớm một buổi");
		typed.put(field, value);
		typed.forEach(request::param);
		this.mvc.perform(request)
			.andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("Đến sớm một buổi")));
		assertThat(this.attendees.names(this.conference, this.office)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "fullName, 101, dài quá 100", "position, 151, dài quá 150", "arrivalNote, 301, dài quá 300",
			"note, 501, dài quá 500" })
	void a_text_that_is_too_long_is_refused(String field, int length, String sentence) throws Exception {
		Map<String, String> typed = new java.util.HashMap<>(GOOD);
		typed.put(field, "ă".repeat(length));
		submit(this.base, this.clerk, typed).andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)));
	}

	@Test
	void a_full_quota_and_a_person_twice_are_told_in_the_form() throws Exception {
		submit(this.base, this.clerk, GOOD).andExpect(status().is3xxRedirection());
		submit(this.base, this.clerk, GOOD).andExpect(status().is(422))
			.andExpect(content().string(containsString("đã có trong danh sách của đơn vị")));
		Map<String, String> second = new java.util.HashMap<>(GOOD);
		second.put("fullName", "Nguyễn Văn A");
		submit(this.base, this.clerk, second).andExpect(status().is3xxRedirection());
		second.put("fullName", "Lê Văn C");
		submit(this.base, this.clerk, second).andExpect(status().is(422))
			.andExpect(content().string(containsString("đã đăng ký đủ 2 đại biểu")))
			.andExpect(content().string(containsString("id=\"error-summary\"")))
			.andExpect(content().string(not(containsString("id=\"fullName-error\""))))
			.andExpect(content().string(containsString("Văn C\"")));
	}

	@Test
	void a_stale_form_shows_both_texts() throws Exception {
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		AttendeeForm form = this.attendees.edit(this.conference, attendee, this.clerk);
		int opened = form.getVersion();
		form.setPosition("Giám đốc");
		this.attendees.update(this.conference, attendee, form, this.clerk);
		Map<String, String> mine = new java.util.HashMap<>(GOOD);
		mine.put("position", "Chánh Văn phòng");
		mine.put("version", String.valueOf(opened));
		submit(this.base + "/" + attendee, this.clerk, mine).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Chánh Văn phòng")))
			.andExpect(content().string(containsString("Giám đốc")));
	}

	@Test
	void who_leads_the_delegation_now_and_who_did_is_said() throws Exception {
		this.fixture.register(this.conference, DA_NANG, this.clerk, "Nguyễn Văn A");
		Map<String, String> leading = new java.util.HashMap<>(GOOD);
		leading.put("delegationHead", "true");
		submit(this.base, this.clerk, leading).andExpect(flash().attribute("flash", "attendance.flash.registeredHead"))
			.andExpect(flash().attribute("flashArgs", java.util.List.of("Trần Thị B", "Nguyễn Văn A")));
		long first = this.attendees.names(this.conference, this.office)
			.stream()
			.filter((row) -> row.fullName().equals("Nguyễn Văn A"))
			.findFirst()
			.orElseThrow()
			.id();
		AttendeeForm stored = this.attendees.edit(this.conference, first, this.clerk);
		Map<String, String> again = new java.util.HashMap<>(Map.of("fullName", "Nguyễn Văn A", "position",
				"Phó Giám đốc", "phone", "0912345678", "travel", "NONE", "delegationHead", "true"));
		again.put("organizationId", String.valueOf(this.unit));
		again.put("version", String.valueOf(stored.getVersion()));
		submit(this.base + "/" + first, this.clerk, again)
			.andExpect(flash().attribute("flash", "attendance.flash.savedHead"))
			.andExpect(flash().attribute("flashArgs", java.util.List.of("Nguyễn Văn A", "Trần Thị B")));
	}

	@Test
	void withdrawing_somebody_confirmed_asks_first_and_says_how_to_undo_it() throws Exception {
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		this.attendees.confirm(this.conference, null, this.head);
		String withdrawal = this.base + "/" + attendee + "/withdrawal";
		this.mvc.perform(get(this.base).with(as(this.clerk)))
			.andExpect(content().string(containsString("href=\"" + withdrawal + "\"")))
			.andExpect(content().string(not(containsString("action=\"" + withdrawal + "\""))));
		this.mvc.perform(get(withdrawal).with(as(this.clerk)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Rút Trần Thị B khỏi danh sách?")))
			.andExpect(content().string(containsString("action=\"" + withdrawal + "\"")));
		this.mvc.perform(get(withdrawal).with(as(this.fixture.person(Role.OBSERVER, DA_NANG))))
			.andExpect(status().isForbidden());
		this.mvc.perform(get(withdrawal).with(as(this.fixture.person(Role.CLERK, HUE))))
			.andExpect(status().isNotFound());
		submit(withdrawal, this.clerk, Map.of()).andExpect(flash().attribute("flash", "attendance.flash.withdrawn"))
			.andExpect(flash().attribute("flashArgs", java.util.List.of("Trần Thị B")));
		this.mvc.perform(get(withdrawal).with(as(this.clerk))).andExpect(redirectedUrl(this.base));
	}

	@Test
	void whoever_sends_a_substitute_reads_how_long_contacts_are_kept() throws Exception {
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		this.mvc.perform(get(this.base + "/" + attendee + "/substitution").with(as(this.clerk)))
			.andExpect(content().string(containsString("được xóa 6 tháng sau")));
	}

	@Test
	void a_person_who_has_withdrawn_is_told_about_and_not_changed() throws Exception {
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		submit(this.base + "/" + attendee + "/withdrawal", this.clerk, Map.of())
			.andExpect(redirectedUrl(this.base + "/units/" + this.unit));
		submit(this.base + "/" + attendee, this.clerk, GOOD).andExpect(status().is(422))
			.andExpect(content().string(containsString("đã rút hoặc đã có người đi thay")));
		this.mvc
			.perform(get(this.base + "/" + attendee + "/edit").with(as(this.clerk))
				.header("Referer", "http://localhost" + this.base + "/" + attendee + "/edit"))
			.andExpect(redirectedUrl(this.base))
			.andExpect(flash().attribute("flashError", "attendance.error.noLongerExpected"));
		submit(this.base + "/" + attendee + "/reinstatement", this.clerk, Map.of())
			.andExpect(redirectedUrl(this.base + "/units/" + this.unit));
	}

	@Test
	void a_form_sent_after_the_lock_keeps_what_was_typed() throws Exception {
		long locked = this.fixture.conference(-1, 2, DA_NANG);
		submit("/conferences/" + locked + "/attendees", this.clerk, GOOD).andExpect(status().is(422))
			.andExpect(content().string(containsString("Danh sách đại biểu đã khóa")))
			.andExpect(content().string(containsString("Trần Thị B")));
		this.mvc.perform(get("/conferences/" + locked + "/attendees/new").with(as(this.clerk)))
			.andExpect(redirectedUrl("/conferences/" + locked + "/attendees"))
			.andExpect(flash().attribute("flashError", "attendance.error.locked"));
		this.mvc.perform(get("/conferences/" + locked + "/attendees").with(as(this.clerk)))
			.andExpect(content().string(containsString("Danh sách đại biểu đã khóa")))
			.andExpect(content().string(not(containsString("/attendees/new"))));
	}

	@Test
	void a_substitution_asks_for_consent_and_keeps_what_was_typed() throws Exception {
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		String url = this.base + "/" + attendee + "/substitution";
		this.mvc.perform(get(url).with(as(this.clerk))).andExpect(status().isOk());
		submit(url, this.clerk, Map.of("fullName", "Vũ Thị Hạnh", "position", "Trưởng phòng", "phone", "0987654321"))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("Vũ Thị Hạnh")))
			.andExpect(content().string(containsString("chủ trì hội nghị đã đồng ý")));
		submit(url, this.clerk,
				Map.of("fullName", "Vũ Thị Hạnh", "position", "Trưởng phòng", "phone", "0987654321", "consent", "true"))
			.andExpect(redirectedUrl(this.base + "/units/" + this.unit));
		this.mvc.perform(get(this.base).with(as(this.clerk)))
			.andExpect(content().string(containsString("đi thay Trần Thị B")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			fullName | '' | Nhập họ và tên người đi thay.
			fullName | LONG | Họ và tên dài quá 100 ký tự.
			position | '' | Nhập chức vụ của người đi thay.
			position | LONG | Chức vụ dài quá 150 ký tự.
			phone | '' | Nhập số điện thoại của người đi thay.
			phone | 0912 | Số điện thoại chưa đúng
			consent | false | chủ trì hội nghị đã đồng ý
			""")
	void a_bad_substitution_gets_its_sentence_and_loses_nothing(String field, String value, String sentence)
			throws Exception {
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		Map<String, String> typed = new java.util.HashMap<>(Map.of("fullName", "Vu Thi Hanh", "position",
				"Truong phong", "phone", "0987654321", "consent", "true"));
		typed.put(field, "LONG".equals(value) ? "x".repeat(151) : value);
		ResultActions page = submit(this.base + "/" + attendee + "/substitution", this.clerk, typed)
			.andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("href=\"#" + field + "\"")));
		for (String kept : new String[] { "fullName", "position", "phone" }) {
			page.andExpect(content().string(containsString("value=\"" + typed.get(kept) + "\"")));
		}
		assertThat(this.attendees.names(this.conference, this.office)).singleElement()
			.satisfies((row) -> assertThat(row.fullName()).isEqualTo("Trần Thị B"));
	}

	@Test
	void a_form_sent_twice_registers_one_person() throws Exception {
		Map<String, String> typed = new java.util.HashMap<>(GOOD);
		typed.put("_once", java.util.UUID.randomUUID().toString());
		for (int i = 0; i < 2; i++) {
			submit(this.base, this.clerk, typed).andExpect(redirectedUrl(this.base + "/units/" + this.unit));
		}
		assertThat(this.attendees.names(this.conference, this.office)).hasSize(1);
	}

	@Test
	void a_reason_that_is_too_long_is_refused_and_kept() throws Exception {
		String reason = "x".repeat(501);
		submit(this.base + "/units/" + this.unit + "/declination", this.clerk, Map.of("reason", reason))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("dài quá 500")))
			.andExpect(content().string(containsString(reason)));
	}

	@Test
	void a_unit_declines_with_a_reason_and_may_change_its_mind() throws Exception {
		String url = this.base + "/units/" + this.unit;
		this.mvc.perform(get(url + "/declination").with(as(this.clerk))).andExpect(status().isOk());
		submit(url + "/declination", this.clerk, Map.of()).andExpect(status().is(422))
			.andExpect(content().string(containsString("Nhập lý do không cử đại biểu.")));
		submit(url + "/declination", this.clerk, Map.of("reason", "Trùng lịch tiếp dân")).andExpect(redirectedUrl(url));
		this.mvc.perform(get(this.base).with(as(this.clerk)))
			.andExpect(content().string(containsString("Trùng lịch tiếp dân")));
		submit(url + "/declination", this.clerk, Map.of("reason", "Lần nữa")).andExpect(status().is(422));
		submit(url + "/reconsideration", this.clerk, Map.of()).andExpect(redirectedUrl(url));
	}

	@Test
	void the_head_confirms_from_the_list() throws Exception {
		this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B");
		this.mvc.perform(get(this.base).with(as(this.head)))
			.andExpect(content().string(containsString(this.base + "/confirmation")));
		submit(this.base + "/confirmation", this.clerk, Map.of()).andExpect(status().isForbidden());
		submit(this.base + "/confirmation", this.head, Map.of()).andExpect(redirectedUrl(this.base));
		this.mvc.perform(get(this.base).with(as(this.head)))
			.andExpect(content().string(not(containsString(this.base + "/confirmation"))));
	}

	@Test
	void the_office_reads_the_board_filters_exports_and_reminds() throws Exception {
		this.mvc.perform(get(this.base).with(as(this.office)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("0/2")))
			.andExpect(content().string(containsString("Sở Tư pháp thành phố Huế")));
		this.mvc.perform(get(this.base).param("show", "COMPLETE").with(as(this.office)))
			.andExpect(content().string(containsString("Không có đơn vị nào khớp")));
		this.mvc.perform(get(this.base + ".xlsx").with(as(this.office))).andExpect(status().isOk());
		this.mvc.perform(get(this.base + "/names.xlsx").with(as(this.office))).andExpect(status().isOk());
		this.mvc.perform(get(this.base + "/units/" + this.unit).with(as(this.office))).andExpect(status().isOk());
		this.mvc.perform(get(this.base + "/new").with(as(this.office)))
			.andExpect(content().string(containsString("name=\"organizationId\"")));
		submit(this.base, this.office, GOOD).andExpect(status().is(422))
			.andExpect(content().string(containsString("Chọn đơn vị cử đại biểu.")));
		Map<String, String> typed = new java.util.HashMap<>(GOOD);
		typed.put("organizationId", String.valueOf(this.fixture.unit(HUE)));
		submit(this.base, this.office, typed).andExpect(redirectedUrl(this.base + "/units/" + this.fixture.unit(HUE)));
		this.fixture.person(Role.CLERK, HUE);
		submit(this.base + "/reminders", this.office, Map.of()).andExpect(redirectedUrl(this.base))
			.andExpect(flash().attribute("flashArgs", java.util.List.of(2, 0, 4)));
	}

	@Test
	void a_sheet_is_filled_searched_and_exported() throws Exception {
		long attendee = this.fixture.register(this.conference, DA_NANG, this.office, "Trần Thị B").get(0);
		String sheet = "/conferences/" + this.conference + "/check-in";
		String session = this.fixture.firstDay() + "-MORNING";
		this.mvc.perform(get(sheet).with(as(this.office)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Hội nghị chưa bắt đầu")));
		submit(sheet + "/" + session + "/" + attendee, this.office, Map.of("presence", "LATE", "q", "tran thi"))
			.andExpect(redirectedUrl(sheet + "?session=" + session + "&q=tran%20thi#attendee-" + attendee));
		this.mvc.perform(get(sheet).param("session", session).param("q", "tran thi").with(as(this.office)))
			.andExpect(content().string(containsString("Đến muộn")));
		for (Map<String, String> nothing : java.util.List.of(Map.<String, String>of(), Map.of("code", " "))) {
			submit(sheet + "/" + session + "/codes", this.office, nothing)
				.andExpect(redirectedUrl(sheet + "?session=" + session + "#badge-code"))
				.andExpect(flash().attribute("codeError", "attendance.error.codeMissing"));
		}
		submit(sheet + "/" + session + "/codes", this.office, Map.of("code", "<script>"))
			.andExpect(flash().attribute("flashError", "attendance.verdict.UNKNOWN"));
		submit(sheet + "/" + this.fixture.firstDay().plusDays(9) + "-MORNING/" + attendee, this.office,
				Map.of("presence", "PRESENT"))
			.andExpect(redirectedUrl(sheet + "#attendee-" + attendee))
			.andExpect(flash().attribute("flashError", "attendance.verdict.WRONG_SESSION"));
		submit(sheet + "/" + session + "/units/" + this.unit, this.office, Map.of())
			.andExpect(flash().attribute("flash", "attendance.flash.unitNoted"));
		submit(sheet + "/" + session + "/" + attendee, this.office, Map.of("presence", "ASLEEP"))
			.andExpect(status().isNotFound());
		this.mvc.perform(get(sheet + ".xlsx").param("session", session).with(as(this.office)))
			.andExpect(status().isOk());
		this.mvc.perform(get(sheet).param("session", "nonsense").with(as(this.office)))
			.andExpect(status().isNotFound());
		Viewer leader = this.fixture.person(Role.LEADER, "BTP");
		this.mvc.perform(get(sheet).with(as(leader)))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("name=\"presence\""))));
		this.mvc.perform(get(sheet).with(as(this.clerk))).andExpect(status().isForbidden());
		this.mvc.perform(get(this.base).with(as(this.clerk))).andExpect(content().string(containsString("Đến muộn")));
	}

	@Test
	void for_a_unit_that_is_not_invited_every_page_is_missing() throws Exception {
		Viewer stranger = this.fixture.person(Role.CLERK, TUYEN_QUANG);
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		String sheet = "/conferences/" + this.conference + "/check-in";
		String session = sheet + "/" + this.fixture.firstDay() + "-MORNING";
		for (String url : new String[] { this.base, this.base + ".xlsx", this.base + "/names.xlsx",
				this.base + "/units/" + this.unit, this.base + "/new", this.base + "/" + attendee + "/edit",
				this.base + "/" + attendee + "/substitution", this.base + "/units/" + this.unit + "/declination", sheet,
				sheet + ".xlsx" }) {
			this.mvc.perform(get(url).with(as(stranger))).andExpect(status().isNotFound());
		}
		for (String url : new String[] { this.base, this.base + "/" + attendee,
				this.base + "/" + attendee + "/withdrawal", this.base + "/" + attendee + "/reinstatement",
				this.base + "/" + attendee + "/substitution", this.base + "/confirmation", this.base + "/reminders",
				this.base + "/units/" + this.unit + "/declination",
				this.base + "/units/" + this.unit + "/reconsideration", session + "/units/" + this.unit }) {
			submit(url, stranger, GOOD).andExpect(status().isNotFound());
		}
		submit(session + "/" + attendee, stranger, Map.of("presence", "PRESENT")).andExpect(status().isNotFound());
		submit(session + "/codes", stranger, Map.of("code", "ABCD2345")).andExpect(status().isNotFound());
	}

	@Test
	void a_foreign_units_attendee_is_missing_for_an_invited_unit() throws Exception {
		Viewer hue = this.fixture.person(Role.CLERK, HUE);
		long attendee = this.fixture.register(this.conference, DA_NANG, this.clerk, "Trần Thị B").get(0);
		this.mvc.perform(get(this.base + "/" + attendee + "/edit").with(as(hue))).andExpect(status().isNotFound());
		this.mvc.perform(get(this.base + "/units/" + this.unit).with(as(hue))).andExpect(status().isNotFound());
		submit(this.base + "/" + attendee, hue, GOOD).andExpect(status().isNotFound());
		submit(this.base + "/" + attendee + "/withdrawal", hue, Map.of()).andExpect(status().isNotFound());
		Map<String, String> foreign = new java.util.HashMap<>(GOOD);
		foreign.put("organizationId", String.valueOf(this.unit));
		submit(this.base, hue, foreign).andExpect(status().isNotFound());
		this.mvc.perform(get(this.base).with(as(hue)))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("Trần Thị B"))));
		this.mvc.perform(get(this.base + "/999999999/edit").with(as(hue))).andExpect(status().isNotFound());
		this.mvc.perform(get(this.base + "/abc/edit").with(as(hue))).andExpect(status().isNotFound());
	}

	private ResultActions submit(String url, Viewer viewer, Map<String, String> parameters) throws Exception {
		MockHttpServletRequestBuilder request = post(url).with(as(viewer)).with(csrf());
		parameters.forEach(request::param);
		return this.mvc.perform(request);
	}

}
