package vn.nhactruong.workingday;

/**
 * A special day was entered, changed or removed, or a year confirmed: deadlines computed
 * from now on follow it, those already given stay.
 */
record HolidaysChanged() {
}
