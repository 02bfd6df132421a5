/**
 * What a directive rests on, and how it is ordered: a clause, an item of a work program
 * or another document.
 */
package vn.nhactruong.directive.origin;
