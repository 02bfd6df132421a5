package vn.nhactruong.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The numbers the portal takes from the rules. The legal source of each value, and the
 * days on which it is in force, stand beside the value in the database; see
 * {@link Settings}. A new key needs a migration that admits it and gives its first value.
 */
public enum RuleKey {

	/**
	 * Invitation and papers reach the invited this long before a meeting that is not
	 * urgent.
	 */
	INVITATION_LEAD(RuleUnit.WORKING_DAY),

	/**
	 * The notice of conclusion goes out within this time after the meeting's last day.
	 */
	CONCLUSION_NOTICE(RuleUnit.WORKING_DAY),

	/** Longest briefing (họp giao ban). */
	DURATION_BRIEFING(RuleUnit.HALF_DAY),

	/** Longest meeting to settle a matter (họp giải quyết công việc). */
	DURATION_PROBLEM_SOLVING(RuleUnit.HALF_DAY),

	/** Longest advisory meeting (họp tham mưu, tư vấn). */
	DURATION_ADVISORY(RuleUnit.HALF_DAY),

	/** Longest coordination meeting (họp điều phối). */
	DURATION_COORDINATION(RuleUnit.HALF_DAY),

	/** Longest review meeting (họp sơ kết, tổng kết). */
	DURATION_REVIEW(RuleUnit.HALF_DAY),

	/** Longest topical meeting (họp chuyên đề). */
	DURATION_TOPICAL(RuleUnit.HALF_DAY),

	/** Longest training (họp tập huấn). */
	DURATION_TRAINING(RuleUnit.HALF_DAY),

	/** Longest deployment meeting (họp triển khai). */
	DURATION_DEPLOYMENT(RuleUnit.HALF_DAY),

	/** Longest national conference (hội nghị toàn quốc). */
	DURATION_NATIONAL_CONFERENCE(RuleUnit.HALF_DAY),

	/** How far ahead a person's desk calls something due soon. */
	DESK_HORIZON(RuleUnit.WORKING_DAY),

	/** A unit is reminded of its list of attendees at most this often. */
	REMINDER_INTERVAL(RuleUnit.HOUR),

	/**
	 * How long after a conference was concluded the contacts and travel needs of its
	 * attendees are kept.
	 */
	ATTENDEE_CONTACTS_KEPT(RuleUnit.MONTH),

	/**
	 * A coordinating unit contributes this long before the lead's deadline, where the
	 * issuer names no day.
	 */
	COORDINATION_LEAD(RuleUnit.WORKING_DAY),

	/** The clerk is reminded this long before a directive's deadline. */
	ESCALATION_CLERK(RuleUnit.WORKING_DAY),

	/** The unit's head is reminded this long before the deadline. */
	ESCALATION_HEAD(RuleUnit.WORKING_DAY),

	/** The office is told this long after the deadline. */
	ESCALATION_OFFICE(RuleUnit.WORKING_DAY),

	/** The leaders' digest names it this long after the deadline. */
	ESCALATION_LEADER(RuleUnit.WORKING_DAY),

	/** Nobody is reminded while a request for more time waits for less than this. */
	ESCALATION_SILENCE(RuleUnit.WORKING_DAY),

	/** Reminders go out from this hour of a working day on. */
	ESCALATION_HOUR(RuleUnit.TIME_OF_DAY),

	/** Progress may be this far behind the time elapsed before it counts as slipping. */
	SLIPPING_TOLERANCE(RuleUnit.PERCENT),

	/** The day of a month on which the data of a reporting period closes. */
	PERIOD_CLOSING_DAY(RuleUnit.DAY_OF_MONTH),

	/**
	 * How far ahead something may be put into the leaders' week: a day further off is a
	 * slip of the hand, such as a mistyped year.
	 */
	CALENDAR_HORIZON(RuleUnit.MONTH),

	/**
	 * How far ahead the deadline of a directive may be: a day further off is a slip of
	 * the hand, too.
	 */
	DIRECTIVE_HORIZON(RuleUnit.MONTH),

	/** How long the outbox remembers a mail that was sent. */
	SENT_MAIL_KEPT(RuleUnit.MONTH);

	private final RuleUnit unit;

	RuleKey(RuleUnit unit) {
		this.unit = unit;
	}

	public RuleUnit unit() {
		return this.unit;
	}

	/** The key as it stands in addresses, such as {@code invitation-lead}. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<RuleKey> ofSlug(String slug) {
		return Arrays.stream(values()).filter((key) -> key.slug().equals(slug)).findFirst();
	}

}
