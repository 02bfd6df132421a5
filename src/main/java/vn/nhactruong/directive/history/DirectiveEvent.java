package vn.nhactruong.directive.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One line of a directive's history.
 *
 * @param day the day it is about, such as a new deadline, or {@code null}
 * @param targetId the unit it is about, such as the new lead, or {@code null}
 * @param unitIds of a family: the units for which it was done together
 */
public record DirectiveEvent(long id, DirectiveAct act, Instant at, String actor, Long organizationId, String text,
		LocalDate day, Integer percent, Long targetId, List<Long> unitIds) {

	public static DirectiveEvent of(DirectiveAct act) {
		return new DirectiveEvent(0, act, null, null, null, null, null, null, null, List.of());
	}

	public DirectiveEvent text(String text) {
		return new DirectiveEvent(this.id, this.act, this.at, this.actor, this.organizationId, text, this.day,
				this.percent, this.targetId, this.unitIds);
	}

	public DirectiveEvent day(LocalDate day) {
		return new DirectiveEvent(this.id, this.act, this.at, this.actor, this.organizationId, this.text, day,
				this.percent, this.targetId, this.unitIds);
	}

	public DirectiveEvent percent(int percent) {
		return new DirectiveEvent(this.id, this.act, this.at, this.actor, this.organizationId, this.text, this.day,
				percent, this.targetId, this.unitIds);
	}

	/** The day on which it happened. */
	public LocalDate day(ZoneId zone) {
		return this.at.atZone(zone).toLocalDate();
	}

	public DirectiveEvent target(Long organizationId) {
		return new DirectiveEvent(this.id, this.act, this.at, this.actor, this.organizationId, this.text, this.day,
				this.percent, organizationId, this.unitIds);
	}

	public DirectiveEvent units(List<Long> organizationIds) {
		return new DirectiveEvent(this.id, this.act, this.at, this.actor, this.organizationId, this.text, this.day,
				this.percent, this.targetId, organizationIds);
	}

}
