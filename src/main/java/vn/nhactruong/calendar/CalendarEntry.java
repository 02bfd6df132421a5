package vn.nhactruong.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import vn.nhactruong.shared.RuleViolation;

/** One thing that leaders are wanted for, from its registration on. */
@Entity
public class CalendarEntry extends Registration {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long weekId;

	private UUID uid;

	private String title;

	private LocalDate day;

	private LocalTime startsAt;

	private LocalTime endsAt;

	@ElementCollection
	@CollectionTable(name = "calendar_entry_leader", joinColumns = @JoinColumn(name = "entry_id"))
	@Column(name = "resource_id")
	private Set<Long> leaderIds = new HashSet<>();

	private Long roomId;

	private String place;

	private String participants;

	@ElementCollection
	@CollectionTable(name = "calendar_entry_unit", joinColumns = @JoinColumn(name = "entry_id"))
	@Column(name = "organization_id")
	private Set<Long> unitIds = new HashSet<>();

	private Long preparingUnitId;

	private Long carId;

	private String note;

	protected CalendarEntry() {
	}

	private CalendarEntry(long weekId, EntryStatus status, long registeredUnitId, String registeredBy, Instant now) {
		super(status, registeredUnitId, registeredBy, now);
		this.weekId = weekId;
		this.uid = UUID.randomUUID();
	}

	/** What a unit asks for. */
	public static CalendarEntry proposed(CalendarWeek week, EntryPlan plan, long unitId, String by, Instant now) {
		CalendarEntry entry = new CalendarEntry(week.getId(), EntryStatus.PROPOSED, unitId, by, now);
		entry.write(plan, week.week());
		return entry;
	}

	/** What the office puts into the week itself. */
	public static CalendarEntry arranged(CalendarWeek week, EntryPlan plan, long unitId, String by, Instant now) {
		CalendarEntry entry = new CalendarEntry(week.getId(), EntryStatus.ARRANGED, unitId, by, now);
		entry.write(plan, week.week());
		return entry;
	}

	/** The office's change; the entry stays where it stands. */
	public void rearrange(EntryPlan plan, Week week) {
		requireOpen();
		write(plan, week);
	}

	/** The unit's change; what was returned is registered anew by it. */
	public void amend(EntryPlan plan, Week week) {
		requireAmendable();
		write(plan, week);
		registerAnew();
	}

	private void write(EntryPlan plan, Week week) {
		RuleViolation.throwAll(plan.mistakes(week));
		this.title = plan.title();
		this.day = plan.day();
		this.startsAt = plan.startsAt();
		this.endsAt = plan.endsAt();
		replace(this.leaderIds, plan.leaderIds());
		this.roomId = plan.roomId();
		this.place = plan.place();
		this.participants = plan.participants();
		replace(this.unitIds, plan.unitIds());
		this.preparingUnitId = plan.preparingUnitId();
		this.carId = plan.carId();
		this.note = plan.note();
	}

	private static void replace(Set<Long> kept, Set<Long> chosen) {
		kept.retainAll(chosen);
		kept.addAll(chosen);
	}

	public EntryPlan plan() {
		return new EntryPlan(this.title, this.day, this.startsAt, this.endsAt, Set.copyOf(this.leaderIds), this.roomId,
				this.place, this.participants, Set.copyOf(this.unitIds), this.preparingUnitId, this.carId, this.note);
	}

	/** By which releases, clashes and overrides know it. */
	String lineKey() {
		return "entry:" + this.id;
	}

	public Long getId() {
		return this.id;
	}

	public long getWeekId() {
		return this.weekId;
	}

	UUID getUid() {
		return this.uid;
	}

	public String getTitle() {
		return this.title;
	}

	public LocalDate getDay() {
		return this.day;
	}

}
