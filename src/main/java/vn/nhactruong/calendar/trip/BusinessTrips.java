package vn.nhactruong.calendar.trip;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarWeek;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Registration;
import vn.nhactruong.calendar.RegistrationReturned;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.plan.ClashRow;
import vn.nhactruong.calendar.plan.PlanClashes;
import vn.nhactruong.calendar.plan.PlanPapers;
import vn.nhactruong.calendar.plan.PlanRules;
import vn.nhactruong.calendar.plan.PlanRules.Wanted;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.StaleVersionException;

/**
 * The leaders' business trips: units register, the office arranges; the only writer of
 * them. A trip has no approval of its own: leaders approve the weeks in which it stands.
 * Whoever doesn't see a trip gets {@link NotVisibleException} from every method that
 * takes a viewer.
 */
@Service
@Transactional
@NamedInterface("trip")
public class BusinessTrips {

	private final BusinessTripRepository trips;

	private final CalendarWeeks weeks;

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final PlanRules rules;

	private final PlanClashes clashes;

	private final PlanPapers papers;

	private final UnitDirectory units;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	BusinessTrips(BusinessTripRepository trips, CalendarWeeks weeks, CalendarResources resources, CalendarAccess access,
			PlanRules rules, PlanClashes clashes, PlanPapers papers, UnitDirectory units, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.trips = trips;
		this.weeks = weeks;
		this.resources = resources;
		this.access = access;
		this.rules = rules;
		this.clashes = clashes;
		this.papers = papers;
		this.units = units;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Where a trip's page is. */
	static String url(Long id) {
		return "/calendar/trips/" + id;
	}

	/**
	 * A unit registers, the office arranges at once.
	 * @return the trip's id
	 */
	public long add(TripPlan plan, Viewer viewer) {
		this.access.requireAdder(viewer);
		TripPlan asked = prepared(plan, null, viewer);
		RuleViolation.throwAll(mistakes(asked, null, viewer));
		List<CalendarWeek> held = hold(asked.weeks());
		boolean arranges = this.access.mayArrange(viewer);
		BusinessTrip trip = this.trips.saveAndFlush(
				arranges ? BusinessTrip.arranged(asked, viewer.unitId(), viewer.displayName(), this.clock.instant())
						: BusinessTrip.proposed(asked, viewer.unitId(), viewer.displayName(), this.clock.instant()));
		audit(viewer, arranges ? "calendar.audit.tripAdded" : "calendar.audit.tripRegistered", trip, held,
				changes(null, asked));
		if (arranges) {
			changed(held, viewer);
		}
		return trip.getId();
	}

	@Transactional(readOnly = true)
	BusinessTripForm edit(long id, Viewer viewer) {
		BusinessTrip trip = visible(id, viewer);
		this.access.requireEdit(viewer, trip);
		return BusinessTripForm.of(trip);
	}

	/**
	 * Changes a trip.
	 * @throws StaleVersionException when somebody saved it since the form was opened
	 */
	void update(long id, BusinessTripForm form, Viewer viewer) {
		List<CalendarWeek> held = hold(id, form.plan(), viewer);
		BusinessTrip trip = visible(id, viewer);
		this.access.requireEdit(viewer, trip);
		form.requireVersion(trip.getVersion(), () -> BusinessTripForm.of(trip));
		TripPlan before = trip.plan();
		TripPlan after = prepared(form.plan(), before, viewer);
		requireNotOver(before);
		RuleViolation.throwAll(mistakes(after, before, viewer));
		EntryStatus stood = trip.getStatus();
		String reason = trip.getReason();
		if (this.access.mayArrange(viewer)) {
			trip.rearrange(after);
		}
		else {
			trip.amend(after);
		}
		this.trips.saveAndFlush(trip);
		Changes changes = changes(before, after).field("calendar.entry.status", stood, trip.getStatus())
			.field("calendarReasonForm.reason", reason, trip.getReason());
		if (!changes.isEmpty()) {
			audit(viewer, "calendar.audit.tripChanged", trip, held, changes);
			if (trip.getStatus() == EntryStatus.ARRANGED) {
				changed(held, viewer);
			}
		}
	}

	/** Changes a trip, whatever anybody saw of it. */
	public void change(long id, TripPlan plan, Viewer viewer) {
		update(id, BusinessTripForm.of(plan, visible(id, viewer).getVersion()), viewer);
	}

	/** Takes a unit's registration into its weeks, whatever anybody saw of it. */
	public void accept(long id, Viewer viewer) {
		accept(id, visible(id, viewer).getVersion(), viewer);
	}

	/**
	 * Takes a unit's registration into its weeks.
	 * @param version what the office saw of it
	 */
	void accept(long id, int version, Viewer viewer) {
		List<CalendarWeek> held = hold(id, null, viewer);
		BusinessTrip trip = requireArranger(id, viewer);
		trip.requireSeen(version);
		requireNotOver(trip.plan());
		EntryStatus before = trip.getStatus();
		trip.accept();
		this.trips.saveAndFlush(trip);
		audit(viewer, "calendar.audit.tripAccepted", trip, held,
				new Changes().field("calendar.entry.status", before, trip.getStatus()));
		changed(held, viewer);
	}

	/** Gives a registration back to its unit, whatever anybody saw of it. */
	public void sendBack(long id, String reason, Viewer viewer) {
		sendBack(id, visible(id, viewer).getVersion(), reason, viewer);
	}

	/** Gives a registration back to its unit, with the reason. */
	void sendBack(long id, int version, String reason, Viewer viewer) {
		List<CalendarWeek> held = hold(id, null, viewer);
		BusinessTrip trip = returnable(id, viewer);
		trip.requireVersion(version);
		requireNotOver(trip.plan());
		EntryStatus before = trip.getStatus();
		trip.sendBack(reason);
		end(trip, before, "calendar.audit.tripReturned", held, viewer);
		this.events.publishEvent(new RegistrationReturned(trip.getRegisteredUnitId(), trip.getTitle(),
				trip.plan().startsOn(), reason, url(id)));
	}

	/** Calls a trip off, whatever anybody saw of it. */
	public void cancel(long id, String reason, Viewer viewer) {
		cancel(id, visible(id, viewer).getVersion(), reason, viewer);
	}

	/** Calls a trip off, or withdraws what was only registered. */
	void cancel(long id, int version, String reason, Viewer viewer) {
		List<CalendarWeek> held = hold(id, null, viewer);
		BusinessTrip trip = cancellable(id, viewer);
		trip.requireVersion(version);
		requireNotOver(trip.plan());
		EntryStatus before = trip.getStatus();
		trip.cancel(reason);
		end(trip, before, "calendar.audit.tripCancelled", held, viewer);
	}

	private void end(BusinessTrip trip, EntryStatus before, String action, List<CalendarWeek> held, Viewer viewer) {
		this.trips.saveAndFlush(trip);
		audit(viewer, action, trip, held, new Changes().field("calendar.entry.status", before, trip.getStatus())
			.field("calendarReasonForm.reason", null, trip.getReason()));
		if (before == EntryStatus.ARRANGED) {
			changed(held, viewer);
		}
	}

	/** Adds papers; whoever sees the trip sees them at once. */
	void attach(long id, List<MultipartFile> sent, Viewer viewer) {
		this.papers.attach(TripPapers.TYPE, id, visible(id, viewer), sent, viewer);
	}

	/**
	 * What the typed trip would clash with, week by week. Nothing is stored.
	 * @param id the edited trip, or {@code null}
	 * @return empty where too little is typed, or days that can't be
	 */
	@Transactional(readOnly = true)
	Optional<List<ClashRow>> clashes(BusinessTripForm form, Long id, Viewer viewer) {
		this.access.requireAdder(viewer);
		TripPlan before = (id != null) ? visible(id, viewer).plan() : null;
		TripPlan plan = form.plan();
		return (form.isComparable() && days(plan, before, viewer).isEmpty()) ? Optional.of(clashes(plan, id, viewer))
				: Optional.empty();
	}

	/** What a stored trip clashes with. */
	@Transactional(readOnly = true)
	List<ClashRow> clashes(BusinessTrip trip, Viewer viewer) {
		return trip.getStatus().isOpen() ? clashes(trip.plan(), trip.getId(), viewer) : List.of();
	}

	/** Whether a stored trip is in the way of something else. */
	@Transactional(readOnly = true)
	boolean isClashing(long id, Viewer viewer) {
		return !clashes(visible(id, viewer), viewer).isEmpty();
	}

	/** Of the weeks that are over, nobody asks. */
	private List<ClashRow> clashes(TripPlan plan, Long id, Viewer viewer) {
		Map<Long, Resource> catalogue = this.resources.all();
		LocalDate today = LocalDate.now(this.clock);
		return this.clashes.of(plan.weeks()
			.stream()
			.filter((week) -> !week.isOver(today))
			.map((week) -> line(week, plan, id, catalogue))
			.toList(), viewer);
	}

	/**
	 * The trip in its working state.
	 * @throws NotVisibleException when the viewer may not see that
	 */
	@Transactional(readOnly = true)
	BusinessTrip visible(long id, Viewer viewer) {
		return ifVisible(id, viewer).orElseThrow(() -> new NotVisibleException("trip", id));
	}

	/** The trip in its working state, unless that isn't this viewer's to see. */
	@Transactional(readOnly = true)
	Optional<BusinessTrip> ifVisible(long id, Viewer viewer) {
		return this.trips.findWithAllById(id).filter((trip) -> this.access.seesEntry(viewer, trip));
	}

	/** What units registered for a week, whatever became of it, as it reads there. */
	@Transactional(readOnly = true)
	public Map<Registration, CalendarLine> registered(Set<Long> unitIds, Week week, Map<Long, Resource> catalogue) {
		return lines(this.trips.registered(week.monday(), week.sunday(), unitIds), week, catalogue);
	}

	/** What the office gave back of a week, as it reads there; unguarded. */
	@Transactional(readOnly = true)
	public Map<Registration, CalendarLine> returned(Week week, Map<Long, Resource> catalogue) {
		return lines(this.trips.between(week.monday(), week.sunday(), Set.of(EntryStatus.RETURNED)), week, catalogue);
	}

	private Map<Registration, CalendarLine> lines(List<BusinessTrip> trips, Week week, Map<Long, Resource> catalogue) {
		Map<Registration, CalendarLine> lines = new LinkedHashMap<>();
		trips.forEach((trip) -> lines.put(trip, line(week, trip.plan(), trip.getId(), catalogue)));
		return lines;
	}

	private CalendarLine line(Week week, TripPlan plan, Long id, Map<Long, Resource> catalogue) {
		return CalendarDrafts.line(plan.in(week, id, plan.where(this.units), null, false), catalogue);
	}

	/** The trip for a form that asks for a reason. */
	@Transactional(readOnly = true)
	BusinessTrip returnable(long id, Viewer viewer) {
		BusinessTrip trip = visible(id, viewer);
		this.access.requireReturn(viewer, trip);
		return trip;
	}

	/** The trip for a form that asks for a reason. */
	@Transactional(readOnly = true)
	BusinessTrip cancellable(long id, Viewer viewer) {
		BusinessTrip trip = visible(id, viewer);
		this.access.requireCancel(viewer, trip);
		return trip;
	}

	/** Guards a form of the trip before what was typed is looked at. */
	@Transactional(readOnly = true)
	BusinessTrip requireArranger(long id, Viewer viewer) {
		BusinessTrip trip = visible(id, viewer);
		this.access.requireArranger(viewer);
		return trip;
	}

	/** Guards a form of the trip before what was typed is looked at. */
	@Transactional(readOnly = true)
	BusinessTrip requireWriter(long id, Viewer viewer) {
		BusinessTrip trip = visible(id, viewer);
		this.access.requireWriter(viewer, trip);
		return trip;
	}

	/** Whether something of it can still be changed. */
	boolean isOpen(TripPlan plan) {
		return !Week.of(plan.endsOn()).isOver(LocalDate.now(this.clock));
	}

	private void requireNotOver(TripPlan plan) {
		if (!isOpen(plan)) {
			throw RuleViolation.of("calendar.error.weekOver", Week.of(plan.endsOn()).number());
		}
	}

	/**
	 * Refuses with all that is wrong with what is typed, as far as it says anything:
	 * whoever left a field empty is told the rest in the same round. Nothing is stored.
	 * @param id the edited trip, or {@code null}
	 */
	@Transactional(readOnly = true)
	void check(BusinessTripForm form, Long id, Viewer viewer) {
		this.access.requireAdder(viewer);
		TripPlan before = (id != null) ? visible(id, viewer).plan() : null;
		RuleViolation.throwAll(mistakes(prepared(form.plan(), before, viewer), before, viewer));
	}

	/**
	 * What is chosen has to be open, to exist, to be in use and valid on the first day.
	 */
	private List<RuleViolation> mistakes(TripPlan plan, TripPlan before, Viewer viewer) {
		List<RuleViolation> found = new ArrayList<>(plan.mistakes());
		List<RuleViolation> days = days(plan, before, viewer);
		days.stream()
			.filter((day) -> found.stream().noneMatch((mistake) -> day.field().equals(mistake.field())))
			.toList()
			.forEach(found::add);
		found.addAll(this.rules.unusable(wanted(plan), (before != null) ? wanted(before) : Wanted.NOTHING));
		LocalDate day = days.isEmpty() ? plan.startsOn() : null;
		if (plan.provinceId() != null) {
			Optional<Province> province = this.units.province(plan.provinceId());
			if (province.isEmpty()) {
				found.add(RuleViolation.at("provinceId", "calendar.trip.error.unknownProvince"));
			}
			else if (day != null && !province.get().isValidOn(day)) {
				found.add(RuleViolation.at("provinceId", "calendar.trip.error.provinceNotValid", DateFormats.day(day)));
			}
		}
		found.addAll(this.rules.absent(plan.preparingUnitId(), plan.unitIds(), day));
		return found;
	}

	/**
	 * What keeps the trip from its days. A first day that stays is never refused; where
	 * it lies in a week that is over, it has to stay.
	 */
	private List<RuleViolation> days(TripPlan plan, TripPlan before, Viewer viewer) {
		LocalDate today = LocalDate.now(this.clock);
		boolean begun = before != null && Week.of(before.startsOn()).isOver(today);
		List<RuleViolation> found = new ArrayList<>();
		boolean kept = before != null && before.startsOn().equals(plan.startsOn());
		if (begun && !kept && plan.startsOn() != null) {
			found.add(RuleViolation.at("startsOn", "calendar.trip.error.begun", DateFormats.day(before.startsOn())));
		}
		else if (!kept) {
			this.rules.closed("startsOn", plan.startsOn(), null, viewer).ifPresent(found::add);
		}
		this.rules.closed("endsOn", plan.endsOn(), (before != null) ? before.endsOn() : null, viewer)
			.ifPresent(found::add);
		return found;
	}

	private static Wanted wanted(TripPlan plan) {
		return new Wanted(plan.leaderIds(), null, plan.carId());
	}

	/** A unit's registration is prepared by itself. */
	private TripPlan prepared(TripPlan plan, TripPlan before, Viewer viewer) {
		if (this.access.mayArrange(viewer)) {
			return plan;
		}
		Long preparing = (before != null) ? before.preparingUnitId() : viewer.unitId();
		return new TripPlan(plan.title(), plan.startsOn(), plan.startsHalf(), plan.departsAt(), plan.endsOn(),
				plan.endsHalf(), plan.returnsAt(), plan.leaderIds(), plan.provinceId(), plan.place(),
				plan.participants(), plan.unitIds(), preparing, plan.carId(), plan.decision(), plan.note());
	}

	/**
	 * Every week in which the trip stands or is to stand, held until the transaction
	 * ends; before the trip is read, so that what is read is what the one before left.
	 * @param after what is typed, or {@code null} where the days stay; days that can't be
	 * are refused later and hold nothing
	 */
	private List<CalendarWeek> hold(long id, TripPlan after, Viewer viewer) {
		TripPlan before = this.jdbc.sql("select starts_on, ends_on from business_trip where id = ?")
			.param(id)
			.query((row, number) -> spanning(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
			.optional()
			.orElseThrow(() -> new NotVisibleException("trip", id));
		Stream<Week> moved = (after != null && days(after, before, viewer).isEmpty()) ? after.weeks().stream()
				: Stream.empty();
		return hold(Stream.concat(before.weeks().stream(), moved).toList());
	}

	private static TripPlan spanning(LocalDate from, LocalDate to) {
		return new TripPlan(null, from, null, null, to, null, null, Set.of(), null, null, null, Set.of(), null, null,
				null, null);
	}

	/** In one order, so that two who hold several don't wait for each other. */
	private List<CalendarWeek> hold(List<Week> touched) {
		return touched.stream()
			.distinct()
			.sorted((one, other) -> one.monday().compareTo(other.monday()))
			.map(this.weeks::hold)
			.toList();
	}

	private void changed(List<CalendarWeek> held, Viewer viewer) {
		held.forEach((week) -> this.weeks.changed(week, viewer));
	}

	private Changes changes(TripPlan before, TripPlan after) {
		TripPlan was = (before != null) ? before : spanning(null, null);
		Map<Long, Resource> catalogue = this.resources.all();
		return new Changes().field("businessTripForm.title", was.title(), after.title())
			.field("businessTripForm.startsOn", was.startsOn(), after.startsOn())
			.field("businessTripForm.startsHalf", was.startsHalf(), after.startsHalf())
			.field("businessTripForm.departsAt", was.departsAt(), after.departsAt())
			.field("businessTripForm.endsOn", was.endsOn(), after.endsOn())
			.field("businessTripForm.endsHalf", was.endsHalf(), after.endsHalf())
			.field("businessTripForm.returnsAt", was.returnsAt(), after.returnsAt())
			.field("businessTripForm.leaderIds", Resource.names(catalogue, was.leaderIds()),
					Resource.names(catalogue, after.leaderIds()))
			.field("businessTripForm.provinceId", province(was), province(after))
			.field("businessTripForm.place", was.place(), after.place())
			.field("businessTripForm.carId", Resource.names(catalogue, one(was.carId())),
					Resource.names(catalogue, one(after.carId())))
			.field("businessTripForm.participants", was.participants(), after.participants())
			.field("businessTripForm.unitIds", String.join("; ", this.units.names(was.unitIds())),
					String.join("; ", this.units.names(after.unitIds())))
			.field("businessTripForm.preparingUnitId", this.units.name(was.preparingUnitId()),
					this.units.name(after.preparingUnitId()))
			.field("businessTripForm.decision", was.decision(), after.decision())
			.field("businessTripForm.note", was.note(), after.note());
	}

	private String province(TripPlan plan) {
		return this.units.province(plan.provinceId()).map(Province::name).orElse(null);
	}

	private static Set<Long> one(Long id) {
		return (id != null) ? Set.of(id) : Set.of();
	}

	/** In the history of every week that it stands in or has left. */
	private void audit(Viewer viewer, String action, BusinessTrip trip, List<CalendarWeek> held, Changes changes) {
		TripPlan plan = trip.plan();
		String subject = DateFormats.day(plan.startsOn()) + " – " + DateFormats.day(plan.endsOn()) + " " + plan.title();
		held.forEach((week) -> this.events
			.publishEvent(new AuditedAct(viewer, action, "calendar", week.getId(), subject, changes.list())));
	}

}
