package vn.nhactruong.directive;

import java.time.LocalDate;

import vn.nhactruong.directive.origin.Origin;

/**
 * What is to be done, whoever is given it.
 *
 * @param text the full wording
 * @param origin what it rests on
 * @param conferenceId the conference of the clause it comes from, or {@code null}
 * @param dueOn the deadline, or {@code null} when none is named
 * @param coordinatingDueOn until when coordinating units contribute, or {@code null} for
 * the usual time before the deadline
 */
public record DirectivePlan(String title, String text, Origin origin, Long conferenceId, String deliverable,
		LocalDate dueOn, LocalDate coordinatingDueOn) {
}
