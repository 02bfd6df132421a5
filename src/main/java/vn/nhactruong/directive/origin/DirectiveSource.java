package vn.nhactruong.directive.origin;

/** Where a directive comes from. */
public enum DirectiveSource {

	/** A clause of a conference's conclusion. */
	CLAUSE,

	/** A document by which a leader instructs. */
	LEADER_DOCUMENT,

	/** An item of a work program. */
	WORK_ITEM,

	/** A written order from outside, such as from the Government Office. */
	EXTERNAL_ORDER;

	/** Whether the document is typed by who gives the directive. */
	public boolean isDocument() {
		return this == LEADER_DOCUMENT || this == EXTERNAL_ORDER;
	}

}
