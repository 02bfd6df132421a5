package vn.nhactruong.directive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * What one coordinating unit owes the lead of a directive, and until when: WAITED → GIVEN
 * with its first contribution, or WAIVED by the issuer or the lead.
 */
@Entity
@Table(name = "directive_awaited")
public class AwaitedContribution {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long directiveId;

	private long organizationId;

	private LocalDate dueOn;

	@Enumerated(EnumType.STRING)
	private ContributionStatus status = ContributionStatus.WAITED;

	private LocalDate settledOn;

	private String reason;

	private Long settledBy;

	@Version
	private int version;

	protected AwaitedContribution() {
	}

	public AwaitedContribution(long directiveId, long organizationId, LocalDate dueOn) {
		this.directiveId = directiveId;
		this.organizationId = organizationId;
		this.dueOn = dueOn;
	}

	/** The first contribution counts; a unit may add to it as long as it likes. */
	void give(LocalDate day, long accountId) {
		if (this.status == ContributionStatus.WAITED) {
			settle(ContributionStatus.GIVEN, day, accountId);
		}
	}

	public void waive(String reason, LocalDate day, long accountId) {
		requireWaited();
		settle(ContributionStatus.WAIVED, day, accountId);
		this.reason = reason;
	}

	/**
	 * Gives the unit another day.
	 * @param leadDueOn the lead's own, or {@code null} without a deadline
	 */
	public void reschedule(LocalDate dueOn, LocalDate leadDueOn, LocalDate today) {
		requireWaited();
		requireDue(dueOn, leadDueOn, today, "dueOn");
		this.dueOn = dueOn;
	}

	/**
	 * A contribution is due before the day of the lead, unless that has passed, or on it
	 * where it is today; and not in the past.
	 */
	public static void requireDue(LocalDate dueOn, LocalDate leadDueOn, LocalDate today, String field) {
		if (dueOn.isBefore(today)) {
			throw RuleViolation.at(field, "directive.error.dueInPast", DateFormats.day(today));
		}
		if (today.equals(leadDueOn)) {
			if (dueOn.isAfter(today)) {
				throw RuleViolation.at(field, "directive.error.contributionToday", DateFormats.day(today));
			}
		}
		else if (leadDueOn != null && leadDueOn.isAfter(today) && !dueOn.isBefore(leadDueOn)) {
			throw RuleViolation.at(field, "directive.error.contributionAfterLead", DateFormats.day(leadDueOn));
		}
	}

	/** How many days late it was given, or is by now; never negative. */
	public long daysLate(LocalDate today) {
		LocalDate judged = (this.settledOn != null) ? this.settledOn : today;
		return (this.dueOn == null || this.status == ContributionStatus.WAIVED) ? 0
				: Math.max(0, ChronoUnit.DAYS.between(this.dueOn, judged));
	}

	public boolean isWaited() {
		return this.status == ContributionStatus.WAITED;
	}

	public void requireWaited() {
		if (this.status != ContributionStatus.WAITED) {
			throw RuleViolation.of("directive.error.contributionSettled");
		}
	}

	private void settle(ContributionStatus status, LocalDate day, long accountId) {
		this.status = status;
		this.settledOn = day;
		this.settledBy = accountId;
	}

	public Long getId() {
		return this.id;
	}

	public long getDirectiveId() {
		return this.directiveId;
	}

	public long getOrganizationId() {
		return this.organizationId;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public ContributionStatus getStatus() {
		return this.status;
	}

	public LocalDate getSettledOn() {
		return this.settledOn;
	}

	public String getReason() {
		return this.reason;
	}

}
