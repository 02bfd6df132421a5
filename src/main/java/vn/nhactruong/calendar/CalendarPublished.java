package vn.nhactruong.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.organization.UnitDirectory;

/** Reads what went out, for whoever it is meant for. */
@Component
@Transactional(readOnly = true)
public class CalendarPublished {

	private final CalendarReleaseRepository releases;

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarPublished(CalendarReleaseRepository releases, CalendarResources resources, CalendarAccess access,
			UnitDirectory units, JdbcClient jdbc, Clock clock) {
		this.releases = releases;
		this.resources = resources;
		this.access = access;
		this.units = units;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The entry as the newest version of its week has it, if the viewer reads it. */
	public Optional<CalendarLine> line(long entryId, Viewer viewer) {
		return this.jdbc.sql("""
				select w.id, w.released_number from calendar_week w join calendar_entry e on e.week_id = w.id
				where e.id = ? and w.released_number > 0
				""")
			.param(entryId)
			.query((row, number) -> Map.entry(row.getLong(1), row.getInt(2)))
			.optional()
			.flatMap((week) -> this.releases.findByWeekIdAndNumber(week.getKey(), week.getValue()))
			.flatMap((release) -> release.lines()
				.stream()
				.filter((line) -> line.entryId() != null && line.entryId() == entryId)
				.findFirst())
			.filter((line) -> this.access.seesPublished(viewer, line));
	}

	/**
	 * What the newest versions say of something that appears by itself, week by week, if
	 * the viewer reads it.
	 * @param keys what its lines' keys begin with
	 */
	public List<CalendarLine> lines(String keys, Viewer viewer) {
		return this.releases.newestWith(keys)
			.stream()
			.flatMap((release) -> release.lines().stream())
			.filter((line) -> line.lineKey().startsWith(keys) && this.access.seesPublished(viewer, line))
			.toList();
	}

	/**
	 * What changed in the weeks that aren't over and concerns the viewer, who hasn't said
	 * yet to have read it. To the leader who approved a week all of it is a concern.
	 */
	public List<ChangeStrip> strips(Viewer viewer) {
		List<Unread> unread = this.jdbc.sql("""
				select w.id, w.monday, w.released_number, greatest(coalesce(a.number, 1), 1) as known,
				    w.approved_account_id is not distinct from :account as approved
				from calendar_week w
				left join calendar_acknowledgement a on a.week_id = w.id and a.account_id = :account
				where w.monday >= :from and w.released_number > greatest(coalesce(a.number, 1), 1)
				order by w.monday
				""")
			.param("account", viewer.accountId())
			.param("from", Week.of(LocalDate.now(this.clock)).monday())
			.query((row, number) -> new Unread(row.getLong("id"), new Week(row.getObject("monday", LocalDate.class)),
					row.getInt("released_number"), row.getInt("known"), row.getBoolean("approved")))
			.list();
		if (unread.isEmpty()) {
			return List.of();
		}
		Long leader = this.resources.leaderOf(viewer.accountId());
		Map<Long, List<CalendarRelease>> versions = this.releases
			.findByWeekIdIn(unread.stream().map(Unread::weekId).toList())
			.stream()
			.collect(Collectors.groupingBy(CalendarRelease::getWeekId));
		List<ChangeStrip> strips = new ArrayList<>();
		for (Unread week : unread) {
			List<CalendarChange> changes = CalendarChange
				.between(lines(versions.get(week.weekId()), week.known()),
						lines(versions.get(week.weekId()), week.number()),
						(line) -> this.access.seesPublished(viewer, line), this::names)
				.stream()
				.filter((change) -> week.approved()
						|| change.touches((line) -> line.concerns(viewer.unitIds(), leader)))
				.toList();
			if (!changes.isEmpty()) {
				strips.add(new ChangeStrip(week.week(), week.number(), changes));
			}
		}
		return strips;
	}

	public String names(Collection<Long> units) {
		return String.join("; ", this.units.names(units));
	}

	private static List<CalendarLine> lines(List<CalendarRelease> versions, int number) {
		return versions.stream()
			.filter((release) -> release.getNumber() == number)
			.findFirst()
			.map(CalendarRelease::lines)
			.orElse(List.of());
	}

	/** The changes of one week that somebody still has to read. */
	public record ChangeStrip(Week week, int number, List<CalendarChange> changes) {
	}

	/**
	 * @param approved whether the viewer approved the week, and so answers for all of it
	 */
	private record Unread(long weekId, Week week, int number, int known, boolean approved) {
	}

}
