/**
 * Taking up again what was verified already.
 */
package vn.nhactruong.directive.reopening;
