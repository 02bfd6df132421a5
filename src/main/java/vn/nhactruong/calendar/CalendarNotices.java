package vn.nhactruong.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.notification.Inbox;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;

/**
 * Tells, in the same transaction, whom a week concerns: leaders named in it and units
 * that prepare or take part. What appears by itself is told to units by its own module.
 */
@Component
class CalendarNotices {

	private static final List<Role> UNIT_ROLES = List.of(Role.CLERK, Role.UNIT_HEAD);

	/** A message is read on a phone: what is more stands on the page. */
	private static final int MOST = 5;

	private final CalendarWeekRepository weeks;

	private final CalendarEntryRepository entries;

	private final CalendarReleaseRepository releases;

	private final CalendarResources resources;

	private final CalendarPublished published;

	private final UnitDirectory units;

	private final Inbox inbox;

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarNotices(CalendarWeekRepository weeks, CalendarEntryRepository entries, CalendarReleaseRepository releases,
			CalendarResources resources, CalendarPublished published, UnitDirectory units, Inbox inbox, JdbcClient jdbc,
			Clock clock) {
		this.weeks = weeks;
		this.entries = entries;
		this.releases = releases;
		this.resources = resources;
		this.published = published;
		this.units = units;
		this.inbox = inbox;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void returned(EntryReturned event) {
		CalendarEntry entry = this.entries.findById(event.entryId()).orElseThrow();
		long holder = this.units.holderOn(entry.getRegisteredUnitId(), LocalDate.now(this.clock)).id();
		this.inbox.tellUnits(List.of(holder), UNIT_ROLES, "calendar.notice.returned",
				List.of(entry.getTitle(), DateFormats.day(entry.getDay()), entry.getReason()),
				"/calendar/entries/" + entry.getId());
	}

	@EventListener
	void submitted(WeekSubmitted event) {
		Week week = week(event.weekId());
		this.inbox.tellRoles(List.of(Role.LEADER), "calendar.notice.submitted", span(week), url(week));
	}

	@EventListener
	void sentBack(WeekSentBack event) {
		CalendarWeek week = this.weeks.findById(event.weekId()).orElseThrow();
		this.inbox.tellRoles(List.of(Role.OFFICE), "calendar.notice.sentBack",
				List.of(String.valueOf(week.week().number()), week.getComment()), url(week.week()));
	}

	@EventListener
	void released(WeekReleased event) {
		Week week = week(event.weekId());
		List<CalendarRelease> pair = this.releases.both(event.weekId(), event.number(), event.number() - 1);
		if (event.number() == 1) {
			this.inbox.tell(concerned(pair.get(0).lines()), "calendar.notice.released", span(week), url(week));
			return;
		}
		List<CalendarChange> changes = CalendarChange.between(pair.get(1).lines(), pair.get(0).lines(),
				this.published::names);
		concerned(changes, List.of(pair.get(0), pair.get(1)))
			.forEach((told, accounts) -> this.inbox.tell(accounts, "calendar.notice.changed",
					List.of(String.valueOf(week.number()), String.valueOf(event.number()), told), url(week)));
	}

	private Set<Long> concerned(List<CalendarLine> lines) {
		Set<Long> accounts = new LinkedHashSet<>();
		Map<Long, List<Long>> people = people(lines.stream().flatMap(CalendarNotices::toldUnits).toList());
		Map<Long, Long> leaders = leaders();
		for (CalendarLine line : lines) {
			line.leaderIds().stream().filter(leaders::containsKey).map(leaders::get).forEach(accounts::add);
			toldUnits(line).forEach((unit) -> accounts.addAll(people.getOrDefault(unit, List.of())));
		}
		return accounts;
	}

	/** Each list of changes as it reads, with everybody whom just this list concerns. */
	private Map<String, Collection<Long>> concerned(List<CalendarChange> changes, List<CalendarRelease> pair) {
		Map<Long, List<Long>> people = people(pair.stream()
			.flatMap((release) -> release.lines().stream())
			.flatMap(CalendarNotices::toldUnits)
			.toList());
		Map<Long, Long> leaders = leaders();
		Map<Long, Set<String>> byAccount = new LinkedHashMap<>();
		for (CalendarChange change : changes) {
			Stream.of(change.was(), change.is()).filter((line) -> line != null).forEach((line) -> {
				Set<Long> accounts = new LinkedHashSet<>();
				line.leaderIds().stream().filter(leaders::containsKey).map(leaders::get).forEach(accounts::add);
				toldUnits(line).forEach((unit) -> accounts.addAll(people.getOrDefault(unit, List.of())));
				accounts.forEach((account) -> byAccount.computeIfAbsent(account, (id) -> new LinkedHashSet<>())
					.add(sentence(change)));
			});
		}
		Map<String, Collection<Long>> told = new LinkedHashMap<>();
		byAccount.forEach(
				(account, sentences) -> told.computeIfAbsent(text(sentences), (key) -> new ArrayList<>()).add(account));
		return told;
	}

	/** Reads the same in every language. */
	private static String sentence(CalendarChange change) {
		if (change.type() == CalendarChange.Type.ENTRY) {
			return (change.after() != null) ? "+ " + change.getTitle() + " (" + change.after() + ")"
					: "− " + change.getTitle() + " (" + change.before() + ")";
		}
		return change.getTitle() + ": " + shown(change.before()) + " → " + shown(change.after());
	}

	private static String shown(String text) {
		return (text != null) ? text : "–";
	}

	private static String text(Set<String> sentences) {
		return sentences.stream().limit(MOST).collect(Collectors.joining("; "))
				+ ((sentences.size() > MOST) ? "; …" : "");
	}

	private static Stream<Long> toldUnits(CalendarLine line) {
		return line.isSourced() ? Stream.empty() : line.concernedUnits();
	}

	/** The accounts of the holders of these units' work. */
	private Map<Long, List<Long>> people(List<Long> unitIds) {
		LocalDate today = LocalDate.now(this.clock);
		Map<Long, Long> holders = unitIds.stream()
			.distinct()
			.collect(Collectors.toMap((unit) -> unit, (unit) -> this.units.holderOn(unit, today).id()));
		Map<Long, List<Long>> byHolder = this.jdbc.sql("""
				select distinct g.organization_id, a.id from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.organization_id = any(:units) and g.role in ('CLERK', 'UNIT_HEAD')
				order by a.id
				""")
			.param("units", holders.values().toArray(Long[]::new))
			.query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return holders.entrySet()
			.stream()
			.collect(
					Collectors.toMap(Map.Entry::getKey, (entry) -> byHolder.getOrDefault(entry.getValue(), List.of())));
	}

	/** Position to the account that holds it. */
	private Map<Long, Long> leaders() {
		return this.resources.ofKind(ResourceKind.LEADER)
			.stream()
			.filter((leader) -> leader.accountId() != null)
			.collect(Collectors.toMap(Resource::id, Resource::accountId));
	}

	private Week week(long weekId) {
		return this.weeks.findById(weekId).orElseThrow().week();
	}

	private static List<String> span(Week week) {
		return List.of(String.valueOf(week.number()), DateFormats.day(week.monday()), DateFormats.day(week.sunday()));
	}

	static String url(Week week) {
		return "/calendar?week=" + week.key();
	}

}
