package vn.nhactruong.conclusion.review;

import java.time.LocalDate;

/** A clause as it was submitted in one round. */
public record Snapshot(long id, long clauseId, int position, String label, String content, String leads,
		String coordinating, LocalDate deadline, boolean noDeadline, String deliverable, boolean noTask) {

	boolean hasTaskData() {
		return !this.leads.isEmpty();
	}

	/** Whether nothing that a leader reads differs; its number may. */
	boolean reads(Snapshot other) {
		return this.content.equals(other.content) && this.leads.equals(other.leads)
				&& this.coordinating.equals(other.coordinating)
				&& java.util.Objects.equals(this.deadline, other.deadline) && this.noDeadline == other.noDeadline
				&& java.util.Objects.equals(this.deliverable, other.deliverable) && this.noTask == other.noTask;
	}

}
