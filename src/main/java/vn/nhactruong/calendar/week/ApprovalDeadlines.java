package vn.nhactruong.calendar.week;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.ObligationSource;

/**
 * What waits for the viewer's decision, on the day by which it is due: a conclusion to
 * review, an extension to grant. What every module tells the desk stands in the week,
 * too; what is overdue stands on today.
 */
@Component
class ApprovalDeadlines {

	// Asked late: it is the desk's list, and this module is on it.
	private final ObjectProvider<ObligationSource> sources;

	private final CalendarAccess access;

	private final Clock clock;

	ApprovalDeadlines(ObjectProvider<ObligationSource> sources, CalendarAccess access, Clock clock) {
		this.sources = sources;
		this.access = access;
		this.clock = clock;
	}

	List<Obligation> in(Week week, Viewer viewer) {
		if (!this.access.seesDraft(viewer)) {
			return List.of();
		}
		LocalDate today = LocalDate.now(this.clock);
		if (week.isOver(today)) {
			return List.of();
		}
		LocalDate from = week.covers(today) ? null : week.monday();
		return this.sources.stream()
			.filter((source) -> !(source instanceof CalendarObligations))
			.flatMap((source) -> source.decisionsDue(viewer, from, week.sunday()).stream())
			.sorted(Comparator.comparing(Obligation::dueOn))
			.toList();
	}

	static LocalDate shownOn(Obligation obligation, LocalDate today) {
		return obligation.dueOn().isBefore(today) ? today : obligation.dueOn();
	}

}
