package vn.nhactruong.calendar.trip;

import java.time.LocalDate;
import java.time.LocalTime;

import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.conference.HalfDay;

/**
 * A trip in the list.
 *
 * @param leaders their positions
 * @param unit who registered it
 */
record TripRow(long id, String title, LocalDate startsOn, HalfDay startsHalf, LocalTime departsAt, LocalDate endsOn,
		HalfDay endsHalf, LocalTime returnsAt, String leaders, String where, String unit, EntryStatus status) {

	public String getTone() {
		return this.status.tone();
	}

}
