package vn.nhactruong.attendance.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.attendance.CheckInRow;
import vn.nhactruong.attendance.Presence;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.HalfDay;

/**
 * The attendance sheet of one half-day.
 *
 * @param units the attendees who meet the search, unit by unit
 * @param expected how many there are without a search
 * @param notBegun whether the first day is still ahead
 */
public record CheckInPage(ConferenceSummary conference, String sessionKey, LocalDate day, HalfDay half,
		List<SessionTab> sessions, List<UnitGroup> units, int expected, int present, int late, int absent, int excused,
		int open, String search, boolean mayCheckIn, boolean notBegun, List<LogLine> log) {

	record SessionTab(String key, LocalDate day, HalfDay half, boolean current, int there) {
	}

	public record UnitGroup(long organizationId, String unitName, List<CheckInRow> attendees) {

		public long there() {
			return this.attendees.stream().filter((row) -> row.presence() != null && row.presence().isThere()).count();
		}

		public boolean hasOpen() {
			return this.attendees.stream().anyMatch((row) -> row.presence() == null);
		}

	}

	record LogLine(Instant at, String name, CheckInVerdict verdict, Presence presence, String actor) {
	}

}
