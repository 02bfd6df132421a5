package vn.nhactruong.directive;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import vn.nhactruong.shared.RuleViolation;

/**
 * The unit's word that a directive is done, with the evidence: DRAFT → SIGNED by the
 * unit's head → ACCEPTED or RETURNED by the office; the head may send a draft back, and
 * whoever drafted it may take it back.
 */
@Entity
@Table(name = "directive_report")
public class CompletionReport {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long directiveId;

	/** The unit that held the directive when it was drafted. */
	private long organizationId;

	private String content;

	private String documentNumber;

	private LocalDate documentDate;

	private String documentAbstract;

	@Enumerated(EnumType.STRING)
	private ReportStatus status = ReportStatus.DRAFT;

	private long draftedBy;

	private Instant draftedAt;

	private Long signedBy;

	private Instant signedAt;

	private Long decidedBy;

	private Instant decidedAt;

	private String comment;

	@Version
	private int version;

	protected CompletionReport() {
	}

	/**
	 * Drafts a report.
	 * @param files how many files come with it: without a document there must be one
	 */
	CompletionReport(Directive directive, String content, String documentNumber, LocalDate documentDate,
			String documentAbstract, int files, LocalDate today, long draftedBy, Instant now) {
		directive.requireReportable();
		requireDocument(new CompletionText(content, documentNumber, documentDate, documentAbstract), files, today);
		this.directiveId = directive.getId();
		this.organizationId = directive.getHolderOrganizationId();
		this.content = content;
		this.documentNumber = documentNumber;
		this.documentDate = documentDate;
		this.documentAbstract = documentAbstract;
		this.draftedBy = draftedBy;
		this.draftedAt = now;
	}

	/** Number, day and abstract of a document, or else a file. */
	static void requireDocument(CompletionText text, int files, LocalDate today) {
		boolean named = text.documentNumber() != null;
		RuleViolation.checkAll(() -> {
			if (!named && (text.documentDate() != null || text.documentAbstract() != null)) {
				throw RuleViolation.at("documentNumber", "directive.error.documentNumberMissing");
			}
			requireEvidence(text.documentNumber(), files);
		}, () -> {
			if (named && text.documentDate() == null) {
				throw RuleViolation.at("documentDate", "directive.error.documentDateMissing");
			}
			if (text.documentDate() != null && text.documentDate().isAfter(today)) {
				throw RuleViolation.at("documentDate", "directive.error.documentInFuture");
			}
		}, () -> {
			if (named && text.documentAbstract() == null) {
				throw RuleViolation.at("documentAbstract", "directive.error.documentAbstractMissing");
			}
		});
	}

	/** A document or a file: files of a draft may have been taken off since. */
	void requireEvidence(int files) {
		requireEvidence(this.documentNumber, files);
	}

	private static void requireEvidence(String documentNumber, int files) {
		if (documentNumber == null && files == 0) {
			throw RuleViolation.at("documentNumber", "directive.error.noEvidence");
		}
	}

	void sign(Directive directive, LocalDate today, long signer, Instant now) {
		requireDraft();
		directive.report(today);
		this.status = ReportStatus.SIGNED;
		this.signedBy = signer;
		this.signedAt = now;
	}

	void requireDraft() {
		require(this.status == ReportStatus.DRAFT, "directive.error.reportNotDraft");
	}

	void sendBack(String comment, long head, Instant now) {
		requireDraft();
		this.status = ReportStatus.SENT_BACK;
		decide(comment, head, now);
	}

	/** Who drafted it has second thoughts before the head signs. */
	void withdraw(long drafter, Instant now) {
		requireDraft();
		this.status = ReportStatus.WITHDRAWN;
		decide(null, drafter, now);
	}

	/** Nobody decides on what they signed themselves. */
	void requireUndecided(long decider) {
		require(this.status == ReportStatus.SIGNED, "directive.error.notReported");
		require(this.signedBy != decider, "directive.error.ownReport");
	}

	void accept(Directive directive, long decider, Instant now) {
		requireUndecided(decider);
		directive.verify(now);
		this.status = ReportStatus.ACCEPTED;
		decide(null, decider, now);
	}

	/**
	 * Back to the unit.
	 * @param percent how far the work was before it was reported as done
	 */
	void giveBack(Directive directive, String reason, int percent, long decider, Instant now) {
		requireUndecided(decider);
		directive.returnToUnit(percent);
		this.status = ReportStatus.RETURNED;
		decide(reason, decider, now);
	}

	/** Ends what nobody decided because the directive itself went another way. */
	void lapse(long decider, Instant now) {
		if (this.status == ReportStatus.DRAFT || this.status == ReportStatus.SIGNED) {
			this.status = ReportStatus.LAPSED;
			decide(null, decider, now);
		}
	}

	/**
	 * To be written differently: by the word of the unit's head, of the office, or of its
	 * drafter.
	 */
	boolean isBack() {
		return this.status == ReportStatus.SENT_BACK || this.status == ReportStatus.RETURNED
				|| this.status == ReportStatus.WITHDRAWN;
	}

	/** Never signed, whatever became of it: nobody outside of its unit reads it. */
	boolean isInternal() {
		return this.signedBy == null;
	}

	private void decide(String comment, long decider, Instant now) {
		this.comment = comment;
		this.decidedBy = decider;
		this.decidedAt = now;
	}

	private static void require(boolean condition, String messageKey) {
		if (!condition) {
			throw RuleViolation.of(messageKey);
		}
	}

	public Long getId() {
		return this.id;
	}

	public long getDirectiveId() {
		return this.directiveId;
	}

	long getOrganizationId() {
		return this.organizationId;
	}

	public String getContent() {
		return this.content;
	}

	public String getDocumentNumber() {
		return this.documentNumber;
	}

	public LocalDate getDocumentDate() {
		return this.documentDate;
	}

	public String getDocumentAbstract() {
		return this.documentAbstract;
	}

	public ReportStatus getStatus() {
		return this.status;
	}

	public Instant getDecidedAt() {
		return this.decidedAt;
	}

	Long getDraftedBy() {
		return this.draftedBy;
	}

	public Long getSignedBy() {
		return this.signedBy;
	}

	Instant getSignedAt() {
		return this.signedAt;
	}

	public String getComment() {
		return this.comment;
	}

}
