package vn.nhactruong.attendance.answer;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.organization.OrganizationKind;

/**
 * How one invited unit has answered.
 *
 * @param quota {@code null} where none was named
 * @param missing what its list still lacks; empty once nothing is awaited
 * @param remindedAt when the office last reminded it, or {@code null}
 * @param reachable whether anybody there has an account that a reminder can reach
 */
public record AnswerRow(long organizationId, String unitName, OrganizationKind kind, Integer quota, int registered,
		int confirmed, UnitAnswer answer, List<Missing> missing, String declineReason, int travellers, int lodgers,
		Instant remindedAt, boolean reachable) {

	/** Places left, or {@code null} without a quota. */
	public Integer free() {
		return (this.quota != null) ? Math.max(0, this.quota - this.registered) : null;
	}

	/** Whether nothing is awaited of the unit any more. */
	public boolean complete() {
		return this.missing.isEmpty();
	}

	/**
	 * Whether the office reminds it: something is awaited, and there are accounts that a
	 * reminder can reach.
	 */
	public boolean remindable() {
		return !complete() && this.reachable;
	}

	public boolean hasRoom() {
		return this.quota == null || this.registered < this.quota;
	}

	/** Tone of the answer's chip. */
	public String tone() {
		return switch (this.answer) {
			case NONE -> "soon";
			case REGISTERING -> "open";
			case CONFIRMED -> "ok";
			case DECLINED -> "none";
		};
	}

}
