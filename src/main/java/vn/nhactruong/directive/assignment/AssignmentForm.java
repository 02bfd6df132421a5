package vn.nhactruong.directive.assignment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** Whom the head gives a directive to, until when, and who stands in. */
public class AssignmentForm implements Versioned {

	@NotNull
	private Long accountId;

	private LocalDate dueOn;

	@Size(max = 2000)
	private String note;

	private Long substituteId;

	private LocalDate substituteUntil;

	private int version;

	static AssignmentForm of(Assignment assignment) {
		AssignmentForm form = new AssignmentForm();
		form.accountId = assignment.getAccountId();
		form.dueOn = assignment.getDueOn();
		form.note = assignment.getNote();
		form.substituteId = assignment.getSubstituteId();
		form.substituteUntil = assignment.getSubstituteUntil();
		// None at all is version 0.
		form.version = assignment.getVersion() + 1;
		return form;
	}

	public Long getAccountId() {
		return this.accountId;
	}

	public void setAccountId(Long accountId) {
		this.accountId = accountId;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	public Long getSubstituteId() {
		return this.substituteId;
	}

	public void setSubstituteId(Long substituteId) {
		this.substituteId = substituteId;
	}

	public LocalDate getSubstituteUntil() {
		return this.substituteUntil;
	}

	public void setSubstituteUntil(LocalDate substituteUntil) {
		this.substituteUntil = substituteUntil;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

}
