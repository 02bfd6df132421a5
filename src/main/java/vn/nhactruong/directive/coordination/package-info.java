/**
 * What coordinating units are waited for, until when, or no longer.
 */
package vn.nhactruong.directive.coordination;
