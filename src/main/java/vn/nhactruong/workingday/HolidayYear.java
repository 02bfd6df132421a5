package vn.nhactruong.workingday;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.nhactruong.shared.RuleViolation;

/** Whether the days off of a year are a proposal or confirmed, and by whom. */
@Entity
@Table(name = "holiday_year")
class HolidayYear {

	@Id
	private int year;

	/** Null until it is stored, which tells a new year from a known one. */
	@Version
	private @Nullable Integer version;

	@Enumerated(EnumType.STRING)
	private HolidayYearStatus status;

	private @Nullable Instant confirmedAt;

	private @Nullable String confirmedBy;

	/** What it was confirmed by; null while it isn't, and where only its days say so. */
	private @Nullable String announcement;

	protected HolidayYear() {
	}

	HolidayYear(int year) {
		this.year = year;
		this.status = HolidayYearStatus.PROPOSED;
	}

	/**
	 * Nobody confirms twice.
	 * @param toCompare whether some days that came with the portal were never compared
	 */
	void requireUnconfirmed(boolean toCompare) {
		if (this.status == HolidayYearStatus.CONFIRMED && (this.confirmedAt != null || !toCompare)) {
			throw RuleViolation.of("workingday.error.alreadyConfirmed", Integer.toString(this.year));
		}
	}

	void confirm(boolean toCompare, String announcement, Instant at, String by) {
		requireUnconfirmed(toCompare);
		this.status = HolidayYearStatus.CONFIRMED;
		this.announcement = announcement;
		this.confirmedAt = at;
		this.confirmedBy = by;
	}

	/** The list was changed so that it no longer says what the law demands. */
	void reopen() {
		this.status = HolidayYearStatus.PROPOSED;
		this.announcement = null;
		this.confirmedAt = null;
		this.confirmedBy = null;
	}

	int getVersion() {
		return this.version;
	}

	int getYear() {
		return this.year;
	}

	HolidayYearStatus getStatus() {
		return this.status;
	}

	@Nullable Instant getConfirmedAt() {
		return this.confirmedAt;
	}

	@Nullable String getConfirmedBy() {
		return this.confirmedBy;
	}

	@Nullable String getAnnouncement() {
		return this.announcement;
	}

}
