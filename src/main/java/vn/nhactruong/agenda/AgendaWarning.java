package vn.nhactruong.agenda;

import java.util.List;

/**
 * Something in a draft that the office should look at before it publishes; never an
 * obstacle.
 *
 * @param arguments texts for the sentence {@code agenda.warning.<kind>}
 * @param items the items concerned, to go to
 */
record AgendaWarning(Kind kind, List<Object> arguments, List<AgendaLine> items) {

	public String getKey() {
		return "agenda.warning." + this.kind;
	}

	/** What is odd. */
	enum Kind {

		OVERLAP,

		/** One speaker in two items at once. */
		SPEAKER_TWICE,

		/** A speaker who at that time speaks at another conference. */
		SPEAKER_ELSEWHERE,

		/** Longer than the rules allow for this kind of meeting. */
		TOO_LONG,

		NO_SPEAKER,

		/** On a half-day for which the conference isn't called. */
		OUTSIDE,

		EMPTY_DAY

	}

}
