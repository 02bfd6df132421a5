package vn.nhactruong.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import vn.nhactruong.shared.Changes.Change;

/**
 * One act as it is read back.
 *
 * @param role the role acted in, or {@code null} for the system
 * @param organizationId the unit acted for, or {@code null} for the system
 * @param address where the request came from, or {@code null} outside of a request
 * @param action message key of the act
 * @param subjectEn the subject in English, or {@code null} where it is the same or was
 * not kept
 */
public record AuditEntry(long id, Instant at, String actor, String role, Long organizationId, String address,
		String area, String action, Long subjectId, String subject, String subjectEn, List<Change> changes) {

	/** How the thing was called when the act was done, in the reader's language. */
	String subject(Locale locale) {
		return (this.subjectEn != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage())) ? this.subjectEn
				: this.subject;
	}

}
