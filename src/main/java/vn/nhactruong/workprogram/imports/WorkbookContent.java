package vn.nhactruong.workprogram.imports;

import java.util.List;

/**
 * What was read of a workbook.
 *
 * @param leftOut columns that are not taken, as a person finds them: "N – Ghi chú thêm"
 */
record WorkbookContent(List<WorkbookRow> rows, List<String> leftOut) {

}
