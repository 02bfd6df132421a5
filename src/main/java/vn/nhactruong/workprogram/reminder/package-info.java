/**
 * What programs remind people of, at their desk and by notice.
 */
package vn.nhactruong.workprogram.reminder;
