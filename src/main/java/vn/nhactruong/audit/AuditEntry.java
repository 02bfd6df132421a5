package vn.nhactruong.audit;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.shared.Changes.Change;

/**
 * One act as it is read back.
 *
 * @param role the role acted in, or {@code null} for the system
 * @param organizationId the unit acted for, or {@code null} for the system
 * @param address where the request came from, or {@code null} outside of a request
 * @param action message key of the act
 */
public record AuditEntry(long id, Instant at, String actor, String role, Long organizationId, String address,
		String area, String action, Long subjectId, String subject, List<Change> changes) {
}
