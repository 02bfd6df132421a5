package vn.nhactruong.organization;

import java.util.List;

/**
 * A unit as its page shows it.
 *
 * @param province where it lies, or {@code null}
 * @param successors who took its work over, the last being today's holder
 * @param predecessors whose work came down to it, the latest first
 */
record OrganizationPage(Unit unit, boolean valid, Unit parent, Province province, List<Unit> successors,
		List<Unit> predecessors, List<Unit> children) {
}
