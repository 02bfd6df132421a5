package vn.nhactruong.shared;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One act that changed something; a façade publishes it inside its transaction and the
 * audit module writes it there, so that neither exists without the other.
 *
 * @param actor who did it
 * @param action message key of the act, such as {@code conference.audit.announced}
 * @param area the module it belongs to, such as {@code conference}
 * @param subjectId the changed thing's id within its area
 * @param subject how the thing is called, readable years later
 * @param subjectEn the same in English, or {@code null} for a name that is the same
 * @param changes readable before and after of each field that changed
 */
public record AuditedAct(Actor actor, String action, String area, Long subjectId, String subject, String subjectEn,
		List<Changes.Change> changes) {

	public AuditedAct(Actor actor, String action, String area, Long subjectId, String subject) {
		this(actor, action, area, subjectId, subject, List.of());
	}

	public AuditedAct(Actor actor, String action, String area, Long subjectId, String subject,
			List<Changes.Change> changes) {
		this(actor, action, area, subjectId, subject, null, changes);
	}

	/** About a thing that is called by words instead of a name of its own. */
	public AuditedAct(Actor actor, String action, String area, Long subjectId, Function<Locale, String> subject,
			List<Changes.Change> changes) {
		this(actor, action, area, subjectId, subject.apply(MessageConfiguration.VIETNAMESE),
				subject.apply(Locale.ENGLISH), changes);
	}

}
