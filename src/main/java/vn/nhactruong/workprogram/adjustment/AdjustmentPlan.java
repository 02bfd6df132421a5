package vn.nhactruong.workprogram.adjustment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.SubmittingLevel;

/**
 * What is asked to be changed; which fields count depends on the kind.
 *
 * @param documentNumber the decision that drops an item
 */
@NamedInterface("adjustment")
public record AdjustmentPlan(AdjustmentKind kind, Long itemId, String title, Long leadId, String deliverable,
		SubmittingLevel level, LocalDate dueOn, String documentNumber, LocalDate documentDate, String reason) {

	/** What its kind is about and nobody said. */
	List<RuleViolation> missing() {
		List<RuleViolation> missing = new ArrayList<>();
		if (this.kind == null) {
			return missing;
		}
		if (this.kind != AdjustmentKind.ADD) {
			required(this.itemId, "itemId", missing);
		}
		switch (this.kind) {
			case ADD -> {
				required(this.title, "title", missing);
				required(this.leadId, "leadId", missing);
				required(this.level, "level", missing);
				required(this.dueOn, "dueOn", missing);
			}
			case DEADLINE, MOVE -> required(this.dueOn, "dueOn", missing);
			case LEAD -> required(this.leadId, "leadId", missing);
			case DELIVERABLE -> required(this.deliverable, "deliverable", missing);
			case DROP -> {
				required(this.documentNumber, "documentNumber", missing);
				required(this.documentDate, "documentDate", missing);
			}
		}
		return missing;
	}

	private static void required(Object value, String field, List<RuleViolation> missing) {
		if (value == null) {
			missing.add(RuleViolation.at(field, "workprogram.error.required." + field));
		}
	}

}
