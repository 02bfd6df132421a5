package vn.nhactruong.directive;

/** A directive was given to another lead unit. */
public record DirectiveReassigned(long directiveId) {
}
