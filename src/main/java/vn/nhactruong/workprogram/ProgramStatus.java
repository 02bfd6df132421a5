package vn.nhactruong.workprogram;

/** Where a work program stands. */
public enum ProgramStatus {

	/** Items are proposed and put together. */
	OPEN,

	/** Waits for the leader, or for the head of the unit. */
	SUBMITTED,

	/** Waits to be published. */
	APPROVED,

	/** In force; changes come as adjustments, each with a new version. */
	PUBLISHED,

	/** Its period is over and its report stands. */
	CLOSED;

	/** Word and tone of the chip. */
	public String tone() {
		return switch (this) {
			case OPEN -> "none";
			case SUBMITTED -> "soon";
			case APPROVED -> "open";
			case PUBLISHED -> "ok";
			case CLOSED -> "none";
		};
	}

	public String icon() {
		return switch (this) {
			case OPEN -> "draft";
			case CLOSED -> "lock";
			default -> null;
		};
	}

	public boolean isPublished() {
		return this == PUBLISHED || this == CLOSED;
	}

}
