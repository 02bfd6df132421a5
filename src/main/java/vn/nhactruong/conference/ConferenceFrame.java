package vn.nhactruong.conference;

import java.util.List;

/** The head that every page of a conference shares: what it is, and its tabs. */
public record ConferenceFrame(ConferenceSummary conference, String organizer, List<Tab> tabs) {

	/** One tab as the template shows it. */
	public record Tab(String url, String labelKey, boolean current) {
	}

}
