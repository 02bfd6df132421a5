package vn.nhactruong.workprogram;

/** How far an item of a program is. */
public enum WorkItemStatus {

	PLANNED,

	IN_PROGRESS,

	DONE,

	/** Not done in its period: moved to a later day, for a reason. */
	SLIPPED,

	/** Taken out of the program by a decision. */
	DROPPED;

	public boolean isOpen() {
		return this == PLANNED || this == IN_PROGRESS;
	}

}
