package vn.nhactruong.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;

/**
 * Tells, in the same transaction, whom a week concerns: leaders named in it, the one who
 * approved it, and units that prepare or take part. Units are told of their conferences
 * by these themselves.
 */
@Component
public class CalendarNotices {

	private static final List<Role> UNIT_ROLES = List.of(Role.CLERK, Role.UNIT_HEAD);

	private final CalendarWeekRepository weeks;

	private final CalendarReleaseRepository releases;

	private final CalendarResources resources;

	private final CalendarPublished published;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final Accounts accounts;

	private final Inbox inbox;

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarNotices(CalendarWeekRepository weeks, CalendarReleaseRepository releases, CalendarResources resources,
			CalendarPublished published, CalendarAccess access, UnitDirectory units, Accounts accounts, Inbox inbox,
			JdbcClient jdbc, Clock clock) {
		this.weeks = weeks;
		this.releases = releases;
		this.resources = resources;
		this.published = published;
		this.access = access;
		this.units = units;
		this.accounts = accounts;
		this.inbox = inbox;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void returned(RegistrationReturned event) {
		long holder = this.units.holderOn(event.unitId(), LocalDate.now(this.clock)).id();
		this.inbox.tellUnits(List.of(holder), UNIT_ROLES, "calendar.notice.returned",
				List.of(event.title(), DateFormats.day(event.day()), event.reason()), event.url());
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
		CalendarWeek held = this.weeks.findById(event.weekId()).orElseThrow();
		Week week = held.week();
		Map<Long, Set<Long>> approver = approver(held);
		List<CalendarRelease> pair = this.releases.both(event.weekId(), event.number(), event.number() - 1);
		if (event.number() == 1) {
			this.inbox.tell(concerned(pair.get(0).lines(), approver), "calendar.notice.released", span(week),
					url(week));
			return;
		}
		concerned(pair.get(1).lines(), pair.get(0).lines(), approver)
			.forEach((told, accounts) -> this.inbox.tell(accounts, "calendar.notice.changed",
					List.of(String.valueOf(week.number()), String.valueOf(event.number()), told), url(week)));
	}

	/** Whom a week concerns, each with the grants in which it does. */
	private Map<Long, Set<Long>> concerned(List<CalendarLine> lines, Map<Long, Set<Long>> approver) {
		Map<Long, Set<Long>> accounts = new LinkedHashMap<>();
		add(approver, accounts);
		Map<Long, Map<Long, Set<Long>>> leaders = leaders();
		lines.stream()
			.flatMap((line) -> line.leaderIds().stream())
			.forEach((leader) -> add(leaders.getOrDefault(leader, Map.of()), accounts));
		people(holders(lines.stream()).keySet()).values().forEach((people) -> add(people, accounts));
		return accounts;
	}

	private static void add(Map<Long, Set<Long>> people, Map<Long, Set<Long>> accounts) {
		people.forEach(
				(account, grants) -> accounts.computeIfAbsent(account, (id) -> new LinkedHashSet<>()).addAll(grants));
	}

	/**
	 * Each list of changes, with everybody whom just this list concerns and the grants in
	 * which it does.
	 */
	private Map<DefaultMessageSourceResolvable, Map<Long, Set<Long>>> concerned(List<CalendarLine> before,
			List<CalendarLine> after, Map<Long, Set<Long>> approver) {
		List<CalendarChange> all = CalendarChange.between(before, after, this.published::names);
		Map<String, String> reasons = reasons(all);
		Map<Long, Told> byAccount = new LinkedHashMap<>();
		note(byAccount, approver, all, reasons, (line) -> true);
		leaders().forEach((leader, account) -> note(byAccount, account, all, reasons,
				(line) -> line.leaderIds().contains(leader)));
		Map<Long, Set<Long>> holders = holders(Stream.concat(before.stream(), after.stream()));
		Map<Long, Map<Long, Set<Long>>> people = people(holders.keySet());
		holders.forEach((holder, units) -> {
			Predicate<CalendarLine> theirs = (line) -> line.concernedUnits().anyMatch(units::contains);
			List<CalendarChange> read = this.access.seesAllPublished(holder) ? all
					: CalendarChange.between(before, after, theirs, this.published::names);
			note(byAccount, people.getOrDefault(holder, Map.of()), read, reasons,
					(line) -> line.isOwn() && theirs.test(line));
		});
		Map<DefaultMessageSourceResolvable, Map<Long, Set<Long>>> told = new LinkedHashMap<>();
		byAccount.forEach((account, one) -> told
			.computeIfAbsent(MessageArguments.lines(one.changes()), (key) -> new LinkedHashMap<>())
			.put(account, one.grants()));
		return told;
	}

	private void note(Map<Long, Told> byAccount, Map<Long, Set<Long>> accounts, List<CalendarChange> changes,
			Map<String, String> reasons, Predicate<CalendarLine> theirs) {
		changes.stream()
			.filter((change) -> change.touches(theirs))
			.map((change) -> line(change, reasons.get(change.line().lineKey())))
			.forEach((line) -> accounts.forEach((account, grants) -> byAccount
				.computeIfAbsent(account, (id) -> new Told(new LinkedHashSet<>(), new LinkedHashSet<>()))
				.add(line, grants)));
	}

	/**
	 * Why things were called off, by the keys of their lines. What merely is no longer
	 * its reader's, or in its week, has no reason.
	 */
	private Map<String, String> reasons(List<CalendarChange> changes) {
		Map<String, String> reasons = new LinkedHashMap<>();
		this.jdbc.sql("""
				select gone.key, coalesce(e.reason, t.reason) as reason from unnest(:keys::text[]) gone(key)
				left join calendar_entry e on gone.key like 'entry:%' and e.status = 'CANCELLED'
				    and e.id = split_part(gone.key, ':', 2)::bigint
				left join business_trip t on gone.key like 'trip:%' and t.status = 'CANCELLED'
				    and t.id = split_part(gone.key, ':', 2)::bigint
				where coalesce(e.reason, t.reason) is not null
				""")
			.param("keys",
					changes.stream()
						.filter((change) -> change.type() == CalendarChange.Type.ENTRY && change.after() == null)
						.map((change) -> change.line().lineKey())
						.toArray(String[]::new))
			.query((RowCallbackHandler) (row) -> reasons.put(row.getString(1), row.getString(2)));
		return reasons;
	}

	/**
	 * One line of the message, as it reads on the page of the week.
	 * @param reason why it was called off, or {@code null}
	 */
	private static DefaultMessageSourceResolvable line(CalendarChange change, String reason) {
		return (reason != null)
				? MessageArguments.named("calendar.told.droppedBecause", change.getTitle(), change.before(), reason)
				: MessageArguments.named(change.getKey(), change.getArgs());
	}

	/** Who holds the work of the units to be told today, each with those units. */
	private Map<Long, Set<Long>> holders(Stream<CalendarLine> lines) {
		LocalDate today = LocalDate.now(this.clock);
		return lines.filter(CalendarLine::isOwn)
			.flatMap(CalendarLine::concernedUnits)
			.collect(Collectors.groupingBy((unit) -> this.units.holderOn(unit, today).id(), LinkedHashMap::new,
					Collectors.toSet()));
	}

	/**
	 * The accounts that act for each of these units, with the grants in which they do.
	 */
	private Map<Long, Map<Long, Set<Long>>> people(Collection<Long> unitIds) {
		Map<Long, Map<Long, Set<Long>>> people = new LinkedHashMap<>();
		this.jdbc.sql("""
				select g.organization_id, a.id, g.id from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.organization_id = any(:units) and g.role in ('CLERK', 'UNIT_HEAD')
				order by a.id, g.id
				""")
			.param("units", unitIds.toArray(Long[]::new))
			.query((RowCallbackHandler) (row) -> people.computeIfAbsent(row.getLong(1), (unit) -> new LinkedHashMap<>())
				.computeIfAbsent(row.getLong(2), (account) -> new LinkedHashSet<>())
				.add(row.getLong(3)));
		return people;
	}

	/**
	 * Who approved the week, with the grants in which they lead; nobody once they don't.
	 */
	private Map<Long, Set<Long>> approver(CalendarWeek week) {
		List<Long> grants = this.accounts.withRoles(List.of(Role.LEADER)).get(week.getApprovedAccountId());
		return (grants != null) ? Map.of(week.getApprovedAccountId(), Set.copyOf(grants)) : Map.of();
	}

	/** Position to the account that holds it, with the grants in which it leads. */
	private Map<Long, Map<Long, Set<Long>>> leaders() {
		Map<Long, List<Long>> granted = this.accounts.withRoles(List.of(Role.LEADER));
		return this.resources.ofKind(ResourceKind.LEADER)
			.stream()
			.filter((leader) -> leader.accountId() != null)
			.collect(Collectors.toMap(Resource::id, (leader) -> Map.of(leader.accountId(),
					Set.copyOf(granted.getOrDefault(leader.accountId(), List.of())))));
	}

	private Week week(long weekId) {
		return this.weeks.findById(weekId).orElseThrow().week();
	}

	private static List<String> span(Week week) {
		return List.of(String.valueOf(week.number()), DateFormats.day(week.monday()), DateFormats.day(week.sunday()));
	}

	public static String url(Week week) {
		return "/calendar?week=" + week.key();
	}

	/** What somebody is told, and the grants in which it concerns them. */
	private record Told(Set<DefaultMessageSourceResolvable> changes, Set<Long> grants) {

		void add(DefaultMessageSourceResolvable change, Set<Long> concerned) {
			this.changes.add(change);
			this.grants.addAll(concerned);
		}

	}

}
