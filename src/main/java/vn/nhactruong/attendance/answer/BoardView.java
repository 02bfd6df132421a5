package vn.nhactruong.attendance.answer;

/** Which of the invited units a board shows: by what their answer still lacks. */
public enum BoardView {

	/** Whoever still has something to do. */
	AWAITED,

	/** Of these, who has not been heard of at all. */
	SILENT,

	/** And whose list lacks something. */
	INCOMPLETE,

	COMPLETE,

	ALL;

	public boolean shows(AnswerRow row) {
		return switch (this) {
			case AWAITED -> !row.complete();
			case SILENT -> row.answer() == UnitAnswer.NONE;
			case INCOMPLETE -> !row.complete() && row.answer() != UnitAnswer.NONE;
			case COMPLETE -> row.complete();
			case ALL -> true;
		};
	}

}
