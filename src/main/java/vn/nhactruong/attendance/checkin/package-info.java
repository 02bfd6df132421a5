/**
 * Taking attendance on the day of a conference: the sheet of a half-day, badges and what
 * was noted.
 */
package vn.nhactruong.attendance.checkin;
