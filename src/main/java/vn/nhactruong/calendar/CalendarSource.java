package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;

import vn.nhactruong.conference.HalfDay;

/**
 * What stands in the leaders' week without anybody typing it there. A module below this
 * one can't implement it; an adapter here reads its façade.
 */
public interface CalendarSource {

	/**
	 * Everything that takes place between a Monday and a Sunday, both included, each
	 * within one week. Costs a fixed number of statements.
	 */
	List<Appearance> between(LocalDate from, LocalDate to);

	/**
	 * Something that appears by itself, as far as it lies in one week.
	 *
	 * @param key what it is called for good, such as {@code conference:12:1}; it begins
	 * with the name of the source
	 * @param day of its first half-day
	 * @param startsAt {@code null} where no time is known: then it takes the half-day
	 * @param lastDay of its last half-day, not after the Sunday; {@code null}, as is
	 * {@code lastHalf}, where it is the first one
	 * @param leaderIds leaders of the catalogue
	 * @param presiding names and positions, where the source doesn't know the catalogue;
	 * who is a leader of it is found among them
	 * @param preparingUnitId who prepares it, or {@code null}
	 * @param carId of the catalogue, or {@code null}
	 * @param url its page
	 * @param registeredUnitId the unit that registered it, or {@code null} for none
	 * @param proposed whether it still waits for the office
	 */
	record Appearance(String key, String title, LocalDate day, HalfDay half, LocalTime startsAt, LocalDate lastDay,
			HalfDay lastHalf, LocalTime endsAt, Collection<Long> leaderIds, List<String> presiding, String place,
			String participants, Collection<Long> unitIds, Long preparingUnitId, Long carId, String note, String url,
			Long registeredUnitId, boolean proposed) {
	}

}
