package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.ArrayList;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import vn.nhactruong.shared.Versioned;

/** An item of a work program as somebody types it. */
public class WorkItemForm extends WorkItemFields implements Versioned {

	private int version;

	static WorkItemForm of(WorkItem item) {
		WorkItemPlan plan = item.plan();
		WorkItemForm form = new WorkItemForm();
		form.setTitle(plan.title());
		form.setLeadId(plan.leadId());
		form.setCoordinatingIds(new ArrayList<>(plan.coordinatingIds()));
		form.setDeliverable(plan.deliverable());
		form.setLevel(plan.level());
		form.setDueOn(plan.dueOn());
		form.setSource(plan.source());
		form.setSourceNumber(plan.sourceNumber());
		form.setSourceDate(plan.sourceDate());
		form.setParentId(plan.parentId());
		form.version = item.getVersion();
		return form;
	}

	public WorkItemPlan plan() {
		return new WorkItemPlan(getTitle(), getLeadId(), coordinating(), getDeliverable(), getLevel(), getDueOn(),
				getSource(), getSourceNumber(), getSourceDate(), getParentId());
	}

	@Override
	@NotBlank
	public String getTitle() {
		return super.getTitle();
	}

	@Override
	@NotNull
	public Long getLeadId() {
		return super.getLeadId();
	}

	@Override
	@NotNull
	public SubmittingLevel getLevel() {
		return super.getLevel();
	}

	@Override
	@NotNull
	public LocalDate getDueOn() {
		return super.getDueOn();
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
