package vn.nhactruong.calendar;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.calendar.feed.CalendarFeeds;
import vn.nhactruong.calendar.feed.FeedScope;
import vn.nhactruong.calendar.feed.FeedText;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.RescheduleForm;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * People's private feeds, read back by a calendar library as their programs read them.
 */
@PortalTest
class CalendarFeedTests {

	private static final String TITLE = "Họp; về \"Đề án\", phần 1\\2: sắp xếp đơn vị hành chính các cấp và tổ chức bộ máy của Ngành Tư pháp";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPeople people;

	@Autowired
	private JdbcClient jdbc;

	private TestWeeks t;

	@BeforeEach
	void week() {
		this.t = new TestWeeks(this.context);
	}

	@Test
	void feed_reads_back_with_vietnamese_text_and_time_zone() throws Exception {
		this.t.arranged(new EntryPlan(TITLE, this.t.week.monday(), LocalTime.of(8, 0), LocalTime.of(9, 30),
				Set.of(this.t.minister), this.t.room, "cửa số 2", "Lãnh đạo Vụ;\r\nchuyên viên, thư ký",
				Set.of(this.t.unit("CCNTT")), this.t.unit("VPB"), this.t.car, null));
		this.t.arranged("Không định giờ kết thúc", 1, "14:00", null);
		this.t.publish();
		String address = renew(this.t.leader, FeedScope.MINE);
		MockHttpServletResponse answer = open(address, 200);
		assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
		String text = answer.getContentAsString(StandardCharsets.UTF_8);
		assertThat(text.split("\r\n"))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));

		Calendar calendar = parse(text);
		assertThat(calendar.validate().getEntries()).isEmpty();
		assertThat(value(calendar, "REFRESH-INTERVAL")).isEqualTo("PT30M");
		assertThat(value(calendar, "X-PUBLISHED-TTL")).isEqualTo("PT30M");
		Component zone = calendar.getComponent(Component.VTIMEZONE).orElseThrow();
		assertThat(zone.getRequiredProperty(Property.TZID).getValue()).isEqualTo("Asia/Ho_Chi_Minh");
		assertThat(text).contains("TZOFFSETTO:+0700");
		assertThat(new TzOffsetTo("+0700").getOffset()).isEqualTo(ZoneOffset.ofHours(7));

		VEvent event = event(calendar, TITLE);
		assertThat(event.getRequiredProperty(Property.DTSTART).getParameter("TZID").orElseThrow().getValue())
			.isEqualTo("Asia/Ho_Chi_Minh");
		ZonedDateTime start = ZonedDateTime.from(event.<java.time.temporal.Temporal>getDateTimeStart().getDate());
		assertThat(start.toInstant())
			.isEqualTo(this.t.week.monday().atTime(8, 0).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
		assertThat(event.getRequiredProperty(Property.DTEND).getValue()).endsWith("T093000");
		assertThat(event.getLocation().getValue()).isEqualTo("Phòng " + this.t.number + ", cửa số 2");
		assertThat(event.getDescription().getValue()).contains("Lãnh đạo " + this.t.number)
			.contains("Lãnh đạo Vụ;\nchuyên viên, thư ký")
			.contains("Cục Công nghệ thông tin")
			.contains("Xe " + this.t.number);
		assertThat(event.getRequiredProperty(Property.SEQUENCE).getValue()).isEqualTo("0");
		assertThat(event.getRequiredProperty(Property.STATUS).getValue()).isEqualTo("CONFIRMED");
		assertThat(event.getAlarms()).isEmpty();
		assertThat(event(calendar, "Không định giờ kết thúc").getRequiredProperty(Property.DTEND).getValue())
			.endsWith("T180000");
	}

	@Test
	void update_and_cancellation_travel_by_uid_and_sequence() throws Exception {
		long moving = this.t.arranged("Việc dời", 0, "08:00", "09:00");
		long going = this.t.arranged("Việc hủy", 1, "08:00", "09:00");
		long leaving = this.t.arranged("Việc chuyển người", 2, "08:00", "09:00");
		this.t.arranged("Việc yên", 3, "08:00", "09:00");
		this.t.publish();
		String address = renew(this.t.leader, FeedScope.MINE);
		String published = text(address);
		Calendar first = parse(published);
		assertThat(first.getComponents(Component.VEVENT)).hasSize(4);

		this.t.entries.change(moving, this.t.plan("Việc dời", 0, "10:00", "11:00"), this.t.viewer(this.t.office));
		this.t.entries.cancel(going, "Hoãn", this.t.viewer(this.t.office));
		this.t.entries.change(leaving,
				this.t.plan("Việc chuyển người", 2, "08:00", "09:00", Set.of(this.t.deputy), Set.of()),
				this.t.viewer(this.t.office));
		assertThat(text(address)).as("nothing changes before it is published").isEqualTo(published);
		this.t.release();

		Calendar second = parse(text(address));
		for (String title : List.of("Việc dời", "Việc hủy", "Việc chuyển người", "Việc yên")) {
			assertThat(event(second, title).getUid()).as(title).isEqualTo(event(first, title).getUid());
		}
		assertThat(sequence(second, "Việc dời")).isEqualTo("1 CONFIRMED");
		assertThat(event(second, "Việc dời").getRequiredProperty(Property.DTSTART).getValue()).endsWith("T100000");
		assertThat(sequence(second, "Việc hủy")).isEqualTo("1 CANCELLED");
		assertThat(sequence(second, "Việc chuyển người")).isEqualTo("1 CANCELLED");
		assertThat(sequence(second, "Việc yên")).isEqualTo("0 CONFIRMED");

		this.t.arranged("Việc mới", 4, "08:00", "09:00");
		this.t.release();
		Calendar third = parse(text(address));
		assertThat(sequence(third, "Việc hủy")).isEqualTo("1 CANCELLED");
		assertThat(sequence(third, "Việc mới")).isEqualTo("0 CONFIRMED");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void conference_moved_to_another_week_is_one_event_whichever_week_goes_out_first(boolean oldWeekFirst)
			throws Exception {
		TestWeeks later = new TestWeeks(this.context);
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		long conference = announced("Hội nghị dời tuần");
		this.t.publish();
		String address = renew(this.t.leader, FeedScope.MINE);
		Calendar first = parse(text(address));
		assertThat(sequence(first, "Sáng: Hội nghị dời tuần")).isEqualTo("0 CONFIRMED");

		Conferences conferences = this.context.getBean(Conferences.class);
		conferences.postpone(conference, "Trùng kỳ họp", this.t.viewer(this.t.office));
		if (oldWeekFirst) {
			this.t.release();
			assertThat(sequence(parse(text(address)), "Sáng: Hội nghị dời tuần")).isEqualTo("1 CANCELLED");
		}
		conferences.reschedule(conference, moved(later.week.monday().plusDays(1)), this.t.viewer(this.t.office));
		later.publish();
		int sequence = single(address, later.week.monday().plusDays(1), "CONFIRMED");
		assertThat(sequence).isGreaterThan(oldWeekFirst ? 1 : 0);
		if (!oldWeekFirst) {
			this.t.release();
			assertThat(single(address, later.week.monday().plusDays(1), "CONFIRMED")).isGreaterThanOrEqualTo(sequence);
		}

		conferences.cancel(conference, "Không tổ chức nữa", this.t.viewer(this.t.office));
		later.release();
		assertThat(single(address, later.week.monday().plusDays(1), "CANCELLED")).isGreaterThan(sequence);
	}

	/** A week that is too old to be told still counts. */
	@Test
	void moved_conference_is_followed_into_weeks_that_are_no_longer_told() {
		TestWeeks later = new TestWeeks(this.context);
		long conference = announced("Hội nghị dời xa");
		this.t.publish();
		TestWeeks other = new TestWeeks(this.context);
		other.arranged("Giao ban", 0, "08:00", "09:00");
		other.publish();
		Conferences conferences = this.context.getBean(Conferences.class);
		conferences.postpone(conference, "Trùng kỳ họp", this.t.viewer(this.t.office));
		conferences.reschedule(conference, moved(later.week.monday().plusWeeks(3000)), this.t.viewer(this.t.office));
		Week far = new Week(later.week.monday().plusWeeks(3000));
		later.weeks.submit(far, later.viewer(later.office));
		later.weeks.approve(far, null, later.viewer(later.leader));
		later.weeks.release(far, null, later.viewer(later.office));
		assertThat(this.context.getBean(CalendarReleaseRepository.class).toldFrom(far.monday()))
			.extracting(CalendarRelease::getWeekId)
			.containsExactly(weekId(this.t.week), weekId(far));
	}

	@Test
	void feed_costs_the_same_whatever_it_brings() throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.publish();
		String address = renew(this.t.leader, FeedScope.ALL);
		open(address, 200);
		int few = StatementCounter.during(() -> open(address, 200)).size();
		announced("Hội nghị thêm");
		this.t.release();
		TestWeeks later = new TestWeeks(this.context);
		later.arranged("Giao ban tuần sau", 0, "08:00", "09:00");
		later.publish();
		open(address, 200);
		assertThat(StatementCounter.during(() -> open(address, 200))).hasSize(few);
	}

	private long weekId(Week week) {
		return this.t.weeks.find(week).orElseThrow().getId();
	}

	/** A conference on the Wednesday of the week, chaired by its leader. */
	private long announced(String title) {
		Conferences conferences = this.context.getBean(Conferences.class);
		LocalDate day = this.t.week.monday().plusDays(2);
		long id = conferences.create(
				new ConferencePlan(title, ConferenceKind.BRIEFING, day, HalfDay.MORNING, day, HalfDay.MORNING, "Hà Nội",
						"P01", this.t.unit(UnitDirectory.MINISTRY_OFFICE), false, false, "Nội dung", "Lãnh đạo đơn vị",
						null, null, day.minusDays(7).atStartOfDay(ClockConfiguration.ZONE).toInstant(),
						List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Người chủ trì",
								"Lãnh đạo " + this.t.number),
								new ConferencePerson(ConferencePerson.Part.SECRETARY, "Thư ký", null))),
				this.t.viewer(this.t.office));
		conferences.invite(id, Set.of(this.t.unit("CQLTHADS")), 2, null, this.t.viewer(this.t.office));
		conferences.announce(id, this.t.viewer(this.t.office));
		return id;
	}

	private static RescheduleForm moved(LocalDate day) {
		RescheduleForm form = new RescheduleForm();
		form.setStartsOn(day);
		form.setStartsHalf(HalfDay.MORNING);
		form.setEndsOn(day);
		form.setEndsHalf(HalfDay.MORNING);
		form.setRegistrationClosesAt(day.minusDays(7).atStartOfDay());
		return form;
	}

	/**
	 * The conference stands in the feed once, on that day.
	 * @return its sequence
	 */
	private int single(String address, LocalDate day, String status) throws Exception {
		List<VEvent> events = parse(text(address)).<VEvent>getComponents(Component.VEVENT)
			.stream()
			.filter((event) -> event.getSummary().getValue().equals("Sáng: Hội nghị dời tuần"))
			.toList();
		assertThat(events).hasSize(1);
		VEvent event = events.get(0);
		assertThat(event.getRequiredProperty(Property.DTSTART).getValue())
			.isEqualTo(day.format(DateTimeFormatter.BASIC_ISO_DATE));
		assertThat(event.getRequiredProperty(Property.STATUS).getValue()).isEqualTo(status);
		return Integer.parseInt(event.getRequiredProperty(Property.SEQUENCE).getValue());
	}

	@Test
	void what_has_no_time_stands_above_its_day() throws Exception {
		CalendarLine conference = new CalendarLine("conference:1:1", java.util.UUID.randomUUID(), null, "Hội nghị",
				this.t.week.monday(), HalfDay.AFTERNOON, null, null, List.of(), "Bộ trưởng", null, "Hà Nội", null,
				List.of(), null, null, null, null, "/conferences/1");
		String text = this.context.getBean(FeedText.class)
			.write(List.of(new CalendarFeeds.Event(conference, 0, false, Instant.parse("2026-11-20T02:00:00Z"))),
					"https://lich.example.vn", Locale.forLanguageTag("vi"));
		VEvent event = event(parse(text), "Chiều: Hội nghị");
		assertThat(event.getRequiredProperty(Property.DTSTART).getParameter("VALUE").orElseThrow().getValue())
			.isEqualTo("DATE");
		assertThat(event.getProperty(Property.DTEND)).isEmpty();
		assertThat(event.getRequiredProperty(Property.URL).getValue())
			.isEqualTo("https://lich.example.vn/conferences/1");
		assertThat(parse(text).validate().getEntries()).isEmpty();
	}

	@Test
	void feed_brings_only_what_its_owner_may_read() throws Exception {
		this.t.arranged("Việc nội bộ", 0, "08:00", "09:00");
		this.t.arranged(this.t.plan("Việc với Đà Nẵng", 1, "08:00", "09:00", Set.of(this.t.deputy),
				Set.of(this.t.unit("STP-48"))));
		this.t.publish();
		this.t.arranged("Việc chưa ban hành", 2, "08:00", "09:00");
		String provincial = this.people.add(Role.CLERK, "STP-48");
		assertThat(titles(renew(provincial, FeedScope.ALL))).contains("Việc với Đà Nẵng").doesNotContain("Việc nội bộ");
		String department = this.people.add(Role.CLERK, "CKHTC");
		assertThat(titles(renew(department, FeedScope.ALL))).contains("Việc với Đà Nẵng", "Việc nội bộ")
			.doesNotContain("Việc chưa ban hành");
		assertThat(titles(renew(department, FeedScope.MINE))).doesNotContain("Việc với Đà Nẵng", "Việc nội bộ");
		assertThat(titles(renew(this.t.leader, FeedScope.MINE))).contains("Việc nội bộ")
			.doesNotContain("Việc với Đà Nẵng", "Việc chưa ban hành");
	}

	@Test
	void renewed_address_kills_the_old_one_at_once() throws Exception {
		String old = renew(this.t.leader, FeedScope.MINE);
		open(old, 200);
		String fresh = renew(this.t.leader, FeedScope.MINE);
		assertThat(fresh).isNotEqualTo(old);
		open(old, 404);
		open(fresh, 200);
		this.mvc.perform(post("/calendar/feed/removal").with(this.people.as(this.t.leader)).with(csrf()))
			.andExpect(status().isFound());
		open(fresh, 404);
	}

	@Test
	void locked_account_has_no_feed() throws Exception {
		String address = renew(this.t.leader, FeedScope.MINE);
		this.jdbc.sql("update account set locked_at = now(), lock_reason = 'x' where id = ?")
			.param(this.people.id(this.t.leader))
			.update();
		open(address, 404);
	}

	@Test
	void address_is_long_random_shown_once_and_kept_as_a_hash() throws Exception {
		String address = renew(this.t.leader, FeedScope.MINE);
		String token = address.replaceAll(".*/|\\.ics$", "");
		assertThat(token).hasSizeGreaterThanOrEqualTo(43).matches("[A-Za-z0-9_-]+");
		assertThat(this.jdbc.sql("select token_hash from calendar_feed where account_id = ?")
			.param(this.people.id(this.t.leader))
			.query(String.class)
			.single()).doesNotContain(token);
		this.mvc.perform(get("/calendar/feed").with(this.people.as(this.t.leader)))
			.andExpect(status().isOk())
			.andExpect((result) -> assertThat(result.getResponse().getContentAsString()).doesNotContain(token));
		assertThat(this.jdbc.sql("select count(*) from audit_entry where changes::text like ?")
			.param("%" + token + "%")
			.query(Long.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a'b" })
	void unknown_address_is_not_found(String token) throws Exception {
		open("/calendar/feed/" + token + ".ics", 404);
	}

	@Test
	void unchanged_feed_is_not_sent_again() throws Exception {
		this.t.arranged("Giao ban", 0, "08:00", "09:00");
		this.t.publish();
		String address = renew(this.t.leader, FeedScope.MINE);
		MockHttpServletResponse first = open(address, 200);
		assertThat(first.getHeader("ETag")).isNotNull();
		assertThat(first.getHeader("Last-Modified")).isNotNull();
		assertThat(first.getHeader("Cache-Control")).contains("private");
		int statements = StatementCounter
			.during(() -> this.mvc.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
				.andExpect(status().isNotModified()))
			.size();
		assertThat(statements).isLessThanOrEqualTo(4);
		this.t.arranged("Thêm việc", 1, "08:00", "09:00");
		this.mvc.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
			.andExpect(status().isNotModified());
		this.t.release();
		this.mvc.perform(get(address).header("If-None-Match", first.getHeader("ETag"))).andExpect(status().isOk());
	}

	@Test
	void administrator_has_no_feed_and_a_foreign_scope_is_refused() throws Exception {
		String administrator = this.people.add(Role.ADMIN, "VPB");
		this.mvc.perform(get("/calendar/feed").with(this.people.as(administrator))).andExpect(status().isForbidden());
		this.mvc.perform(post("/calendar/feed").param("scope", "MINE").with(this.people.as(administrator)).with(csrf()))
			.andExpect(status().isForbidden());
		this.mvc.perform(
				post("/calendar/feed").param("scope", "EVERYTHING").with(this.people.as(this.t.leader)).with(csrf()))
			.andExpect(status().is(422));
	}

	private String renew(String person, FeedScope scope) throws Exception {
		String address = (String) this.mvc
			.perform(post("/calendar/feed").param("scope", scope.name()).with(this.people.as(person)).with(csrf()))
			.andExpect(status().isFound())
			.andReturn()
			.getFlashMap()
			.get("address");
		return address.replaceFirst("^https?://[^/]+", "");
	}

	private MockHttpServletResponse open(String address, int expected) throws Exception {
		return this.mvc.perform(get(address)).andExpect(status().is(expected)).andReturn().getResponse();
	}

	private String text(String address) throws Exception {
		return open(address, 200).getContentAsString(StandardCharsets.UTF_8);
	}

	private static Calendar parse(String text) throws Exception {
		return new CalendarBuilder().build(new StringReader(text));
	}

	private List<String> titles(String address) throws Exception {
		return parse(text(address)).<VEvent>getComponents(Component.VEVENT)
			.stream()
			.map((event) -> event.getSummary().getValue())
			.toList();
	}

	private static VEvent event(Calendar calendar, String title) {
		return calendar.<VEvent>getComponents(Component.VEVENT)
			.stream()
			.filter((event) -> event.getSummary().getValue().equals(title))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no event " + title));
	}

	private static String sequence(Calendar calendar, String title) {
		VEvent event = event(calendar, title);
		return event.getRequiredProperty(Property.SEQUENCE).getValue() + " "
				+ event.getRequiredProperty(Property.STATUS).getValue();
	}

	private static String value(Calendar calendar, String property) {
		return calendar.getRequiredProperty(property).getValue();
	}

}
