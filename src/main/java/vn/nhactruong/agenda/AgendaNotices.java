package vn.nhactruong.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;

/** Tells the invited units of an agenda, once the conference itself is known to them. */
@Component
class AgendaNotices {

	static final String RELEASED = "agenda.notice.released";

	static final String CHANGED = "agenda.notice.changed";

	private final Conferences conferences;

	private final AgendaAccess access;

	private final UnitDirectory units;

	private final Inbox inbox;

	private final Clock clock;

	AgendaNotices(Conferences conferences, AgendaAccess access, UnitDirectory units, Inbox inbox, Clock clock) {
		this.conferences = conferences;
		this.access = access;
		this.units = units;
		this.inbox = inbox;
		this.clock = clock;
	}

	@EventListener
	void tell(AgendaReleased released) {
		ConferenceSummary conference = this.conferences.unguarded(released.conferenceId());
		if (!this.access.tellsUnits(conference.status())) {
			return;
		}
		LocalDate today = LocalDate.now(this.clock);
		List<Long> invited = this.conferences.invitations(conference.id())
			.stream()
			.map((invitation) -> this.units.holderOn(invitation.organizationId(), today).id())
			.distinct()
			.toList();
		this.inbox.tellUnits(invited, List.of(Role.CLERK, Role.UNIT_HEAD),
				conference.startsHalf().worded((released.number() == 1) ? RELEASED : CHANGED),
				List.of(conference.title(), String.valueOf(released.number()), DateFormats.day(conference.startsOn())),
				"/conferences/" + conference.id() + "/agenda");
	}

}
