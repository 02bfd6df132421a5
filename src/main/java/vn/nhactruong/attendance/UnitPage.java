package vn.nhactruong.attendance;

import java.util.List;

import vn.nhactruong.attendance.answer.AnswerRow;
import vn.nhactruong.attendance.answer.Lock;
import vn.nhactruong.attendance.answer.UnitAnswer;
import vn.nhactruong.conference.ConferenceSummary;

/**
 * One unit's list for one viewer.
 *
 * @param refusal message key of why the list is closed to a viewer who keeps it, or
 * {@code null}
 * @param contacts whether phone numbers and addresses are shown
 * @param whole whether the viewer came from the board of all units
 */
record UnitPage(ConferenceSummary conference, AnswerRow answer, List<AttendeeRow> attendees, Lock lock,
		boolean mayChange, boolean mayConfirm, boolean mayDecline, boolean mayReconsider, String refusal,
		boolean contacts, boolean whole) {

	public boolean mayRegister() {
		return this.mayChange && this.answer.answer() != UnitAnswer.DECLINED && this.answer.hasRoom();
	}

	/** Whether contacts and travel needs were forgotten, their time being over. */
	public boolean forgotten() {
		return this.contacts && !this.attendees.isEmpty()
				&& this.attendees.stream().allMatch((row) -> row.phone() == null);
	}

	/** Whether the head finds something to confirm. */
	public boolean confirmable() {
		return this.mayConfirm && this.answer.confirmed() < this.answer.registered();
	}

}
