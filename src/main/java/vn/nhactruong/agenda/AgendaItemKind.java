package vn.nhactruong.agenda;

/** What happens in an agenda item. */
public enum AgendaItemKind {

	OPENING(true),

	REPORT(true),

	/** Chuyên đề. */
	TOPIC(true),

	DISCUSSION(false),

	/** Tham luận, phát biểu. */
	SPEECH(true),

	CONCLUSION(true),

	/** Visits and the like, beside the meeting proper. */
	SIDE_PROGRAM(false),

	BREAK(false);

	private final boolean spoken;

	AgendaItemKind(boolean spoken) {
		this.spoken = spoken;
	}

	/** Whether somebody has to be named who speaks. */
	public boolean isSpoken() {
		return this.spoken;
	}

	/** Whether the item is part of the meeting itself, whose duration the rules limit. */
	public boolean isMeeting() {
		return this != SIDE_PROGRAM && this != BREAK;
	}

}
