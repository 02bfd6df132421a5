package vn.nhactruong.workprogram.imports;

import vn.nhactruong.workprogram.WorkItemForm;

/**
 * The columns of a program's workbook, in their order; the last ones are looked at, but
 * no new item has them from a workbook.
 */
public enum WorkbookColumn {

	NUMBER(null), TITLE("title"), LEAD("leadId"), COORDINATING("coordinatingIds"), DELIVERABLE("deliverable"),
	LEVEL("level"), DUE_ON("dueOn"), SOURCE("source"), SOURCE_NUMBER("sourceNumber"), SOURCE_DATE("sourceDate"),
	PARENT("parentId"), STATUS(null), PERCENT(null);

	private final String field;

	WorkbookColumn(String field) {
		this.field = field;
	}

	boolean isRead() {
		return this.field != null;
	}

	/** Whether no item can do without it. */
	boolean isRequired() {
		return this == TITLE || this == LEAD || this == LEVEL || this == DUE_ON;
	}

	/** Whether it says how far an item is, which is reported and never brought in. */
	boolean isOutcome() {
		return this == STATUS || this == PERCENT;
	}

	/** Message key of its head. */
	public String getKey() {
		return "WorkbookColumn." + name();
	}

	/** The column of a field of {@link WorkItemForm}; the title's for what is unknown. */
	static WorkbookColumn ofField(String field) {
		for (WorkbookColumn column : values()) {
			if (column.field != null && column.field.equals(field)) {
				return column;
			}
		}
		return TITLE;
	}

}
