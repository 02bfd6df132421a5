/**
 * The pages of a week: its draft, its published versions, approval, and what is due in
 * it.
 */
package vn.nhactruong.calendar.week;
