package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.entry.CalendarEntries;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.TestRules;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.Role;

/**
 * A week of its own for a test, far from every other one, with its own leaders, room and
 * car, and the people around it.
 */
class TestWeeks {

	/** No conference of any other test lies there. */
	private static final LocalDate FIRST = LocalDate.of(2041, 1, 7);

	/** Far enough for all weeks of tests, short of the end of the century. */
	static final int MONTHS_AHEAD = 800;

	private static final AtomicInteger NUMBER = new AtomicInteger();

	final int number = NUMBER.incrementAndGet();

	final Week week = new Week(FIRST.plusWeeks(this.number));

	private final ApplicationContext context;

	final CalendarEntries entries;

	final CalendarWeeks weeks;

	final CalendarResources resources;

	final UnitDirectory units;

	final TestPeople people;

	final String office;

	final String leader;

	final long minister;

	final long deputy;

	final long room;

	final long car;

	TestWeeks(ApplicationContext context) {
		this.context = context;
		TestRules.set(context, RuleKey.CALENDAR_HORIZON, MONTHS_AHEAD);
		this.entries = context.getBean(CalendarEntries.class);
		this.weeks = context.getBean(CalendarWeeks.class);
		this.resources = context.getBean(CalendarResources.class);
		this.units = context.getBean(UnitDirectory.class);
		this.people = context.getBean(TestPeople.class);
		this.office = this.people.add(Role.OFFICE, UnitDirectory.MINISTRY_OFFICE);
		this.leader = this.people.add(Role.LEADER, UnitDirectory.MINISTRY);
		this.minister = this.resources.addLeader("Lãnh đạo " + this.number, this.people.id(this.leader),
				Actor.system());
		this.deputy = this.resources.addLeader("Phó " + this.number, null, Actor.system());
		this.room = this.resources.addRoom("Phòng " + this.number, null, 20, Actor.system());
		this.car = this.resources.addCar("Xe " + this.number, 7, Actor.system());
	}

	Viewer viewer(String username) {
		return this.people.viewer(username);
	}

	long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	EntryPlan plan(String title, int day, String from, String to) {
		return plan(title, day, from, to, Set.of(this.minister), Set.of());
	}

	EntryPlan plan(String title, int day, String from, String to, Set<Long> leaders, Set<Long> unitIds) {
		return new EntryPlan(title, this.week.monday().plusDays(day), LocalTime.parse(from),
				(to != null) ? LocalTime.parse(to) : null, leaders, null, "Trụ sở Bộ", null, unitIds, null, null, null);
	}

	/** What the office puts into the week. */
	long arranged(String title, int day, String from, String to) {
		return this.entries.add(plan(title, day, from, to), viewer(this.office));
	}

	long arranged(EntryPlan plan) {
		return this.entries.add(plan, viewer(this.office));
	}

	void submit() {
		this.weeks.submit(this.week, viewer(this.office));
	}

	void approve() {
		submit();
		this.weeks.approve(this.week, null, viewer(this.leader));
	}

	/** From open to version 1. */
	void publish() {
		approve();
		release();
	}

	/** What somebody was told of the calendar: the message's key, and how it reads. */
	List<String> messages(String person) {
		return messages(person, Locale.forLanguageTag("vi"));
	}

	List<String> messages(String person, Locale locale) {
		JsonMapper json = this.context.getBean(JsonMapper.class);
		return this.context.getBean(JdbcClient.class)
			.sql("""
					select message_key, arguments::text from notification
					where account_id = ? and message_key like 'calendar.%' order by id
					""")
			.param(this.people.id(person))
			.query((row, number) -> row.getString(1) + " "
					+ this.context.getMessage(row.getString(1), MessageArguments.read(json, row.getString(2)).toArray(),
							locale))
			.list();
	}

	int release() {
		return this.weeks.release(this.week, null, viewer(this.office));
	}

	String url() {
		return "/calendar?week=" + this.week.key();
	}

	String weekUrl(String part) {
		return "/calendar/weeks/" + this.week.key() + part;
	}

	String day(int day) {
		return this.week.monday().plusDays(day).toString();
	}

}
