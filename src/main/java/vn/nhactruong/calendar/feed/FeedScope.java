package vn.nhactruong.calendar.feed;

/** How much of the published weeks a person's feed brings. */
public enum FeedScope {

	/** What names the person as leader or concerns the unit acted for. */
	MINE,

	/** Everything the person may read. */
	ALL

}
