package vn.nhactruong.workprogram;

import java.time.LocalDate;

/**
 * An item of an earlier period that was not done there.
 *
 * @param program the period it comes from
 * @param slippedTo to when its unit moved it, or {@code null}
 */
public record Unfinished(long id, long programId, int number, String title, String lead, LocalDate dueOn,
		WorkItemStatus status, LocalDate slippedTo, Period program) {
}
