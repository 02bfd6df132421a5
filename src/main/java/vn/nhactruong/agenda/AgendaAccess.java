package vn.nhactruong.agenda;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceAccess;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * Who reads the draft of an agenda and who works on it. Whoever sees the conference sees
 * its releases; the draft is between the ministry's office and its leaders.
 */
@Component
class AgendaAccess {

	private final ConferenceAccess conferences;

	AgendaAccess(ConferenceAccess conferences) {
		this.conferences = conferences;
	}

	boolean seesDraft(Viewer viewer) {
		return viewer != null && viewer.is(Role.OFFICE, Role.LEADER);
	}

	boolean mayEdit(Viewer viewer, ConferenceSummary conference) {
		return this.conferences.mayOrganise(viewer) && isOpen(conference.status());
	}

	/**
	 * Guards a change of the draft; the viewer already sees the conference.
	 * @throws NotAllowedException for whoever doesn't organise conferences
	 * @throws RuleViolation when the conference is over
	 */
	void requireEdit(Viewer viewer, ConferenceSummary conference) {
		this.conferences.requireOrganiser(viewer);
		if (!isOpen(conference.status())) {
			throw RuleViolation.of("agenda.error.fixed");
		}
	}

	/** Whether the invited units wait for news of this conference. */
	boolean tellsUnits(ConferenceStatus status) {
		return status == ConferenceStatus.ANNOUNCED || status == ConferenceStatus.IN_SESSION;
	}

	private static boolean isOpen(ConferenceStatus status) {
		return status.isAhead() || status == ConferenceStatus.IN_SESSION;
	}

}
