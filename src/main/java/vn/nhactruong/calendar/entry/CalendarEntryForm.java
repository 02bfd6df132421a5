package vn.nhactruong.calendar.entry;

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

import vn.nhactruong.calendar.CalendarEntry;
import vn.nhactruong.calendar.EntryPlan;
import vn.nhactruong.shared.Versioned;

/** An entry of the leaders' week as a unit or the office types it. */
class CalendarEntryForm implements Versioned {

	@NotBlank
	@Size(max = 500)
	private String title;

	@NotNull
	private LocalDate day;

	@NotNull
	private LocalTime startsAt;

	private LocalTime endsAt;

	@NotEmpty
	private List<Long> leaderIds = new ArrayList<>();

	private Long roomId;

	@Size(max = 200)
	private String place;

	@Size(max = 1000)
	private String participants;

	private List<Long> unitIds = new ArrayList<>();

	private Long preparingUnitId;

	private Long carId;

	@Size(max = 1000)
	private String note;

	private int version;

	static CalendarEntryForm of(CalendarEntry entry) {
		return of(entry.plan(), entry.getVersion());
	}

	static CalendarEntryForm of(EntryPlan plan, int version) {
		CalendarEntryForm form = new CalendarEntryForm();
		form.title = plan.title();
		form.day = plan.day();
		form.startsAt = plan.startsAt();
		form.endsAt = plan.endsAt();
		form.leaderIds = sorted(plan.leaderIds());
		form.roomId = plan.roomId();
		form.place = plan.place();
		form.participants = plan.participants();
		form.unitIds = sorted(plan.unitIds());
		form.preparingUnitId = plan.preparingUnitId();
		form.carId = plan.carId();
		form.note = plan.note();
		form.version = version;
		return form;
	}

	EntryPlan plan() {
		return new EntryPlan(this.title, this.day, this.startsAt, this.endsAt, set(this.leaderIds), this.roomId,
				this.place, this.participants, set(this.unitIds), this.preparingUnitId, this.carId, this.note);
	}

	/** Whether enough is typed to look for clashes. */
	boolean isComparable() {
		return this.day != null && this.startsAt != null
				&& (!set(this.leaderIds).isEmpty() || this.roomId != null || this.carId != null);
	}

	private static List<Long> sorted(Set<Long> ids) {
		return new ArrayList<>(ids.stream().sorted().toList());
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

	public LocalDate getDay() {
		return this.day;
	}

	public void setDay(LocalDate day) {
		this.day = day;
	}

	public LocalTime getStartsAt() {
		return this.startsAt;
	}

	public void setStartsAt(LocalTime startsAt) {
		this.startsAt = startsAt;
	}

	public LocalTime getEndsAt() {
		return this.endsAt;
	}

	public void setEndsAt(LocalTime endsAt) {
		this.endsAt = endsAt;
	}

	public List<Long> getLeaderIds() {
		return this.leaderIds;
	}

	public void setLeaderIds(List<Long> leaderIds) {
		this.leaderIds = leaderIds;
	}

	public Long getRoomId() {
		return this.roomId;
	}

	public void setRoomId(Long roomId) {
		this.roomId = roomId;
	}

	public String getPlace() {
		return this.place;
	}

	public void setPlace(String place) {
		this.place = place;
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

	public Long getCarId() {
		return this.carId;
	}

	public void setCarId(Long carId) {
		this.carId = carId;
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
