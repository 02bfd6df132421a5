/**
 * The lead unit's pages from receipt to progress, contributions of others, and who reads
 * the files.
 */
package vn.nhactruong.directive.work;
