package vn.nhactruong.calendar.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.plan.ClashRow;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.file.FileRow;

/**
 * One trip as one viewer gets it.
 *
 * @param weeks in which it stands
 * @param files its papers
 * @param decision {@code null}, as is all that follows to the version, for whoever sees
 * only what is published
 * @param version of the working state, for the acts
 */
record TripPage(long id, String title, LocalDate startsOn, HalfDay startsHalf, LocalTime departsAt, LocalDate endsOn,
		HalfDay endsHalf, LocalTime returnsAt, List<Week> weeks, String leaders, String where, String participants,
		List<String> units, String preparing, String car, String note, String decision, EntryStatus status,
		String reason, String registeredUnit, String registeredBy, Instant registeredAt, int version,
		List<FileRow> files, List<ClashRow> clashes, boolean mayEdit, boolean mayAccept, boolean mayReturn,
		boolean mayCancel) {
}
