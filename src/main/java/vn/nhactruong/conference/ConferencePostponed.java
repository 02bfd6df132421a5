package vn.nhactruong.conference;

/** An announced conference was put off. */
public record ConferencePostponed(long conferenceId) {
}
