package vn.nhactruong.conference.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.nhactruong.conference.ConferenceAnnounced;
import vn.nhactruong.conference.ConferenceCancelled;
import vn.nhactruong.conference.ConferenceMoved;
import vn.nhactruong.conference.ConferencePostponed;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.InvitationRepository;
import vn.nhactruong.conference.UnitsInvited;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;

/** Tells the invited units what happens to their conference, in the same transaction. */
@Component
class ConferenceNotices {

	static final String ANNOUNCED = "conference.notice.announced";

	static final String MOVED = "conference.notice.moved";

	static final String POSTPONED = "conference.notice.postponed";

	static final String CANCELLED = "conference.notice.cancelled";

	private static final Set<Role> UNIT_ROLES = EnumSet.of(Role.CLERK, Role.UNIT_HEAD);

	private final Conferences conferences;

	private final InvitationRepository invitations;

	private final Inbox inbox;

	private final UnitDirectory units;

	private final Clock clock;

	ConferenceNotices(Conferences conferences, InvitationRepository invitations, Inbox inbox, UnitDirectory units,
			Clock clock) {
		this.conferences = conferences;
		this.invitations = invitations;
		this.inbox = inbox;
		this.units = units;
		this.clock = clock;
	}

	@EventListener
	void announced(ConferenceAnnounced event) {
		tellInvited(event.conferenceId(), ANNOUNCED);
	}

	@EventListener
	void invited(UnitsInvited event) {
		tell(event.conferenceId(), event.organizationIds(), ANNOUNCED);
	}

	@EventListener
	void moved(ConferenceMoved event) {
		tellInvited(event.conferenceId(), MOVED);
	}

	@EventListener
	void postponed(ConferencePostponed event) {
		tellInvited(event.conferenceId(), POSTPONED);
	}

	@EventListener
	void cancelled(ConferenceCancelled event) {
		tellInvited(event.conferenceId(), CANCELLED);
	}

	private void tellInvited(long conferenceId, String messageKey) {
		tell(conferenceId, this.invitations.organizationIds(conferenceId), messageKey);
	}

	/**
	 * Whoever carries on the work of an invited unit that is gone is told in its place.
	 */
	private void tell(long conferenceId, List<Long> invited, String messageKey) {
		LocalDate today = LocalDate.now(this.clock);
		Set<Long> units = invited.stream()
			.map((unit) -> this.units.holderOn(unit, today).id())
			.collect(Collectors.toSet());
		ConferenceSummary conference = this.conferences.unguarded(conferenceId);
		String sentence = messageKey.equals(POSTPONED) ? messageKey : conference.startsHalf().worded(messageKey);
		this.inbox.tellUnits(units, UNIT_ROLES, sentence,
				List.of(conference.title(), DateFormats.day(conference.startsOn()), conference.place(),
						(conference.registrationClosesAt() != null)
								? DateFormats.moment(conference.registrationClosesAt()) : ""),
				"/conferences/" + conferenceId);
	}

}
