package vn.nhactruong.workprogram.consolidation;

import vn.nhactruong.workprogram.register.ItemRow;

/**
 * Something that whoever puts a program together should look at before submitting it.
 *
 * @param other the item it clashes with, or {@code null}
 * @param fact a unit, a day or a number, as it reads, or {@code null}
 */
public record WorkWarning(Type type, ItemRow item, ItemRow other, String fact) {

	/** Message key of the sentence; its argument is the fact. */
	public String getKey() {
		return "workprogram.warning." + this.type;
	}

	/** Message key of what to do about it. */
	public String getAdviceKey() {
		return "workprogram.warning." + this.type + ".advice";
	}

	/** What is odd. */
	public enum Type {

		/** The very same words as another item. */
		SAME_TITLE,

		/** Nearly the same words as another item. */
		SIMILAR_TITLE,

		/** A unit that coordinates here leads the same elsewhere. */
		COORDINATOR_LEADS,

		/** A unit leads more on one day than it can finish. */
		OVERLOAD,

		/** Due after the item it carries out. */
		AFTER_PARENT,

		/** Another unit than the one that is to lead it proposed it. */
		LEAD_NOT_PROPOSER,

		/** Points to nothing, although the longer program is there. */
		NO_PARENT,

		/** The day is no working day. */
		DAY_OFF

	}

}
