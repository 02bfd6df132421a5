package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import vn.nhactruong.conference.HalfDay;

/**
 * What stands in the leaders' week without anybody registering it. A module below this
 * one can't implement it; an adapter here reads its façade.
 */
interface CalendarSource {

	/**
	 * Everything that takes place between two days, both included. Costs a fixed number
	 * of statements.
	 */
	List<Appearance> between(LocalDate from, LocalDate to);

	/**
	 * One half-day of something that appears by itself.
	 *
	 * @param key what it is called for good, such as {@code conference:12:1}
	 * @param startsAt {@code null} where no time is known: then it takes the half-day
	 * @param presiding names and positions; who is a leader of the catalogue is found
	 * among them
	 * @param preparingUnitId who prepares it, or {@code null}
	 * @param url its page
	 */
	record Appearance(String key, String title, LocalDate day, HalfDay half, LocalTime startsAt, LocalTime endsAt,
			List<String> presiding, String place, String participants, List<Long> unitIds, Long preparingUnitId,
			String url) {
	}

}
