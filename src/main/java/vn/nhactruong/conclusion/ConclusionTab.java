package vn.nhactruong.conclusion;

import org.springframework.stereotype.Component;

import vn.nhactruong.conference.ConferenceTab;

/** Puts the conclusion beside the conference's other pages. */
@Component
public class ConclusionTab implements ConferenceTab {

	public static final String PATH = "conclusion";

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public String labelKey() {
		return "conclusion.tab";
	}

	@Override
	public int order() {
		return 60;
	}

}
