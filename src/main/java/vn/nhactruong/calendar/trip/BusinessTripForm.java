package vn.nhactruong.calendar.trip;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.shared.Versioned;

/** A trip as a unit or the office types it. */
class BusinessTripForm implements Versioned {

	@NotBlank
	@Size(max = 500)
	private String title;

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

	@NotEmpty
	private List<Long> leaderIds = new ArrayList<>();

	private String provinceId;

	@Size(max = 200)
	private String place;

	private Long carId;

	@Size(max = 1000)
	private String participants;

	private List<Long> unitIds = new ArrayList<>();

	private Long preparingUnitId;

	@Size(max = 200)
	private String decision;

	@Size(max = 1000)
	private String note;

	private int version;

	static BusinessTripForm of(BusinessTrip trip) {
		return of(trip.plan(), trip.getVersion());
	}

	static BusinessTripForm of(TripPlan plan, int version) {
		BusinessTripForm form = new BusinessTripForm();
		form.title = plan.title();
		form.startsOn = plan.startsOn();
		form.startsHalf = plan.startsHalf();
		form.departsAt = plan.departsAt();
		form.endsOn = plan.endsOn();
		form.endsHalf = plan.endsHalf();
		form.returnsAt = plan.returnsAt();
		form.leaderIds = new ArrayList<>(plan.leaderIds().stream().sorted().toList());
		form.provinceId = plan.provinceId();
		form.place = plan.place();
		form.carId = plan.carId();
		form.participants = plan.participants();
		form.unitIds = new ArrayList<>(plan.unitIds().stream().sorted().toList());
		form.preparingUnitId = plan.preparingUnitId();
		form.decision = plan.decision();
		form.note = plan.note();
		form.version = version;
		return form;
	}

	TripPlan plan() {
		return new TripPlan(this.title, this.startsOn, this.startsHalf, this.departsAt, this.endsOn, this.endsHalf,
				this.returnsAt, set(this.leaderIds), this.provinceId, this.place, this.participants, set(this.unitIds),
				this.preparingUnitId, this.carId, this.decision, this.note);
	}

	/** Whether enough is typed, and nothing of it wrong, to look for clashes. */
	boolean isComparable() {
		return this.startsOn != null && this.startsHalf != null && this.endsOn != null && this.endsHalf != null
				&& (!set(this.leaderIds).isEmpty() || this.carId != null)
				&& plan().mistakes().stream().allMatch((mistake) -> "place".equals(mistake.field()));
	}

	private static Set<Long> set(List<Long> ids) {
		Set<Long> set = new HashSet<>(ids);
		set.remove(null);
		return set;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
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

	public List<Long> getLeaderIds() {
		return this.leaderIds;
	}

	public void setLeaderIds(List<Long> leaderIds) {
		this.leaderIds = leaderIds;
	}

	public String getProvinceId() {
		return this.provinceId;
	}

	public void setProvinceId(String provinceId) {
		this.provinceId = provinceId;
	}

	public String getPlace() {
		return this.place;
	}

	public void setPlace(String place) {
		this.place = place;
	}

	public Long getCarId() {
		return this.carId;
	}

	public void setCarId(Long carId) {
		this.carId = carId;
	}

	public String getParticipants() {
		return this.participants;
	}

	public void setParticipants(String participants) {
		this.participants = participants;
	}

	public List<Long> getUnitIds() {
		return this.unitIds;
	}

	public void setUnitIds(List<Long> unitIds) {
		this.unitIds = unitIds;
	}

	public Long getPreparingUnitId() {
		return this.preparingUnitId;
	}

	public void setPreparingUnitId(Long preparingUnitId) {
		this.preparingUnitId = preparingUnitId;
	}

	public String getDecision() {
		return this.decision;
	}

	public void setDecision(String decision) {
		this.decision = decision;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

}
