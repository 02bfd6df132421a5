/**
 * What directives remind people of, at their desk, by notice and step by step before the
 * day.
 */
package vn.nhactruong.directive.reminder;
