package vn.nhactruong.directive.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.ReportStatus;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.extension.ExtensionStatus;
import vn.nhactruong.directive.figure.BoardLine;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.list.Party;
import vn.nhactruong.directive.list.StateChip;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.directive.reopening.ReopeningStatus;
import vn.nhactruong.file.FileRow;

/**
 * One directive as its page shows it to one viewer.
 *
 * @param formerLead who was given it, where another unit holds it today
 * @param expected how much of its time has passed, in percents, or {@code null}
 * @param tolerance by how many percents less may be done
 * @param clause the clause it comes from, quoted
 * @param origin the document or item it comes from otherwise
 * @param originUrl where the item is shown, for who may see that
 * @param laterUnits of a family: the days to which units got more time, and how many did
 * @param answers of a family that the viewer's unit coordinates: what it owes each child
 * @param ownDueOn by when the viewer's unit is to contribute, if it is waited for
 * @param waitsForHead whether the viewer can't report because a draft waits to be signed
 */
public record DirectivePage(long id, String code, String title, String text, DirectiveStatus status, StateChip chip,
		Party lead, String formerLead, LocalDate formerLeadUntil, List<Party> coordinators, String deliverable,
		LocalDate originalDueOn, LocalDate dueOn, List<DeadlineView> deadlines, int percent, Integer expected,
		int tolerance, int rounds, int reopened, List<ReopeningView> reopenings, LocalDate closedOn, String reason,
		boolean family, boolean example, boolean archive, IssuedClause clause, Origin origin, String originUrl,
		Parent parent, List<DirectiveRow> children, Map<LocalDate, Long> laterUnits, Map<Long, Answer> answers,
		LocalDate ownDueOn, boolean waitsForHead, BoardLine tally, List<AwaitedView> awaited, List<LateShare> lateness,
		Assignee assignee, List<FileRow> workFiles, boolean mayChangeWorkFiles, List<ReportView> reports,
		ExtensionView extension, List<RefusalView> refusals, List<HistoryLine> history, Acts acts) {

	/** The family it belongs to, for who may see that. */
	record Parent(long id, String code) {
	}

	/**
	 * What a coordinating unit owes.
	 *
	 * @param key message key, with the days late and the day it came
	 * @param settled with how many of a family's leads it is settled, of how many in all
	 */
	public record AwaitedView(long id, String unit, LocalDate dueOn, String tone, String key, long daysLate,
			LocalDate settledOn, String reason, int settled, int of, boolean mayReschedule, boolean mayWaive,
			boolean mayRemove) {

		public boolean inPart() {
			return this.settled > 0 && this.settled < this.of;
		}

	}

	/**
	 * Whether the viewer's unit has contributed to one of a family's units.
	 *
	 * @param key message key, with the days late and the day
	 */
	public record Answer(String tone, String key, long daysLate, LocalDate on) {

		/** Where nobody waits for it. */
		static Answer unasked(LocalDate contributedOn) {
			return (contributedOn != null) ? new Answer("ok", "directive.awaited.GIVEN", 0, contributedOn)
					: new Answer("none", "directive.awaited.NONE", 0, null);
		}

	}

	/**
	 * How many of the days late were whose.
	 *
	 * @param unit empty for the issuer
	 */
	public record LateShare(Lateness.Part part, String unit, int days) {
	}

	public int daysLate() {
		return this.lateness.stream().mapToInt(LateShare::days).sum();
	}

	/** Who in the unit has it; for the unit only. */
	record Assignee(String name, LocalDate dueOn, String substitute, LocalDate substituteUntil) {
	}

	/**
	 * A report with its evidence.
	 *
	 * @param setAsideOn when the directive was reopened after it was verified, or
	 * {@code null}
	 */
	public record ReportView(long id, ReportStatus status, LocalDate setAsideOn, String content, String documentNumber,
			LocalDate documentDate, String documentAbstract, String comment, List<FileRow> files,
			boolean mayChangeFiles) {
	}

	/** The request that waits for somebody. */
	record ExtensionView(long id, ExtensionStatus status, String reason, LocalDate dueBefore, LocalDate dueOn) {
	}

	/** A request that was refused, which whoever decides the next one should know of. */
	public record RefusalView(Instant at, LocalDate dueOn, String reason, String comment) {
	}

	/**
	 * A deadline that was set after the original one.
	 *
	 * @param number which extension it is; {@code null} for one set when verified work
	 * was reopened
	 */
	public record DeadlineView(Integer number, LocalDate dueOn, LocalDate decidedOn) {
	}

	/**
	 * Verified work that was, or is to be, taken up again.
	 *
	 * @param dueOn the new deadline, asked for or decided; {@code null} for the old one
	 * @param overdueAtOnce whether the unit will be overdue as soon as it is agreed to
	 * @param at when it was decided, or asked for as long as it is not
	 * @param by who decided, or asked; {@code null} where the history doesn't tell
	 */
	public record ReopeningView(ReopeningStatus status, String reason, LocalDate dueOn, boolean overdueAtOnce,
			Timeliness timelinessBefore, LocalDate reportedBefore, Instant at, String by, String comment) {
	}

	/**
	 * A line of the history.
	 *
	 * @param before the percents reported before, or {@code null}
	 * @param units for which it was done together
	 */
	public record HistoryLine(DirectiveAct act, Instant at, String actor, String unit, String text, LocalDate day,
			Integer percent, Integer before, String target, List<String> units, List<FileRow> files) {

		public String tone() {
			return this.act.tone();
		}

		/**
		 * The message key by which the day is told in a line of its own; {@code null}
		 * where it belongs to what was done.
		 */
		public String dayKey() {
			return (this.day == null) ? null : switch (this.act) {
				case ISSUED -> "directive.history.issuedDue";
				case REOPENING_REQUESTED -> "directive.reopenings.askedDue";
				case REOPENED -> "directive.history.newDue";
				case EXTENSION_LAPSED -> "directive.history.askedDue";
				case COORDINATOR_ADDED -> "directive.history.contributionDue";
				default -> null;
			};
		}

		/** The message key that says what the unit is it is about. */
		public String targetKey() {
			return switch (this.act) {
				case CONTRIBUTION_WAIVED, CONTRIBUTION_RESCHEDULED, COORDINATOR_ADDED, COORDINATOR_REMOVED ->
					"directive.history.coordinator";
				default -> "directive.history.to";
			};
		}

		/** Whether less is done than was said before. */
		public boolean fellBack() {
			return this.percent != null && this.before != null && this.percent < this.before;
		}

	}

	/**
	 * Something this viewer may do now.
	 *
	 * @param name last part of the label's message key
	 * @param post acts at once; otherwise a form of its own is opened
	 * @param confirmKey what is asked before, or {@code null}
	 */
	record Act(String name, String url, boolean post, String confirmKey) {

		public String labelKey() {
			return "directive.do." + this.name;
		}

	}

	/**
	 * What this viewer may do now; the first of the main acts is the page's one.
	 *
	 * @param version of the directive as the page shows it
	 */
	public record Acts(List<Act> main, List<Act> more, int version) {
	}

}
