package vn.nhactruong.calendar.entry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import jakarta.validation.constraints.NotNull;

import vn.nhactruong.calendar.CalendarEntry;
import vn.nhactruong.calendar.EntryPlan;
import vn.nhactruong.calendar.plan.PlanFields;

/** An entry of the leaders' week as a unit or the office types it. */
class CalendarEntryForm extends PlanFields {

	@NotNull
	private LocalDate day;

	@NotNull
	private LocalTime startsAt;

	private LocalTime endsAt;

	private Long roomId;

	static CalendarEntryForm of(CalendarEntry entry) {
		return of(entry.plan(), entry.getVersion());
	}

	static CalendarEntryForm of(EntryPlan plan, int version) {
		CalendarEntryForm form = new CalendarEntryForm();
		form.setTitle(plan.title());
		form.day = plan.day();
		form.startsAt = plan.startsAt();
		form.endsAt = plan.endsAt();
		form.setLeaderIds(ticked(plan.leaderIds()));
		form.roomId = plan.roomId();
		form.setPlace(plan.place());
		form.setParticipants(plan.participants());
		form.setUnitIds(ticked(plan.unitIds()));
		form.setPreparingUnitId(plan.preparingUnitId());
		form.setCarId(plan.carId());
		form.setNote(plan.note());
		form.setVersion(version);
		return form;
	}

	EntryPlan plan() {
		return new EntryPlan(getTitle(), this.day, this.startsAt, this.endsAt, leaders(), this.roomId, getPlace(),
				getParticipants(), units(), getPreparingUnitId(), getCarId(), getNote());
	}

	@Override
	public List<String> fieldOrder() {
		return List.of("title", "day", "startsAt", "endsAt", "leaderIds", "roomId", "place", "carId", "participants",
				"unitIds", "preparingUnitId", "note");
	}

	/** Whether enough is typed to look for clashes. */
	boolean isComparable() {
		return this.day != null && this.startsAt != null
				&& (!leaders().isEmpty() || this.roomId != null || getCarId() != null);
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

	public Long getRoomId() {
		return this.roomId;
	}

	public void setRoomId(Long roomId) {
		this.roomId = roomId;
	}

}
