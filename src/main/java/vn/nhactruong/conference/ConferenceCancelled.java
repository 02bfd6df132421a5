package vn.nhactruong.conference;

/** A known conference was called off. */
public record ConferenceCancelled(long conferenceId) {
}
