/**
 * What the issuer decides beside a report: another unit, a declination, the end; and who
 * holds it now.
 */
package vn.nhactruong.directive.decision;
