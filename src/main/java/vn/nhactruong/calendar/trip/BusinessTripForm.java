package vn.nhactruong.calendar.trip;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.calendar.plan.PlanFields;
import vn.nhactruong.conference.HalfDay;

/** A trip as a unit or the office types it. */
class BusinessTripForm extends PlanFields {

	@NotNull
	private LocalDate startsOn;

	@NotNull
	private HalfDay startsHalf = HalfDay.MORNING;

	private LocalTime departsAt;

	@NotNull
	private LocalDate endsOn;

	@NotNull
	private HalfDay endsHalf = HalfDay.AFTERNOON;

	private LocalTime returnsAt;

	private String provinceId;

	@Size(max = 200)
	private String decision;

	static BusinessTripForm of(BusinessTrip trip) {
		return of(trip.plan(), trip.getVersion());
	}

	static BusinessTripForm of(TripPlan plan, int version) {
		BusinessTripForm form = new BusinessTripForm();
		form.setTitle(plan.title());
		form.startsOn = plan.startsOn();
		form.startsHalf = plan.startsHalf();
		form.departsAt = plan.departsAt();
		form.endsOn = plan.endsOn();
		form.endsHalf = plan.endsHalf();
		form.returnsAt = plan.returnsAt();
		form.setLeaderIds(ticked(plan.leaderIds()));
		form.provinceId = plan.provinceId();
		form.setPlace(plan.place());
		form.setCarId(plan.carId());
		form.setParticipants(plan.participants());
		form.setUnitIds(ticked(plan.unitIds()));
		form.setPreparingUnitId(plan.preparingUnitId());
		form.decision = plan.decision();
		form.setNote(plan.note());
		form.setVersion(version);
		return form;
	}

	TripPlan plan() {
		return new TripPlan(getTitle(), this.startsOn, this.startsHalf, this.departsAt, this.endsOn, this.endsHalf,
				this.returnsAt, leaders(), this.provinceId, getPlace(), getParticipants(), units(),
				getPreparingUnitId(), getCarId(), this.decision, getNote());
	}

	@Override
	public List<String> fieldOrder() {
		return List.of("title", "startsOn", "startsHalf", "departsAt", "endsOn", "endsHalf", "returnsAt", "leaderIds",
				"provinceId", "place", "carId", "participants", "unitIds", "preparingUnitId", "decision", "note");
	}

	/** Whether enough is typed, and nothing of it wrong, to look for clashes. */
	boolean isComparable() {
		return this.startsOn != null && this.startsHalf != null && this.endsOn != null && this.endsHalf != null
				&& (!leaders().isEmpty() || getCarId() != null)
				&& plan().mistakes().stream().allMatch((mistake) -> "place".equals(mistake.field()));
	}

	public LocalDate getStartsOn() {
		return this.startsOn;
	}

	public void setStartsOn(LocalDate startsOn) {
		this.startsOn = startsOn;
	}

	public HalfDay getStartsHalf() {
		return this.startsHalf;
	}

	public void setStartsHalf(HalfDay startsHalf) {
		this.startsHalf = startsHalf;
	}

	public LocalTime getDepartsAt() {
		return this.departsAt;
	}

	public void setDepartsAt(LocalTime departsAt) {
		this.departsAt = departsAt;
	}

	public LocalDate getEndsOn() {
		return this.endsOn;
	}

	public void setEndsOn(LocalDate endsOn) {
		this.endsOn = endsOn;
	}

	public HalfDay getEndsHalf() {
		return this.endsHalf;
	}

	public void setEndsHalf(HalfDay endsHalf) {
		this.endsHalf = endsHalf;
	}

	public LocalTime getReturnsAt() {
		return this.returnsAt;
	}

	public void setReturnsAt(LocalTime returnsAt) {
		this.returnsAt = returnsAt;
	}

	public String getProvinceId() {
		return this.provinceId;
	}

	public void setProvinceId(String provinceId) {
		this.provinceId = provinceId;
	}

	public String getDecision() {
		return this.decision;
	}

	public void setDecision(String decision) {
		this.decision = decision;
	}

}
