package vn.nhactruong.conference;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.UnitDirectory;

/** Gathers the tabs that the modules above contribute to a conference's pages. */
@Component
public class ConferenceFrames {

	private final ObjectProvider<ConferenceTab> tabs;

	private final UnitDirectory units;

	ConferenceFrames(ObjectProvider<ConferenceTab> tabs, UnitDirectory units) {
		this.tabs = tabs;
		this.units = units;
	}

	/**
	 * The head of one page.
	 * @param path the tab the page belongs to
	 */
	public ConferenceFrame of(ConferenceSummary conference, Viewer viewer, String path) {
		List<ConferenceFrame.Tab> shown = this.tabs.stream()
			.filter((tab) -> tab.visibleTo(viewer, conference))
			.sorted(Comparator.comparingInt(ConferenceTab::order))
			.map((tab) -> new ConferenceFrame.Tab(
					"/conferences/" + conference.id() + (tab.path().isEmpty() ? "" : "/" + tab.path()), tab.labelKey(),
					tab.path().equals(path)))
			.toList();
		return new ConferenceFrame(conference, this.units.name(conference.organizerId()), shown);
	}

}
