package vn.nhactruong.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.directive.origin.OriginItem;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.Versioned;

/** What the issuer gives to units out of a clause or a document, or a draft of that. */
public class DirectiveForm implements Versioned {

	private static final int TITLE_LENGTH = 160;

	private DirectiveSource source;

	private Long clauseId;

	private Long originId;

	@Size(max = 50)
	private String sourceNumber;

	private LocalDate sourceDate;

	@Size(max = 200)
	private String sourceAuthor;

	@Size(max = 500)
	private String sourceSubject;

	@NotBlank
	@Size(max = 200)
	private String title;

	@NotBlank
	@Size(max = 4000)
	private String text;

	private List<Long> leadIds = new ArrayList<>();

	private List<OrganizationKind> leadKinds = new ArrayList<>();

	/** Regions of a kind of units, each as {@link #region}. */
	private List<String> leadRegions = new ArrayList<>();

	private List<Long> coordinatingIds = new ArrayList<>();

	private List<OrganizationKind> coordinatingKinds = new ArrayList<>();

	private LocalDate dueOn;

	private boolean withoutDeadline;

	private LocalDate coordinatingDueOn;

	@Size(max = 500)
	private String deliverable;

	/**
	 * Told, not typed: the chosen units by name, for the comparison after a lost race.
	 */
	private String leads;

	private String coordinating;

	private int version;

	/** What the clause says already. */
	public static DirectiveForm of(IssuedClause clause) {
		DirectiveForm form = new DirectiveForm();
		form.source = DirectiveSource.CLAUSE;
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

	/** A leader's document or an order from outside says nothing before it is typed. */
	public static DirectiveForm of(DirectiveSource document) {
		DirectiveForm form = new DirectiveForm();
		form.source = document;
		return form;
	}

	/** What an item of a work program says already. */
	static DirectiveForm of(long itemId, OriginItem item) {
		DirectiveForm form = new DirectiveForm();
		form.source = DirectiveSource.WORK_ITEM;
		form.originId = itemId;
		form.title = shortTitle(item.title());
		form.text = item.title();
		form.leadIds = new ArrayList<>(item.leadIds());
		form.coordinatingIds = new ArrayList<>(item.coordinatingIds());
		form.dueOn = item.dueOn();
		form.deliverable = item.deliverable();
		return form;
	}

	/** What a draft says. */
	public static DirectiveForm of(Directive draft) {
		DirectiveForm form = new DirectiveForm();
		Origin origin = draft.getOrigin();
		form.keep(origin);
		form.sourceNumber = origin.number();
		form.sourceDate = origin.date();
		form.sourceAuthor = origin.author();
		form.sourceSubject = origin.subject();
		form.title = draft.getTitle();
		form.text = draft.getText();
		form.leadIds = units(draft.getDraftLeads());
		form.leadKinds = kinds(draft.getDraftLeads());
		form.coordinatingIds = units(draft.getCoordinators());
		form.coordinatingKinds = kinds(draft.getCoordinators());
		form.dueOn = draft.getDueOn();
		form.withoutDeadline = draft.isWithoutDeadline();
		form.coordinatingDueOn = draft.getCoordinatingDueOn();
		form.deliverable = draft.getDeliverable();
		form.version = draft.getVersion();
		return form;
	}

	/** How the form names the units of a kind in a region. */
	static String region(OrganizationKind kind, Region region) {
		return kind.name() + "." + region.name();
	}

	/**
	 * Puts the units of the chosen regions among the leads, for a region has no draft and
	 * no task of its own.
	 */
	public void spreadRegions(BiFunction<OrganizationKind, Region, List<Long>> units) {
		this.leadIds = withRegions(units);
	}

	/** The chosen leads and the units of the chosen regions. */
	public List<Long> withRegions(BiFunction<OrganizationKind, Region, List<Long>> units) {
		Set<Long> leads = new LinkedHashSet<>(this.leadIds);
		Set<String> unknown = new LinkedHashSet<>(this.leadRegions);
		for (OrganizationKind kind : OrganizationKind.values()) {
			for (Region region : Region.values()) {
				if (unknown.remove(region(kind, region))) {
					leads.addAll(units.apply(kind, region));
				}
			}
		}
		if (!unknown.isEmpty()) {
			throw RuleViolation.at("leadIds", "directive.error.unknownUnit");
		}
		return List.copyOf(leads);
	}

	private static List<Long> units(List<Addressee> addressees) {
		return addressees.stream().map(Addressee::getOrganizationId).filter(Objects::nonNull).toList();
	}

	private static List<OrganizationKind> kinds(List<Addressee> addressees) {
		return addressees.stream().map(Addressee::getKind).filter(Objects::nonNull).toList();
	}

	/** Puts those who carry on their work in the place of units that are gone. */
	public void carryOn(LongUnaryOperator holder) {
		this.leadIds = this.leadIds.stream().map(holder::applyAsLong).distinct().toList();
		this.coordinatingIds = this.coordinatingIds.stream()
			.map(holder::applyAsLong)
			.distinct()
			.filter((unit) -> !this.leadIds.contains(unit))
			.toList();
	}

	/** A draft stays with the clause or item that it was made of. */
	public void keep(Origin origin) {
		this.source = origin.source();
		this.clauseId = origin.clauseId();
		this.originId = origin.itemId();
	}

	/** A form that names no source is one of a clause, as forms were before documents. */
	public Origin origin() {
		DirectiveSource from = (this.source != null) ? this.source : DirectiveSource.CLAUSE;
		return switch (from) {
			case CLAUSE -> {
				if (this.clauseId == null) {
					throw RuleViolation.at("clauseId", "directive.error.noClause");
				}
				yield Origin.clause(this.clauseId);
			}
			case WORK_ITEM -> {
				if (this.originId == null) {
					throw RuleViolation.at("originId", "directive.error.noItem");
				}
				yield Origin.workItem(this.originId);
			}
			case LEADER_DOCUMENT, EXTERNAL_ORDER ->
				Origin.document(from, this.sourceNumber, this.sourceDate, this.sourceAuthor, this.sourceSubject);
		};
	}

	/** What whoever gave it out reads: who was told. */
	public String issuedKey() {
		return (this.coordinatingIds.isEmpty() && this.coordinatingKinds.isEmpty()) ? "directive.done.issued"
				: "directive.done.issuedCoordinated";
	}

	/** A day, or the word that there is none. */
	void requireDeadline() {
		if (this.dueOn == null && !this.withoutDeadline) {
			throw RuleViolation.at("dueOn", "directive.error.dueMissing");
		}
		requireOneDeadline();
	}

	/** A day and the word that there is none exclude each other. */
	public void requireOneDeadline() {
		if (this.dueOn != null && this.withoutDeadline) {
			throw RuleViolation.at("dueOn", "directive.error.dueAndNone");
		}
	}

	public void tell(BiFunction<List<Long>, List<OrganizationKind>, String> names) {
		this.leads = names.apply(this.leadIds, this.leadKinds);
		this.coordinating = names.apply(this.coordinatingIds, this.coordinatingKinds);
	}

	private static <T> List<T> known(List<T> chosen) {
		return (chosen != null) ? chosen.stream().filter(Objects::nonNull).distinct().toList() : List.of();
	}

	/** The first words of a long wording, cut between words. */
	static String shortTitle(String text) {
		// A heading carries no full stop.
		String line = text.strip().replaceAll("\\s+", " ").replaceAll("[.;]+$", "");
		if (line.length() <= TITLE_LENGTH) {
			return line;
		}
		int blank = line.lastIndexOf(' ', TITLE_LENGTH - 1);
		return line.substring(0, (blank > 0) ? blank : TITLE_LENGTH - 1) + "…";
	}

	public DirectiveSource getSource() {
		return this.source;
	}

	public void setSource(DirectiveSource source) {
		this.source = source;
	}

	public Long getOriginId() {
		return this.originId;
	}

	public void setOriginId(Long originId) {
		this.originId = originId;
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

	public String getSourceAuthor() {
		return this.sourceAuthor;
	}

	public void setSourceAuthor(String sourceAuthor) {
		this.sourceAuthor = sourceAuthor;
	}

	public String getSourceSubject() {
		return this.sourceSubject;
	}

	public void setSourceSubject(String sourceSubject) {
		this.sourceSubject = sourceSubject;
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
		this.leadIds = known(leadIds);
	}

	public List<OrganizationKind> getLeadKinds() {
		return this.leadKinds;
	}

	public void setLeadKinds(List<OrganizationKind> leadKinds) {
		this.leadKinds = known(leadKinds);
	}

	public List<String> getLeadRegions() {
		return this.leadRegions;
	}

	public void setLeadRegions(List<String> leadRegions) {
		this.leadRegions = known(leadRegions);
	}

	public List<Long> getCoordinatingIds() {
		return this.coordinatingIds;
	}

	public void setCoordinatingIds(List<Long> coordinatingIds) {
		this.coordinatingIds = known(coordinatingIds);
	}

	public List<OrganizationKind> getCoordinatingKinds() {
		return this.coordinatingKinds;
	}

	public void setCoordinatingKinds(List<OrganizationKind> coordinatingKinds) {
		this.coordinatingKinds = known(coordinatingKinds);
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

	public LocalDate getCoordinatingDueOn() {
		return this.coordinatingDueOn;
	}

	public void setCoordinatingDueOn(LocalDate coordinatingDueOn) {
		this.coordinatingDueOn = coordinatingDueOn;
	}

	public String getDeliverable() {
		return this.deliverable;
	}

	public void setDeliverable(String deliverable) {
		this.deliverable = deliverable;
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
