package vn.nhactruong.conference;

import java.time.LocalDate;

/** A conference as the public front page names it. */
public record PublicConference(long id, String title, ConferenceStatus status, LocalDate startsOn, HalfDay startsHalf,
		LocalDate endsOn, HalfDay endsHalf, String place, String organizer, String chairs, boolean example) {
}
