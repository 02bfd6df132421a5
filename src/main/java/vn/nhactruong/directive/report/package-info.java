/**
 * The pages on which a unit reports that it is done, and the issuer verifies or returns
 * it.
 */
package vn.nhactruong.directive.report;
