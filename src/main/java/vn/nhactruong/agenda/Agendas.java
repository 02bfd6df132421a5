package vn.nhactruong.agenda;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.Comparator;
import java.util.zip.CRC32;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.agenda.AgendaPage.Day;
import vn.nhactruong.agenda.AgendaPage.Draft;
import vn.nhactruong.agenda.AgendaPage.Release;
import vn.nhactruong.agenda.AgendaPage.ReleaseRef;
import vn.nhactruong.agenda.AgendaPage.Row;
import vn.nhactruong.agenda.AgendaWarnings.Engagement;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.StaleVersionException;

/**
 * Agendas of conferences: the working draft, its warnings and its numbered releases; the
 * only writer of all three. Whoever doesn't see the conference gets
 * {@link NotVisibleException} from every method that takes a viewer.
 */
@Service
@Transactional
public class Agendas {

	private final AgendaItemRepository items;

	private final AgendaReleaseRepository releases;

	private final AgendaAccess access;

	private final Conferences conferences;

	private final UnitDirectory units;

	private final Settings settings;

	private final Files files;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Agendas(AgendaItemRepository items, AgendaReleaseRepository releases, AgendaAccess access, Conferences conferences,
			UnitDirectory units, Settings settings, Files files, JdbcClient jdbc, ApplicationEventPublisher events,
			Clock clock) {
		this.items = items;
		this.releases = releases;
		this.access = access;
		this.conferences = conferences;
		this.units = units;
		this.settings = settings;
		this.files = files;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** The agenda with everything this viewer may see of it. */
	@Transactional(readOnly = true)
	AgendaPage page(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		List<ReleaseRef> all = releaseRefs(conferenceId);
		List<AgendaRelease> newest = all.isEmpty() ? List.of()
				: this.releases.withPredecessor(conferenceId, all.get(0).number());
		List<AgendaLine> published = newest.isEmpty() ? List.of() : newest.get(0).lines();
		boolean drafting = this.access.seesDraft(viewer);
		List<AgendaLine> lines = drafting ? lines(conferenceId) : List.of();
		Map<Long, List<FileRow>> materials = materials(lines, published);
		boolean mayEdit = this.access.mayEdit(viewer, conference);
		return new AgendaPage(conference, mayEdit,
				drafting ? draft(conference, lines, newest.isEmpty() ? null : published, materials, mayEdit) : null,
				newest.isEmpty() ? null : release(conference, newest, materials, true), all);
	}

	/** One release, current or not; the draft is not in it. */
	@Transactional(readOnly = true)
	AgendaPage releasePage(long conferenceId, int number, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		List<ReleaseRef> all = releaseRefs(conferenceId);
		List<AgendaRelease> pair = this.releases.withPredecessor(conferenceId, number);
		if (pair.isEmpty() || pair.get(0).getNumber() != number) {
			throw new NotVisibleException("agenda release", number);
		}
		return new AgendaPage(conference, this.access.mayEdit(viewer, conference), null,
				release(conference, pair, materials(pair.get(0).lines(), List.of()), number == all.get(0).number()),
				all);
	}

	/** One item of the draft with its materials, for whoever keeps them. */
	@Transactional(readOnly = true)
	MaterialsPage materialsPage(long conferenceId, long itemId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.organised(conferenceId, viewer);
		AgendaItem item = present(conferenceId, itemId);
		return new MaterialsPage(conference, this.access.mayEdit(viewer, conference),
				AgendaLine.of(itemId, item.getContent()), item.getVersion(),
				this.files.of(AgendaMaterials.TYPE, itemId));
	}

	/** Adds materials to an item; whoever sees the published item sees them at once. */
	void attach(long conferenceId, long itemId, List<MultipartFile> sent, Viewer viewer) {
		editable(conferenceId, viewer);
		present(conferenceId, itemId);
		if (sent.stream().allMatch((file) -> Objects.toString(file.getOriginalFilename(), "").isEmpty())) {
			throw RuleViolation.at("files", "agenda.error.noFile");
		}
		this.files.attach(AgendaMaterials.TYPE, itemId, sent, "files", viewer);
	}

	/**
	 * An empty form that goes on where the day's program ends so far.
	 * @param day the day to add to, or {@code null} for the last one that has items
	 */
	@Transactional(readOnly = true)
	AgendaItemForm proposal(long conferenceId, LocalDate day, Viewer viewer) {
		ConferenceSummary conference = this.conferences.organised(conferenceId, viewer);
		List<AgendaLine> draft = lines(conferenceId);
		LocalDate target = (day != null && conference.covers(day)) ? day
				: draft.stream()
					.map(AgendaLine::day)
					.filter((used) -> used != null && conference.covers(used))
					.max(Comparator.naturalOrder())
					.orElse(conference.startsOn());
		AgendaItemForm form = new AgendaItemForm();
		form.setDay(target);
		draft.stream()
			.filter((line) -> line.isTimed() && target.equals(line.day()))
			.map(AgendaLine::endsAt)
			.max(Comparator.naturalOrder())
			.ifPresent(form::setStartsAt);
		return form;
	}

	@Transactional(readOnly = true)
	AgendaItemForm edit(long conferenceId, long itemId, Viewer viewer) {
		this.conferences.organised(conferenceId, viewer);
		return AgendaItemForm.of(present(conferenceId, itemId));
	}

	long add(long conferenceId, AgendaItemForm form, Viewer viewer) {
		return add(conferenceId, form.content(), viewer);
	}

	/** Adds an item to the draft. */
	public long add(long conferenceId, AgendaContent content, Viewer viewer) {
		ConferenceSummary conference = editable(conferenceId, viewer);
		check(conference, content);
		lock(conferenceId);
		AgendaItem item = this.items
			.saveAndFlush(new AgendaItem(conferenceId, this.items.nextPosition(conferenceId), content));
		audit(viewer, "agenda.audit.itemAdded", conference, changes(null, content));
		return item.getId();
	}

	/**
	 * Changes an item of the draft.
	 * @throws StaleVersionException when somebody saved it since the form was opened
	 */
	void update(long conferenceId, long itemId, AgendaItemForm form, Viewer viewer) {
		ConferenceSummary conference = editable(conferenceId, viewer);
		AgendaItem item = find(conferenceId, itemId);
		// A removed item is no stale one: there is nothing left to compare with.
		if (!item.isRemoved()) {
			form.requireVersion(item.getVersion(), () -> AgendaItemForm.of(item));
		}
		AgendaContent before = item.getContent();
		AgendaContent after = form.content();
		check(conference, after);
		item.write(after);
		this.items.saveAndFlush(item);
		Changes changes = changes(before, after);
		if (!changes.isEmpty()) {
			audit(viewer, "agenda.audit.itemChanged", conference, changes);
		}
	}

	/**
	 * Takes an item out of the draft.
	 * @param version the version that was shown when the removal was asked for
	 * @throws StaleVersionException when somebody changed it since
	 */
	void remove(long conferenceId, long itemId, int version, Viewer viewer) {
		ConferenceSummary conference = editable(conferenceId, viewer);
		AgendaItem item = present(conferenceId, itemId);
		if (item.getVersion() != version) {
			throw new StaleVersionException(AgendaItemForm.of(item));
		}
		item.remove(this.clock.instant());
		this.items.saveAndFlush(item);
		audit(viewer, "agenda.audit.itemRemoved", conference, changes(item.getContent(), null));
	}

	/** Moves an item without a time before its neighbour. */
	void moveEarlier(long conferenceId, long itemId, Viewer viewer) {
		move(conferenceId, itemId, -1, viewer);
	}

	/** Moves an item without a time behind its neighbour. */
	void moveLater(long conferenceId, long itemId, Viewer viewer) {
		move(conferenceId, itemId, 1, viewer);
	}

	/**
	 * Lets the draft follow a conference that was moved: its first day becomes the new
	 * one.
	 */
	void followConference(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = editable(conferenceId, viewer);
		lock(conferenceId);
		List<AgendaItem> draft = this.items.draft(conferenceId);
		LocalDate first = draft.stream()
			.map((item) -> item.getContent().day())
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		if (first == null || first.equals(conference.startsOn())) {
			throw RuleViolation.of("agenda.error.nothingToMove");
		}
		long days = ChronoUnit.DAYS.between(first, conference.startsOn());
		draft.stream()
			.filter((item) -> item.getContent().day() != null)
			.forEach((item) -> item.write(item.getContent().on(item.getContent().day().plusDays(days))));
		this.items.saveAllAndFlush(draft);
		audit(viewer, "agenda.audit.followed", conference, new Changes().field("agendaItemForm.day",
				DateFormats.day(first), DateFormats.day(conference.startsOn())));
	}

	/**
	 * Publishes the draft as the next release; invited units are told once the conference
	 * is announced.
	 * @param seen the state of the draft that the person decided on, or {@code null}
	 * @return the number of the release
	 */
	public int release(long conferenceId, String seen, Viewer viewer) {
		ConferenceSummary conference = editable(conferenceId, viewer);
		lock(conferenceId);
		List<AgendaItem> draft = this.items.draft(conferenceId);
		List<AgendaLine> lines = AgendaLine.ofDraft(draft);
		if (seen != null && !seen.equals(fingerprint(lines))) {
			throw RuleViolation.of("agenda.error.draftChanged");
		}
		if (lines.isEmpty()) {
			throw RuleViolation.of("agenda.error.empty");
		}
		int last = this.releases.lastNumber(conferenceId);
		List<AgendaLine> published = (last == 0) ? List.of() : find(conferenceId, last).lines();
		if (last > 0 && AgendaChange.between(published, lines, this.units::name).isEmpty()) {
			throw RuleViolation.of("agenda.error.unchanged", last);
		}
		this.releases
			.saveAndFlush(new AgendaRelease(conferenceId, last + 1, draft, viewer.displayName(), this.clock.instant()));
		audit(viewer, "agenda.audit.released", conference,
				new Changes().field("agenda.releaseNumber", (last == 0) ? null : last, last + 1));
		this.events.publishEvent(new AgendaReleased(conferenceId, last + 1));
		return last + 1;
	}

	/**
	 * The current releases of several conferences, in their order; conferences without
	 * one are missing. Unguarded: the caller names only conferences that everybody may
	 * know.
	 */
	@Transactional(readOnly = true)
	public Map<Long, List<AgendaLine>> publishedItems(Collection<Long> conferenceIds) {
		Map<Long, List<AgendaLine>> published = new LinkedHashMap<>();
		if (conferenceIds.isEmpty()) {
			return published;
		}
		this.jdbc.sql("""
				select r.conference_id, i.* from agenda_release r join agenda_release_item i on i.release_id = r.id
				where r.conference_id = any(:conferences) and r.number =
				    (select max(n.number) from agenda_release n where n.conference_id = r.conference_id)
				order by r.conference_id, i.position_no
				""").param("conferences", conferenceIds.toArray(Long[]::new)).query((row) -> {
			published.computeIfAbsent(row.getLong("conference_id"), (id) -> new ArrayList<>())
				.add(line(row, row.getLong("item_id")));
		});
		return published;
	}

	/**
	 * Takes over the agenda of an archived conference as its first release. On a
	 * conference of several days the day of an item stays unknown.
	 */
	public void takeOver(long conferenceId, List<ArchivedItem> archived, Actor actor) {
		ConferenceSummary conference = this.conferences.unguarded(conferenceId);
		if (archived.isEmpty()) {
			return;
		}
		LocalDate day = conference.startsOn().equals(conference.endsOn()) ? conference.startsOn() : null;
		List<AgendaItem> taken = this.items.saveAllAndFlush(archived.stream()
			.map((item) -> new AgendaItem(conferenceId, item.order(),
					new AgendaContent(item.kind(), item.title(), day, null, null, item.speaker(), null, null, null)))
			.toList());
		this.releases.saveAndFlush(new AgendaRelease(conferenceId, this.releases.lastNumber(conferenceId) + 1, taken,
				actor.displayName(), this.clock.instant()));
		audit(actor, "agenda.audit.takenOver", conference, new Changes());
	}

	/** Whether the conference has an agenda that its units see. */
	@Transactional(readOnly = true)
	public boolean isPublished(long conferenceId) {
		return this.releases.lastNumber(conferenceId) > 0;
	}

	/**
	 * The conference for a change of its draft.
	 * @throws vn.nhactruong.shared.NotAllowedException for whoever doesn't organise it
	 * @throws RuleViolation when it is over
	 */
	private ConferenceSummary editable(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		this.access.requireEdit(viewer, conference);
		return conference;
	}

	private Draft draft(ConferenceSummary conference, List<AgendaLine> lines, List<AgendaLine> published,
			Map<Long, List<FileRow>> materials, boolean mayEdit) {
		List<AgendaChange> changes = (published == null) ? List.of()
				: AgendaChange.between(published, lines, this.units::name);
		List<AgendaWarning> warnings = mayEdit ? AgendaWarnings.of(conference, lines,
				this.settings.find(conference.kind().longest(), conference.startsOn()), elsewhere(conference, lines))
				: List.of();
		boolean movable = mayEdit && lines.stream().anyMatch((line) -> line.day() != null)
				&& lines.stream().noneMatch((line) -> conference.startsOn().equals(line.day()))
				&& lines.stream().anyMatch((line) -> line.day() != null && !conference.covers(line.day()));
		boolean releasable = mayEdit && !lines.isEmpty() && (published == null || !changes.isEmpty());
		return new Draft(days(conference, lines, materials, mayEdit), lines.isEmpty(), warnings, changes, releasable,
				movable, fingerprint(lines));
	}

	/** A release with what it changed in its predecessor, if that comes second. */
	private Release release(ConferenceSummary conference, List<AgendaRelease> pair, Map<Long, List<FileRow>> materials,
			boolean current) {
		AgendaRelease release = pair.get(0);
		List<AgendaLine> lines = release.lines();
		List<AgendaChange> changes = (pair.size() > 1)
				? AgendaChange.between(pair.get(1).lines(), lines, this.units::name) : List.of();
		return new Release(release.getNumber(), release.getReleasedAt(), release.getReleasedBy(),
				days(conference, lines, materials, false), changes, current);
	}

	private Map<Long, List<FileRow>> materials(List<AgendaLine> draft, List<AgendaLine> published) {
		Set<Long> ids = Stream.concat(draft.stream(), published.stream())
			.map(AgendaLine::itemId)
			.collect(Collectors.toSet());
		return this.files.of(AgendaMaterials.TYPE, ids);
	}

	/** Day by day; for whoever edits also the days that are still empty. */
	private List<Day> days(ConferenceSummary conference, List<AgendaLine> lines, Map<Long, List<FileRow>> materials,
			boolean mayEdit) {
		Map<LocalDate, List<Row>> days = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
		if (mayEdit) {
			conference.startsOn()
				.datesUntil(conference.endsOn().plusDays(1))
				.forEach((day) -> days.put(day, new ArrayList<>()));
		}
		for (int i = 0; i < lines.size(); i++) {
			AgendaLine line = lines.get(i);
			days.computeIfAbsent(line.day(), (day) -> new ArrayList<>())
				.add(new Row(line, this.units.name(line.unitId()), materials.getOrDefault(line.itemId(), List.of()),
						mayEdit && i > 0 && mayChangePlaces(lines.get(i - 1), line),
						mayEdit && i + 1 < lines.size() && mayChangePlaces(line, lines.get(i + 1))));
		}
		return days.entrySet().stream().map((entry) -> new Day(entry.getKey(), entry.getValue())).toList();
	}

	private static boolean mayChangePlaces(AgendaLine first, AgendaLine second) {
		return !first.isTimed() && !second.isTimed() && Objects.equals(first.day(), second.day());
	}

	/** What the draft's speakers do elsewhere at conferences that take place. */
	private List<Engagement> elsewhere(ConferenceSummary conference, List<AgendaLine> lines) {
		String[] speakers = lines.stream()
			.filter((line) -> line.isTimed() && line.speaker() != null)
			.map((line) -> AgendaWarnings.person(line.speaker()))
			.distinct()
			.toArray(String[]::new);
		String[] dates = lines.stream()
			.filter(AgendaLine::isTimed)
			.map((line) -> line.day().toString())
			.distinct()
			.toArray(String[]::new);
		List<Map.Entry<Long, AgendaLine>> found = this.jdbc.sql("""
				select i.* from agenda_item i where i.removed_at is null and i.starts_at is not null
				and i.conference_id <> :conference and i.day = any(:days::date[])
				and lower(regexp_replace(btrim(i.speaker), '\\s+', ' ', 'g')) = any(:speakers)
				order by i.conference_id, i.day, i.starts_at
				""")
			.param("conference", conference.id())
			.param("days", dates)
			.param("speakers", speakers)
			.query((row, number) -> Map.entry(row.getLong("conference_id"), line(row, row.getLong("id"))))
			.list();
		if (found.isEmpty()) {
			return List.of();
		}
		Map<Long, ConferenceSummary> others = this.conferences
			.unguarded(found.stream().map(Map.Entry::getKey).distinct().toList());
		return found.stream()
			.filter((entry) -> takesPlace(others.get(entry.getKey()).status()))
			.map((entry) -> new Engagement(others.get(entry.getKey()).code() + " " + others.get(entry.getKey()).title(),
					entry.getValue()))
			.toList();
	}

	private static boolean takesPlace(ConferenceStatus status) {
		return status != ConferenceStatus.CANCELLED && status != ConferenceStatus.POSTPONED;
	}

	private static AgendaLine line(ResultSet row, long itemId) throws SQLException {
		return new AgendaLine(itemId, AgendaItemKind.valueOf(row.getString("kind")), row.getString("title"),
				row.getObject("day", LocalDate.class), row.getObject("starts_at", LocalTime.class),
				row.getObject("ends_at", LocalTime.class), row.getString("speaker"), row.getString("speaker_position"),
				row.getObject("unit_id", Long.class), row.getString("note"));
	}

	private void move(long conferenceId, long itemId, int step, Viewer viewer) {
		ConferenceSummary conference = editable(conferenceId, viewer);
		lock(conferenceId);
		List<AgendaItem> draft = this.items.draft(conferenceId).stream().sorted(AgendaItem.IN_ORDER).toList();
		AgendaItem item = present(conferenceId, itemId);
		int target = draft.indexOf(item) + step;
		if (target < 0 || target >= draft.size() || !item.swapsWith(draft.get(target))) {
			throw RuleViolation.of("agenda.error.noNeighbour");
		}
		item.swap(draft.get(target));
		this.items.flush();
		audit(viewer, "agenda.audit.itemMoved", conference,
				new Changes().field("agenda.order",
						(step < 0) ? draft.get(target).getContent().title() + " – " + item.getContent().title()
								: item.getContent().title() + " – " + draft.get(target).getContent().title(),
						(step < 0) ? item.getContent().title() + " – " + draft.get(target).getContent().title()
								: draft.get(target).getContent().title() + " – " + item.getContent().title()));
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps the item from being taken, however little
	 * of it is filled in
	 */
	@Transactional(readOnly = true)
	void check(long conferenceId, AgendaItemForm form, Viewer viewer) {
		check(this.conferences.organised(conferenceId, viewer), form.content());
	}

	private void check(ConferenceSummary conference, AgendaContent content) {
		RuleViolation.checkAll(() -> AgendaItem.check(content), () -> {
			if (content.day() != null && !conference.covers(content.day())) {
				throw RuleViolation.at("day", "agenda.error.dayOutside", DateFormats.day(conference.startsOn()),
						DateFormats.day(conference.endsOn()));
			}
		}, () -> checkUnit(content.unitId(), content.day()));
	}

	private void checkUnit(Long unitId, LocalDate day) {
		if (unitId == null) {
			return;
		}
		Unit unit = this.units.find(unitId).orElseThrow(() -> RuleViolation.at("unitId", "agenda.error.unknownUnit"));
		if (day != null && !unit.isValidOn(day)) {
			throw RuleViolation.at("unitId", "agenda.error.unitNotValid", unit.name(), DateFormats.day(day));
		}
	}

	private List<AgendaLine> lines(long conferenceId) {
		return AgendaLine.ofDraft(this.items.draft(conferenceId));
	}

	private List<ReleaseRef> releaseRefs(long conferenceId) {
		return this.releases.findByConferenceIdOrderByNumberDesc(conferenceId)
			.stream()
			.map((release) -> new ReleaseRef(release.getNumber(), release.getReleasedAt(), release.getReleasedBy()))
			.toList();
	}

	private AgendaRelease find(long conferenceId, int number) {
		return this.releases.findByConferenceIdAndNumber(conferenceId, number)
			.orElseThrow(() -> new NotVisibleException("agenda release", number));
	}

	private AgendaItem find(long conferenceId, long itemId) {
		return this.items.findByIdAndConferenceId(itemId, conferenceId)
			.orElseThrow(() -> new NotVisibleException("agenda item", itemId));
	}

	private AgendaItem present(long conferenceId, long itemId) {
		AgendaItem item = find(conferenceId, itemId);
		if (item.isRemoved()) {
			throw new NotVisibleException("agenda item", itemId);
		}
		return item;
	}

	/** One at a time where places and numbers are given out. */
	private void lock(long conferenceId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('agenda'), ?)").param((int) conferenceId).query((row) -> {
		});
	}

	private static String fingerprint(List<AgendaLine> lines) {
		CRC32 sum = new CRC32();
		sum.update(lines.toString().getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(sum.getValue());
	}

	private Changes changes(AgendaContent before, AgendaContent after) {
		AgendaContent none = new AgendaContent(null, null, null, null, null, null, null, null, null);
		AgendaContent was = (before != null) ? before : none;
		AgendaContent is = (after != null) ? after : none;
		return new Changes().field("agendaItemForm.title", was.title(), is.title())
			.field("agendaItemForm.kind", was.kind(), is.kind())
			.field("agendaItemForm.day", DateFormats.day(was.day()), DateFormats.day(is.day()))
			.field("agendaItemForm.startsAt", was.startsAt(), is.startsAt())
			.field("agendaItemForm.endsAt", was.endsAt(), is.endsAt())
			.field("agendaItemForm.speaker", was.speaker(), is.speaker())
			.field("agendaItemForm.speakerPosition", was.speakerPosition(), is.speakerPosition())
			.field("agendaItemForm.unitId", this.units.name(was.unitId()), this.units.name(is.unitId()))
			.field("agendaItemForm.note", was.note(), is.note());
	}

	private void audit(Actor actor, String action, ConferenceSummary conference, Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "agenda", conference.id(),
				conference.code() + " " + conference.title(), changes.list()));
	}

}
