package vn.nhactruong.directive.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Size;

import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.shared.RuleViolation;

/** The units that are chosen in a family's matrix, and what an extension of all needs. */
public class BulkForm {

	/** Each as {@link DirectiveRow#seen}: the directive and the version one looked at. */
	private List<String> chosen = new ArrayList<>();

	private LocalDate dueOn;

	@Size(max = 2000)
	private String reason;

	/** What was chosen; what is no choice of the page is refused. */
	List<Seen> seen() {
		if (this.chosen.isEmpty()) {
			throw RuleViolation.at("chosen", "directive.error.noneChosen");
		}
		return this.chosen.stream().distinct().map(Seen::of).toList();
	}

	/** Whether that directive is chosen, in whichever version. */
	boolean names(long id) {
		return this.chosen.stream().anyMatch((one) -> one.startsWith(id + "-"));
	}

	void requireDueOn() {
		if (this.dueOn == null) {
			throw RuleViolation.at("dueOn", "directive.error.bulkDueMissing");
		}
	}

	void requireReason() {
		if (this.reason == null || this.reason.isBlank()) {
			throw RuleViolation.at("reason", "directive.error.bulkReasonMissing");
		}
	}

	public List<String> getChosen() {
		return this.chosen;
	}

	public void setChosen(List<String> chosen) {
		this.chosen = (chosen != null) ? chosen : new ArrayList<>();
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	/** A directive as somebody looked at it. */
	record Seen(long id, int version) {

		private static Seen of(String text) {
			String[] parts = text.split("-", -1);
			if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,9}")) {
				throw RuleViolation.at("chosen", "directive.error.notOfFamily");
			}
			return new Seen(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
		}

	}

}
