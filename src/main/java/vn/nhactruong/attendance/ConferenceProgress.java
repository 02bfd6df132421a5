package vn.nhactruong.attendance;

import java.time.Instant;
import java.time.LocalDate;

import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.HalfDay;

/**
 * How far the answers to a conference that is announced or in session have come, over the
 * invitations that the viewer may see.
 *
 * @param answered units whose list is confirmed or that send nobody
 */
public record ConferenceProgress(long conferenceId, String code, String title, ConferenceStatus status,
		LocalDate startsOn, HalfDay startsHalf, LocalDate endsOn, HalfDay endsHalf, String place,
		Instant registrationClosesAt, int invited, int answered, int registered) {
}
