package vn.nhactruong.calendar.plan;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarDrafts.Draft;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarWeek;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.Clashes;
import vn.nhactruong.calendar.Week;

/** What something would clash with in its week, as far as its viewer may know. */
@Component
@Transactional(readOnly = true)
public class PlanClashes {

	private final CalendarWeeks weeks;

	private final CalendarDrafts drafts;

	private final CalendarAccess access;

	PlanClashes(CalendarWeeks weeks, CalendarDrafts drafts, CalendarAccess access) {
		this.weeks = weeks;
		this.drafts = drafts;
		this.access = access;
	}

	/**
	 * The clashes of a line, whether or not it stands in its week already. Costs a fixed
	 * number of statements.
	 */
	public List<ClashRow> of(CalendarLine line, Viewer viewer) {
		Week week = Week.of(line.day());
		Draft draft = this.drafts.of(week, this.weeks.find(week).map(CalendarWeek::getId).orElse(null));
		return Clashes.with(line, draft.wanted())
			.stream()
			.map((clash) -> new ClashRow(clash.kind(), draft.catalogue().get(clash.resourceId()).name(),
					readable(clash.second(), draft, viewer) ? clash.second().title() : null,
					CalendarChange.when(clash.second()), clash.second().half(), clash.second().entryId()))
			.toList();
	}

	/** A unit learns that a leader is taken, not by whom. */
	private boolean readable(CalendarLine line, Draft draft, Viewer viewer) {
		if (this.access.seesDraft(viewer)) {
			return true;
		}
		return draft.entries()
			.stream()
			.anyMatch((entry) -> entry.getId().equals(line.entryId()) && this.access.seesRegistration(viewer, entry));
	}

}
