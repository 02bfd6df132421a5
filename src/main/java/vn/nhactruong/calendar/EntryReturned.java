package vn.nhactruong.calendar;

/** A unit got its registration back. */
record EntryReturned(long entryId) {
}
