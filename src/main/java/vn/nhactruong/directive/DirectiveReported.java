package vn.nhactruong.directive;

/** The lead unit signed that it is done. */
public record DirectiveReported(long directiveId) {
}
