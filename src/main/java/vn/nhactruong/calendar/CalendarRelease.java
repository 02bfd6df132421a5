package vn.nhactruong.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * One published version of a week, with what became of the lines of earlier ones. Never
 * changed again.
 */
@Entity
public class CalendarRelease {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long weekId;

	private int number;

	private Instant releasedAt;

	private String releasedBy;

	@ElementCollection
	@CollectionTable(name = "calendar_release_line", joinColumns = @JoinColumn(name = "release_id"))
	@OrderColumn(name = "position_no")
	private List<Frozen> lines = new ArrayList<>();

	protected CalendarRelease() {
	}

	/**
	 * Freezes the lines. A line that says something new, is called off or comes back gets
	 * the next sequence, so that people's calendars follow.
	 * @param before the version before, or {@code null} for the first
	 */
	CalendarRelease(long weekId, int number, List<CalendarLine> lines, CalendarRelease before, String releasedBy,
			Instant releasedAt) {
		this.weekId = weekId;
		this.number = number;
		this.releasedBy = releasedBy;
		this.releasedAt = releasedAt;
		Map<String, Frozen> known = new HashMap<>();
		if (before != null) {
			before.lines.forEach((frozen) -> known.put(frozen.line().lineKey(), frozen));
		}
		Set<String> present = new HashSet<>();
		for (CalendarLine line : lines) {
			present.add(line.lineKey());
			this.lines.add(Frozen.following(known.get(line.lineKey()), line));
		}
		known.values()
			.stream()
			.filter((frozen) -> !present.contains(frozen.line().lineKey()))
			.sorted((a, b) -> CalendarLine.IN_ORDER.compare(a.line(), b.line()))
			.forEach((frozen) -> this.lines.add(frozen.gone()));
	}

	/** What takes place. */
	public List<CalendarLine> lines() {
		return this.lines.stream().filter((frozen) -> !frozen.cancelled()).map(Frozen::line).toList();
	}

	/** What takes place and what was called off after it had been published. */
	public List<Frozen> all() {
		return List.copyOf(this.lines);
	}

	Long getId() {
		return this.id;
	}

	public long getWeekId() {
		return this.weekId;
	}

	public int getNumber() {
		return this.number;
	}

	public Instant getReleasedAt() {
		return this.releasedAt;
	}

	public String getReleasedBy() {
		return this.releasedBy;
	}

	/**
	 * One line as it went out.
	 *
	 * @param sequence how often it changed since it first went out
	 */
	@Embeddable
	public record Frozen(@Embedded CalendarLine line, int sequence, boolean cancelled) {

		static Frozen following(Frozen before, CalendarLine line) {
			if (before == null) {
				return new Frozen(line, 0, false);
			}
			boolean same = !before.cancelled && line.says(before.line);
			return new Frozen(line, same ? before.sequence : before.sequence + 1, false);
		}

		Frozen gone() {
			return this.cancelled ? this : new Frozen(this.line, this.sequence + 1, true);
		}

	}

}
