package vn.nhactruong.workprogram;

import java.time.LocalDate;

/**
 * What is asked to be changed; which fields count depends on the kind.
 *
 * @param documentNumber the decision that drops an item
 */
public record AdjustmentPlan(AdjustmentKind kind, Long itemId, String title, Long leadId, String deliverable,
		SubmittingLevel level, LocalDate dueOn, String documentNumber, LocalDate documentDate, String reason) {
}
