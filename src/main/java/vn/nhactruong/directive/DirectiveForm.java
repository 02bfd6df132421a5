package vn.nhactruong.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.organization.OrganizationKind;

/** A clause as the issuer gives it to units. */
class DirectiveForm {

	private static final int TITLE_LENGTH = 160;

	@NotNull
	private Long clauseId;

	@NotBlank
	@Size(max = 200)
	private String title;

	@NotBlank
	@Size(max = 4000)
	private String text;

	private List<Long> leadIds = new ArrayList<>();

	private List<OrganizationKind> leadKinds = new ArrayList<>();

	private List<Long> coordinatingIds = new ArrayList<>();

	private List<OrganizationKind> coordinatingKinds = new ArrayList<>();

	private LocalDate dueOn;

	private boolean withoutDeadline;

	@Size(max = 500)
	private String deliverable;

	/** What the clause says already. */
	static DirectiveForm of(IssuedClause clause) {
		DirectiveForm form = new DirectiveForm();
		form.clauseId = clause.id();
		form.title = shortTitle(clause.content());
		form.text = clause.content();
		form.leadIds = new ArrayList<>(clause.leadIds());
		form.leadKinds = new ArrayList<>(clause.leadKinds());
		form.coordinatingIds = new ArrayList<>(clause.coordinatingIds());
		form.coordinatingKinds = new ArrayList<>(clause.coordinatingKinds());
		form.dueOn = clause.deadline();
		form.withoutDeadline = clause.deadline() == null;
		form.deliverable = clause.deliverable();
		return form;
	}

	/** The first words of a long wording, cut between words. */
	static String shortTitle(String text) {
		String line = text.strip().replaceAll("\\s+", " ");
		if (line.length() <= TITLE_LENGTH) {
			return line;
		}
		int blank = line.lastIndexOf(' ', TITLE_LENGTH - 1);
		return line.substring(0, (blank > 0) ? blank : TITLE_LENGTH - 1) + "…";
	}

	public Long getClauseId() {
		return this.clauseId;
	}

	public void setClauseId(Long clauseId) {
		this.clauseId = clauseId;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public List<Long> getLeadIds() {
		return this.leadIds;
	}

	public void setLeadIds(List<Long> leadIds) {
		this.leadIds = leadIds;
	}

	public List<OrganizationKind> getLeadKinds() {
		return this.leadKinds;
	}

	public void setLeadKinds(List<OrganizationKind> leadKinds) {
		this.leadKinds = leadKinds;
	}

	public List<Long> getCoordinatingIds() {
		return this.coordinatingIds;
	}

	public void setCoordinatingIds(List<Long> coordinatingIds) {
		this.coordinatingIds = coordinatingIds;
	}

	public List<OrganizationKind> getCoordinatingKinds() {
		return this.coordinatingKinds;
	}

	public void setCoordinatingKinds(List<OrganizationKind> coordinatingKinds) {
		this.coordinatingKinds = coordinatingKinds;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

	public boolean isWithoutDeadline() {
		return this.withoutDeadline;
	}

	public void setWithoutDeadline(boolean withoutDeadline) {
		this.withoutDeadline = withoutDeadline;
	}

	public String getDeliverable() {
		return this.deliverable;
	}

	public void setDeliverable(String deliverable) {
		this.deliverable = deliverable;
	}

}
