/**
 * One entry of a week: registered by a unit, accepted, returned or cancelled, with its
 * papers and clashes.
 */
package vn.nhactruong.calendar.entry;
