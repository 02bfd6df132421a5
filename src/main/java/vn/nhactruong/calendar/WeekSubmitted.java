package vn.nhactruong.calendar;

/** A week waits for a leader. */
record WeekSubmitted(long weekId) {
}
