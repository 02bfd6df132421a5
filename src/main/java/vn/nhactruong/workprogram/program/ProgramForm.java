package vn.nhactruong.workprogram.program;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.Versioned;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.WorkProgram;

/** A work program as it is opened: whose, for which period, until when to propose. */
class ProgramForm implements Versioned {

	@NotNull
	private Long scopeId;

	@NotNull
	private PeriodKind kind;

	@NotNull
	private LocalDate day;

	/** Its writer knows that the period is over. */
	private boolean pastMeant;

	private LocalDate proposalsUntil;

	@Size(max = 2000)
	private String note;

	/** The last day of the period, once it is over; told, never sent. */
	private LocalDate ended;

	private int version;

	static ProgramForm of(WorkProgram program) {
		ProgramForm form = new ProgramForm();
		form.scopeId = program.getScopeId();
		form.kind = program.period().kind();
		form.day = program.period().startsOn();
		form.proposalsUntil = program.getProposalsUntil();
		form.note = program.getNote();
		form.version = program.getVersion();
		return form;
	}

	public Long getScopeId() {
		return this.scopeId;
	}

	public void setScopeId(Long scopeId) {
		this.scopeId = scopeId;
	}

	public PeriodKind getKind() {
		return this.kind;
	}

	public void setKind(PeriodKind kind) {
		this.kind = kind;
	}

	public LocalDate getDay() {
		return this.day;
	}

	public void setDay(LocalDate day) {
		this.day = day;
	}

	public LocalDate getProposalsUntil() {
		return this.proposalsUntil;
	}

	public void setProposalsUntil(LocalDate proposalsUntil) {
		this.proposalsUntil = proposalsUntil;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	public boolean isPastMeant() {
		return this.pastMeant;
	}

	public void setPastMeant(boolean pastMeant) {
		this.pastMeant = pastMeant;
	}

	public LocalDate getEnded() {
		return this.ended;
	}

	/**
	 * What its writer may not mean: a period that is over. Who means it ticks the box
	 * that stands in the form then.
	 */
	List<RuleViolation> doubts(LocalDate today) {
		if (this.kind == null || this.day == null) {
			return List.of();
		}
		Period period = Period.around(this.kind, this.day);
		this.ended = period.isOver(today) ? period.endsOn() : null;
		return (this.ended == null || this.pastMeant) ? List.of()
				: List.of(RuleViolation.at("pastMeant", "workprogram.error.ended", DateFormats.day(this.ended)));
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
