package vn.nhactruong.calendar.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Registration;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.shared.RuleViolation;

/** A trip of leaders, from its registration on. */
@Entity
class BusinessTrip extends Registration {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String title;

	private LocalDate startsOn;

	@Enumerated(EnumType.STRING)
	private HalfDay startsHalf;

	private LocalTime departsAt;

	private LocalDate endsOn;

	@Enumerated(EnumType.STRING)
	private HalfDay endsHalf;

	private LocalTime returnsAt;

	@ElementCollection
	@CollectionTable(name = "business_trip_leader", joinColumns = @JoinColumn(name = "trip_id"))
	@Column(name = "resource_id")
	private Set<Long> leaderIds = new HashSet<>();

	private String provinceId;

	private String place;

	private String participants;

	@ElementCollection
	@CollectionTable(name = "business_trip_unit", joinColumns = @JoinColumn(name = "trip_id"))
	@Column(name = "organization_id")
	private Set<Long> unitIds = new HashSet<>();

	private Long preparingUnitId;

	private Long carId;

	private String decision;

	private String note;

	protected BusinessTrip() {
	}

	private BusinessTrip(TripPlan plan, EntryStatus status, long unitId, String by, Instant now) {
		super(status, unitId, by, now);
		write(plan);
	}

	/** What a unit asks for. */
	static BusinessTrip proposed(TripPlan plan, long unitId, String by, Instant now) {
		return new BusinessTrip(plan, EntryStatus.PROPOSED, unitId, by, now);
	}

	/** What the office arranges itself. */
	static BusinessTrip arranged(TripPlan plan, long unitId, String by, Instant now) {
		return new BusinessTrip(plan, EntryStatus.ARRANGED, unitId, by, now);
	}

	/** The office's change; the trip stays where it stands. */
	void rearrange(TripPlan plan) {
		requireOpen();
		write(plan);
	}

	/** The unit's change; what was returned is registered anew by it. */
	void amend(TripPlan plan) {
		requireAmendable();
		write(plan);
		registerAnew();
	}

	private void write(TripPlan plan) {
		RuleViolation.throwAll(plan.mistakes());
		this.title = plan.title();
		this.startsOn = plan.startsOn();
		this.startsHalf = plan.startsHalf();
		this.departsAt = plan.departsAt();
		this.endsOn = plan.endsOn();
		this.endsHalf = plan.endsHalf();
		this.returnsAt = plan.returnsAt();
		replace(this.leaderIds, plan.leaderIds());
		this.provinceId = plan.provinceId();
		this.place = plan.place();
		this.participants = plan.participants();
		replace(this.unitIds, plan.unitIds());
		this.preparingUnitId = plan.preparingUnitId();
		this.carId = plan.carId();
		this.decision = plan.decision();
		this.note = plan.note();
	}

	private static void replace(Set<Long> kept, Set<Long> chosen) {
		kept.retainAll(chosen);
		kept.addAll(chosen);
	}

	TripPlan plan() {
		return new TripPlan(this.title, this.startsOn, this.startsHalf, this.departsAt, this.endsOn, this.endsHalf,
				this.returnsAt, Set.copyOf(this.leaderIds), this.provinceId, this.place, this.participants,
				Set.copyOf(this.unitIds), this.preparingUnitId, this.carId, this.decision, this.note);
	}

	Long getId() {
		return this.id;
	}

	String getTitle() {
		return this.title;
	}

}
