package vn.nhactruong.attendance;

import java.util.List;

import vn.nhactruong.conference.ConferenceSummary;

/**
 * The answers of all invited units that the viewer may see.
 *
 * @param rows those that meet the filter
 * @param all how many there are without it
 */
record Board(ConferenceSummary conference, List<AnswerRow> rows, int all, int answered, int confirmed, int declined,
		int silent, int registered, int travellers, int lodgers, int quota, Lock lock, boolean mayRegister,
		boolean mayRemind) {
}
