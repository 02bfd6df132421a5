package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Size;

/**
 * What forms ask of an item, in the order in which they show it. What must be filled in
 * is for each of them to say.
 */
public abstract class WorkItemFields {

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

	/** The units that are ticked; an empty box is none. */
	public Set<Long> coordinating() {
		return this.coordinatingIds.stream().filter(Objects::nonNull).collect(Collectors.toSet());
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

}
