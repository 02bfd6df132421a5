package vn.nhactruong.workprogram.adjustment;

/** How far a request for an adjustment is. */
enum AdjustmentStatus {

	REQUESTED,

	/** Takes effect with the next version. */
	APPROVED,

	REFUSED,

	/** In force since its version. */
	PUBLISHED,

	/** Approved, but its item was finished or left before the next version. */
	LAPSED;

	public String tone() {
		return switch (this) {
			case REQUESTED -> "soon";
			case APPROVED -> "open";
			case PUBLISHED -> "ok";
			case REFUSED, LAPSED -> "none";
		};
	}

	public String icon() {
		return switch (this) {
			case REFUSED, LAPSED -> "cancelled";
			default -> null;
		};
	}

}
