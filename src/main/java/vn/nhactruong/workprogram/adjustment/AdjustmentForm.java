package vn.nhactruong.workprogram.adjustment;

import java.time.LocalDate;
import java.util.ArrayList;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.workprogram.WorkItemFields;

/** What is to change in a published program, and why. */
class AdjustmentForm extends WorkItemFields {

	@NotNull
	private AdjustmentKind kind;

	private Long itemId;

	/** The request that this one is instead of, or {@code null}. */
	private Long rewritesId;

	@Size(max = 100)
	private String documentNumber;

	private LocalDate documentDate;

	@NotBlank
	@Size(max = 2000)
	private String reason;

	/** What was asked for, to be written differently. */
	static AdjustmentForm of(WorkAdjustment earlier) {
		AdjustmentPlan plan = earlier.plan();
		AdjustmentForm form = new AdjustmentForm();
		form.rewritesId = earlier.getId();
		form.kind = plan.kind();
		form.itemId = plan.itemId();
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
		form.documentNumber = plan.documentNumber();
		form.documentDate = plan.documentDate();
		form.reason = plan.reason();
		return form;
	}

	AdjustmentPlan plan() {
		return new AdjustmentPlan(this.kind, this.itemId, getTitle(), getLeadId(), coordinating(), getDeliverable(),
				getLevel(), getDueOn(), getSource(), getSourceNumber(), getSourceDate(), getParentId(),
				this.documentNumber, this.documentDate, this.reason);
	}

	public AdjustmentKind getKind() {
		return this.kind;
	}

	public void setKind(AdjustmentKind kind) {
		this.kind = kind;
	}

	public Long getItemId() {
		return this.itemId;
	}

	public void setItemId(Long itemId) {
		this.itemId = itemId;
	}

	public Long getRewritesId() {
		return this.rewritesId;
	}

	public void setRewritesId(Long rewritesId) {
		this.rewritesId = rewritesId;
	}

	public String getDocumentNumber() {
		return this.documentNumber;
	}

	public void setDocumentNumber(String documentNumber) {
		this.documentNumber = documentNumber;
	}

	public LocalDate getDocumentDate() {
		return this.documentDate;
	}

	public void setDocumentDate(LocalDate documentDate) {
		this.documentDate = documentDate;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
