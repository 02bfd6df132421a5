package vn.nhactruong.calendar;

/** A week went out. */
record WeekReleased(long weekId, int number) {
}
