/**
 * A program's way from the first proposal to the closed period, and its own page.
 */
package vn.nhactruong.workprogram.program;
