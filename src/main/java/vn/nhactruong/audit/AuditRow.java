package vn.nhactruong.audit;

import java.time.Instant;
import java.util.List;

/** One act as the list shows it, in the reader's language. */
record AuditRow(Instant at, String actor, String role, String unit, String address, String area, String action,
		String subject, List<Change> changes) {

	/** One field, before and after. */
	record Change(String label, String before, String after) {
	}

}
