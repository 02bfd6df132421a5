package vn.nhactruong.calendar.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarDrafts.Draft;
import vn.nhactruong.calendar.CalendarEntry;
import vn.nhactruong.calendar.CalendarEntryRepository;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarReasonForm;
import vn.nhactruong.calendar.CalendarWeek;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.Clashes;
import vn.nhactruong.calendar.EntryPlan;
import vn.nhactruong.calendar.EntryReturned;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.StaleVersionException;

/**
 * The entries of the leaders' weeks: units register, the office arranges; the only writer
 * of them. Whoever doesn't see an entry gets {@link NotVisibleException} from every
 * method that takes a viewer.
 */
@Service
@Transactional
@NamedInterface("entry")
public class CalendarEntries {

	private final CalendarEntryRepository entries;

	private final CalendarWeeks weeks;

	private final CalendarDrafts drafts;

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final Files files;

	private final Settings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CalendarEntries(CalendarEntryRepository entries, CalendarWeeks weeks, CalendarDrafts drafts,
			CalendarResources resources, CalendarAccess access, UnitDirectory units, Files files, Settings settings,
			ApplicationEventPublisher events, Clock clock) {
		this.entries = entries;
		this.weeks = weeks;
		this.drafts = drafts;
		this.resources = resources;
		this.access = access;
		this.units = units;
		this.files = files;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A unit registers, the office arranges at once.
	 * @return the entry's id
	 */
	public long add(EntryPlan plan, Viewer viewer) {
		this.access.requireAdder(viewer);
		EntryPlan asked = prepared(plan, null, viewer);
		RuleViolation.throwAll(mistakes(asked, null, null, viewer));
		CalendarWeek held = this.weeks.hold(Week.of(asked.day()));
		boolean arranges = this.access.mayArrange(viewer);
		CalendarEntry entry = arranges
				? CalendarEntry.arranged(held, asked, viewer.unitId(), viewer.displayName(), this.clock.instant())
				: CalendarEntry.proposed(held, asked, viewer.unitId(), viewer.displayName(), this.clock.instant());
		this.entries.saveAndFlush(entry);
		audit(viewer, arranges ? "calendar.audit.added" : "calendar.audit.registered", entry, changes(null, asked));
		if (arranges) {
			this.weeks.changed(held, viewer);
		}
		return entry.getId();
	}

	@Transactional(readOnly = true)
	CalendarEntryForm edit(long id, Viewer viewer) {
		CalendarEntry entry = visible(id, viewer);
		requireEdit(entry, viewer);
		return CalendarEntryForm.of(entry);
	}

	/**
	 * Changes an entry.
	 * @throws StaleVersionException when somebody saved it since the form was opened
	 */
	void update(long id, CalendarEntryForm form, Viewer viewer) {
		CalendarWeek week = hold(id);
		CalendarEntry entry = visible(id, viewer);
		requireEdit(entry, viewer);
		form.requireVersion(entry.getVersion(), () -> CalendarEntryForm.of(entry));
		EntryPlan before = entry.plan();
		EntryPlan after = prepared(form.plan(), before, viewer);
		requireNotOver(week.week());
		RuleViolation.throwAll(mistakes(after, before, week.week(), viewer));
		boolean arranged = entry.getStatus() == EntryStatus.ARRANGED;
		if (this.access.mayArrange(viewer)) {
			entry.rearrange(after, week.week());
		}
		else {
			entry.amend(after, week.week());
		}
		this.entries.saveAndFlush(entry);
		Changes changes = changes(before, after);
		if (!changes.isEmpty()) {
			audit(viewer, "calendar.audit.changed", entry, changes);
			if (arranged) {
				this.weeks.changed(week, viewer);
			}
		}
	}

	/** Changes an entry, whatever anybody saw of it. */
	public void change(long id, EntryPlan plan, Viewer viewer) {
		update(id, CalendarEntryForm.of(plan, visible(id, viewer).getVersion()), viewer);
	}

	/** Takes a unit's registration into the week, whatever anybody saw of it. */
	public void accept(long id, Viewer viewer) {
		accept(id, visible(id, viewer).getVersion(), viewer);
	}

	/**
	 * Takes a unit's registration into the week.
	 * @param version what the office saw of it
	 */
	void accept(long id, int version, Viewer viewer) {
		CalendarWeek week = hold(id);
		CalendarEntry entry = arrangeable(id, viewer);
		entry.requireSeen(version);
		requireNotOver(week.week());
		EntryStatus before = entry.getStatus();
		entry.accept();
		this.entries.saveAndFlush(entry);
		audit(viewer, "calendar.audit.accepted", entry,
				new Changes().field("calendar.entry.status", before, entry.getStatus()));
		this.weeks.changed(week, viewer);
	}

	/** Gives a registration back to its unit, whatever anybody saw of it. */
	public void sendBack(long id, String reason, Viewer viewer) {
		sendBack(id, visible(id, viewer).getVersion(), reason, viewer);
	}

	/** Calls an entry off, whatever anybody saw of it. */
	public void cancel(long id, String reason, Viewer viewer) {
		cancel(id, visible(id, viewer).getVersion(), reason, viewer);
	}

	/** Gives a registration back to its unit, with the reason. */
	void sendBack(long id, int version, String reason, Viewer viewer) {
		CalendarWeek week = hold(id);
		CalendarEntry entry = arrangeable(id, viewer);
		if (viewer.belongsTo(entry.getRegisteredUnitId())) {
			throw RuleViolation.of("calendar.error.ownReturn");
		}
		requireVersion(entry, version);
		requireNotOver(week.week());
		EntryStatus before = entry.getStatus();
		entry.sendBack(reason);
		this.entries.saveAndFlush(entry);
		audit(viewer, "calendar.audit.returned", entry,
				new Changes().field("calendar.entry.status", before, entry.getStatus())
					.field("calendarReasonForm.reason", null, reason));
		if (before == EntryStatus.ARRANGED) {
			this.weeks.changed(week, viewer);
		}
		this.events.publishEvent(new EntryReturned(id));
	}

	/** Calls an entry off, or withdraws what was only registered. */
	void cancel(long id, int version, String reason, Viewer viewer) {
		CalendarWeek week = hold(id);
		CalendarEntry entry = visible(id, viewer);
		requireCancel(entry, viewer);
		requireVersion(entry, version);
		requireNotOver(week.week());
		EntryStatus before = entry.getStatus();
		entry.cancel(reason);
		this.entries.saveAndFlush(entry);
		audit(viewer, "calendar.audit.cancelled", entry,
				new Changes().field("calendar.entry.status", before, entry.getStatus())
					.field("calendarReasonForm.reason", null, reason));
		if (before == EntryStatus.ARRANGED) {
			this.weeks.changed(week, viewer);
		}
	}

	/** Adds papers; whoever sees the entry sees them at once. */
	void attach(long id, List<MultipartFile> sent, Viewer viewer) {
		CalendarEntry entry = visible(id, viewer);
		requireEdit(entry, viewer);
		if (sent.stream().allMatch((file) -> Objects.toString(file.getOriginalFilename(), "").isEmpty())) {
			throw RuleViolation.at("files", "calendar.error.noFile");
		}
		this.files.attach(CalendarPapers.TYPE, id, sent, "files", viewer);
	}

	/**
	 * What the typed entry would clash with. Nothing is stored.
	 * @param id the edited entry, or {@code null}
	 */
	@Transactional(readOnly = true)
	List<ClashRow> clashes(CalendarEntryForm form, Long id, Viewer viewer) {
		this.access.requireAdder(viewer);
		if (id != null) {
			visible(id, viewer);
		}
		if (!form.isComparable()) {
			return List.of();
		}
		Week week = Week.of(form.getDay());
		Draft draft = this.drafts.of(week, this.weeks.find(week).map(CalendarWeek::getId).orElse(null));
		EntryPlan plan = form.plan();
		if (plan.title() == null) {
			plan = new EntryPlan("", plan.day(), plan.startsAt(), plan.endsAt(), plan.leaderIds(), plan.roomId(),
					plan.place(), plan.participants(), plan.unitIds(), plan.preparingUnitId(), plan.carId(),
					plan.note());
		}
		return rows(this.drafts.line("entry:" + id, plan, draft.catalogue()), draft, viewer);
	}

	/** What a stored entry clashes with. */
	@Transactional(readOnly = true)
	List<ClashRow> clashesOf(CalendarEntry entry, Viewer viewer) {
		if (!entry.getStatus().isOpen()) {
			return List.of();
		}
		Draft draft = this.drafts.of(Week.of(entry.getDay()), entry.getWeekId());
		return rows(CalendarDrafts.line(entry, draft.catalogue()), draft, viewer);
	}

	/** Whether a stored entry is wanted elsewhere at the same time. */
	@Transactional(readOnly = true)
	boolean clashes(long id, Viewer viewer) {
		return !clashesOf(visible(id, viewer), viewer).isEmpty();
	}

	private List<ClashRow> rows(CalendarLine line, Draft draft, Viewer viewer) {
		return Clashes.with(line, draft.wanted())
			.stream()
			.map((clash) -> new ClashRow(clash.kind(), draft.catalogue().get(clash.resourceId()).name(),
					readable(clash.second(), draft, viewer) ? clash.second().title() : null,
					CalendarChange.when(clash.second()), clash.second().half(), clash.second().entryId()))
			.toList();
	}

	/** A unit learns that a leader is taken, not by whom. */
	private boolean readable(CalendarLine line, Draft draft, Viewer viewer) {
		if (this.access.seesDraft(viewer)) {
			return true;
		}
		return draft.entries()
			.stream()
			.anyMatch((entry) -> entry.getId().equals(line.entryId()) && this.access.seesRegistration(viewer, entry));
	}

	/**
	 * The entry in its working state.
	 * @throws NotVisibleException when the viewer may not see that
	 */
	@Transactional(readOnly = true)
	CalendarEntry visible(long id, Viewer viewer) {
		return ifVisible(id, viewer).orElseThrow(() -> new NotVisibleException("calendar entry", id));
	}

	/** The entry in its working state, unless that isn't this viewer's to see. */
	@Transactional(readOnly = true)
	Optional<CalendarEntry> ifVisible(long id, Viewer viewer) {
		return this.entries.findWithAllById(id).filter((entry) -> this.access.seesEntry(viewer, entry));
	}

	/** All entries of a week in every state; unguarded. */
	@Transactional(readOnly = true)
	public List<CalendarEntry> ofWeek(long weekId) {
		return this.entries.findByWeekIdIn(List.of(weekId));
	}

	/** The entry for a form that asks for a reason. */
	@Transactional(readOnly = true)
	CalendarEntry returnable(long id, Viewer viewer) {
		CalendarEntry entry = arrangeable(id, viewer);
		if (!this.access.mayReturn(viewer, entry)) {
			throw RuleViolation
				.of(entry.getStatus().isOpen() ? "calendar.error.ownReturn" : entry.getStatus().refusal());
		}
		return entry;
	}

	/** The entry for a form that asks for a reason. */
	@Transactional(readOnly = true)
	CalendarEntry cancellable(long id, Viewer viewer) {
		CalendarEntry entry = visible(id, viewer);
		requireCancel(entry, viewer);
		return entry;
	}

	/** Guards a form of the entry before what was typed is looked at. */
	@Transactional(readOnly = true)
	CalendarEntry requireArranger(long id, Viewer viewer) {
		return arrangeable(id, viewer);
	}

	/** Guards a form of the entry before what was typed is looked at. */
	@Transactional(readOnly = true)
	CalendarEntry requireWriter(long id, Viewer viewer) {
		CalendarEntry entry = visible(id, viewer);
		if (!this.access.mayArrange(viewer) && !ownUnit(entry, viewer)) {
			throw new NotAllowedException("change entry");
		}
		return entry;
	}

	private CalendarEntry arrangeable(long id, Viewer viewer) {
		CalendarEntry entry = visible(id, viewer);
		this.access.requireArranger(viewer);
		return entry;
	}

	private void requireEdit(CalendarEntry entry, Viewer viewer) {
		if (this.access.mayEdit(viewer, entry)) {
			return;
		}
		if (!this.access.mayArrange(viewer) && !ownUnit(entry, viewer)) {
			throw new NotAllowedException("edit entry");
		}
		throw RuleViolation.of((entry.getStatus() == EntryStatus.ARRANGED) ? "calendar.error.alreadyArranged"
				: entry.getStatus().refusal());
	}

	private void requireCancel(CalendarEntry entry, Viewer viewer) {
		if (!this.access.mayCancel(viewer, entry)) {
			requireEdit(entry, viewer);
		}
	}

	private boolean ownUnit(CalendarEntry entry, Viewer viewer) {
		return this.access.mayRegister(viewer) && viewer.belongsTo(entry.getRegisteredUnitId());
	}

	private static void requireVersion(CalendarEntry entry, int version) {
		if (entry.getVersion() != version) {
			throw new StaleVersionException(CalendarReasonForm.of(entry.getVersion()));
		}
	}

	/**
	 * The entry's week, held until the transaction ends; before the entry is read, so
	 * that what is read is what the one before left.
	 */
	private CalendarWeek hold(long id) {
		return this.weeks.hold(this.weeks.ofEntry(id));
	}

	/** A unit's registration is prepared by itself. */
	private EntryPlan prepared(EntryPlan plan, EntryPlan before, Viewer viewer) {
		if (this.access.mayArrange(viewer)) {
			return plan;
		}
		Long preparing = (before != null) ? before.preparingUnitId() : viewer.unitId();
		return new EntryPlan(plan.title(), plan.day(), plan.startsAt(), plan.endsAt(), plan.leaderIds(), plan.roomId(),
				plan.place(), plan.participants(), plan.unitIds(), preparing, plan.carId(), plan.note());
	}

	private void requireNotOver(Week week) {
		if (week.isOver(LocalDate.now(this.clock))) {
			throw RuleViolation.of("calendar.error.weekOver", week.number());
		}
	}

	/**
	 * All that is wrong with what is typed, as far as it says anything: whoever left a
	 * field empty is told the rest in the same round. Nothing is stored.
	 * @param id the edited entry, or {@code null}
	 */
	@Transactional(readOnly = true)
	List<RuleViolation> mistakes(CalendarEntryForm form, Long id, Viewer viewer) {
		this.access.requireAdder(viewer);
		CalendarEntry entry = (id != null) ? visible(id, viewer) : null;
		EntryPlan before = (entry != null) ? entry.plan() : null;
		return mistakes(prepared(form.plan(), before, viewer), before, (id != null) ? this.weeks.ofEntry(id) : null,
				viewer);
	}

	/** What is chosen has to be open, to exist, to be in use and valid on the day. */
	private List<RuleViolation> mistakes(EntryPlan plan, EntryPlan before, Week week, Viewer viewer) {
		List<RuleViolation> found = new ArrayList<>(plan.mistakes(week));
		if (found.stream().noneMatch((mistake) -> "day".equals(mistake.field()))) {
			closed(plan, before, viewer).ifPresent(found::add);
		}
		Map<Long, Resource> catalogue = this.resources.all();
		Set<Long> kept = (before != null) ? before.leaderIds() : Set.of();
		plan.leaderIds()
			.forEach((leader) -> unusable(catalogue, leader, ResourceKind.LEADER, kept.contains(leader), "leaderIds")
				.ifPresent(found::add));
		unusable(catalogue, plan.roomId(), ResourceKind.ROOM,
				before != null && Objects.equals(before.roomId(), plan.roomId()), "roomId")
			.ifPresent(found::add);
		unusable(catalogue, plan.carId(), ResourceKind.CAR,
				before != null && Objects.equals(before.carId(), plan.carId()), "carId")
			.ifPresent(found::add);
		// Which units there are on a day that can't be chosen is nobody's question.
		boolean dayStands = found.stream().noneMatch((mistake) -> "day".equals(mistake.field()));
		LocalDate day = dayStands ? plan.day() : null;
		absent(plan.preparingUnitId(), day, "preparingUnitId").ifPresent(found::add);
		plan.unitIds().forEach((unit) -> absent(unit, day, "unitIds").ifPresent(found::add));
		return found;
	}

	/** Why nothing can be put on the day any more, or not yet. */
	private Optional<RuleViolation> closed(EntryPlan plan, EntryPlan before, Viewer viewer) {
		LocalDate day = plan.day();
		LocalDate today = LocalDate.now(this.clock);
		if (day == null) {
			return Optional.empty();
		}
		if (!this.access.mayArrange(viewer) && day.isBefore(today)) {
			return Optional.of(RuleViolation.at("day", "calendar.error.dayPast"));
		}
		Week week = Week.of(day);
		if (week.isOver(today)) {
			return Optional.of(RuleViolation.at("day", "calendar.error.weekOver", week.number()));
		}
		if (before != null && before.day().equals(day)) {
			return Optional.empty();
		}
		return this.settings.find(RuleKey.CALENDAR_HORIZON, today)
			.map((months) -> today.plusMonths(months.number()))
			.filter(day::isAfter)
			.map((last) -> RuleViolation.at("day", "calendar.error.dayFar", DateFormats.day(last)));
	}

	private static Optional<RuleViolation> unusable(Map<Long, Resource> catalogue, Long id, ResourceKind kind,
			boolean kept, String field) {
		if (id == null) {
			return Optional.empty();
		}
		Resource resource = catalogue.get(id);
		if (resource == null || resource.kind() != kind) {
			return Optional.of(RuleViolation.at(field, "calendar.error.unknown." + kind));
		}
		return (resource.retired() && !kept)
				? Optional.of(RuleViolation.at(field, "calendar.error.retired", resource.name())) : Optional.empty();
	}

	/**
	 * Whether there is no such unit, on the day if one is given.
	 */
	private Optional<RuleViolation> absent(Long id, LocalDate day, String field) {
		if (id == null) {
			return Optional.empty();
		}
		Optional<Unit> unit = this.units.find(id);
		if (unit.isEmpty()) {
			return Optional.of(RuleViolation.at(field, "calendar.error.unknownUnit"));
		}
		return unit.filter((found) -> day != null && !found.isValidOn(day))
			.map((found) -> RuleViolation.at(field, "calendar.error.unitNotValid", found.name(), DateFormats.day(day)));
	}

	private Changes changes(EntryPlan before, EntryPlan after) {
		EntryPlan none = new EntryPlan(null, null, null, null, Set.of(), null, null, null, Set.of(), null, null, null);
		EntryPlan was = (before != null) ? before : none;
		Map<Long, Resource> catalogue = this.resources.all();
		return new Changes().field("calendarEntryForm.title", was.title(), after.title())
			.field("calendarEntryForm.day", DateFormats.day(was.day()), DateFormats.day(after.day()))
			.field("calendarEntryForm.startsAt", was.startsAt(), after.startsAt())
			.field("calendarEntryForm.endsAt", was.endsAt(), after.endsAt())
			.field("calendarEntryForm.leaderIds", names(was.leaderIds(), catalogue),
					names(after.leaderIds(), catalogue))
			.field("calendarEntryForm.roomId", name(was.roomId(), catalogue), name(after.roomId(), catalogue))
			.field("calendarEntryForm.place", was.place(), after.place())
			.field("calendarEntryForm.participants", was.participants(), after.participants())
			.field("calendarEntryForm.unitIds", String.join("; ", this.units.names(was.unitIds())),
					String.join("; ", this.units.names(after.unitIds())))
			.field("calendarEntryForm.preparingUnitId", this.units.name(was.preparingUnitId()),
					this.units.name(after.preparingUnitId()))
			.field("calendarEntryForm.carId", name(was.carId(), catalogue), name(after.carId(), catalogue))
			.field("calendarEntryForm.note", was.note(), after.note());
	}

	private static String names(Collection<Long> ids, Map<Long, Resource> catalogue) {
		return catalogue.values()
			.stream()
			.filter((resource) -> ids.contains(resource.id()))
			.map(Resource::name)
			.collect(Collectors.joining("; "));
	}

	private static String name(Long id, Map<Long, Resource> catalogue) {
		return (id != null) ? catalogue.get(id).name() : null;
	}

	/** In the history of the week. */
	private void audit(Viewer viewer, String action, CalendarEntry entry, Changes changes) {
		this.events.publishEvent(new AuditedAct(viewer, action, "calendar", entry.getWeekId(),
				DateFormats.day(entry.getDay()) + " " + entry.getTitle(), changes.list()));
	}

}
