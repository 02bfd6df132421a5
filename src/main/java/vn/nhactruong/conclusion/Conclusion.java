package vn.nhactruong.conclusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import vn.nhactruong.shared.RuleViolation;

/**
 * What a conference came to, and its way: DRAFT → IN_REVIEW → APPROVED → ISSUED, with a
 * return from review to DRAFT. Clauses are written in DRAFT only. With the approval
 * everything is settled that the notice prints, the assessment and what it says of the
 * conference too, and comments that nobody answered are closed. The discussion stays open
 * until ISSUED, because the notice doesn't print it and the minutes, for which it is
 * recorded, are often finished later than the leader decides. Afterwards nothing changes.
 * The database enforces all of this, too.
 */
@Entity
public class Conclusion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long conferenceId;

	@Enumerated(EnumType.STRING)
	private ConclusionStatus status = ConclusionStatus.DRAFT;

	/** How often it was submitted. */
	private int round;

	private Instant submittedAt;

	private String returnReason;

	private Instant returnedAt;

	private String returnedBy;

	private Instant approvedAt;

	private String approvedBy;

	private String approverPosition;

	/** What the notice says of the conference, as it was approved. */
	private String printedAbout;

	private String printedOpening;

	private Integer number;

	private String notation;

	private LocalDate issuedOn;

	private Instant issuedAt;

	private String signerTitle;

	private String signerName;

	@OneToMany(mappedBy = "conclusion", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("position, id")
	private List<Clause> clauses = new ArrayList<>();

	@OneToMany(mappedBy = "conclusion", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("kind, position, id")
	private List<AssessmentItem> assessment = new ArrayList<>();

	@OneToMany(mappedBy = "conclusion", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("position, id")
	private List<Contribution> contributions = new ArrayList<>();

	@Version
	private int version;

	protected Conclusion() {
	}

	public Conclusion(long conferenceId) {
		this.conferenceId = conferenceId;
	}

	Clause addClause(ClausePlan plan) {
		requireDraft();
		Clause clause = new Clause(this, next(this.clauses.stream().mapToInt(Clause::getPosition)), plan);
		this.clauses.add(clause);
		return clause;
	}

	void removeClause(Clause clause) {
		requireDraft();
		this.clauses.remove(clause);
	}

	AssessmentItem addAssessment(AssessmentKind kind, String text) {
		requireNotApproved();
		AssessmentItem item = new AssessmentItem(this, kind,
				next(this.assessment.stream().mapToInt(AssessmentItem::getPosition)), text);
		this.assessment.add(item);
		return item;
	}

	void removeAssessment(AssessmentItem item) {
		requireNotApproved();
		this.assessment.remove(item);
	}

	Contribution addContribution(String speaker, String unit, String text) {
		requireOpen();
		Contribution contribution = new Contribution(this,
				next(this.contributions.stream().mapToInt(Contribution::getPosition)), speaker, unit, text);
		this.contributions.add(contribution);
		return contribution;
	}

	void removeContribution(Contribution contribution) {
		requireOpen();
		this.contributions.remove(contribution);
	}

	/** Hands the clauses to the leaders; what they read is kept as that round's text. */
	public void submit(Instant now) {
		require(this.status == ConclusionStatus.DRAFT, "conclusion.error.alreadySubmitted");
		require(!this.clauses.isEmpty(), "conclusion.error.noClause");
		this.status = ConclusionStatus.IN_REVIEW;
		this.round++;
		this.submittedAt = now;
		this.returnReason = null;
		this.returnedAt = null;
		this.returnedBy = null;
	}

	/** Sends it back to the office, to be changed. */
	public void returnForRevision(int round, String reason, String by, Instant now) {
		requireReview(round);
		this.status = ConclusionStatus.DRAFT;
		this.returnReason = reason;
		this.returnedAt = now;
		this.returnedBy = by;
	}

	public void approve(int round, String by, String position, Instant now) {
		requireReview(round);
		this.approverPosition = position;
		this.status = ConclusionStatus.APPROVED;
		this.approvedAt = now;
		this.approvedBy = by;
	}

	/** Keeps what the notice says of the conference. */
	void print(String about, String opening) {
		requireApproved();
		this.printedAbout = about;
		this.printedOpening = opening;
	}

	void issue(IssuePlan plan, String notation, Instant now) {
		requireApproved();
		this.status = ConclusionStatus.ISSUED;
		this.number = plan.number();
		this.notation = notation;
		this.issuedOn = plan.issuedOn();
		this.issuedAt = now;
		this.signerTitle = plan.signerTitle();
		this.signerName = plan.signerName();
	}

	/** Closes what was taken over from before the portal; it has no number here. */
	void archive() {
		requireDraft();
		this.status = ConclusionStatus.ISSUED;
	}

	void requireDraft() {
		require(this.status != ConclusionStatus.ISSUED, "conclusion.error.frozen");
		require(this.status == ConclusionStatus.DRAFT, "conclusion.error.notDraft");
	}

	/** Guards what the notice prints beside the clauses. */
	void requireNotApproved() {
		requireOpen();
		require(this.status != ConclusionStatus.APPROVED, "conclusion.error.approved");
	}

	/** Guards comments and their answers: the approval closes them. */
	public void requireComments() {
		requireOpen();
		require(this.status != ConclusionStatus.APPROVED, "conclusion.error.commentsClosed");
	}

	/** Guards what the notice does not print. */
	public void requireOpen() {
		require(this.status != ConclusionStatus.ISSUED, "conclusion.error.frozen");
	}

	void requireApproved() {
		require(this.status != ConclusionStatus.ISSUED, "conclusion.error.alreadyIssued");
		require(this.status == ConclusionStatus.APPROVED, "conclusion.error.notApproved");
	}

	/** Guards what a leader does to the text that lies before them. */
	public void requireReview(int round) {
		require(this.status == ConclusionStatus.IN_REVIEW, "conclusion.error.notInReview");
		require(this.round == round, "conclusion.error.otherRound");
	}

	private static int next(java.util.stream.IntStream positions) {
		return positions.max().orElse(0) + 1;
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	/** Such as {@code 07/TB-BTP}, or {@code null} without a number. */
	public String getNoticeNumber() {
		return (this.number != null) ? noticeNumber(this.number, this.notation) : null;
	}

	/** Decree 30/2020: numbers below ten are padded. */
	static String noticeNumber(int number, String notation) {
		return "%02d/%s".formatted(number, notation);
	}

	public Long getId() {
		return this.id;
	}

	public long getConferenceId() {
		return this.conferenceId;
	}

	public ConclusionStatus getStatus() {
		return this.status;
	}

	public int getRound() {
		return this.round;
	}

	public Instant getSubmittedAt() {
		return this.submittedAt;
	}

	public String getReturnReason() {
		return this.returnReason;
	}

	public Instant getReturnedAt() {
		return this.returnedAt;
	}

	public String getReturnedBy() {
		return this.returnedBy;
	}

	public Instant getApprovedAt() {
		return this.approvedAt;
	}

	public String getApprovedBy() {
		return this.approvedBy;
	}

	String getApproverPosition() {
		return this.approverPosition;
	}

	String getPrintedAbout() {
		return this.printedAbout;
	}

	String getPrintedOpening() {
		return this.printedOpening;
	}

	public LocalDate getIssuedOn() {
		return this.issuedOn;
	}

	public String getSignerTitle() {
		return this.signerTitle;
	}

	public String getSignerName() {
		return this.signerName;
	}

	public List<Clause> getClauses() {
		return List.copyOf(this.clauses);
	}

	public List<AssessmentItem> getAssessment() {
		return List.copyOf(this.assessment);
	}

	public List<Contribution> getContributions() {
		return List.copyOf(this.contributions);
	}

	int getVersion() {
		return this.version;
	}

}
