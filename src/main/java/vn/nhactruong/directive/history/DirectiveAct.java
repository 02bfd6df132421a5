package vn.nhactruong.directive.history;

/** What can happen to a directive, as its history tells it. */
public enum DirectiveAct {

	ISSUED, RECEIVED, PROGRESSED, CONTRIBUTED, CONTRIBUTION_WAIVED, CONTRIBUTION_RESCHEDULED, COORDINATOR_ADDED,
	COORDINATOR_REMOVED,

	EXTENSION_DRAFTED, EXTENSION_SENT_BACK, EXTENSION_REQUESTED, EXTENSION_APPROVED, EXTENSION_REFUSED,
	EXTENSION_GRANTED, EXTENSION_LAPSED,

	REPORT_DRAFTED, REPORT_SENT_BACK, REPORT_WITHDRAWN, REPORTED, VERIFIED, RETURNED,

	DECLINED, DECLINATION_ACCEPTED, DECLINATION_REFUSED, REASSIGNED, CANCELLED, TAKEN_OVER,

	REMINDED, ASSIGNED, REOPENING_REQUESTED, REOPENING_REFUSED, REOPENED,

	/** Of a family: what was done for several of its units at once. */
	FAMILY_REMINDED, FAMILY_EXTENDED, FAMILY_VERIFIED,

	FAMILY_CLOSED;

	/** The tone of its dot in the history. */
	public String tone() {
		return switch (this) {
			case EXTENSION_APPROVED, EXTENSION_GRANTED, VERIFIED, FAMILY_EXTENDED, FAMILY_VERIFIED, FAMILY_CLOSED,
					DECLINATION_ACCEPTED ->
				"ok";
			case EXTENSION_REQUESTED, EXTENSION_REFUSED, EXTENSION_SENT_BACK, REPORT_SENT_BACK, RETURNED, DECLINED,
					REMINDED, FAMILY_REMINDED, REOPENED, REOPENING_REQUESTED, DECLINATION_REFUSED, CANCELLED ->
				"late";
			default -> null;
		};
	}

	/** Between a unit's clerks and its head: nobody outside of the unit reads it. */
	public boolean isInternal() {
		return switch (this) {
			case EXTENSION_DRAFTED, EXTENSION_SENT_BACK, EXTENSION_LAPSED, REPORT_DRAFTED, REPORT_SENT_BACK,
					REPORT_WITHDRAWN, ASSIGNED ->
				true;
			default -> false;
		};
	}

	/** Message key of the audit trail's sentence. */
	public String auditKey() {
		return "directive.audit." + name();
	}

}
