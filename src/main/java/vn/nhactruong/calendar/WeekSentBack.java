package vn.nhactruong.calendar;

/** A leader wants a week otherwise. */
record WeekSentBack(long weekId) {
}
