package vn.nhactruong.conference;

/** Where a conference stands; the way between the states is in {@link Conference}. */
public enum ConferenceStatus {

	/** Being prepared; only the office and leaders see it. */
	DRAFT,

	/** Invitations are out, units register. */
	ANNOUNCED,

	/** Put off; waits for its new date. */
	POSTPONED,

	/** Called off. */
	CANCELLED,

	/** The day itself. */
	IN_SESSION,

	/** The conclusion notice is issued. */
	CONCLUDED,

	/** Nothing is open any more. */
	CLOSED;

	/** Whether the conference can still change its plan. */
	public boolean isAhead() {
		return this == DRAFT || this == ANNOUNCED || this == POSTPONED;
	}

}
