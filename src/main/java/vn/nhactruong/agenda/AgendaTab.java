package vn.nhactruong.agenda;

import org.springframework.stereotype.Component;

import vn.nhactruong.conference.ConferenceTab;

/** The agenda on a conference's pages. */
@Component
class AgendaTab implements ConferenceTab {

	static final String PATH = "agenda";

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public String labelKey() {
		return "agenda.tab";
	}

	@Override
	public int order() {
		return 20;
	}

}
