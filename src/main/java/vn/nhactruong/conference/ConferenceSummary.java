package vn.nhactruong.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A conference as pages and other modules read it.
 *
 * @param example clearly no real conference of this office
 * @param archive taken over as it happened, from before the portal
 */
public record ConferenceSummary(long id, String code, String title, ConferenceKind kind, ConferenceStatus status,
		LocalDate startsOn, HalfDay startsHalf, LocalDate endsOn, HalfDay endsHalf, String place, Long organizerId,
		Instant registrationClosesAt, Long followsId, boolean example, boolean archive, int version) {

	/** Its half-days, in order. */
	public List<Session> sessions() {
		return Session.between(this.startsOn, this.startsHalf, this.endsOn, this.endsHalf);
	}

	/** Whether units may still change their list of attendees themselves. */
	public boolean registrationOpen(Instant now) {
		return this.status == ConferenceStatus.ANNOUNCED && this.registrationClosesAt != null
				&& now.isBefore(this.registrationClosesAt);
	}

	/** Whether a day lies within the conference. */
	public boolean covers(LocalDate day) {
		return !day.isBefore(this.startsOn) && !day.isAfter(this.endsOn);
	}

	public static ConferenceSummary of(Conference conference) {
		return new ConferenceSummary(conference.getId(), conference.getCode(), conference.getTitle(),
				conference.getKind(), conference.getStatus(), conference.getStartsOn(), conference.getStartsHalf(),
				conference.getEndsOn(), conference.getEndsHalf(), conference.getPlace(), conference.getOrganizerId(),
				conference.getRegistrationClosesAt(), conference.getFollowsId(), conference.isExample(),
				conference.isArchive(), conference.getVersion());
	}

}
