package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.nhactruong.conference.HalfDay;

/**
 * One thing that leaders do, in the draft as in a release.
 *
 * @param lineKey the same through all versions: the entry's, or what the source calls it
 * @param uid by which people's calendars know it
 * @param entryId {@code null} for what appears by itself
 * @param startsAt {@code null} where no time is fixed: then it takes the half-day
 * @param endsAt {@code null} where it is open: then it lasts to the end of the half-day
 * @param leaders the leaders' positions as they read then; whoever presides where no
 * position is named
 * @param url the page of what appears by itself, or {@code null}
 */
@Embeddable
public record CalendarLine(String lineKey, UUID uid, Long entryId, String title, LocalDate day,
		@Enumerated(EnumType.STRING) HalfDay half, LocalTime startsAt, LocalTime endsAt,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "bigint[]") List<Long> leaderIds, String leaders,
		Long roomId, String place, String participants,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "bigint[]") List<Long> unitIds, Long preparingUnitId,
		Long carId, String car, String note, String url) {

	/** The morning ends here, as in the working day of every office. */
	static final LocalTime NOON = LocalTime.NOON;

	private static final LocalTime EVENING = LocalTime.of(18, 0);

	public static final Comparator<CalendarLine> IN_ORDER = Comparator.comparing(CalendarLine::day)
		.thenComparing(CalendarLine::half)
		.thenComparing(CalendarLine::from)
		.thenComparing(CalendarLine::until)
		.thenComparing(CalendarLine::lineKey);

	static HalfDay half(LocalTime start) {
		return start.isBefore(NOON) ? HalfDay.MORNING : HalfDay.AFTERNOON;
	}

	/** When it begins at the earliest. */
	LocalTime from() {
		if (this.startsAt != null) {
			return this.startsAt;
		}
		return (this.half == HalfDay.MORNING) ? LocalTime.MIN : NOON;
	}

	/** When it is over at the latest. */
	public LocalTime until() {
		if (this.endsAt != null) {
			return this.endsAt;
		}
		if (this.half == HalfDay.MORNING) {
			return NOON;
		}
		return from().isBefore(EVENING) ? EVENING : LocalTime.MAX;
	}

	boolean overlaps(CalendarLine other) {
		return this.day.equals(other.day) && from().isBefore(other.until()) && other.from().isBefore(until());
	}

	/** Whether it appeared by itself. */
	public boolean isSourced() {
		return this.entryId == null;
	}

	/** The units that have to know of it. */
	Stream<Long> concernedUnits() {
		return Stream.concat(Stream.ofNullable(this.preparingUnitId), this.unitIds.stream());
	}

	public boolean concerns(Set<Long> ownUnits, Long leaderId) {
		return (leaderId != null && this.leaderIds.contains(leaderId)) || concernedUnits().anyMatch(ownUnits::contains);
	}

	/** Whether somebody who knows the other one has nothing to learn from this. */
	public boolean says(CalendarLine other) {
		return this.title.equals(other.title) && this.day.equals(other.day) && this.half == other.half
				&& Objects.equals(this.startsAt, other.startsAt) && Objects.equals(this.endsAt, other.endsAt)
				&& this.leaders.equals(other.leaders) && this.place.equals(other.place)
				&& Objects.equals(this.participants, other.participants)
				&& Set.copyOf(this.unitIds).equals(Set.copyOf(other.unitIds))
				&& Objects.equals(this.preparingUnitId, other.preparingUnitId) && Objects.equals(this.car, other.car)
				&& Objects.equals(this.note, other.note);
	}

}
