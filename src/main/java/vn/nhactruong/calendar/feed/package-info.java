/**
 * The calendar feeds that people subscribe to from their own calendar.
 */
package vn.nhactruong.calendar.feed;
