package vn.nhactruong.workprogram.adjustment;

/** How far a request for an adjustment is. */
enum AdjustmentStatus {

	/** Waits for the signature of the unit's head. */
	DRAFT,

	/** The head wants it written differently. */
	SENT_BACK,

	/** Signed; waits for the decision. */
	REQUESTED,

	/** Takes effect with the next version. */
	APPROVED,

	REFUSED,

	/** In force since its version. */
	PUBLISHED,

	/**
	 * Its item was finished or left before it could take effect; or it was never signed
	 * before the period was closed or the item given to another unit.
	 */
	LAPSED;

	public String tone() {
		return switch (this) {
			case DRAFT, REQUESTED -> "soon";
			case APPROVED -> "open";
			case PUBLISHED -> "ok";
			case SENT_BACK, REFUSED, LAPSED -> "none";
		};
	}

	public String icon() {
		return switch (this) {
			case SENT_BACK -> "returned";
			case REFUSED, LAPSED -> "cancelled";
			default -> null;
		};
	}

}
