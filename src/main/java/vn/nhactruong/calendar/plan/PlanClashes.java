package vn.nhactruong.calendar.plan;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarDrafts.Draft;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarWeeks;
import vn.nhactruong.calendar.Clashes;
import vn.nhactruong.calendar.Week;

/** What something would clash with in its weeks, as far as its viewer may know. */
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
	 * The clashes of lines in weeks that follow each other, whether or not they stand
	 * there already. Costs a fixed number of statements.
	 */
	public List<ClashRow> of(List<CalendarLine> lines, Viewer viewer) {
		if (lines.isEmpty()) {
			return List.of();
		}
		Week first = Week.of(lines.get(0).day());
		Week last = Week.of(lines.get(lines.size() - 1).day());
		List<Draft> drafts = this.drafts.of(first, last, this.weeks.between(first, last));
		return lines.stream()
			.flatMap((line) -> drafts.stream()
				.filter((draft) -> draft.week().covers(line.day()))
				.flatMap((draft) -> rows(line, draft, viewer)))
			.toList();
	}

	private Stream<ClashRow> rows(CalendarLine line, Draft draft, Viewer viewer) {
		return Clashes.with(line, draft.wanted())
			.stream()
			.map((clash) -> new ClashRow(clash.kind(), draft.catalogue().get(clash.resourceId()).name(),
					readable(clash.second(), draft, viewer) ? clash.second().title() : null,
					CalendarChange.when(clash.second()), clash.second().half(), clash.second().entryId()));
	}

	/** A unit learns that a leader is taken, and by whom only where that is its own. */
	private boolean readable(CalendarLine line, Draft draft, Viewer viewer) {
		return this.access.seesDraft(viewer) || viewer.belongsTo(draft.registeredBy().get(line.lineKey()));
	}

}
