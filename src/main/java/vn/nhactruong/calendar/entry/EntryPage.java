package vn.nhactruong.calendar.entry;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.plan.ClashRow;
import vn.nhactruong.file.FileRow;

/**
 * One entry as one viewer gets it.
 *
 * @param status {@code null} for whoever sees only what is published
 * @param version of the working state, for the acts
 */
record EntryPage(long id, CalendarLine line, Week week, String time, String preparing, List<String> units,
		EntryStatus status, String reason, String registeredUnit, String registeredBy, Instant registeredAt,
		int version, List<FileRow> files, List<ClashRow> clashes, boolean mayEdit, boolean mayAccept, boolean mayReturn,
		boolean mayCancel) {
}
