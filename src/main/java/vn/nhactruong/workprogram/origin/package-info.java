/**
 * Items as the origin of conferences and directives, and the menu that leads to programs.
 */
package vn.nhactruong.workprogram.origin;
