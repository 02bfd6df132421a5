package vn.nhactruong.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;

/**
 * One published agenda: copies of the draft's items as they stood. Never changed again.
 */
@Entity
class AgendaRelease {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long conferenceId;

	private int number;

	private Instant releasedAt;

	private String releasedBy;

	@ElementCollection
	@CollectionTable(name = "agenda_release_item", joinColumns = @JoinColumn(name = "release_id"))
	@OrderColumn(name = "position_no")
	private List<Frozen> items = new ArrayList<>();

	protected AgendaRelease() {
	}

	AgendaRelease(long conferenceId, int number, List<AgendaItem> draft, String releasedBy, Instant releasedAt) {
		this.conferenceId = conferenceId;
		this.number = number;
		this.releasedBy = releasedBy;
		this.releasedAt = releasedAt;
		draft.stream()
			.sorted(AgendaItem.IN_ORDER)
			.forEach((item) -> this.items.add(new Frozen(item.getId(), item.getContent())));
	}

	List<AgendaLine> lines() {
		return this.items.stream().map((item) -> AgendaLine.of(item.itemId(), item.content())).toList();
	}

	Long getId() {
		return this.id;
	}

	long getConferenceId() {
		return this.conferenceId;
	}

	int getNumber() {
		return this.number;
	}

	Instant getReleasedAt() {
		return this.releasedAt;
	}

	String getReleasedBy() {
		return this.releasedBy;
	}

	/** The copy of one item. */
	@Embeddable
	record Frozen(long itemId, @Embedded AgendaContent content) {
	}

}
