/**
 * The page of one directive, put together from its features.
 */
package vn.nhactruong.directive.page;
