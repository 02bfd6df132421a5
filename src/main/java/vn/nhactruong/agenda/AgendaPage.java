package vn.nhactruong.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.file.FileRow;

/**
 * A conference's agenda as one viewer gets it.
 *
 * @param draft {@code null} for whoever sees releases only
 * @param release the current one, or {@code null} before the first
 * @param releases all, newest first
 */
record AgendaPage(ConferenceSummary conference, boolean mayEdit, Draft draft, Release release,
		List<ReleaseRef> releases) {

	/**
	 * The working draft.
	 *
	 * @param changes against the current release; empty as well before the first one
	 * @param releasable whether publishing would tell anybody anything
	 * @param movable whether the conference was moved, leaving the items behind
	 * @param seen what the reader saw, so that nothing else gets published
	 */
	record Draft(List<Day> days, boolean empty, List<AgendaWarning> warnings, List<AgendaChange> changes,
			boolean releasable, boolean movable, String seen) {

		public boolean isTimed() {
			return timed(this.days);
		}

	}

	/** One release with what it changed. */
	record Release(int number, Instant releasedAt, String releasedBy, List<Day> days, List<AgendaChange> changes,
			boolean current) {

		public boolean isTimed() {
			return timed(this.days);
		}

	}

	record ReleaseRef(int number, Instant releasedAt, String releasedBy) {
	}

	/** Whether any item has a time; otherwise they are numbered. */
	static boolean timed(List<Day> days) {
		return days.stream().flatMap((day) -> day.rows().stream()).anyMatch((row) -> row.line().isTimed());
	}

	/** The items of one day; {@code day} is {@code null} where an archive doesn't say. */
	record Day(LocalDate day, List<Row> rows) {
	}

	/** One item with what may be done to it here. */
	record Row(AgendaLine line, String unitName, List<FileRow> files, boolean mayEarlier, boolean mayLater) {
	}

}
