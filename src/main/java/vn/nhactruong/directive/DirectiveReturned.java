package vn.nhactruong.directive;

/** The office returned the report; the unit works on. */
public record DirectiveReturned(long directiveId) {
}
