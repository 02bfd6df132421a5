package vn.nhactruong.calendar;

import java.time.Instant;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.StaleVersionException;

/**
 * What a unit asks of the leaders' time and the office decides about, from its
 * registration on: an entry of a half-day, or a trip.
 */
@MappedSuperclass
public abstract class Registration {

	@Enumerated(EnumType.STRING)
	private EntryStatus status;

	private long registeredUnitId;

	private String registeredBy;

	private Instant registeredAt;

	private String reason;

	@Version
	private int version;

	protected Registration() {
	}

	/**
	 * A new one.
	 * @param status proposed by a unit, or arranged by the office at once
	 */
	protected Registration(EntryStatus status, long registeredUnitId, String registeredBy, Instant now) {
		this.status = status;
		this.registeredUnitId = registeredUnitId;
		this.registeredBy = registeredBy;
		this.registeredAt = now;
	}

	/** Before the office changes it; it stays where it stands. */
	protected void requireOpen() {
		if (!this.status.isOpen()) {
			throw RuleViolation.of(this.status.refusal());
		}
	}

	/** Before its unit changes it. */
	protected void requireAmendable() {
		if (this.status == EntryStatus.ARRANGED) {
			throw RuleViolation.of("calendar.error.alreadyArranged");
		}
		requireNotCancelled();
	}

	/** What its unit changed is registered anew, also after it was returned. */
	protected void registerAnew() {
		this.status = EntryStatus.PROPOSED;
		this.reason = null;
	}

	/** Whoever looked at an earlier version doesn't know what they take. */
	public void requireSeen(int version) {
		if (this.version != version) {
			throw RuleViolation.of("calendar.error.entryChanged");
		}
	}

	/** Whoever gives a reason has looked at this version. */
	public void requireVersion(int version) {
		if (this.version != version) {
			throw new StaleVersionException(CalendarReasonForm.of(this.version));
		}
	}

	/** Takes what a unit registered into the week. */
	public void accept() {
		if (this.status != EntryStatus.PROPOSED) {
			throw RuleViolation.of(this.status.refusal());
		}
		this.status = EntryStatus.ARRANGED;
	}

	/** Gives it back to the unit that registered it. */
	public void sendBack(String why) {
		requireOpen();
		this.status = EntryStatus.RETURNED;
		this.reason = why;
	}

	public void cancel(String why) {
		requireNotCancelled();
		this.status = EntryStatus.CANCELLED;
		this.reason = why;
	}

	private void requireNotCancelled() {
		if (this.status == EntryStatus.CANCELLED) {
			throw RuleViolation.of(this.status.refusal());
		}
	}

	public EntryStatus getStatus() {
		return this.status;
	}

	/** Who asked; the office itself for what it put in. */
	public long getRegisteredUnitId() {
		return this.registeredUnitId;
	}

	public String getRegisteredBy() {
		return this.registeredBy;
	}

	public Instant getRegisteredAt() {
		return this.registeredAt;
	}

	public String getReason() {
		return this.reason;
	}

	public int getVersion() {
		return this.version;
	}

}
