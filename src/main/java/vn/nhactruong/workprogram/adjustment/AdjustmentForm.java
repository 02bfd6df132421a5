package vn.nhactruong.workprogram.adjustment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.workprogram.SubmittingLevel;

/** What is to change in a published program, and why. */
class AdjustmentForm {

	@NotNull
	private AdjustmentKind kind;

	private Long itemId;

	@Size(max = 500)
	private String title;

	private Long leadId;

	private List<Long> coordinatingIds = new ArrayList<>();

	@Size(max = 500)
	private String deliverable;

	private SubmittingLevel level;

	private LocalDate dueOn;

	@Size(max = 500)
	private String source;

	@Size(max = 100)
	private String sourceNumber;

	private LocalDate sourceDate;

	private Long parentId;

	@Size(max = 100)
	private String documentNumber;

	private LocalDate documentDate;

	@NotBlank
	@Size(max = 2000)
	private String reason;

	AdjustmentPlan plan() {
		return new AdjustmentPlan(this.kind, this.itemId, this.title, this.leadId,
				this.coordinatingIds.stream().filter(Objects::nonNull).collect(Collectors.toSet()), this.deliverable,
				this.level, this.dueOn, this.source, this.sourceNumber, this.sourceDate, this.parentId,
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

	public List<Long> getCoordinatingIds() {
		return this.coordinatingIds;
	}

	public void setCoordinatingIds(List<Long> coordinatingIds) {
		this.coordinatingIds = coordinatingIds;
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
