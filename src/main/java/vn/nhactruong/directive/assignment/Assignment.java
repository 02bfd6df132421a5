package vn.nhactruong.directive.assignment;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.springframework.data.domain.Persistable;

/**
 * To whom in the unit a directive was given, with a deadline inside the unit and who
 * stands in while that person is away.
 */
@Entity
@Table(name = "directive_assignment")
class Assignment implements Persistable<Long> {

	@Id
	private Long directiveId;

	private long accountId;

	private LocalDate dueOn;

	private String note;

	private Long substituteId;

	private LocalDate substituteUntil;

	private long assignedBy;

	private Instant assignedAt;

	@Version
	private Integer version;

	protected Assignment() {
	}

	Assignment(long directiveId) {
		this.directiveId = directiveId;
	}

	void give(AssignmentForm form, long assignedBy, Instant now) {
		this.accountId = form.getAccountId();
		this.dueOn = form.getDueOn();
		this.note = form.getNote();
		this.substituteId = form.getSubstituteId();
		this.substituteUntil = form.getSubstituteUntil();
		this.assignedBy = assignedBy;
		this.assignedAt = now;
	}

	@Override
	public Long getId() {
		return this.directiveId;
	}

	@Override
	public boolean isNew() {
		return this.version == null;
	}

	long getAccountId() {
		return this.accountId;
	}

	LocalDate getDueOn() {
		return this.dueOn;
	}

	String getNote() {
		return this.note;
	}

	Long getSubstituteId() {
		return this.substituteId;
	}

	LocalDate getSubstituteUntil() {
		return this.substituteUntil;
	}

	int getVersion() {
		return this.version;
	}

}
