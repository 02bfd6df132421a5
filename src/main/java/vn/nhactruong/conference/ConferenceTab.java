package vn.nhactruong.conference;

import vn.nhactruong.account.Viewer;

/**
 * One tab of a conference's page; modules above contribute theirs as beans, so that the
 * conference need not know them.
 */
public interface ConferenceTab {

	/** The path below the conference, such as {@code agenda}; empty for the first tab. */
	String path();

	/** Message key of the label. */
	String labelKey();

	int order();

	default boolean visibleTo(Viewer viewer, ConferenceSummary conference) {
		return true;
	}

}
