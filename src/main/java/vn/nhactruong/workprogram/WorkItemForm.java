package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** An item of a work program as somebody types it. */
public class WorkItemForm implements Versioned {

	@NotBlank
	@Size(max = 500)
	private String title;

	@NotNull
	private Long leadId;

	private List<Long> coordinatingIds = new ArrayList<>();

	@Size(max = 500)
	private String deliverable;

	@NotNull
	private SubmittingLevel level;

	@NotNull
	private LocalDate dueOn;

	@Size(max = 500)
	private String source;

	@Size(max = 100)
	private String sourceNumber;

	private LocalDate sourceDate;

	private Long parentId;

	private int version;

	static WorkItemForm of(WorkItem item) {
		WorkItemPlan plan = item.plan();
		WorkItemForm form = new WorkItemForm();
		form.title = plan.title();
		form.leadId = plan.leadId();
		form.coordinatingIds = new ArrayList<>(plan.coordinatingIds());
		form.deliverable = plan.deliverable();
		form.level = plan.level();
		form.dueOn = plan.dueOn();
		form.source = plan.source();
		form.sourceNumber = plan.sourceNumber();
		form.sourceDate = plan.sourceDate();
		form.parentId = plan.parentId();
		form.version = item.getVersion();
		return form;
	}

	public WorkItemPlan plan() {
		return new WorkItemPlan(this.title, this.leadId, new HashSet<>(this.coordinatingIds), this.deliverable,
				this.level, this.dueOn, this.source, this.sourceNumber, this.sourceDate, this.parentId);
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public Long getLeadId() {
		return this.leadId;
	}

	public void setLeadId(Long leadId) {
		this.leadId = leadId;
	}

	public List<Long> getCoordinatingIds() {
		return this.coordinatingIds;
	}

	public void setCoordinatingIds(List<Long> coordinatingIds) {
		this.coordinatingIds = coordinatingIds;
	}

	public String getDeliverable() {
		return this.deliverable;
	}

	public void setDeliverable(String deliverable) {
		this.deliverable = deliverable;
	}

	public SubmittingLevel getLevel() {
		return this.level;
	}

	public void setLevel(SubmittingLevel level) {
		this.level = level;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

	public String getSource() {
		return this.source;
	}

	public void setSource(String source) {
		this.source = source;
	}

	public String getSourceNumber() {
		return this.sourceNumber;
	}

	public void setSourceNumber(String sourceNumber) {
		this.sourceNumber = sourceNumber;
	}

	public LocalDate getSourceDate() {
		return this.sourceDate;
	}

	public void setSourceDate(LocalDate sourceDate) {
		this.sourceDate = sourceDate;
	}

	public Long getParentId() {
		return this.parentId;
	}

	public void setParentId(Long parentId) {
		this.parentId = parentId;
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
