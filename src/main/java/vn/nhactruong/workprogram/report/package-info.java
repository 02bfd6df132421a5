/**
 * How far a program was carried out, and what the next one takes over.
 */
package vn.nhactruong.workprogram.report;
