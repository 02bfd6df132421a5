package vn.nhactruong.calendar;

/** A unit got its registration back. */
public record EntryReturned(long entryId) {
}
