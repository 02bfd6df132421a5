/**
 * Whom a unit gives a directive to inside, and who stands in.
 */
package vn.nhactruong.directive.assignment;
