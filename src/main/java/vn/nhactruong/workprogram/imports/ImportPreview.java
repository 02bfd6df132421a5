package vn.nhactruong.workprogram.imports;

import java.time.Instant;
import java.util.List;

/**
 * What a workbook would add, before anything is added.
 *
 * @param takenAt when it was added, or {@code null}
 * @param leftOut columns of the workbook that are not taken
 */
record ImportPreview(long id, String fileName, Instant takenAt, List<ImportRow> rows, List<String> leftOut) {

	/** How many columns are named; who has more looks at the heads. */
	private static final int NAMED = 10;

	public String getLeftOutNames() {
		return String.join("; ", this.leftOut.subList(0, Math.min(NAMED, this.leftOut.size())))
				+ ((this.leftOut.size() > NAMED) ? "; …" : "");
	}

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
