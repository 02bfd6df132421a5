package vn.nhactruong.directive;

/** A directive was given to its lead unit. */
public record DirectiveIssued(long directiveId) {
}
