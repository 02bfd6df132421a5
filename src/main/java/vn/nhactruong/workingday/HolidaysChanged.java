package vn.nhactruong.workingday;

import org.jspecify.annotations.Nullable;

/**
 * An administrator entered or withdrew a special day; deadlines computed from now on
 * follow it, those already given stay.
 *
 * @param before the day as it was, null if it has just been entered
 * @param after the day as it is, null if it has just been withdrawn
 */
public record HolidaysChanged(@Nullable SpecialDay before, @Nullable SpecialDay after) {

}
