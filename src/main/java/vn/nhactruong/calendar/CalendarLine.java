package vn.nhactruong.calendar;

import java.time.DayOfWeek;
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
 * @param lastDay where it goes on past its half-day: the day of its last one, never after
 * the week's Sunday; otherwise {@code null}
 * @param lastHalf the last half-day, or {@code null}; {@code endsAt} is in it
 */
@Embeddable
public record CalendarLine(String lineKey, UUID uid, Long entryId, String title, LocalDate day,
		@Enumerated(EnumType.STRING) HalfDay half, LocalTime startsAt, LocalTime endsAt,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "bigint[]") List<Long> leaderIds, String leaders,
		Long roomId, String place, String participants,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "bigint[]") List<Long> unitIds, Long preparingUnitId,
		Long carId, String car, String note, String url, LocalDate lastDay,
		@Enumerated(EnumType.STRING) HalfDay lastHalf) {

	/** The morning ends here, as in the working day of every office. */
	static final LocalTime NOON = LocalTime.NOON;

	private static final LocalTime EVENING = LocalTime.of(18, 0);

	public static final Comparator<CalendarLine> IN_ORDER = Comparator.comparing(CalendarLine::day)
		.thenComparing(CalendarLine::half)
		.thenComparing(CalendarLine::from)
		.thenComparing(CalendarLine::until)
		.thenComparing(CalendarLine::lineKey);

	/** What is over within its half-day. */
	public CalendarLine(String lineKey, UUID uid, Long entryId, String title, LocalDate day, HalfDay half,
			LocalTime startsAt, LocalTime endsAt, List<Long> leaderIds, String leaders, Long roomId, String place,
			String participants, List<Long> unitIds, Long preparingUnitId, Long carId, String car, String note,
			String url) {
		this(lineKey, uid, entryId, title, day, half, startsAt, endsAt, leaderIds, leaders, roomId, place, participants,
				unitIds, preparingUnitId, carId, car, note, url, null, null);
	}

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

	/** When it is over at the latest, on its last day. */
	public LocalTime until() {
		if (this.endsAt != null) {
			return this.endsAt;
		}
		if (untilHalf() == HalfDay.MORNING) {
			return NOON;
		}
		// What lasts to a Sunday's end may go on in the week after.
		boolean open = isLong() ? untilDay().getDayOfWeek() == DayOfWeek.SUNDAY : !from().isBefore(EVENING);
		return open ? LocalTime.MAX : EVENING;
	}

	/** Whether it takes more than one half-day. */
	public boolean isLong() {
		return this.lastDay != null;
	}

	public LocalDate untilDay() {
		return isLong() ? this.lastDay : this.day;
	}

	public HalfDay untilHalf() {
		return isLong() ? this.lastHalf : this.half;
	}

	/** Whether the half-day is one of those that it takes. */
	public boolean covers(LocalDate onDay, HalfDay onHalf) {
		return !before(onDay, onHalf, this.day, this.half) && !before(untilDay(), untilHalf(), onDay, onHalf);
	}

	/** Whether its times reach into the half-day. */
	boolean reaches(LocalDate onDay, HalfDay onHalf) {
		boolean morning = onHalf == HalfDay.MORNING;
		return this.day.atTime(from()).isBefore(onDay.atTime(morning ? NOON : LocalTime.MAX))
				&& onDay.atTime(morning ? LocalTime.MIN : NOON).isBefore(untilDay().atTime(until()));
	}

	private static boolean before(LocalDate day, HalfDay half, LocalDate otherDay, HalfDay otherHalf) {
		return day.isBefore(otherDay) || day.equals(otherDay) && half.compareTo(otherHalf) < 0;
	}

	boolean overlaps(CalendarLine other) {
		return this.day.atTime(from()).isBefore(other.untilDay().atTime(other.until()))
				&& other.day.atTime(other.from()).isBefore(untilDay().atTime(until()));
	}

	/** Whether it appeared by itself. */
	public boolean isSourced() {
		return this.entryId == null;
	}

	/** What it came from, as its key begins: an entry, or one of the sources. */
	public String source() {
		return this.lineKey.substring(0, Math.max(0, this.lineKey.indexOf(':')));
	}

	/** What it is one week's part of: the key of a trip without its week. */
	public String thing() {
		int week = this.lineKey.indexOf(':', this.lineKey.indexOf(':') + 1);
		return (week > 0) ? this.lineKey.substring(0, week) : this.lineKey;
	}

	/** Whether its page and its notices are this module's; a conference has its own. */
	public boolean isOwn() {
		return !source().equals(ConferencesInWeek.NAME);
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
				&& Objects.equals(this.lastDay, other.lastDay) && this.lastHalf == other.lastHalf
				&& this.leaders.equals(other.leaders) && this.place.equals(other.place)
				&& Objects.equals(this.participants, other.participants)
				&& Set.copyOf(this.unitIds).equals(Set.copyOf(other.unitIds))
				&& Objects.equals(this.preparingUnitId, other.preparingUnitId) && Objects.equals(this.car, other.car)
				&& Objects.equals(this.note, other.note);
	}

}
