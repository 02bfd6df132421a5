package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.directive.TestDirectives;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.DateFormats;
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

@PortalTest
@Import(TestDirectives.class)
class HolidayPagesTests {

	/** Each test has a year of its own, far from what other tests count over. */
	private static final AtomicInteger YEARS = new AtomicInteger(2036);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives directives;

	@Autowired
	private Holidays holidays;

	@Autowired
	private List<RunningDeadlines> deadlines;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private JdbcClient jdbc;

	private RequestPostProcessor admin;

	private RequestPostProcessor clerk;

	private int year;

	@BeforeEach
	void openYear() {
		this.admin = this.people.as(Role.ADMIN, "VPB");
		this.clerk = this.people.as(Role.CLERK, "STP-48");
		this.year = YEARS.getAndIncrement();
	}

	@Test
	void year_without_a_list_shows_what_is_computed_and_offers_to_propose_it() throws Exception {
		page(this.admin).andExpect(content().string(containsString("Chưa lập danh sách")))
			.andExpect(content().string(containsString("/proposal")))
			.andExpect(content().string(containsString("Giỗ Tổ Hùng Vương")));
		send("/proposal").andExpect(redirectedUrl("/settings/holidays?year=" + this.year));
		page(this.admin).andExpect(content().string(containsString("mới là dự kiến")))
			.andExpect(content().string(containsString("/confirmation/new")))
			.andExpect(content().string(not(containsString("/proposal"))));
		assertThat(count("holiday where extract(year from day) = :year")).isGreaterThanOrEqualTo(11);
		assertThat(actions()).containsExactly("workingday.audit.proposed");
	}

	@Test
	void year_is_proposed_once() throws Exception {
		propose();
		long days = count("holiday where extract(year from day) = :year");
		send("/proposal").andExpect(status().isConflict())
			.andExpect(content().string(containsString("đã có danh sách ngày nghỉ")));
		assertThat(count("holiday where extract(year from day) = :year")).isEqualTo(days);
	}

	@Test
	void page_takes_the_same_statements_whatever_the_number_of_days() throws Exception {
		propose();
		int many = StatementCounter.during(() -> page(this.clerk)).size();
		this.jdbc.sql("delete from holiday where extract(year from day) = :year and extract(month from day) > 1")
			.param("year", this.year)
			.update();
		assertThat(StatementCounter.during(() -> page(this.clerk)).size()).isEqualTo(many);
	}

	@Test
	void everybody_reads_and_administrators_alone_change() throws Exception {
		propose();
		long id = id(LocalDate.of(this.year, 4, 30));
		for (Role role : List.of(Role.LEADER, Role.OFFICE, Role.UNIT_HEAD, Role.CLERK, Role.OBSERVER)) {
			RequestPostProcessor other = this.people.as(role,
					(role == Role.LEADER) ? "BTP" : (role == Role.OFFICE) ? "VPB" : "CQLTHADS");
			page(other).andExpect(content().string(not(containsString("/days/"))))
				.andExpect(content().string(not(containsString("/confirmation/new"))));
			for (String path : List.of("/days/new", "/swaps/new", "/confirmation/new", "/days/" + id + "/edit")) {
				this.mvc.perform(get(base() + path).with(other)).andExpect(status().isForbidden());
			}
			for (String path : List.of("/proposal", "/days", "/swaps", "/confirmation", "/days/" + id,
					"/days/" + id + "/removal")) {
				this.mvc.perform(post(base() + path).with(other).with(csrf())).andExpect(status().isForbidden());
			}
		}
		this.mvc.perform(get("/settings/holidays")).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void day_is_added_edited_and_removed_and_every_step_is_audited() throws Exception {
		propose();
		LocalDate day = weekday(11, 24);
		send("/days", "day", day.toString(), "kind", "HOLIDAY", "nameVi", "Ngày Văn hóa Việt Nam", "source", "Luật mới")
			.andExpect(status().isFound());
		assertThat(this.workingDays.isWorkingDay(day)).isFalse();
		long id = id(day);
		this.mvc.perform(get(base() + "/days/" + id + "/edit").with(this.admin))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("value=\"" + day + "\"")));
		LocalDate other = day.plusDays((day.getDayOfWeek().getValue() == 5) ? -1 : 1);
		send("/days/" + id, "day", other.toString(), "kind", "HOLIDAY", "nameVi", "Ngày Văn hóa", "source", "Luật mới")
			.andExpect(status().isFound());
		assertThat(this.workingDays.isWorkingDay(day)).isTrue();
		assertThat(this.workingDays.isWorkingDay(other)).isFalse();
		send("/days/" + id + "/removal", "version", "0").andExpect(status().isConflict())
			.andExpect(content().string(containsString("vừa được người khác sửa")));
		assertThat(this.workingDays.isWorkingDay(other)).isFalse();
		send("/days/" + id + "/removal", "version", "1").andExpect(status().isFound());
		assertThat(this.workingDays.isWorkingDay(other)).isTrue();
		assertThat(actions()).containsExactly("workingday.audit.proposed", "workingday.audit.added",
				"workingday.audit.changed", "workingday.audit.removed");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			day    |            | Mục “Ngày” còn trống
			day    | 31/02/2026 | không phải một ngày
			day    | 24/11/2025 | không thuộc năm
			day    | TAKEN      | đã có trong danh sách (Ngày Chiến thắng 30/4)
			day    | SATURDAY   | không dùng làm ngày nghỉ bù được
			kind   | SWAP_OFF   | gồm một cặp
			kind   | KING       | hãy chọn lại
			nameVi |            | Mục “Tên ngày” còn trống
			nameVi | LONG       | dài tối đa 120 ký tự
			nameEn | LONG       | dài tối đa 120 ký tự
			source |            | Mục “Căn cứ” còn trống
			source | LONG       | dài tối đa 250 ký tự
			""")
	void bad_day_is_named_at_its_field_and_nothing_is_lost(String field, String value, String sentence)
			throws Exception {
		propose();
		String typed = (value == null) ? "" : switch (value) {
			case "LONG" -> "X".repeat(300);
			case "TAKEN" -> this.year + "-04-30";
			case "SATURDAY" -> saturday(11).toString();
			default -> value;
		};
		long before = count("holiday where extract(year from day) = :year");
		this.mvc.perform(post(base() + "/days").with(this.admin)
			.with(csrf())
			.param("day", weekday(11, 24).toString())
			.param("kind", "SUBSTITUTE_DAY_OFF")
			.param("nameVi", "Ngay nghi thu")
			.param("source", "Can cu thu")
			.with((request) -> {
				request.setParameter(field, typed);
				return request;
			}))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString(field.equals("source") ? "Ngay nghi thu" : "Can cu thu")));
		assertThat(count("holiday where extract(year from day) = :year")).isEqualTo(before);
	}

	@Test
	void lost_race_shows_both_texts() throws Exception {
		propose();
		LocalDate day = LocalDate.of(this.year, 4, 30);
		long id = id(day);
		String[] mine = { "day", day.toString(), "kind", "HOLIDAY", "nameVi", "Tên của tôi", "source", "x", "version",
				"0" };
		send("/days/" + id, "day", day.toString(), "kind", "HOLIDAY", "nameVi", "Tên của người khác", "source", "x")
			.andExpect(status().isFound());
		send("/days/" + id, mine).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Tên của tôi")))
			.andExpect(content().string(containsString("Tên của người khác")));
	}

	@Test
	void swap_is_a_pair_that_comes_and_goes_together() throws Exception {
		propose();
		LocalDate worked = saturday(11);
		LocalDate off = worked.minusDays(3);
		send("/swaps", "dayOff", off.toString(), "dayWorked", worked.toString(), "source", "Thong bao 1")
			.andExpect(status().isFound());
		assertThat(this.workingDays.isWorkingDay(off)).isFalse();
		assertThat(this.workingDays.isWorkingDay(worked)).isTrue();
		this.mvc.perform(get(base() + "/days/" + id(off) + "/edit").with(this.admin))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("gồm một cặp")));
		send("/days/" + id(worked) + "/removal", "version", "0").andExpect(status().isFound());
		assertThat(this.workingDays.isWorkingDay(off)).isTrue();
		assertThat(this.workingDays.isWorkingDay(worked)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			dayOff    | -1  | vốn là ngày nghỉ hằng tuần
			dayWorked | -2  | vốn là ngày làm việc
			dayWorked | 70  | cách nhau quá 60 ngày
			dayOff    | 400 | không thuộc năm
			""")
	void swap_that_makes_no_sense_is_refused_at_its_field(String field, int days, String sentence) throws Exception {
		propose();
		LocalDate worked = saturday(6).plusDays(1);
		LocalDate typed = worked.plusDays(days);
		send("/swaps", "dayOff", (field.equals("dayOff") ? typed : worked.minusDays(3)).toString(), "dayWorked",
				(field.equals("dayWorked") ? typed : worked).toString(), "source", "Thong bao 1")
			.andExpect(status().is(422))
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("#" + field)))
			.andExpect(content().string(containsString("Thong bao 1")));
	}

	@Test
	void all_that_is_wrong_with_a_swap_is_said_at_once() throws Exception {
		propose();
		LocalDate holiday = LocalDate.of(this.year, 5, 1);
		LocalDate monday = saturday(6).plusDays(2);
		send("/swaps", "dayOff", holiday.toString(), "dayWorked", monday.toString()).andExpect(status().is(422))
			.andExpect(content().string(containsString("đã có trong danh sách")))
			.andExpect(content().string(containsString("vốn là ngày làm việc")))
			.andExpect(content().string(containsString("Mục “Căn cứ” còn trống")));
	}

	@Test
	void swap_needs_days_and_a_source() throws Exception {
		propose();
		send("/swaps").andExpect(status().is(422))
			.andExpect(content().string(containsString("Mục “Ngày được nghỉ” còn trống")))
			.andExpect(content().string(containsString("Mục “Ngày làm bù” còn trống")))
			.andExpect(content().string(containsString("Mục “Căn cứ” còn trống")));
	}

	@Test
	void confirmed_year_takes_its_source_from_the_announcement_and_is_no_longer_expected() throws Exception {
		propose();
		assertThat(this.workingDays.after(LocalDate.of(this.year, 6, 1), 5).unconfirmedYears())
			.containsExactly(this.year);
		send("/confirmation").andExpect(status().is(422))
			.andExpect(content().string(containsString("Mục “Thông báo nghỉ lễ, tết” còn trống")));
		send("/confirmation", "announcement", "Thông báo số 9/TB-BNV").andExpect(status().isFound());
		assertThat(this.workingDays.after(LocalDate.of(this.year, 6, 1), 5).unconfirmedYears()).isEmpty();
		page(this.clerk).andExpect(content().string(containsString("Thông báo số 9/TB-BNV")))
			.andExpect(content().string(containsString("Đã xác nhận lúc")))
			.andExpect(content().string(containsString(" theo Thông báo số 9/TB-BNV; người xác nhận")))
			.andExpect(content().string(not(containsString("Dự kiến –"))));
		send("/confirmation", "announcement", "Thông báo khác").andExpect(status().is(422))
			.andExpect(content().string(containsString("đã được xác nhận trước đó")));
		assertThat(actions()).containsExactly("workingday.audit.proposed", "workingday.audit.confirmed");
	}

	@Test
	void year_that_came_with_the_portal_is_confirmed_once_its_days_are_compared() throws Exception {
		this.year = 2016;
		LocalDate marked = this.jdbc
			.sql("select min(day) from holiday where to_compare and extract(year from day) = 2016")
			.query(LocalDate.class)
			.single();
		page(this.admin).andExpect(content().string(containsString("Có sẵn, cần đối chiếu")))
			.andExpect(content().string(not(containsString(">Đã xác nhận<"))))
			.andExpect(content().string(containsString("/confirmation/new")));
		assertThat(this.workingDays.after(LocalDate.of(2016, 1, 4), 40).unconfirmedYears())
			.as("the days themselves are known")
			.isEmpty();
		this.mvc.perform(get(base() + "/confirmation/new").with(this.admin))
			.andExpect(content().string(containsString("chưa được so với thông báo")))
			.andExpect(content().string(containsString(DateFormats.day(marked))));
		String version = this.jdbc.sql("select version::text from holiday_year where year = 2016")
			.query(String.class)
			.single();
		send("/confirmation", "announcement", "Thông báo số 1/TB-BNV", "version", version)
			.andExpect(status().isFound());
		page(this.admin).andExpect(content().string(not(containsString("ần đối chiếu"))))
			.andExpect(content().string(containsString("Đã xác nhận lúc")))
			.andExpect(content().string(containsString("Thông báo số 1/TB-BNV")));
		send("/confirmation", "announcement", "Thông báo số 2/TB-BNV").andExpect(status().is(422))
			.andExpect(content().string(containsString("đã được xác nhận trước đó")));
	}

	@Test
	void day_off_says_what_was_due_on_it() throws Exception {
		propose();
		LocalDate day = weekday(11, 24);
		due(day);
		send("/days", "day", day.toString(), "kind", "HOLIDAY", "nameVi", "Ngày Văn hóa Việt Nam", "source", "Luật mới")
			.andExpect(flash().attribute("flash", "workingday.addedDue"))
			.andExpect(flash().attribute("flashArgs", new Object[] { 1L, DateFormats.day(day) }));
		page(this.admin).andExpect(content().string(containsString("1 nhiệm vụ đang thực hiện đến hạn ngày này")));
		page(this.clerk).andExpect(content().string(not(containsString("đến hạn ngày này"))));
		LocalDate free = weekday(10, 20);
		send("/days", "day", free.toString(), "kind", "HOLIDAY", "nameVi", "Ngày khác", "source", "Luật mới")
			.andExpect(flash().attribute("flash", "workingday.added"));
	}

	@Test
	void what_is_due_is_counted_for_whoever_reads_it_and_on_days_off_only() throws Exception {
		propose();
		assertThat(counts(this.clerk)).isEmpty();
		assertThat(counts(this.admin)).hasSize(1);
		LocalDate day = weekday(11, 24);
		due(day);
		due(day.plusDays(1));
		assertThat(this.deadlines)
			.anySatisfy((kept) -> assertThat(kept.on(List.of(day))).containsOnly(Map.entry(day, 1L)));
	}

	/** Directives aren't given for years ahead; the years of these tests are. */
	private void due(LocalDate day) {
		long id = this.directives.issued(this.directives.today().plusDays(9));
		this.jdbc.sql("update directive set due_on = ? where id = ?").params(day, id).update();
	}

	private List<String> counts(RequestPostProcessor person) throws Exception {
		return StatementCounter.during(() -> page(person))
			.stream()
			.filter((statement) -> statement.contains("from directive") && statement.contains("group by due_on"))
			.toList();
	}

	@Test
	void year_that_differs_from_the_law_is_not_confirmed() throws Exception {
		propose();
		LocalDate tet = LegalHolidays.lunarNewYear(this.year);
		send("/days/" + id(tet.plusDays(3)) + "/removal", "version", "0").andExpect(status().isFound());
		send("/days/" + id(LocalDate.of(this.year, 5, 1)) + "/removal", "version", "0").andExpect(status().isFound());
		send("/confirmation", "announcement", "Thong bao 8/TB-BNV").andExpect(status().isConflict())
			.andExpect(content().string(containsString("Thong bao 8/TB-BNV")));
		send("/confirmation", "announcement", "Thong bao 9/TB-BNV", "version", "2").andExpect(status().is(422))
			.andExpect(content().string(containsString("Tết Nguyên đán phải có 5 ngày lễ liền nhau")))
			.andExpect(content().string(containsString("01/05/" + this.year + " là ngày lễ theo luật")))
			.andExpect(content().string(containsString("Thong bao 9/TB-BNV")));
		page(this.admin).andExpect(content().string(containsString("Chưa khớp với luật")));
	}

	@Test
	void change_against_the_law_takes_the_confirmation_back() throws Exception {
		propose();
		send("/confirmation", "announcement", "Thông báo số 9/TB-BNV").andExpect(status().isFound());
		LocalDate more = weekday(11, 24);
		send("/days", "day", more.toString(), "kind", "HOLIDAY", "nameVi", "Ngày Văn hóa Việt Nam", "source",
				"Luật mới")
			.andExpect(status().isFound());
		assertThat(this.workingDays.after(LocalDate.of(this.year, 6, 1), 5).unconfirmedYears())
			.as("the Government may grant more")
			.isEmpty();
		send("/days/" + id(LocalDate.of(this.year, 5, 1)) + "/removal", "version", "0").andExpect(status().isFound());
		assertThat(this.workingDays.after(LocalDate.of(this.year, 6, 1), 5).unconfirmedYears())
			.containsExactly(this.year);
		page(this.clerk).andExpect(content().string(not(containsString("Đã xác nhận lúc"))));
		assertThat(actions()).containsExactly("workingday.audit.proposed", "workingday.audit.confirmed",
				"workingday.audit.added", "workingday.audit.removed", "workingday.audit.reopened");
	}

	@Test
	void day_of_a_year_without_a_list_cannot_be_added() throws Exception {
		send("/days", "day", this.year + "-06-01", "kind", "HOLIDAY", "nameVi", "Ngay nghi thu", "source", "x")
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("chưa có danh sách ngày nghỉ")));
	}

	@Test
	void what_does_not_exist_is_not_found() throws Exception {
		propose();
		long elsewhere = this.jdbc.sql("select id from holiday where day = '2026-04-30'").query(Long.class).single();
		for (String path : List.of("/days/" + elsewhere + "/edit", "/days/999999999/edit")) {
			this.mvc.perform(get(base() + path).with(this.admin)).andExpect(status().isNotFound());
		}
		send("/days/" + elsewhere + "/removal", "version", "0").andExpect(status().isNotFound());
		this.mvc.perform(post("/settings/holidays/2013/proposal").with(this.admin).with(csrf()))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/settings/holidays").param("year", "1999").with(this.clerk))
			.andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "20267", "-1" })
	void unreadable_year_shows_this_one(String typed) throws Exception {
		this.mvc.perform(get("/settings/holidays").param("year", typed).with(this.clerk))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Lịch năm")));
	}

	@Test
	void page_reads_english() throws Exception {
		this.mvc
			.perform(get("/settings/holidays").param("year", "2026")
				.param("lang", "en")
				.locale(java.util.Locale.ENGLISH)
				.with(this.clerk))
			.andExpect(status().isOk());
	}

	private void propose() {
		this.holidays.propose(this.year, Actor.system());
	}

	private ResultActions page(RequestPostProcessor as) throws Exception {
		return this.mvc.perform(get("/settings/holidays").param("year", Integer.toString(this.year)).with(as))
			.andExpect(status().isOk());
	}

	private ResultActions send(String path, String... parameters) throws Exception {
		return this.mvc.perform(post(base() + path).with(this.admin).with(csrf()).with((request) -> {
			for (int i = 0; i < parameters.length; i += 2) {
				request.setParameter(parameters[i], parameters[i + 1]);
			}
			return request;
		}));
	}

	private String base() {
		return "/settings/holidays/" + this.year;
	}

	private LocalDate weekday(int month, int dayOfMonth) {
		LocalDate day = LocalDate.of(this.year, month, dayOfMonth);
		while (!HolidayCalendar.isWeekday(day)) {
			day = day.plusDays(1);
		}
		return day;
	}

	private LocalDate saturday(int month) {
		LocalDate day = LocalDate.of(this.year, month, 8);
		while (day.getDayOfWeek().getValue() != 6) {
			day = day.plusDays(1);
		}
		return day;
	}

	private long id(LocalDate day) {
		return this.jdbc.sql("select id from holiday where day = :day").param("day", day).query(Long.class).single();
	}

	private long count(String of) {
		return this.jdbc.sql("select count(*) from " + of).param("year", this.year).query(Long.class).single();
	}

	private List<String> actions() {
		return this.jdbc
			.sql("select action from audit_entry where area = 'workingday' and subject_id = :year order by id")
			.param("year", this.year)
			.query(String.class)
			.list();
	}

}
