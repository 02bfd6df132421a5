package vn.nhactruong.attendance.checkin;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.attendance.AttendanceAccess;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.ConferenceTab;

@Component
class CheckInTab implements ConferenceTab {

	static final String PATH = "check-in";

	private final AttendanceAccess access;

	CheckInTab(AttendanceAccess access) {
		this.access = access;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public String labelKey() {
		return "attendance.tab.checkIn";
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public boolean visibleTo(Viewer viewer, ConferenceSummary conference) {
		return this.access.seesCheckIn(viewer) && conference.status() != ConferenceStatus.DRAFT;
	}

}
