package vn.nhactruong.agenda;

import java.time.LocalDate;
import java.time.LocalTime;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What an agenda item says, in the draft as in a release. */
@Embeddable
public record AgendaContent(@Enumerated(EnumType.STRING) AgendaItemKind kind, String title, LocalDate day,
		LocalTime startsAt, LocalTime endsAt, String speaker, String speakerPosition, Long unitId, String note) {

	AgendaContent on(LocalDate otherDay) {
		return new AgendaContent(this.kind, this.title, otherDay, this.startsAt, this.endsAt, this.speaker,
				this.speakerPosition, this.unitId, this.note);
	}

}
