package vn.nhactruong.workprogram.version;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItemStatus;

/** An item as it read in one published version. */
public record VersionItem(long itemId, int number, String title, long leadId, String lead, List<Long> coordinatingIds,
		String coordinating, String deliverable, SubmittingLevel level, LocalDate dueOn, String source,
		WorkItemStatus status, LocalDate slippedTo, String decision) {
}
