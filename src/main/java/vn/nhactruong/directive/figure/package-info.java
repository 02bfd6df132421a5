/**
 * Directives in figures: by timeliness, unit, period and origin, and the board made of
 * them.
 */
package vn.nhactruong.directive.figure;
