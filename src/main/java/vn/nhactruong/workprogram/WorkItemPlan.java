package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import vn.nhactruong.shared.DateFormats;

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

	/** What the item comes from, with the document that says so. */
	public String basis() {
		String document = (this.sourceNumber != null)
				? this.sourceNumber + ((this.sourceDate != null) ? ", " + DateFormats.day(this.sourceDate) : "") : "";
		String words = Objects.requireNonNullElse(this.source, "");
		return (words.isEmpty() || document.isEmpty()) ? words + document : words + " (" + document + ")";
	}

}
