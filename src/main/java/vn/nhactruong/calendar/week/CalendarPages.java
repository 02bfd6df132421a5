package vn.nhactruong.calendar.week;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarDrafts.Draft;
import vn.nhactruong.calendar.CalendarEntry;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarPublished;
import vn.nhactruong.calendar.CalendarRelease;
import vn.nhactruong.calendar.CalendarReleaseRepository;
import vn.nhactruong.calendar.CalendarWeek;
import vn.nhactruong.calendar.CalendarWeekRepository;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.CalendarWeeks.Reason;
import vn.nhactruong.calendar.Clash;
import vn.nhactruong.calendar.Clashes;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Registration;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.WeekStatus;
import vn.nhactruong.calendar.entry.CalendarEntries;
import vn.nhactruong.calendar.entry.CalendarPapers;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.calendar.trip.BusinessTrips;
import vn.nhactruong.calendar.trip.TripPapers;
import vn.nhactruong.calendar.week.WeekPage.ClashItem;
import vn.nhactruong.calendar.week.WeekPage.Day;
import vn.nhactruong.calendar.week.WeekPage.RegistrationRow;
import vn.nhactruong.calendar.week.WeekPage.ReleaseRef;
import vn.nhactruong.calendar.week.WeekPage.Row;
import vn.nhactruong.calendar.week.WeekPage.State;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.file.Files;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Option;

/** Assembles the pages of the leaders' weeks, each as far as its viewer may see. */
@Component
@Transactional(readOnly = true)
public class CalendarPages {

	/** Whose papers stand in the week, by the source of their lines. */
	private static final Map<String, String> PAPERS = Map.of("entry", CalendarPapers.TYPE, "trip", TripPapers.TYPE);

	private final CalendarWeekRepository weeks;

	private final CalendarReleaseRepository releases;

	private final CalendarEntries entries;

	private final BusinessTrips trips;

	private final CalendarWeeks facade;

	private final CalendarDrafts drafts;

	private final CalendarPublished published;

	private final CalendarResources resources;

	private final ApprovalDeadlines deadlines;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final Files files;

	private final ShownWeek shownWeeks;

	private final Clock clock;

	CalendarPages(CalendarWeekRepository weeks, CalendarReleaseRepository releases, CalendarEntries entries,
			BusinessTrips trips, CalendarWeeks facade, CalendarDrafts drafts, CalendarPublished published,
			CalendarResources resources, ApprovalDeadlines deadlines, CalendarAccess access, UnitDirectory units,
			Files files, ShownWeek shownWeeks, Clock clock) {
		this.weeks = weeks;
		this.releases = releases;
		this.entries = entries;
		this.trips = trips;
		this.facade = facade;
		this.drafts = drafts;
		this.published = published;
		this.resources = resources;
		this.deadlines = deadlines;
		this.access = access;
		this.units = units;
		this.files = files;
		this.shownWeeks = shownWeeks;
		this.clock = clock;
	}

	/** The week that lies before people now. */
	Week current() {
		return Week.of(LocalDate.now(this.clock));
	}

	/**
	 * The week: its working state for the office and leaders, what is published for all
	 * others.
	 * @param leader the one leader whose week is asked for, or {@code null}
	 */
	public WeekPage week(Week week, Long leader, Viewer viewer) {
		this.access.requireReader(viewer);
		CalendarWeek held = this.weeks.findByMonday(week.monday()).orElse(null);
		return this.access.seesDraft(viewer) ? draftPage(week, held, leader, viewer)
				: publishedPage(week, held, (held != null) ? held.getReleasedNumber() : 0, leader, viewer);
	}

	/**
	 * One published version.
	 * @throws NotVisibleException when the week has no such version
	 */
	WeekPage release(Week week, int number, Long leader, Viewer viewer) {
		this.access.requireReader(viewer);
		CalendarWeek held = this.weeks.findByMonday(week.monday())
			.filter((found) -> number > 0 && number <= found.getReleasedNumber())
			.orElseThrow(() -> new NotVisibleException("release", number));
		return publishedPage(week, held, number, leader, viewer);
	}

	/** What a version changed in the one before it, as far as the viewer reads it. */
	List<CalendarChange> changes(Week week, int number, Viewer viewer) {
		if (number < 2) {
			return List.of();
		}
		long weekId = this.weeks.findByMonday(week.monday()).orElseThrow().getId();
		List<CalendarRelease> pair = this.releases.both(weekId, number, number - 1);
		return CalendarChange.between(pair.get(1).lines(), pair.get(0).lines(),
				(line) -> this.access.seesPublished(viewer, line), this.published::names);
	}

	/**
	 * What changed in the working state since a page showed it.
	 * @param shown what that page's form carries
	 * @return empty as well where that says nothing
	 */
	List<CalendarChange> since(Week week, String shown, Viewer viewer) {
		if (!this.access.seesDraft(viewer)) {
			return List.of();
		}
		Draft draft = this.drafts.of(week,
				this.weeks.findByMonday(week.monday()).map(CalendarWeek::getId).orElse(null));
		return this.shownWeeks.read(shown)
			.map((then) -> CalendarChange.between(then, draft.lines(), this.published::names))
			.orElse(List.of());
	}

	/**
	 * The week for paper and workbook: what is published; for those who see it, the draft
	 * where nothing is, or where they ask for it.
	 */
	PaperPage printed(Week week, Long leader, boolean draft, Viewer viewer) {
		this.access.requireReader(viewer);
		CalendarWeek held = this.weeks.findByMonday(week.monday()).orElse(null);
		int number = (held != null) ? held.getReleasedNumber() : 0;
		WeekPage working = this.access.seesDraft(viewer) ? draftPage(week, held, leader, viewer) : null;
		boolean asDraft = working != null && (draft || number == 0);
		WeekPage page = asDraft ? working : publishedPage(week, held, number, leader, viewer);
		return new PaperPage(page.onPaper(this.access.seesAllPublished(viewer)), asDraft,
				(working != null) ? working.state().changes().size() : 0, (held != null) ? position(held) : null);
	}

	/** Of the leader who approved the week, or {@code null}. */
	private String position(CalendarWeek held) {
		return (held.getApprovedAccountId() == null) ? null
				: this.resources.ofKind(ResourceKind.LEADER)
					.stream()
					.filter((it) -> held.getApprovedAccountId().equals(it.accountId()))
					.map(Resource::name)
					.findFirst()
					.orElse(null);
	}

	private WeekPage draftPage(Week week, CalendarWeek held, Long leader, Viewer viewer) {
		Long weekId = (held != null) ? held.getId() : null;
		Draft draft = this.drafts.of(week, weekId);
		List<ReleaseRef> refs = refs(weekId);
		List<CalendarLine> last = refs.isEmpty() ? null
				: this.releases.findByWeekIdAndNumber(weekId, refs.get(0).number()).orElseThrow().lines();
		boolean arranges = this.access.mayArrange(viewer);
		List<CalendarLine> shown = arranges ? draft.wanted() : draft.lines();
		Set<String> proposed = draft.proposed().stream().map(CalendarLine::lineKey).collect(Collectors.toSet());
		List<ClashItem> clashes = clashes(shown, proposed, draft.catalogue(), weekId);
		State state = state(week, held, draft, last, clashes, viewer);
		return new WeekPage(week, current(), state, refs.isEmpty() ? null : refs.get(0),
				days(week, shown, leader, proposed, clashes, viewer), leader, leaders(draft.catalogue(), leader),
				mine(draft.catalogue(), viewer), List.of(), List.of(), this.published.strips(viewer), refs,
				this.access.mayAdd(viewer) && !isOver(week), week.equals(current()));
	}

	private State state(Week week, CalendarWeek held, Draft draft, List<CalendarLine> last, List<ClashItem> clashes,
			Viewer viewer) {
		CalendarWeek shown = (held != null) ? held : new CalendarWeek(week);
		List<CalendarChange> changes = (last == null) ? List.of()
				: CalendarChange.between(last, draft.lines(), this.published::names);
		boolean arranges = this.access.mayArrange(viewer) && !isOver(week);
		List<RegistrationRow> returned = this.access.mayArrange(viewer)
				? registrations(this.trips.returned(week, draft.catalogue()), draft.entries(), draft.catalogue(),
						(asked) -> asked.getStatus() == EntryStatus.RETURNED)
				: List.of();
		WeekStatus status = shown.getStatus();
		boolean outdated = shown.differsFromApproved(draft.fingerprint());
		boolean ready = arranges
				&& (status == WeekStatus.APPROVED && !outdated || status == WeekStatus.PUBLISHED && !changes.isEmpty());
		long blocking = clashes.stream().filter(ClashItem::isBlocking).count();
		boolean mayApprove = this.access.mayApprove(viewer) && status == WeekStatus.SUBMITTED && !isOver(week);
		return new State(status, shown.getComment(), shown.getCommentedBy(), shown.getApprovedBy(),
				shown.getApprovedAt(), clashes, blocking, changes, returned, draft.fingerprint(),
				mayApprove ? this.shownWeeks.written(draft.lines()) : null, outdated,
				arranges && (status == WeekStatus.OPEN || outdated) && !draft.lines().isEmpty(), mayApprove,
				ready && blocking == 0, ready && blocking > 0, shown.getReleasedNumber() + 1);
	}

	private WeekPage publishedPage(Week week, CalendarWeek held, int number, Long leader, Viewer viewer) {
		Long weekId = (held != null) ? held.getId() : null;
		List<CalendarLine> lines = (number == 0) ? List.of()
				: this.releases.findByWeekIdAndNumber(weekId, number)
					.orElseThrow(() -> new NotVisibleException("release", number))
					.lines()
					.stream()
					.filter((line) -> this.access.seesPublished(viewer, line))
					.toList();
		List<ReleaseRef> refs = refs(weekId);
		Map<Long, Resource> catalogue = this.resources.all();
		return new WeekPage(week, current(), null,
				refs.stream().filter((ref) -> ref.number() == number).findFirst().orElse(null),
				days(week, lines, leader, Set.of(), List.of(), viewer), leader, leaders(catalogue, leader),
				mine(catalogue, viewer), own(week, weekId, catalogue, viewer), accepted(lines, catalogue, weekId),
				this.published.strips(viewer), refs, this.access.mayAdd(viewer) && !isOver(week),
				week.equals(current()));
	}

	/**
	 * Day by day; the weekend only when something takes place, or today. To who reads
	 * some lines only, an empty day would look like a free one.
	 */
	private List<Day> days(Week week, List<CalendarLine> lines, Long leader, Set<String> proposed,
			List<ClashItem> clashes, Viewer viewer) {
		LocalDate today = LocalDate.now(this.clock);
		boolean whole = this.access.seesAllPublished(viewer);
		List<Obligation> due = (leader == null) ? this.deadlines.in(week, viewer) : List.of();
		List<CalendarLine> wanted = lines.stream()
			.filter((line) -> leader == null || line.leaderIds().contains(leader))
			.sorted(CalendarLine.IN_ORDER)
			.toList();
		Map<String, List<FileRow>> papers = papers(wanted);
		List<Row> rows = wanted.stream().map((line) -> row(line, papers, proposed, viewer)).toList();
		List<Day> days = week.days()
			.stream()
			.map((day) -> new Day(day, day.equals(today), day.isBefore(today),
					half(rows, day, HalfDay.MORNING, clashes), half(rows, day, HalfDay.AFTERNOON, clashes),
					due.stream().filter((it) -> ApprovalDeadlines.shownOn(it, today).equals(day)).toList()))
			.toList();
		return WeekPage.shown(days, (day) -> !day.isEmpty() || whole && day.today(), whole);
	}

	/** The papers of entries and trips, by what the lines are about. */
	private Map<String, List<FileRow>> papers(List<CalendarLine> lines) {
		Map<String, List<FileRow>> papers = new HashMap<>();
		PAPERS.forEach((source, type) -> {
			String begins = source + ":";
			List<Long> ids = lines.stream()
				.map(CalendarLine::thing)
				.filter((thing) -> thing.startsWith(begins))
				.map((thing) -> Long.valueOf(thing.substring(begins.length())))
				.toList();
			this.files.of(type, ids).forEach((id, files) -> papers.put(begins + id, files));
		});
		return papers;
	}

	private Row row(CalendarLine line, Map<String, List<FileRow>> papers, Set<String> proposed, Viewer viewer) {
		boolean linked = line.isOwn() || viewer.wholeSector() || line.concerns(viewer.unitIds(), null);
		return new Row(line, null, false, this.units.name(line.preparingUnitId()), this.units.names(line.unitIds()),
				papers.getOrDefault(line.thing(), List.of()), proposed.contains(line.lineKey()), false,
				linked ? url(line) : null);
	}

	private static List<Row> half(List<Row> rows, LocalDate day, HalfDay half, List<ClashItem> clashes) {
		return rows.stream()
			.filter((row) -> row.line().covers(day, half))
			.map((row) -> row.on(day, half,
					clashes.stream()
						.anyMatch((item) -> item.reason() == null && item.clash().touches(row.line(), day, half))))
			.toList();
	}

	private List<ClashItem> clashes(Collection<CalendarLine> lines, Set<String> proposed, Map<Long, Resource> catalogue,
			Long weekId) {
		List<Clash> found = Clashes.of(lines);
		Map<String, Reason> reasons = this.facade.overrides(weekId);
		return found.stream().map((clash) -> {
			long waiting = Stream.of(clash.first(), clash.second())
				.filter((line) -> proposed.contains(line.lineKey()))
				.count();
			return item(clash, catalogue, reasons.get(clash.key()), (int) waiting);
		}).toList();
	}

	/**
	 * With what reason a version went out in spite of a clash: leaders and units that
	 * read of both sides wonder.
	 */
	private List<ClashItem> accepted(List<CalendarLine> lines, Map<Long, Resource> catalogue, Long weekId) {
		return clashes(lines, Set.of(), catalogue, weekId).stream().filter((item) -> item.reason() != null).toList();
	}

	private static ClashItem item(Clash clash, Map<Long, Resource> catalogue, Reason reason, int proposed) {
		return new ClashItem(clash, catalogue.get(clash.resourceId()).name(), CalendarChange.when(clash.first()),
				CalendarChange.when(clash.second()), (reason != null) ? reason.reason() : null,
				(reason != null) ? reason.by() : null, proposed);
	}

	/**
	 * The clash for the form in which its reason is given.
	 * @throws NotVisibleException when there is no such clash any more
	 */
	ClashItem clash(Week week, String key, Viewer viewer) {
		return item(this.facade.clash(week, key, viewer), this.resources.all(), null, 0);
	}

	/** What the viewer's unit registered, whatever became of it. */
	private List<RegistrationRow> own(Week week, Long weekId, Map<Long, Resource> catalogue, Viewer viewer) {
		return (weekId == null) ? List.of() : registrations(this.trips.registered(viewer.unitIds(), week, catalogue),
				this.entries.ofWeek(weekId), catalogue, (asked) -> this.access.seesRegistration(viewer, asked));
	}

	/** Entries and trips of a week, as far as they are wanted. */
	private List<RegistrationRow> registrations(Map<Registration, CalendarLine> trips, List<CalendarEntry> entries,
			Map<Long, Resource> catalogue, Predicate<Registration> wanted) {
		Map<Registration, CalendarLine> held = new LinkedHashMap<>(trips);
		entries.forEach((entry) -> held.put(entry, CalendarDrafts.line(entry, catalogue)));
		return held.entrySet()
			.stream()
			.filter((pair) -> wanted.test(pair.getKey()))
			.sorted((a, b) -> CalendarLine.IN_ORDER.compare(a.getValue(), b.getValue()))
			.map((pair) -> new RegistrationRow(url(pair.getValue()), pair.getValue().title(),
					CalendarChange.when(pair.getValue()), pair.getKey().getStatus(),
					this.units.name(pair.getKey().getRegisteredUnitId()), pair.getKey().getReason()))
			.toList();
	}

	private static String url(CalendarLine line) {
		return line.isSourced() ? line.url() : "/calendar/entries/" + line.entryId();
	}

	/** The leaders in use, and the one that is asked for. */
	private static List<Option> leaders(Map<Long, Resource> catalogue, Long chosen) {
		return catalogue.values()
			.stream()
			.filter((it) -> it.kind() == ResourceKind.LEADER)
			.filter((it) -> !it.retired() || Objects.equals(it.id(), chosen))
			.map((it) -> new Option(String.valueOf(it.id()), it.name()))
			.toList();
	}

	private static Long mine(Map<Long, Resource> catalogue, Viewer viewer) {
		return catalogue.values()
			.stream()
			.filter((it) -> it.accountId() != null && it.accountId().equals(viewer.accountId()) && !it.retired())
			.map(Resource::id)
			.findFirst()
			.orElse(null);
	}

	private List<ReleaseRef> refs(Long weekId) {
		if (weekId == null) {
			return List.of();
		}
		List<CalendarRelease> all = this.releases.findByWeekIdOrderByNumberDesc(weekId);
		return all.stream()
			.map((release) -> new ReleaseRef(release.getNumber(), release.getReleasedAt(), release.getReleasedBy(),
					release == all.get(0)))
			.toList();
	}

	private boolean isOver(Week week) {
		return week.isOver(LocalDate.now(this.clock));
	}

}
