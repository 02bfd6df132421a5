package vn.nhactruong.workprogram.adjustment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItemPlan;

/**
 * What is asked to be changed; which fields count depends on the kind.
 *
 * @param source what an added item comes from, in words; number and date name a document
 * @param parentId the item of the longer program that an added one carries out
 * @param documentNumber the decision that drops an item
 */
@NamedInterface("adjustment")
public record AdjustmentPlan(AdjustmentKind kind, Long itemId, String title, Long leadId, Set<Long> coordinatingIds,
		String deliverable, SubmittingLevel level, LocalDate dueOn, String source, String sourceNumber,
		LocalDate sourceDate, Long parentId, String documentNumber, LocalDate documentDate, String reason) {

	public AdjustmentPlan {
		coordinatingIds = Set.copyOf(coordinatingIds);
	}

	/** Without coordinating units, source and item above. */
	public AdjustmentPlan(AdjustmentKind kind, Long itemId, String title, Long leadId, String deliverable,
			SubmittingLevel level, LocalDate dueOn, String documentNumber, LocalDate documentDate, String reason) {
		this(kind, itemId, title, leadId, Set.of(), deliverable, level, dueOn, null, null, null, null, documentNumber,
				documentDate, reason);
	}

	/** The item that is added. */
	WorkItemPlan item(Long parentId) {
		return new WorkItemPlan(this.title, this.leadId, this.coordinatingIds, this.deliverable, this.level, this.dueOn,
				this.source, this.sourceNumber, this.sourceDate, parentId);
	}

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
			case COORDINATION -> {
				// None is an answer, too.
			}
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
