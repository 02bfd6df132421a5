package vn.nhactruong.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One item of an agenda as pages and other modules read it.
 *
 * @param itemId the draft's item it is or was copied from; the same through all releases
 * @param day {@code null} only where an archive doesn't say
 * @param startsAt {@code null} where no time is fixed; then {@code endsAt} is, too
 * @param unitId the presenting unit, or {@code null}
 */
public record AgendaLine(long itemId, AgendaItemKind kind, String title, LocalDate day, LocalTime startsAt,
		LocalTime endsAt, String speaker, String speakerPosition, Long unitId, String note) {

	static AgendaLine of(long itemId, AgendaContent content) {
		return new AgendaLine(itemId, content.kind(), content.title(), content.day(), content.startsAt(),
				content.endsAt(), content.speaker(), content.speakerPosition(), content.unitId(), content.note());
	}

	static List<AgendaLine> ofDraft(List<AgendaItem> items) {
		return items.stream().sorted(AgendaItem.IN_ORDER).map((item) -> of(item.getId(), item.getContent())).toList();
	}

	public boolean isTimed() {
		return this.startsAt != null;
	}

	/** Whether both take place at the same moment. */
	boolean overlaps(AgendaLine other) {
		return isTimed() && other.isTimed() && this.day.equals(other.day) && this.startsAt.isBefore(other.endsAt)
				&& other.startsAt.isBefore(this.endsAt);
	}

}
