package vn.nhactruong.workprogram;

/** What can happen to an item; names the line of its history and of the audit trail. */
enum WorkItemAct {

	PROPOSED, ADDED, CHANGED, ACCEPTED, RETURNED, PROPOSED_AGAIN, MERGED, DELETED, CARRIED_OVER, PROGRESSED, DONE,
	SLIPPED, DROPPED, ADJUSTED;

	String auditKey() {
		return "WorkItemAct." + name();
	}

}
