/**
 * Items that a unit brings in a workbook: read, checked, shown, then proposed.
 */
package vn.nhactruong.workprogram.imports;
