package vn.nhactruong.notification;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that one person has to do, as their desk shows it.
 *
 * @param titleKey message key of what is to be done, with {@code titleArgs}
 * @param context where it comes from, such as the notice and paragraph; ready to show, or
 * {@code null}
 * @param unitName the unit it concerns
 * @param dueOn the deadline, or {@code null} when none was named
 * @param kind one of the desk's counts it belongs to
 */
public record Obligation(String titleKey, List<Object> titleArgs, String context, String unitName, LocalDate dueOn,
		String url, Kind kind) {

	/** What the desk counts apart. */
	public enum Kind {

		/** Something to carry out or answer. */
		TASK,

		/** A report that waits to be verified. */
		VERIFICATION,

		/** A request for an extension that waits for a decision. */
		EXTENSION,

		/** A paper that waits for a signature, a review or its issue. */
		DECISION,

		/** A conference that waits for a unit's attendees. */
		REGISTRATION,

		/**
		 * What others have to do, in one line for who watches them; no count of its own.
		 */
		OF_OTHERS

	}

}
