package vn.nhactruong.conference;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import vn.nhactruong.shared.RuleViolation;

/** One unit invited to one conference, with how many it may send. */
@Entity
class Invitation {

	/** More than this from one unit is a slip of the hand. */
	static final int HIGHEST_QUOTA = 200;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long conferenceId;

	private long organizationId;

	/** {@code null} where the source names none. */
	private Integer quota;

	private String participants;

	private Instant declinedAt;

	private String declineReason;

	@Version
	private int version;

	protected Invitation() {
	}

	Invitation(long conferenceId, long organizationId, Integer quota, String participants) {
		this.conferenceId = conferenceId;
		this.organizationId = organizationId;
		this.participants = participants;
		allow(quota);
	}

	void allow(Integer quota) {
		if (quota != null && (quota < 1 || quota > HIGHEST_QUOTA)) {
			throw RuleViolation.at("quota", "conference.error.quotaRange", HIGHEST_QUOTA);
		}
		this.quota = quota;
	}

	/** Whether that would be news. */
	boolean differs(Integer quota, String participants) {
		return !Objects.equals(this.quota, quota) || !Objects.equals(this.participants, participants);
	}

	void change(Integer quota, String participants) {
		allow(quota);
		this.participants = participants;
	}

	/** The unit answers that it sends nobody. */
	void decline(String reason, Instant now) {
		if (this.declinedAt != null) {
			throw RuleViolation.of("conference.error.alreadyDeclined");
		}
		this.declinedAt = now;
		this.declineReason = reason;
	}

	/** The unit takes back that it sends nobody. */
	void reconsider() {
		this.declinedAt = null;
		this.declineReason = null;
	}

	/**
	 * Takes in the invitations of units whose work this one took over; an answer given
	 * before did not speak for them and is open again.
	 * @return whether the unit had declined
	 */
	boolean join(Integer quota, String participants) {
		allow(quota);
		this.participants = participants;
		boolean declined = this.declinedAt != null;
		reconsider();
		return declined;
	}

	Long getId() {
		return this.id;
	}

	long getConferenceId() {
		return this.conferenceId;
	}

	long getOrganizationId() {
		return this.organizationId;
	}

	Integer getQuota() {
		return this.quota;
	}

	String getParticipants() {
		return this.participants;
	}

	Instant getDeclinedAt() {
		return this.declinedAt;
	}

	String getDeclineReason() {
		return this.declineReason;
	}

	int getVersion() {
		return this.version;
	}

}
