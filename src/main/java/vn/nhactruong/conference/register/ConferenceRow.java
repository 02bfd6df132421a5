package vn.nhactruong.conference.register;

import java.time.LocalDate;

import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.HalfDay;

/** A conference as the list shows it. */
public record ConferenceRow(long id, String code, String title, ConferenceKind kind, ConferenceStatus status,
		LocalDate startsOn, HalfDay startsHalf, LocalDate endsOn, HalfDay endsHalf, String place, String organizer,
		int invited, boolean example) {
}
