package vn.nhactruong.directive;

/** A directive was called off. */
public record DirectiveCancelled(long directiveId) {
}
