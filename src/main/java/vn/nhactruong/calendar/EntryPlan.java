package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * What a unit registers or the office arranges.
 *
 * @param endsAt {@code null} while open
 * @param roomId a room of the catalogue, or {@code null} where {@code place} says it
 * @param participants with whom, in words
 * @param unitIds with whom, as units that see it and are told
 * @param preparingUnitId who prepares it, or {@code null}
 */
public record EntryPlan(String title, LocalDate day, LocalTime startsAt, LocalTime endsAt, Set<Long> leaderIds,
		Long roomId, String place, String participants, Set<Long> unitIds, Long preparingUnitId, Long carId,
		String note) {

	/**
	 * What is wrong with it by itself, as far as it says anything.
	 * @param week in which it has to stay, or {@code null} for any
	 */
	public List<RuleViolation> mistakes(Week week) {
		List<RuleViolation> found = new ArrayList<>();
		if (week != null && this.day != null && !week.covers(this.day)) {
			found.add(RuleViolation.at("day", "calendar.error.dayOutside", week.number(),
					DateFormats.day(week.monday()), DateFormats.day(week.sunday())));
		}
		if (this.startsAt != null && this.endsAt != null && !this.startsAt.isBefore(this.endsAt)) {
			found.add(RuleViolation.at("endsAt", "calendar.error.endBeforeStart"));
		}
		if (this.roomId == null && this.place == null) {
			found.add(RuleViolation.at("place", "calendar.error.noPlace"));
		}
		return found;
	}

}
