package vn.nhactruong.conclusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.Versioned;

/** A clause as the office types it. */
public class ClauseForm implements Versioned {

	@NotNull
	@Min(1)
	@Max(2)
	private Integer level = 1;

	@NotBlank
	@Size(max = 4000)
	private String content;

	private List<OrganizationKind> leadKinds = new ArrayList<>();

	private List<Long> leadIds = new ArrayList<>();

	private List<OrganizationKind> coordinatingKinds = new ArrayList<>();

	private List<Long> coordinatingIds = new ArrayList<>();

	private LocalDate deadline;

	private boolean noDeadline;

	@Size(max = 1000)
	private String deliverable;

	private boolean noTask;

	/**
	 * Told, not typed: the chosen units by name, for the comparison after a lost race.
	 */
	private String leads;

	private String coordinating;

	private int version;

	static ClauseForm of(Clause clause, PartyNames names, java.util.Locale locale) {
		ClausePlan plan = clause.plan();
		ClauseForm form = new ClauseForm();
		form.level = plan.level();
		form.content = plan.content();
		form.leadKinds = new ArrayList<>(plan.leadKinds());
		form.leadIds = new ArrayList<>(plan.leadIds());
		form.coordinatingKinds = new ArrayList<>(plan.coordinatingKinds());
		form.coordinatingIds = new ArrayList<>(plan.coordinatingIds());
		form.deadline = plan.deadline();
		form.noDeadline = plan.noDeadline();
		form.deliverable = plan.deliverable();
		form.noTask = plan.noTask();
		form.version = clause.getVersion();
		form.tell(names, locale);
		return form;
	}

	public ClausePlan plan() {
		return new ClausePlan(this.level, this.content, known(this.leadIds), known(this.leadKinds),
				known(this.coordinatingIds), known(this.coordinatingKinds), this.deadline, this.noDeadline,
				this.deliverable, this.noTask);
	}

	public void tell(PartyNames names, java.util.Locale locale) {
		this.leads = names.of(known(this.leadIds), known(this.leadKinds), locale);
		this.coordinating = names.of(known(this.coordinatingIds), known(this.coordinatingKinds), locale);
	}

	private static <T> List<T> known(List<T> chosen) {
		return (chosen != null) ? chosen.stream().filter(java.util.Objects::nonNull).distinct().toList() : List.of();
	}

	public Integer getLevel() {
		return this.level;
	}

	public void setLevel(Integer level) {
		this.level = level;
	}

	public String getContent() {
		return this.content;
	}

	public void setContent(String content) {
		this.content = content;
	}

	public List<OrganizationKind> getLeadKinds() {
		return this.leadKinds;
	}

	public void setLeadKinds(List<OrganizationKind> leadKinds) {
		this.leadKinds = leadKinds;
	}

	public List<Long> getLeadIds() {
		return this.leadIds;
	}

	public void setLeadIds(List<Long> leadIds) {
		this.leadIds = leadIds;
	}

	public List<OrganizationKind> getCoordinatingKinds() {
		return this.coordinatingKinds;
	}

	public void setCoordinatingKinds(List<OrganizationKind> coordinatingKinds) {
		this.coordinatingKinds = coordinatingKinds;
	}

	public List<Long> getCoordinatingIds() {
		return this.coordinatingIds;
	}

	public void setCoordinatingIds(List<Long> coordinatingIds) {
		this.coordinatingIds = coordinatingIds;
	}

	public LocalDate getDeadline() {
		return this.deadline;
	}

	public void setDeadline(LocalDate deadline) {
		this.deadline = deadline;
	}

	public boolean isNoDeadline() {
		return this.noDeadline;
	}

	public void setNoDeadline(boolean noDeadline) {
		this.noDeadline = noDeadline;
	}

	public String getDeliverable() {
		return this.deliverable;
	}

	public void setDeliverable(String deliverable) {
		this.deliverable = deliverable;
	}

	public boolean isNoTask() {
		return this.noTask;
	}

	public void setNoTask(boolean noTask) {
		this.noTask = noTask;
	}

	public String getLeads() {
		return this.leads;
	}

	public void setLeads(String leads) {
		this.leads = leads;
	}

	public String getCoordinating() {
		return this.coordinating;
	}

	public void setCoordinating(String coordinating) {
		this.coordinating = coordinating;
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
