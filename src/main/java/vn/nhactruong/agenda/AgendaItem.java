package vn.nhactruong.agenda;

import java.time.Instant;
import java.util.Comparator;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.OptimisticLock;

import vn.nhactruong.shared.RuleViolation;

/** One item of a conference's working draft. */
@Entity
class AgendaItem {

	/** By day and time; items without a time follow in the order the office gave them. */
	static final Comparator<AgendaItem> IN_ORDER = Comparator
		.comparing((AgendaItem item) -> item.content.day(), Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((item) -> item.content.startsAt(), Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((item) -> item.positionNo);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long conferenceId;

	/** Moving an item disturbs nobody who edits its text at the same time. */
	@OptimisticLock(excluded = true)
	private int positionNo;

	@Embedded
	private AgendaContent content;

	private Instant removedAt;

	@Version
	private int version;

	protected AgendaItem() {
	}

	AgendaItem(long conferenceId, int positionNo, AgendaContent content) {
		this.conferenceId = conferenceId;
		this.positionNo = positionNo;
		write(content);
	}

	void write(AgendaContent changed) {
		requirePresent();
		check(changed);
		this.content = changed;
	}

	/**
	 * Of what is there; what a form leaves out is told by itself.
	 * @throws RuleViolation with all that doesn't fit
	 */
	static void check(AgendaContent content) {
		RuleViolation.checkAll(() -> {
			if ((content.startsAt() == null) != (content.endsAt() == null)) {
				throw RuleViolation.at((content.startsAt() == null) ? "startsAt" : "endsAt", "agenda.error.bothTimes");
			}
			if (content.startsAt() != null && !content.startsAt().isBefore(content.endsAt())) {
				throw RuleViolation.at("endsAt", "agenda.error.endBeforeStart");
			}
		}, () -> {
			if (content.startsAt() != null && content.day() == null) {
				throw RuleViolation.at("day", "agenda.error.timeWithoutDay");
			}
		}, () -> {
			if (content.speaker() == null && content.speakerPosition() != null) {
				throw RuleViolation.at("speaker", "agenda.error.positionWithoutSpeaker");
			}
		});
	}

	/** Takes the item out of the draft; what was published of it stays readable. */
	void remove(Instant now) {
		requirePresent();
		this.removedAt = now;
	}

	/** Changes places with its neighbour; only where no time decides the order. */
	void swap(AgendaItem neighbour) {
		requirePresent();
		int place = this.positionNo;
		this.positionNo = neighbour.positionNo;
		neighbour.positionNo = place;
	}

	/** Whether the two stand in an order of the office's own choice. */
	boolean swapsWith(AgendaItem neighbour) {
		return this.content.startsAt() == null && neighbour.content.startsAt() == null
				&& java.util.Objects.equals(this.content.day(), neighbour.content.day());
	}

	private void requirePresent() {
		if (isRemoved()) {
			throw RuleViolation.of("agenda.error.removed");
		}
	}

	boolean isRemoved() {
		return this.removedAt != null;
	}

	Long getId() {
		return this.id;
	}

	long getConferenceId() {
		return this.conferenceId;
	}

	int getPositionNo() {
		return this.positionNo;
	}

	AgendaContent getContent() {
		return this.content;
	}

	int getVersion() {
		return this.version;
	}

}
