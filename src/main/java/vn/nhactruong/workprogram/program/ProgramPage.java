package vn.nhactruong.workprogram.program;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.workprogram.register.ProgramAct;
import vn.nhactruong.workprogram.register.ProgramFrame;

/**
 * A program as its first page shows it to one viewer.
 *
 * @param comment why it was sent back, or {@code null}
 * @param tooLate whether the viewer's unit can no longer propose
 * @param manages whether the viewer puts the program together
 * @param undecided proposals that wait, for who decides on them
 * @param returned proposals that are back with their units, for the same
 * @param ended the last day of a period that is over before the program is in force, for
 * who puts it together or approves it, or {@code null}
 * @param unfinished what is left undone, for who may close the period, or {@code null}
 */
record ProgramPage(ProgramFrame frame, LocalDate proposalsUntil, String note, String comment, boolean takesProposals,
		boolean tooLate, int undecided, int returned, int waitingAdjustments, LocalDate ended, Integer unfinished,
		boolean readsAll, boolean manages, List<ProgramAct> acts) {
}
