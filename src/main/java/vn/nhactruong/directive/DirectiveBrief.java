package vn.nhactruong.directive;

import java.time.LocalDate;

/**
 * A directive as it heads the form of an act.
 *
 * @param signing whether what the viewer writes is signed with it
 * @param version what a decision says it looked at
 */
public record DirectiveBrief(long id, String code, String title, LocalDate dueOn, int percent, boolean signing,
		int version) {
}
