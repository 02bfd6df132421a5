package vn.nhactruong.directive;

/** The office verified that it is done; its timeliness is frozen. */
public record DirectiveVerified(long directiveId) {
}
