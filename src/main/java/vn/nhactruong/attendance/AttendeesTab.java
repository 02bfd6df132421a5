package vn.nhactruong.attendance;

import org.springframework.stereotype.Component;

import vn.nhactruong.conference.ConferenceTab;

@Component
class AttendeesTab implements ConferenceTab {

	static final String PATH = "attendees";

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public String labelKey() {
		return "attendance.tab.attendees";
	}

	@Override
	public int order() {
		return 30;
	}

}
