package vn.nhactruong.shared;

import java.util.List;

/**
 * One act that changed something; a façade publishes it inside its transaction and the
 * audit module writes it there, so that neither exists without the other.
 *
 * @param actor who did it
 * @param action message key of the act, such as {@code conference.audit.announced}
 * @param area the module it belongs to, such as {@code conference}
 * @param subjectId the changed thing's id within its area
 * @param subject how the thing is called, readable years later
 * @param changes readable before and after of each field that changed
 */
public record AuditedAct(Actor actor, String action, String area, Long subjectId, String subject,
		List<Changes.Change> changes) {

	public AuditedAct(Actor actor, String action, String area, Long subjectId, String subject) {
		this(actor, action, area, subjectId, subject, List.of());
	}

}
