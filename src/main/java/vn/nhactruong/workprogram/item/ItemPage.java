package vn.nhactruong.workprogram.item;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.conclusion.ClauseTask;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.WorkItemHistory;
import vn.nhactruong.workprogram.register.ItemRow;
import vn.nhactruong.workprogram.register.ProgramAct;
import vn.nhactruong.workprogram.register.ProgramFrame;

/**
 * One item as its page shows it to one viewer.
 *
 * @param parent what it carries out, or {@code null} when that isn't the viewer's
 * @param carriedOn where the item goes on in a later program, or {@code null}
 */
record ItemPage(ProgramFrame frame, ItemRow item, boolean running, Link parent, Link carriedFrom, Link carriedOn,
		Link mergedInto, List<ChildRow> children, List<ClauseTask> directives, List<ConferenceSummary> conferences,
		List<FileRow> files, boolean mayChangeFiles, List<WorkItemHistory.Line> history, List<ProgramAct> acts) {

	/** Another item. */
	record Link(String url, String title, Period period) {
	}

	/** An item of a shorter program that carries this one out. */
	record ChildRow(String url, ItemRow item) {
	}

}
