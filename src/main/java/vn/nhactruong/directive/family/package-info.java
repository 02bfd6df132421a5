/**
 * Many units under one directive: their matrix and what is done to several at once.
 */
package vn.nhactruong.directive.family;
