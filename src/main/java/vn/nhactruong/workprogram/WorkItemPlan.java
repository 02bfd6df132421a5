package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.Set;

/**
 * What an item says: who does what until when, for whom and why.
 *
 * @param source what it comes from, in words; number and date name a document, if any
 * @param parentId the item of the longer program that it carries out, or {@code null}
 */
public record WorkItemPlan(String title, long leadId, Set<Long> coordinatingIds, String deliverable,
		SubmittingLevel level, LocalDate dueOn, String source, String sourceNumber, LocalDate sourceDate,
		Long parentId) {

	public WorkItemPlan {
		coordinatingIds = Set.copyOf(coordinatingIds);
	}

}
