/**
 * The rows, filters and totals that every list of directives is made of.
 */
package vn.nhactruong.directive.list;
