package vn.nhactruong.workprogram.adjustment;

import java.time.Instant;
import java.util.List;

/**
 * A request for an adjustment in the list.
 *
 * @param change what would read differently
 * @param details what else an added item says
 * @param signer who signed it, where another than the requester did, or {@code null}
 */
record AdjustmentRow(long id, AdjustmentKind kind, String title, Long itemId, String change, List<Detail> details,
		String reason, AdjustmentStatus status, String unit, String requester, Instant requestedAt, String signer,
		Instant decidedAt, String comment, Integer versionNo, boolean maySign, boolean mayDecide) {

	/** A field of an added item, by the key of its label. */
	record Detail(String label, String text) {
	}

}
