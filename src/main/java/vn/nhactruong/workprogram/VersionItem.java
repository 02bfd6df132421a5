package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.List;

/** An item as it read in one published version. */
record VersionItem(long itemId, int number, String title, long leadId, String lead, List<Long> coordinatingIds,
		String coordinating, String deliverable, SubmittingLevel level, LocalDate dueOn, String source,
		WorkItemStatus status, LocalDate slippedTo, String decision) {
}
