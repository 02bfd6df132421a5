package vn.nhactruong.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything about a conference that the office decides and may change.
 *
 * @param open whether the public front page names it
 * @param urgent called at short notice: the three working days ahead do not apply
 * @param content what it is about and what is asked of the participants
 * @param participants who is meant, in the words of the invitation
 * @param followsId the conference whose conclusions are reported on, or {@code null}
 * @param registrationClosesAt when the name list locks
 */
public record ConferencePlan(String title, ConferenceKind kind, LocalDate startsOn, HalfDay startsHalf,
		LocalDate endsOn, HalfDay endsHalf, String place, String provinceId, Long organizerId, boolean open,
		boolean urgent, String content, String participants, String note, Long followsId, Instant registrationClosesAt,
		List<ConferencePerson> persons) {
}
