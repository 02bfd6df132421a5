/**
 * Directives being written: the form, stored drafts, and the clauses that still wait for
 * one.
 */
package vn.nhactruong.directive.draft;
