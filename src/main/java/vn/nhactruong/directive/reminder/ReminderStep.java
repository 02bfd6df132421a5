package vn.nhactruong.directive.reminder;

import vn.nhactruong.setting.RuleKey;

/** A rung of the ladder: who is told, and how long before or after the deadline. */
enum ReminderStep {

	/** The unit's clerks, or the person it was given to; before the deadline. */
	CLERK(RuleKey.ESCALATION_CLERK, true),

	/** The head of the unit; before the deadline. */
	HEAD(RuleKey.ESCALATION_HEAD, true),

	/** A coordinating unit whose contribution is waited for; before its own day. */
	COORDINATOR(RuleKey.ESCALATION_HEAD, true),

	/** The office; after the deadline. */
	OFFICE(RuleKey.ESCALATION_OFFICE, false),

	/** The leaders, in one message; after the deadline. */
	LEADER(RuleKey.ESCALATION_LEADER, false);

	private final RuleKey days;

	private final boolean before;

	ReminderStep(RuleKey days, boolean before) {
		this.days = days;
		this.before = before;
	}

	/** The sentence about one, or about many at once; leaders are told of all at once. */
	String messageKey(boolean many) {
		return "directive.notice.ladder." + name() + ((many || this == LEADER) ? ".many" : "");
	}

	/** How many working days before or after. */
	RuleKey days() {
		return this.days;
	}

	boolean isBefore() {
		return this.before;
	}

	/** Where a message about many leads. */
	String url() {
		return switch (this) {
			case CLERK, HEAD -> "/directives?mine=lead&timeliness=OPEN_IN_TIME&sort=due";
			case COORDINATOR -> "/directives?mine=coordinating&sort=due";
			case OFFICE, LEADER -> "/directives?timeliness=OPEN_OVERDUE&sort=due";
		};
	}

}
