/**
 * What was done to a directive, line by line.
 */
package vn.nhactruong.directive.history;
