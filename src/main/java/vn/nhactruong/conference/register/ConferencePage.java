package vn.nhactruong.conference.register;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.conference.ConferenceFrame;
import vn.nhactruong.conference.ConferenceOrigins;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.workingday.Deadline;

/**
 * A conference's first page.
 *
 * @param checks what stands ready before the invitations go out; empty for who does not
 * organise
 */
record ConferencePage(ConferenceFrame frame, String provinceName, List<Person> chairs, List<Person> secretaries,
		List<Person> guests, String content, String participants, String note, boolean open, boolean urgent,
		Instant registrationClosesAt, boolean registrationOpen, String reason, ConferenceSummary follows,
		ConferenceOrigins.OriginItem carriesOut, int invitedCount, List<KindCount> invitedByKind, OwnInvitation own,
		boolean mayOrganise, boolean mayBegin, boolean mayWithdrawOpening, List<Check> checks,
		Deadline invitationsDue) {

	/** A named person. */
	record Person(String name, String position) {
	}

	/** How many units of a kind are invited, and how many people they may send. */
	record KindCount(String kindKey, long units, long places) {
	}

	/** The viewer's own unit among the invited. */
	record OwnInvitation(String unitName, Integer quota, String participants, Instant declinedAt,
			String declineReason) {
	}

	/**
	 * One thing to look at before announcing. {@code tone} ok, soon (a warning) or late
	 * (in the way).
	 */
	record Check(String tone, String messageKey, List<Object> args) {

		public Object[] arguments() {
			return this.args.toArray();
		}

	}

	public ConferenceSummary conference() {
		return this.frame.conference();
	}

	public boolean announceable() {
		return this.checks.stream().noneMatch((check) -> check.tone().equals("late"));
	}

}
