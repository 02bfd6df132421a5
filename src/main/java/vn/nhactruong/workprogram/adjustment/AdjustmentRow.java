package vn.nhactruong.workprogram.adjustment;

import java.time.Instant;

/**
 * A request for an adjustment in the list.
 *
 * @param change what would read differently
 */
record AdjustmentRow(long id, AdjustmentKind kind, String title, Long itemId, String change, String reason,
		AdjustmentStatus status, String unit, String requester, Instant requestedAt, Instant decidedAt, String comment,
		Integer versionNo, boolean mayDecide) {
}
