package vn.nhactruong.conference.register;

import java.util.List;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.conference.Session;

/**
 * An announced conference as whoever plans around it has to know it.
 *
 * @param participants who is meant, in the words of the invitation, or {@code null}
 * @param chairs each with name and position as the invitation gives them
 * @param invited the invited units
 */
@NamedInterface("register")
public record ScheduledConference(long id, String title, List<Session> sessions, String place, String participants,
		long organizerId, List<String> chairs, List<Long> invited) {
}
