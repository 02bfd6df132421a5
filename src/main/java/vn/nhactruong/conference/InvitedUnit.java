package vn.nhactruong.conference;

import java.time.Instant;

/**
 * One invitation as others read it.
 *
 * @param quota how many the unit may send, or {@code null} where none was named
 * @param participants who is meant, or {@code null}
 * @param declinedAt when the unit answered that it sends nobody, or {@code null}
 */
public record InvitedUnit(long id, long conferenceId, long organizationId, Integer quota, String participants,
		Instant declinedAt, String declineReason) {
}
