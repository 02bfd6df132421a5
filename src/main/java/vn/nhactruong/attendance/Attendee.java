package vn.nhactruong.attendance;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import vn.nhactruong.shared.RuleViolation;

/**
 * One person whom a unit sends: REGISTERED → CONFIRMED by the head of the unit, and back
 * by any change; WITHDRAWN, or SUBSTITUTED by somebody else.
 */
@Entity
class Attendee {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long conferenceId;

	private long organizationId;

	private String code;

	private String fullName;

	private String position;

	private String phone;

	private String email;

	@Enumerated(EnumType.STRING)
	private CivilRank rank;

	@Enumerated(EnumType.STRING)
	private TravelNeed travel = TravelNeed.NONE;

	private String arrivalNote;

	private boolean lodging;

	private LocalDate lodgingFrom;

	private LocalDate lodgingTo;

	private boolean delegationHead;

	private String note;

	@Enumerated(EnumType.STRING)
	private AttendeeStatus status = AttendeeStatus.REGISTERED;

	private Long substituteForId;

	private Instant registeredAt;

	private Instant confirmedAt;

	private Instant leftAt;

	private Instant contactsForgottenAt;

	@Version
	private int version;

	protected Attendee() {
	}

	Attendee(long conferenceId, long organizationId, String code, AttendeeDetails details, Instant now) {
		this.conferenceId = conferenceId;
		this.organizationId = organizationId;
		this.code = code;
		this.registeredAt = now;
		describe(details);
	}

	/** What the head confirmed is no longer what stands there, so it is open again. */
	void change(AttendeeDetails details) {
		requireExpected();
		describe(details);
		this.status = AttendeeStatus.REGISTERED;
		this.confirmedAt = null;
	}

	void confirm(Instant now) {
		if (this.status != AttendeeStatus.REGISTERED) {
			throw RuleViolation.of("attendance.error.notToConfirm", this.fullName);
		}
		this.status = AttendeeStatus.CONFIRMED;
		this.confirmedAt = now;
	}

	void withdraw(Instant now) {
		requireExpected();
		leave(AttendeeStatus.WITHDRAWN, now);
	}

	/** The person comes after all. */
	void reinstate() {
		if (this.status != AttendeeStatus.WITHDRAWN) {
			throw RuleViolation.of("attendance.error.notWithdrawn", this.fullName);
		}
		this.status = AttendeeStatus.REGISTERED;
		this.leftAt = null;
	}

	/**
	 * Somebody else comes instead, in the same part of the delegation.
	 * @return who comes; nights and arrival are theirs to tell
	 */
	Attendee substitute(String code, String fullName, String position, String phone, Instant now) {
		requireExpected();
		boolean leads = this.delegationHead;
		leave(AttendeeStatus.SUBSTITUTED, now);
		Attendee substitute = new Attendee(this.conferenceId, this.organizationId, code, new AttendeeDetails(fullName,
				position, phone, null, null, TravelNeed.NONE, null, false, null, null, leads, null), now);
		substitute.substituteForId = this.id;
		return substitute;
	}

	private void leave(AttendeeStatus status, Instant now) {
		this.status = status;
		this.leftAt = now;
		this.confirmedAt = null;
		this.delegationHead = false;
	}

	private void requireExpected() {
		if (!this.status.isExpected()) {
			throw RuleViolation.of("attendance.error.noLongerExpected", this.fullName);
		}
	}

	/** What is told anew is to be forgotten anew. */
	private void describe(AttendeeDetails details) {
		this.contactsForgottenAt = null;
		this.fullName = details.fullName();
		this.position = details.position();
		this.phone = details.phone();
		this.email = details.email();
		this.rank = details.rank();
		this.travel = details.travel();
		this.arrivalNote = details.arrivalNote();
		this.lodging = details.lodging();
		this.lodgingFrom = details.lodgingFrom();
		this.lodgingTo = details.lodgingTo();
		this.delegationHead = details.delegationHead();
		this.note = details.note();
	}

	AttendeeDetails details() {
		return new AttendeeDetails(this.fullName, this.position, this.phone, this.email, this.rank, this.travel,
				this.arrivalNote, this.lodging, this.lodgingFrom, this.lodgingTo, this.delegationHead, this.note);
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

	String getCode() {
		return this.code;
	}

	String getFullName() {
		return this.fullName;
	}

	String getPosition() {
		return this.position;
	}

	boolean isDelegationHead() {
		return this.delegationHead;
	}

	AttendeeStatus getStatus() {
		return this.status;
	}

	Long getSubstituteForId() {
		return this.substituteForId;
	}

	int getVersion() {
		return this.version;
	}

}
