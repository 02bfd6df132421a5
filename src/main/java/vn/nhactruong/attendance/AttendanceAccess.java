package vn.nhactruong.attendance;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.attendance.answer.Lock;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * Who sees and who changes a unit's list of attendees, given a conference that the viewer
 * may see. A unit sees its own list only; whoever sees the whole sector sees all lists.
 * Until the lock instant the unit keeps its list, after it only the office does.
 */
@Component
public class AttendanceAccess {

	private final Clock clock;

	AttendanceAccess(Clock clock) {
		this.clock = clock;
	}

	boolean sees(Viewer viewer, long organizationId) {
		return viewer != null && !viewer.is(Role.ADMIN) && (viewer.wholeSector() || viewer.belongsTo(organizationId));
	}

	/**
	 * Phone numbers and addresses are for the unit itself and for whoever organises or
	 * chairs, not for observers from elsewhere.
	 */
	boolean seesContacts(Viewer viewer, long organizationId) {
		return sees(viewer, organizationId)
				&& (viewer.is(Role.OFFICE, Role.LEADER) || viewer.belongsTo(organizationId));
	}

	/** Whether the viewer's role keeps that unit's list at all, at whatever time. */
	boolean keeps(Viewer viewer, long organizationId) {
		return viewer != null && (viewer.is(Role.OFFICE)
				|| viewer.is(Role.CLERK, Role.UNIT_HEAD) && viewer.belongsTo(organizationId));
	}

	boolean mayChange(Viewer viewer, ConferenceSummary conference, long organizationId) {
		return keeps(viewer, organizationId) && refusal(viewer, conference) == null;
	}

	/** Only the head signs the list; the office cannot do it in the head's place. */
	boolean heads(Viewer viewer, long organizationId) {
		return viewer != null && viewer.is(Role.UNIT_HEAD) && viewer.belongsTo(organizationId);
	}

	/**
	 * Confirming changes nobody on the list, so that the lock does not forbid it: what
	 * the office corrected after the lock can still be confirmed.
	 */
	boolean mayConfirm(Viewer viewer, ConferenceSummary conference, long organizationId) {
		return heads(viewer, organizationId) && isUnderWay(conference);
	}

	boolean mayRemind(Viewer viewer, ConferenceSummary conference) {
		return viewer != null && viewer.is(Role.OFFICE) && conference.registrationOpen(this.clock.instant());
	}

	/** Whether the viewer reads the attendance of all units. */
	public boolean seesCheckIn(Viewer viewer) {
		return viewer != null && viewer.wholeSector() && !viewer.is(Role.ADMIN);
	}

	public boolean mayCheckIn(Viewer viewer, ConferenceSummary conference) {
		return viewer != null && viewer.is(Role.OFFICE) && isHeld(conference);
	}

	void requireVisible(Viewer viewer, long organizationId) {
		if (!sees(viewer, organizationId)) {
			throw new NotVisibleException("attendees of unit", organizationId);
		}
	}

	void requireChange(Viewer viewer, ConferenceSummary conference, long organizationId) {
		requireVisible(viewer, organizationId);
		if (!keeps(viewer, organizationId)) {
			throw new NotAllowedException("register");
		}
		String refusal = refusal(viewer, conference);
		if (refusal != null) {
			throw RuleViolation.of(refusal);
		}
	}

	void requireConfirm(Viewer viewer, ConferenceSummary conference, long organizationId) {
		requireVisible(viewer, organizationId);
		if (!heads(viewer, organizationId)) {
			throw new NotAllowedException("confirm");
		}
		if (!isUnderWay(conference)) {
			throw RuleViolation.of(Lock.refusal(conference, this.clock.instant()));
		}
	}

	void requireRemind(Viewer viewer, ConferenceSummary conference) {
		if (!viewer.is(Role.OFFICE)) {
			throw new NotAllowedException("remind");
		}
		if (!mayRemind(viewer, conference)) {
			throw RuleViolation.of("attendance.error.notReminding");
		}
	}

	public void requireSeesCheckIn(Viewer viewer) {
		if (!seesCheckIn(viewer)) {
			throw new NotAllowedException("read attendance");
		}
	}

	public void requireCheckIn(Viewer viewer, ConferenceSummary conference) {
		requireSeesCheckIn(viewer);
		if (!viewer.is(Role.OFFICE)) {
			throw new NotAllowedException("check in");
		}
		if (!isHeld(conference)) {
			throw RuleViolation.of("attendance.error.notCheckingIn");
		}
	}

	/** Message key of why the list is closed to this viewer, or {@code null}. */
	String refusal(Viewer viewer, ConferenceSummary conference) {
		if (viewer.is(Role.OFFICE)) {
			return (isUnderWay(conference) || conference.status() == ConferenceStatus.POSTPONED) ? null
					: Lock.refusal(conference, this.clock.instant());
		}
		return Lock.refusal(conference, this.clock.instant());
	}

	/**
	 * A notice issued on the way closes no door: until its last day is over people still
	 * come.
	 */
	private boolean isHeld(ConferenceSummary conference) {
		return isUnderWay(conference) || (conference.status() == ConferenceStatus.CONCLUDED
				&& !conference.endsOn().isBefore(LocalDate.now(this.clock)));
	}

	private static boolean isUnderWay(ConferenceSummary conference) {
		return conference.status() == ConferenceStatus.ANNOUNCED || conference.status() == ConferenceStatus.IN_SESSION;
	}

}
