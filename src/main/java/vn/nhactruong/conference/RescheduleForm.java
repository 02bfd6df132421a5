package vn.nhactruong.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import jakarta.validation.constraints.NotNull;

import vn.nhactruong.shared.ClockConfiguration;

/** The new date of a postponed conference. */
public class RescheduleForm {

	@NotNull
	private LocalDate startsOn;

	@NotNull
	private HalfDay startsHalf = HalfDay.MORNING;

	@NotNull
	private LocalDate endsOn;

	@NotNull
	private HalfDay endsHalf = HalfDay.AFTERNOON;

	@NotNull
	private LocalDateTime registrationClosesAt;

	/**
	 * Whether successors take the place of invited units that are gone by the new day.
	 */
	private boolean inviteSuccessors;

	Instant lockInstant() {
		return (this.registrationClosesAt != null)
				? this.registrationClosesAt.atZone(ClockConfiguration.ZONE).toInstant() : null;
	}

	public LocalDate getStartsOn() {
		return this.startsOn;
	}

	public void setStartsOn(LocalDate startsOn) {
		this.startsOn = startsOn;
	}

	public HalfDay getStartsHalf() {
		return this.startsHalf;
	}

	public void setStartsHalf(HalfDay startsHalf) {
		this.startsHalf = startsHalf;
	}

	public LocalDate getEndsOn() {
		return this.endsOn;
	}

	public void setEndsOn(LocalDate endsOn) {
		this.endsOn = endsOn;
	}

	public HalfDay getEndsHalf() {
		return this.endsHalf;
	}

	public void setEndsHalf(HalfDay endsHalf) {
		this.endsHalf = endsHalf;
	}

	public LocalDateTime getRegistrationClosesAt() {
		return this.registrationClosesAt;
	}

	public void setRegistrationClosesAt(LocalDateTime registrationClosesAt) {
		this.registrationClosesAt = registrationClosesAt;
	}

	public boolean isInviteSuccessors() {
		return this.inviteSuccessors;
	}

	public void setInviteSuccessors(boolean inviteSuccessors) {
		this.inviteSuccessors = inviteSuccessors;
	}

}
