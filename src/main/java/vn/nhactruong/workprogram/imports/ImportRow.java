package vn.nhactruong.workprogram.imports;

import java.util.List;

import vn.nhactruong.workprogram.WorkItemPlan;

/**
 * A line of a workbook as the preview shows it.
 *
 * @param plan the item it would become, or {@code null} while something is wrong with it
 * @param problems what is wrong, each with its column
 */
record ImportRow(int number, WorkbookRow row, WorkItemPlan plan, List<Problem> problems) {

	public boolean isGood() {
		return this.plan != null;
	}

	public String getTitle() {
		return WorkbookRow.shown(this.row.cell(WorkbookColumn.TITLE));
	}

	public String getLead() {
		return WorkbookRow.shown(this.row.cell(WorkbookColumn.LEAD));
	}

	public String getDueOn() {
		return WorkbookRow.shown(this.row.cell(WorkbookColumn.DUE_ON));
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param key message key of the reason, with {@code args}
	 */
	record Problem(WorkbookColumn column, String key, Object[] args) {
	}

}
