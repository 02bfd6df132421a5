package vn.nhactruong.agenda;

import java.time.LocalDate;
import java.time.LocalTime;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** An agenda item as the office types it. */
class AgendaItemForm implements Versioned {

	@NotNull
	private AgendaItemKind kind;

	@NotBlank
	@Size(max = 500)
	private String title;

	@NotNull
	private LocalDate day;

	private LocalTime startsAt;

	private LocalTime endsAt;

	@Size(max = 120)
	private String speaker;

	@Size(max = 200)
	private String speakerPosition;

	private Long unitId;

	@Size(max = 2000)
	private String note;

	private int version;

	static AgendaItemForm of(AgendaItem item) {
		AgendaContent content = item.getContent();
		AgendaItemForm form = new AgendaItemForm();
		form.kind = content.kind();
		form.title = content.title();
		form.day = content.day();
		form.startsAt = content.startsAt();
		form.endsAt = content.endsAt();
		form.speaker = content.speaker();
		form.speakerPosition = content.speakerPosition();
		form.unitId = content.unitId();
		form.note = content.note();
		form.version = item.getVersion();
		return form;
	}

	AgendaContent content() {
		return new AgendaContent(this.kind, this.title, this.day, this.startsAt, this.endsAt, this.speaker,
				this.speakerPosition, this.unitId, this.note);
	}

	public AgendaItemKind getKind() {
		return this.kind;
	}

	public void setKind(AgendaItemKind kind) {
		this.kind = kind;
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

	public String getSpeaker() {
		return this.speaker;
	}

	public void setSpeaker(String speaker) {
		this.speaker = speaker;
	}

	public String getSpeakerPosition() {
		return this.speakerPosition;
	}

	public void setSpeakerPosition(String speakerPosition) {
		this.speakerPosition = speakerPosition;
	}

	public Long getUnitId() {
		return this.unitId;
	}

	public void setUnitId(Long unitId) {
		this.unitId = unitId;
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
