package vn.nhactruong.conference;

import java.time.LocalDate;

/** A conference as the list shows it. */
public record ConferenceRow(long id, String code, String title, ConferenceKind kind, ConferenceStatus status,
		LocalDate startsOn, HalfDay startsHalf, LocalDate endsOn, HalfDay endsHalf, String place, String organizer,
		int invited, boolean example) {
}
