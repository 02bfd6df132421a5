package vn.nhactruong.workprogram;

/** What can happen to an item; names the line of its history and of the audit trail. */
public enum WorkItemAct {

	PROPOSED, ADDED, CHANGED, ACCEPTED, RETURNED, PROPOSED_AGAIN, MERGED, TOOK_OVER, DELETED, CARRIED_OVER, PROGRESSED,
	DONE, SLIPPED, SLIP_WITHDRAWN, DROPPED, ADJUSTED;

	/**
	 * Whether it belongs to how the program came about, which is between the proposing
	 * unit and who puts the program together.
	 */
	boolean isPreparation() {
		return switch (this) {
			case PROPOSED, CHANGED, ACCEPTED, RETURNED, PROPOSED_AGAIN, MERGED, TOOK_OVER, DELETED -> true;
			default -> false;
		};
	}

	String auditKey() {
		return "WorkItemAct." + name();
	}

}
