package vn.nhactruong.workprogram.imports;

import java.util.Map;

/**
 * One line of a workbook as it was read.
 *
 * @param number as the spreadsheet counts it
 * @param cells texts; days written 22/11/2026
 */
record WorkbookRow(int number, Map<WorkbookColumn, String> cells) {

	private static final int SHOWN = 200;

	String cell(WorkbookColumn column) {
		String text = this.cells.get(column);
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/** The beginning of a text of any length. */
	static String shown(String text) {
		return (text == null || text.length() <= SHOWN) ? text : text.substring(0, SHOWN) + "…";
	}

}
