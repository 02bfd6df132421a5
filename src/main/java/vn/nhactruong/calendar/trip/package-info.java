/**
 * Leaders' business trips: typed once, accepted once, in every week that they touch.
 */
package vn.nhactruong.calendar.trip;
