package vn.nhactruong.conference;

/** An announced conference got another date or place. */
public record ConferenceMoved(long conferenceId) {
}
