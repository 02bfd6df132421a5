package vn.nhactruong.conference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.nhactruong.notification.Inbox;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;

/** Tells the invited units what happens to their conference, in the same transaction. */
@Component
class ConferenceNotices {

	private static final Set<Role> UNIT_ROLES = EnumSet.of(Role.CLERK, Role.UNIT_HEAD);

	private final Conferences conferences;

	private final InvitationRepository invitations;

	private final Inbox inbox;

	ConferenceNotices(Conferences conferences, InvitationRepository invitations, Inbox inbox) {
		this.conferences = conferences;
		this.invitations = invitations;
		this.inbox = inbox;
	}

	@EventListener
	void announced(ConferenceAnnounced event) {
		tellInvited(event.conferenceId(), "conference.notice.announced");
	}

	@EventListener
	void invited(UnitsInvited event) {
		tell(event.conferenceId(), event.organizationIds(), "conference.notice.announced");
	}

	@EventListener
	void moved(ConferenceMoved event) {
		tellInvited(event.conferenceId(), "conference.notice.moved");
	}

	@EventListener
	void postponed(ConferencePostponed event) {
		tellInvited(event.conferenceId(), "conference.notice.postponed");
	}

	@EventListener
	void cancelled(ConferenceCancelled event) {
		tellInvited(event.conferenceId(), "conference.notice.cancelled");
	}

	private void tellInvited(long conferenceId, String messageKey) {
		tell(conferenceId, this.invitations.organizationIds(conferenceId), messageKey);
	}

	private void tell(long conferenceId, List<Long> units, String messageKey) {
		ConferenceSummary conference = this.conferences.unguarded(conferenceId);
		this.inbox.tellUnits(units, UNIT_ROLES, messageKey,
				List.of(conference.title(), DateFormats.day(conference.startsOn()), conference.place(),
						(conference.registrationClosesAt() != null)
								? DateFormats.moment(conference.registrationClosesAt()) : ""),
				"/conferences/" + conferenceId);
	}

}
