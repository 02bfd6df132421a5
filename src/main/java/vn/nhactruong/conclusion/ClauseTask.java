package vn.nhactruong.conclusion;

import java.time.LocalDate;

/**
 * A task that came out of a clause, as the conclusion shows it.
 *
 * @param tone of its state: late, soon, ok, open, none
 * @param stateKey message key of its state
 * @param pending not given out yet, or called off: nobody has to do it
 * @param dueOn {@code null} when there is no deadline
 */
public record ClauseTask(long directiveId, String code, String unitName, String tone, String stateKey, boolean pending,
		LocalDate dueOn) {
}
