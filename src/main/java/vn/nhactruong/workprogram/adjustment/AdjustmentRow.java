package vn.nhactruong.workprogram.adjustment;

import java.time.Instant;
import java.util.List;

/**
 * A request for an adjustment in the list.
 *
 * @param change what would read differently; while it waits, beside what reads now
 * @param details what else an added item says; of another one while it waits, how far it
 * is
 * @param voidedBy what was asked earlier of the same item and takes it out of the
 * program, or {@code null}
 * @param voids what was asked later of an item that this one takes out, or {@code null}
 * @param signer who signed it, where another than the requester did, or {@code null}
 */
record AdjustmentRow(long id, AdjustmentKind kind, String title, Long itemId, String change, List<Detail> details,
		String reason, String voidedBy, String voids, AdjustmentStatus status, String unit, String requester,
		Instant requestedAt, String signer, Instant decidedAt, String comment, Integer versionNo, boolean maySign,
		boolean maySendBack, boolean mayRewrite, boolean mayDecide) {

	/** Whether somebody still has to write, sign or decide it. */
	boolean isWaiting() {
		return this.mayRewrite || this.status == AdjustmentStatus.DRAFT || this.status == AdjustmentStatus.REQUESTED;
	}

	/** A field of the item, by the key of its label. */
	record Detail(String label, String text) {
	}

}
