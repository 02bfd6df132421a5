/**
 * Changes to a published program: asked for, approved or refused, in force with the next
 * version.
 */
package vn.nhactruong.workprogram.adjustment;
