package vn.nhactruong.conference;

/** Invitations went out to all invited units. */
public record ConferenceAnnounced(long conferenceId) {
}
