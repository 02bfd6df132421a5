package vn.nhactruong.workprogram.adjustment;

import java.time.LocalDate;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.workprogram.SubmittingLevel;

/**
 * What is asked to be changed; which fields count depends on the kind.
 *
 * @param documentNumber the decision that drops an item
 */
@NamedInterface("adjustment")
public record AdjustmentPlan(AdjustmentKind kind, Long itemId, String title, Long leadId, String deliverable,
		SubmittingLevel level, LocalDate dueOn, String documentNumber, LocalDate documentDate, String reason) {
}
