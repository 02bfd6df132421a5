package vn.nhactruong.directive;

import java.time.LocalDate;

/**
 * What is to be done, whoever is given it.
 *
 * @param text the full wording
 * @param dueOn the deadline, or {@code null} when none is named
 */
record DirectivePlan(String title, String text, Long clauseId, Long conferenceId, String deliverable, LocalDate dueOn) {
}
