package vn.nhactruong.conference.register;

import java.time.LocalDate;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.HalfDay;

/** A conference as the public front page names it. */
@NamedInterface("register")
public record PublicConference(long id, String title, ConferenceStatus status, LocalDate startsOn, HalfDay startsHalf,
		LocalDate endsOn, HalfDay endsHalf, String place, String organizer, String chairs, boolean example) {
}
