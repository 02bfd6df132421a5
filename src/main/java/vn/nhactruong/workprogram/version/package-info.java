/**
 * The published versions of a program, what each changed, and their papers.
 */
package vn.nhactruong.workprogram.version;
