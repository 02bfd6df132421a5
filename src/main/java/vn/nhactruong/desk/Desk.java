package vn.nhactruong.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.attendance.Attendees;
import vn.nhactruong.attendance.ConferenceProgress;
import vn.nhactruong.directive.figure.BoardLine;
import vn.nhactruong.directive.figure.DirectiveBoard;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.ObligationCounts;
import vn.nhactruong.notification.ObligationSource;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workingday.WorkingDays;

/** Gathers what every module knows to be due for one person. */
@Service
@Transactional(readOnly = true)
class Desk {

	private static final Comparator<DueItem> NEAREST_FIRST = Comparator.comparing(DueItem::dueOn,
			Comparator.nullsLast(Comparator.naturalOrder()));

	private final List<ObligationSource> sources;

	private final Attendees attendees;

	private final DirectiveBoard board;

	private final WorkingDays workingDays;

	private final Settings settings;

	private final Clock clock;

	Desk(List<ObligationSource> sources, Attendees attendees, DirectiveBoard board, WorkingDays workingDays,
			Settings settings, Clock clock) {
		this.sources = sources;
		this.attendees = attendees;
		this.board = board;
		this.workingDays = workingDays;
		this.settings = settings;
		this.clock = clock;
	}

	/** What is due, overdue and nearest first. */
	Due dueFor(Viewer viewer) {
		LocalDate today = LocalDate.now(this.clock);
		int days = this.settings.number(RuleKey.DESK_HORIZON, today);
		LocalDate horizon = this.workingDays.lastWithin(today, days);
		List<DueItem> items = new ArrayList<>();
		ObligationCounts counts = ObligationCounts.none();
		for (ObligationSource source : this.sources) {
			List<Obligation> obligations = source.obligationsOf(viewer);
			counts = counts.plus(source.count(viewer, obligations, today, horizon));
			obligations.forEach((obligation) -> items.add(item(obligation, today, horizon)));
		}
		items.sort(NEAREST_FIRST);
		return new Due(items, counts, days);
	}

	/** The announced conferences ahead, with how far their answers have come. */
	List<ConferenceProgress> comingFor(Viewer viewer) {
		return viewer.is(Role.ADMIN) ? List.of() : this.attendees.progress(viewer);
	}

	/**
	 * This year's directives by unit: all units for the office, a unit's own line for it.
	 */
	Board boardFor(Viewer viewer) {
		if (viewer.is(Role.ADMIN)) {
			return null;
		}
		int year = LocalDate.now(this.clock).getYear();
		List<BoardLine> lines = this.board.lines(year, null, viewer);
		return lines.isEmpty() ? null : new Board(year, lines, DirectiveBoard.total(lines));
	}

	/** For who monitors all units. */
	long overdueOfAllUnits() {
		return this.board.overdue().count();
	}

	private DueItem item(Obligation obligation, LocalDate today, LocalDate horizon) {
		LocalDate due = obligation.dueOn();
		String tone = "none";
		String key = "desk.noDeadline";
		long days = 0;
		if (due != null && due.isBefore(today)) {
			tone = "late";
			key = "desk.overdue";
			days = today.toEpochDay() - due.toEpochDay();
		}
		else if (due != null) {
			days = this.workingDays.between(today, due);
			tone = due.isAfter(horizon) ? "open" : "soon";
			key = due.equals(today) ? "desk.dueToday" : "desk.daysLeft";
		}
		return new DueItem(obligation.titleKey(), obligation.titleArgs().toArray(), obligation.context(),
				obligation.unitName(), due, obligation.url(), obligation.kind(), tone, key, days);
	}

	/** All that is due, with exact counts. */
	record Due(List<DueItem> items, ObligationCounts counts, int horizonDays) {
	}

	/**
	 * One row of the desk.
	 *
	 * @param days calendar days overdue, or working days left
	 */
	record DueItem(String titleKey, Object[] titleArgs, String context, String unitName, LocalDate dueOn, String url,
			Obligation.Kind kind, String tone, String stateKey, long days) {

		/** Whether it is one of those that a count above the desk counts. */
		boolean isOf(String count) {
			return switch (count) {
				case DeskController.OVERDUE -> this.tone.equals("late") && this.kind != Obligation.Kind.OF_OTHERS;
				case DeskController.SOON -> this.tone.equals("soon") && this.kind != Obligation.Kind.OF_OTHERS;
				default -> this.kind.name().equals(count);
			};
		}

	}

	/** The desk's board: one line a unit, and their sum. */
	record Board(int year, List<BoardLine> lines, BoardLine total) {
	}

}
