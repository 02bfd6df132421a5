package vn.nhactruong.calendar.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarEntry;
import vn.nhactruong.calendar.CalendarEntryRepository;
import vn.nhactruong.calendar.CalendarWeek;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.EntryPlan;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.RegistrationReturned;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.plan.ClashRow;
import vn.nhactruong.calendar.plan.PlanClashes;
import vn.nhactruong.calendar.plan.PlanPapers;
import vn.nhactruong.calendar.plan.PlanRules;
import vn.nhactruong.calendar.plan.PlanRules.Wanted;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
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

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final PlanRules rules;

	private final PlanClashes clashes;

	private final UnitDirectory units;

	private final PlanPapers papers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CalendarEntries(CalendarEntryRepository entries, CalendarWeeks weeks, CalendarResources resources,
			CalendarAccess access, PlanRules rules, PlanClashes clashes, UnitDirectory units, PlanPapers papers,
			ApplicationEventPublisher events, Clock clock) {
		this.entries = entries;
		this.weeks = weeks;
		this.resources = resources;
		this.access = access;
		this.rules = rules;
		this.clashes = clashes;
		this.units = units;
		this.papers = papers;
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
		this.access.requireEdit(viewer, entry);
		return CalendarEntryForm.of(entry);
	}

	/**
	 * Changes an entry.
	 * @throws StaleVersionException when somebody saved it since the form was opened
	 */
	void update(long id, CalendarEntryForm form, Viewer viewer) {
		CalendarWeek week = hold(id);
		CalendarEntry entry = visible(id, viewer);
		this.access.requireEdit(viewer, entry);
		form.requireVersion(entry.getVersion(), () -> CalendarEntryForm.of(entry));
		EntryPlan before = entry.plan();
		EntryPlan after = prepared(form.plan(), before, viewer);
		requireNotOver(week.week());
		RuleViolation.throwAll(mistakes(after, before, week.week(), viewer));
		EntryStatus stood = entry.getStatus();
		String reason = entry.getReason();
		if (this.access.mayArrange(viewer)) {
			entry.rearrange(after, week.week());
		}
		else {
			entry.amend(after, week.week());
		}
		this.entries.saveAndFlush(entry);
		Changes changes = changes(before, after).field("calendar.entry.status", stood, entry.getStatus())
			.field("calendarReasonForm.reason", reason, entry.getReason());
		if (!changes.isEmpty()) {
			audit(viewer, "calendar.audit.changed", entry, changes);
			if (stood == EntryStatus.ARRANGED) {
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
		entry.requireVersion(version);
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
		this.events.publishEvent(new RegistrationReturned(entry.getRegisteredUnitId(), entry.getTitle(), entry.getDay(),
				reason, "/calendar/entries/" + id));
	}

	/** Calls an entry off, or withdraws what was only registered. */
	void cancel(long id, int version, String reason, Viewer viewer) {
		CalendarWeek week = hold(id);
		CalendarEntry entry = visible(id, viewer);
		this.access.requireCancel(viewer, entry);
		entry.requireVersion(version);
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
		this.papers.attach(CalendarPapers.TYPE, id, visible(id, viewer), sent, viewer);
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
		EntryPlan plan = form.plan();
		if (plan.title() == null) {
			plan = new EntryPlan("", plan.day(), plan.startsAt(), plan.endsAt(), plan.leaderIds(), plan.roomId(),
					plan.place(), plan.participants(), plan.unitIds(), plan.preparingUnitId(), plan.carId(),
					plan.note());
		}
		return this.clashes.of(List.of(CalendarDrafts.line("entry:" + id, plan, this.resources.all())), viewer);
	}

	/** What a stored entry clashes with. */
	@Transactional(readOnly = true)
	List<ClashRow> clashesOf(CalendarEntry entry, Viewer viewer) {
		if (!entry.getStatus().isOpen()) {
			return List.of();
		}
		return this.clashes.of(List.of(CalendarDrafts.line(entry, this.resources.all())), viewer);
	}

	/** Whether a stored entry is wanted elsewhere at the same time. */
	@Transactional(readOnly = true)
	boolean clashes(long id, Viewer viewer) {
		return !clashesOf(visible(id, viewer), viewer).isEmpty();
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
		CalendarEntry entry = visible(id, viewer);
		this.access.requireReturn(viewer, entry);
		return entry;
	}

	/** The entry for a form that asks for a reason. */
	@Transactional(readOnly = true)
	CalendarEntry cancellable(long id, Viewer viewer) {
		CalendarEntry entry = visible(id, viewer);
		this.access.requireCancel(viewer, entry);
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
		this.access.requireWriter(viewer, entry);
		return entry;
	}

	private CalendarEntry arrangeable(long id, Viewer viewer) {
		CalendarEntry entry = visible(id, viewer);
		this.access.requireArranger(viewer);
		return entry;
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
			this.rules.closed("day", plan.day(), (before != null) ? before.day() : null, viewer).ifPresent(found::add);
		}
		found.addAll(this.rules.unusable(wanted(plan), (before != null) ? wanted(before) : Wanted.NOTHING));
		boolean dayStands = found.stream().noneMatch((mistake) -> "day".equals(mistake.field()));
		found.addAll(this.rules.absent(plan.preparingUnitId(), plan.unitIds(), dayStands ? plan.day() : null));
		return found;
	}

	private static Wanted wanted(EntryPlan plan) {
		return new Wanted(plan.leaderIds(), plan.roomId(), plan.carId());
	}

	private Changes changes(EntryPlan before, EntryPlan after) {
		EntryPlan none = new EntryPlan(null, null, null, null, Set.of(), null, null, null, Set.of(), null, null, null);
		EntryPlan was = (before != null) ? before : none;
		Map<Long, Resource> catalogue = this.resources.all();
		return new Changes().field("calendarEntryForm.title", was.title(), after.title())
			.field("calendarEntryForm.day", DateFormats.day(was.day()), DateFormats.day(after.day()))
			.field("calendarEntryForm.startsAt", was.startsAt(), after.startsAt())
			.field("calendarEntryForm.endsAt", was.endsAt(), after.endsAt())
			.field("calendarEntryForm.leaderIds", Resource.names(catalogue, was.leaderIds()),
					Resource.names(catalogue, after.leaderIds()))
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

	private static String name(Long id, Map<Long, Resource> catalogue) {
		return (id != null) ? catalogue.get(id).name() : null;
	}

	/** In the history of the week. */
	private void audit(Viewer viewer, String action, CalendarEntry entry, Changes changes) {
		this.events.publishEvent(new AuditedAct(viewer, action, "calendar", entry.getWeekId(),
				DateFormats.day(entry.getDay()) + " " + entry.getTitle(), changes.list()));
	}

}
