package vn.nhactruong.conclusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

import vn.nhactruong.conclusion.ClauseParty.Part;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.RuleViolation;

/**
 * One paragraph of a conclusion: what it says and, where it gives somebody a task, who
 * leads, who coordinates, until when and with what result.
 */
@Entity
public class Clause {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Conclusion conclusion;

	@Column(name = "position_no")
	private int position;

	@Column(name = "level_no")
	private int level;

	private String content;

	private LocalDate deadline;

	private boolean noDeadline;

	private String deliverable;

	private boolean noTask;

	@ElementCollection
	@CollectionTable(name = "clause_party", joinColumns = @JoinColumn(name = "clause_id"))
	@OrderColumn(name = "position_no")
	@Fetch(FetchMode.SUBSELECT)
	private List<ClauseParty> parties = new ArrayList<>();

	@Version
	private int version;

	protected Clause() {
	}

	Clause(Conclusion conclusion, int position, ClausePlan plan) {
		this.conclusion = conclusion;
		this.position = position;
		write(plan);
	}

	/** Says it anew; only while the conclusion is a draft. */
	void revise(ClausePlan plan) {
		this.conclusion.requireDraft();
		write(plan);
	}

	/**
	 * Whether the clause gives nobody a task. Once the notice is out this is kept up
	 * beside its frozen text.
	 */
	void markNoTask(boolean noTask) {
		if (this.conclusion.getStatus() != ConclusionStatus.ISSUED) {
			throw RuleViolation.of("conclusion.error.notIssued");
		}
		this.noTask = noTask;
	}

	void moveTo(int position) {
		this.conclusion.requireDraft();
		this.position = position;
	}

	private void write(ClausePlan plan) {
		this.level = plan.level();
		this.content = plan.content();
		this.deadline = plan.deadline();
		this.noDeadline = plan.noDeadline();
		this.deliverable = plan.deliverable();
		this.noTask = plan.noTask();
		if (!plan.equals(plan())) {
			this.parties.clear();
			plan.leadKinds().forEach((kind) -> this.parties.add(new ClauseParty(Part.LEAD, kind)));
			plan.leadIds().forEach((unit) -> this.parties.add(new ClauseParty(Part.LEAD, unit)));
			plan.coordinatingKinds().forEach((kind) -> this.parties.add(new ClauseParty(Part.COORDINATING, kind)));
			plan.coordinatingIds().forEach((unit) -> this.parties.add(new ClauseParty(Part.COORDINATING, unit)));
		}
	}

	public ClausePlan plan() {
		return new ClausePlan(this.level, this.content, units(Part.LEAD), kinds(Part.LEAD), units(Part.COORDINATING),
				kinds(Part.COORDINATING), this.deadline, this.noDeadline, this.deliverable, this.noTask);
	}

	private List<Long> units(Part part) {
		return this.parties.stream()
			.filter((party) -> party.getPart() == part)
			.map(ClauseParty::getOrganizationId)
			.filter(Objects::nonNull)
			.toList();
	}

	private List<OrganizationKind> kinds(Part part) {
		return this.parties.stream()
			.filter((party) -> party.getPart() == part)
			.map(ClauseParty::getKind)
			.filter(Objects::nonNull)
			.toList();
	}

	public Long getId() {
		return this.id;
	}

	Conclusion getConclusion() {
		return this.conclusion;
	}

	int getPosition() {
		return this.position;
	}

	public int getLevel() {
		return this.level;
	}

	String getContent() {
		return this.content;
	}

	boolean isNoTask() {
		return this.noTask;
	}

	int getVersion() {
		return this.version;
	}

}
