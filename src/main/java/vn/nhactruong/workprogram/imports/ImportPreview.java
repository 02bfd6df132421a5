package vn.nhactruong.workprogram.imports;

import java.time.Instant;
import java.util.List;

/**
 * What a workbook would add, before anything is added.
 *
 * @param takenAt when it was added, or {@code null}
 */
record ImportPreview(long id, String fileName, Instant takenAt, List<ImportRow> rows) {

	public long getGood() {
		return this.rows.stream().filter(ImportRow::isGood).count();
	}

	public long getBad() {
		return this.rows.size() - getGood();
	}

	/** Whether lines say how far their items are, which isn't taken from a workbook. */
	public boolean isOutcomeLeftOut() {
		return this.rows.stream()
			.anyMatch((row) -> row.row().cells().keySet().stream().anyMatch(WorkbookColumn::isOutcome));
	}

}
