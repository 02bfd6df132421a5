package vn.nhactruong.workprogram.imports;

import java.util.Map;
import java.util.Set;

/**
 * One line of a workbook as it was read.
 *
 * @param number as the spreadsheet counts it
 * @param cells texts; days written 22/11/2026
 * @param formulas columns whose cell is a formula without a result, or with a wrong one
 */
record WorkbookRow(int number, Map<WorkbookColumn, String> cells, Set<WorkbookColumn> formulas) {

	private static final int SHOWN = 200;

	WorkbookRow {
		// Lines that were kept before formulas were told have none.
		formulas = (formulas != null) ? formulas : Set.of();
	}

	String cell(WorkbookColumn column) {
		String text = this.cells.get(column);
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/** The beginning of a text of any length. */
	static String shown(String text) {
		return (text == null || text.length() <= SHOWN) ? text : text.substring(0, SHOWN) + "…";
	}

}
