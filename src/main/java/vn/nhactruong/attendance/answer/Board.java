package vn.nhactruong.attendance.answer;

import java.util.List;

import vn.nhactruong.conference.ConferenceSummary;

/**
 * The answers of all invited units that the viewer may see.
 *
 * @param rows those of the view that meet the filter
 * @param all how many there are without either
 * @param remindable how many a reminder is meant for
 * @param unreachable names of those awaited that a reminder cannot reach
 */
public record Board(ConferenceSummary conference, BoardView view, List<ViewCount> views, List<AnswerRow> rows, int all,
		int answered, int silent, int incomplete, int declined, int remindable, List<String> unreachable,
		int registered, int travellers, int lodgers, Lock lock, boolean mayRegister, boolean mayRemind) {

	/** One view with how many units it shows. */
	public record ViewCount(BoardView view, int units) {
	}

}
