/**
 * What each invited unit has answered, the overview of the answers, and who still has to
 * be reminded.
 */
package vn.nhactruong.attendance.answer;
