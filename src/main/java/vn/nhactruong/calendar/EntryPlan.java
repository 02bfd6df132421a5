package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

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
}
