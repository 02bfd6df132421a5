package vn.nhactruong.directive;

/** What can happen to a directive, as its history tells it. */
enum DirectiveAct {

	ISSUED, RECEIVED, PROGRESSED, CONTRIBUTED,

	EXTENSION_DRAFTED, EXTENSION_SENT_BACK, EXTENSION_REQUESTED, EXTENSION_APPROVED, EXTENSION_REFUSED,

	REPORT_DRAFTED, REPORT_SENT_BACK, REPORTED, VERIFIED, RETURNED,

	DECLINED, DECLINATION_ACCEPTED, DECLINATION_REFUSED, REASSIGNED, CANCELLED, TAKEN_OVER;

	/** The tone of its dot in the history. */
	String tone() {
		return switch (this) {
			case EXTENSION_APPROVED, VERIFIED, DECLINATION_ACCEPTED -> "ok";
			case EXTENSION_REQUESTED, EXTENSION_REFUSED, EXTENSION_SENT_BACK, REPORT_SENT_BACK, RETURNED, DECLINED,
					DECLINATION_REFUSED, CANCELLED ->
				"late";
			default -> null;
		};
	}

	/** Between a unit's clerks and its head: nobody outside of the unit reads it. */
	boolean isInternal() {
		return switch (this) {
			case EXTENSION_DRAFTED, EXTENSION_SENT_BACK, REPORT_DRAFTED, REPORT_SENT_BACK -> true;
			default -> false;
		};
	}

	/** Message key of the audit trail's sentence. */
	String auditKey() {
		return "directive.audit." + name();
	}

}
