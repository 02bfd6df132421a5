package vn.nhactruong.calendar;

/** How much of the published weeks a person's feed brings. */
enum FeedScope {

	/** What names the person as leader or concerns the unit acted for. */
	MINE,

	/** Everything the person may read. */
	ALL

}
