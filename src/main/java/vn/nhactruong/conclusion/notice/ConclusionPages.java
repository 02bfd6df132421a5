package vn.nhactruong.conclusion.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.AssessmentItem;
import vn.nhactruong.conclusion.AssessmentKind;
import vn.nhactruong.conclusion.Clause;
import vn.nhactruong.conclusion.ClauseNumbering;
import vn.nhactruong.conclusion.ClausePlan;
import vn.nhactruong.conclusion.ClauseTask;
import vn.nhactruong.conclusion.ClauseTasks;
import vn.nhactruong.conclusion.Conclusion;
import vn.nhactruong.conclusion.ConclusionAccess;
import vn.nhactruong.conclusion.ConclusionRepository;
import vn.nhactruong.conclusion.ConclusionStatus;
import vn.nhactruong.conclusion.Contribution;
import vn.nhactruong.conclusion.DocumentNumbers;
import vn.nhactruong.conclusion.NoticeOpening;
import vn.nhactruong.conclusion.PartyNames;
import vn.nhactruong.conclusion.notice.ConclusionPage.Item;
import vn.nhactruong.conclusion.notice.ConclusionPage.Row;
import vn.nhactruong.conclusion.notice.ConclusionPage.Speech;
import vn.nhactruong.conclusion.review.ReviewPage;
import vn.nhactruong.conclusion.review.ReviewPage.Comment;
import vn.nhactruong.conclusion.review.ReviewPages;
import vn.nhactruong.conclusion.review.Snapshot;
import vn.nhactruong.conclusion.review.Snapshots;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.DatedNumber;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.TextFolding;
import vn.nhactruong.workingday.Deadline;
import vn.nhactruong.workingday.WorkingDays;

/** Gathers what the pages of a conclusion show to one viewer. */
@Service
@Transactional(readOnly = true)
class ConclusionPages {

	private final ConclusionRepository conclusions;

	private final Snapshots snapshots;

	private final ReviewPages reviews;

	private final ConclusionAccess access;

	private final Conferences conferences;

	private final PartyNames names;

	private final NoticeOpening opening;

	private final DocumentNumbers numbers;

	private final ObjectProvider<ClauseTasks> tasks;

	private final Settings settings;

	private final WorkingDays workingDays;

	private final UnitDirectory units;

	private final MessageSource messages;

	private final Clock clock;

	ConclusionPages(ConclusionRepository conclusions, Snapshots snapshots, ReviewPages reviews, ConclusionAccess access,
			Conferences conferences, PartyNames names, NoticeOpening opening, DocumentNumbers numbers,
			ObjectProvider<ClauseTasks> tasks, Settings settings, WorkingDays workingDays, UnitDirectory units,
			MessageSource messages, Clock clock) {
		this.conclusions = conclusions;
		this.snapshots = snapshots;
		this.reviews = reviews;
		this.access = access;
		this.conferences = conferences;
		this.names = names;
		this.opening = opening;
		this.numbers = numbers;
		this.tasks = tasks;
		this.settings = settings;
		this.workingDays = workingDays;
		this.units = units;
		this.messages = messages;
		this.clock = clock;
	}

	/** The conclusion, or that there is none to read yet. */
	ConclusionPage page(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion stored = this.conclusions.findByConferenceId(conferenceId).orElse(null);
		if (!this.access.reads(viewer, (stored != null) ? stored.getStatus() : null)) {
			return new ConclusionPage(conference, null, false, false, false, false, false, false, false, List.of(),
					List.of(), List.of(), List.of(), 0, null, null, null, null, null, false, 0);
		}
		Conclusion conclusion = (stored != null) ? stored : new Conclusion(conferenceId);
		ConclusionStatus status = conclusion.getStatus();
		boolean issued = status == ConclusionStatus.ISSUED;
		boolean drafts = this.access.readsDrafts(viewer);
		boolean writer = this.access.mayWrite(viewer) && conference.status() != ConferenceStatus.CANCELLED;
		List<Row> rows = rows(conclusion, drafts, viewer);
		Optional<Rule> due = conference.archive() ? Optional.empty() : due(conference);
		LocalDate done = issued ? conclusion.getIssuedOn() : today();
		boolean late = due.isPresent() && done != null && done.isAfter(due.get().deadline().date());
		return new ConclusionPage(conference, status, this.access.mayReview(viewer),
				writer && status == ConclusionStatus.DRAFT, writer && !issued && status != ConclusionStatus.APPROVED,
				writer && !issued, writer && status == ConclusionStatus.DRAFT && !rows.isEmpty(),
				writer && status == ConclusionStatus.APPROVED,
				this.access.mayWrite(viewer) && issued && !conference.archive(),
				items(conclusion, AssessmentKind.ACHIEVEMENT), items(conclusion, AssessmentKind.LIMITATION),
				speeches(conclusion), rows, conclusion.getRound(), drafts ? review(conclusion) : null,
				drafts ? returned(conclusion) : null, notice(conclusion), due.map(Rule::deadline).orElse(null),
				due.map(Rule::source).orElse(null), late,
				issued ? (int) rows.stream().filter(Row::unassigned).count() : 0);
	}

	/** The paper; a draft of it for whoever reads drafts. */
	NoticePaper paper(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.findByConferenceId(conferenceId)
			.filter((it) -> this.access.reads(viewer, it.getStatus()))
			.filter((it) -> !conference.archive())
			.orElseThrow(() -> new NotVisibleException("notice of conference", conferenceId));
		boolean issued = conclusion.getStatus() == ConclusionStatus.ISSUED;
		String number = issued ? conclusion.getNoticeNumber() : "      /" + this.numbers.noticeNotation();
		List<NoticePaper.Part> parts = new ArrayList<>();
		for (AssessmentKind kind : AssessmentKind.values()) {
			List<Item> items = items(conclusion, kind);
			if (!items.isEmpty()) {
				parts.add(new NoticePaper.Part(text("conclusion.paper." + kind),
						items.stream()
							.map((item) -> new NoticePaper.Paragraph(text("conclusion.paper.dash"), item.text(), ""))
							.toList()));
			}
		}
		List<String> labels = labels(conclusion);
		List<NoticePaper.Paragraph> clauses = new ArrayList<>();
		for (int i = 0; i < labels.size(); i++) {
			ClausePlan plan = conclusion.getClauses().get(i).plan();
			clauses.add(new NoticePaper.Paragraph(labels.get(i) + ".", plan.content(), task(plan)));
		}
		parts.add(new NoticePaper.Part(parts.isEmpty() ? null : text("conclusion.paper.clauses"), clauses));
		return new NoticePaper(issued ? null : text("conclusion.paper.draft"), text("conclusion.paper.issuer"),
				text("conclusion.paper.country"), text("conclusion.paper.motto"),
				text("conclusion.paper.number", number), placeAndDate(conclusion.getIssuedOn()),
				text("conclusion.paper.kind"), this.opening.about(conclusion, conference),
				this.opening.opening(conclusion, conference), parts, text("conclusion.paper.closing"),
				text("conclusion.paper.recipients"),
				List.of(text("conclusion.paper.recipient.leaders"), text("conclusion.paper.recipient.invited"),
						text("conclusion.paper.recipient.kept")),
				issued ? List.of(conclusion.getSignerTitle().strip().split("\\s*[,\\r\\n]+\\s*")) : List.of(),
				conclusion.getSignerName());
	}

	/** By when the notice of a conference is due, with the rule that says so. */
	Optional<Rule> due(ConferenceSummary conference) {
		return this.settings.find(RuleKey.CONCLUSION_NOTICE, conference.endsOn())
			.map((rule) -> new Rule(this.workingDays.after(conference.endsOn(), rule.number()), rule));
	}

	Map<Long, List<ClauseTask>> tasks(Collection<Long> clauseIds, Viewer viewer) {
		return this.tasks.stream()
			.map((source) -> source.ofClauses(clauseIds, viewer))
			.reduce(Map.of(), (a, b) -> a.isEmpty() ? b : a);
	}

	/** Conference to how many clauses of its notice still wait for a task. */
	Map<Long, Long> unassigned() {
		return this.tasks.stream().map(ClauseTasks::unassigned).findFirst().orElse(Map.of());
	}

	private List<Row> rows(Conclusion conclusion, boolean drafts, Viewer viewer) {
		List<Clause> clauses = conclusion.getClauses();
		List<String> labels = labels(conclusion);
		boolean issued = conclusion.getStatus() == ConclusionStatus.ISSUED;
		Map<Long, List<Comment>> said = drafts ? this.reviews.said(conclusion) : Map.of();
		Map<Long, List<ClauseTask>> tasks = (issued && !clauses.isEmpty())
				? tasks(clauses.stream().map(Clause::getId).toList(), viewer) : Map.of();
		Locale locale = LocaleContextHolder.getLocale();
		Set<Long> strangers = (drafts && !issued) ? strangers(conclusion) : Set.of();
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < clauses.size(); i++) {
			Clause clause = clauses.get(i);
			ClausePlan plan = clause.plan();
			List<ClauseTask> made = tasks.getOrDefault(clause.getId(), List.of());
			rows.add(
					new Row(clause.getId(), labels.get(i), plan.level(), plan.content(), this.names.leads(plan, locale),
							this.names.coordinating(plan, locale), plan.deadline(), plan.noDeadline(),
							plan.deliverable(), plan.noTask(), said.getOrDefault(clause.getId(), List.of()), made,
							issued && made.stream().allMatch(ClauseTask::pending) && !plan.noTask(), this.names
								.of(plan.leadIds().stream().filter(strangers::contains).toList(), List.of(), locale),
							i > 0, i < clauses.size() - 1));
		}
		return rows;
	}

	/**
	 * Units that shall lead and were not invited, nor any unit whose work they carry on.
	 */
	private Set<Long> strangers(Conclusion conclusion) {
		Set<Long> leads = conclusion.getClauses()
			.stream()
			.flatMap((clause) -> clause.plan().leadIds().stream())
			.collect(Collectors.toSet());
		if (leads.isEmpty()) {
			return leads;
		}
		Set<Long> invited = this.conferences.invitations(conclusion.getConferenceId())
			.stream()
			.map((invitation) -> this.units.holderOn(invitation.organizationId(), today()).id())
			.collect(Collectors.toSet());
		leads.removeIf((lead) -> invited.contains(this.units.holderOn(lead, today()).id()));
		return leads;
	}

	private static List<Item> items(Conclusion conclusion, AssessmentKind kind) {
		List<AssessmentItem> items = conclusion.getAssessment()
			.stream()
			.filter((item) -> item.getKind() == kind)
			.toList();
		List<Item> shown = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			shown.add(new Item(items.get(i).getId(), i + 1, items.get(i).getText(), i > 0, i < items.size() - 1));
		}
		return shown;
	}

	private static List<Speech> speeches(Conclusion conclusion) {
		List<Contribution> all = conclusion.getContributions();
		List<Speech> shown = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			Contribution it = all.get(i);
			shown.add(new Speech(it.getId(), it.getSpeaker(), it.getUnit(), it.getText(), i > 0, i < all.size() - 1));
		}
		return shown;
	}

	private ConclusionPage.Review review(Conclusion conclusion) {
		if (conclusion.getRound() == 0) {
			return null;
		}
		List<Snapshot> texts = this.snapshots.of(conclusion.getId(), conclusion.getRound());
		Map<Long, List<Comment>> said = this.reviews.said(conclusion);
		Set<Long> agreed = this.snapshots.agreements(conclusion.getId(), conclusion.getRound()).keySet();
		List<ReviewPage.Opinion> opinions = texts.stream()
			.map((it) -> ReviewPage.Opinion.of(agreed.contains(it.id()), said.getOrDefault(it.clauseId(), List.of()),
					conclusion.getRound()))
			.toList();
		return new ConclusionPage.Review(conclusion.getSubmittedAt(), texts.size(),
				(int) opinions.stream().filter(ReviewPage.Opinion.AGREED::equals).count(),
				(int) texts.stream()
					.filter((it) -> Comment.anyOf(said.getOrDefault(it.clauseId(), List.of()), conclusion.getRound()))
					.count(),
				conclusion.getApprovedBy(), conclusion.getApprovedAt());
	}

	private static ConclusionPage.Returned returned(Conclusion conclusion) {
		return (conclusion.getReturnReason() != null) ? new ConclusionPage.Returned(conclusion.getReturnReason(),
				conclusion.getReturnedBy(), conclusion.getReturnedAt()) : null;
	}

	private static ConclusionPage.Notice notice(Conclusion conclusion) {
		return (conclusion.getNoticeNumber() != null) ? new ConclusionPage.Notice(conclusion.getNoticeNumber(),
				conclusion.getIssuedOn(), conclusion.getSignerTitle(), conclusion.getSignerName()) : null;
	}

	private static List<String> labels(Conclusion conclusion) {
		return ClauseNumbering.labels(conclusion.getClauses().stream().map(Clause::getLevel).toList());
	}

	/**
	 * Who does what until when, as far as the paragraph itself doesn't say so: nothing
	 * that becomes a task may be missing on the paper, nor stand there twice.
	 */
	private String task(ClausePlan plan) {
		String leads = this.names.leads(plan, PartyNames.PAPER);
		String coordinating = this.names.coordinating(plan, PartyNames.PAPER);
		List<String> said = new ArrayList<>();
		if (!isSaid(plan, leads.split("; "))) {
			said.add(text("conclusion.paper.leads", leads));
		}
		if (!isSaid(plan, coordinating.split("; "))) {
			said.add(text("conclusion.paper.coordinating", coordinating));
		}
		if (plan.deadline() != null && !isSaid(plan, DateFormats.day(plan.deadline()))
				&& !isSaid(plan, DateTimeFormatter.ofPattern("d/M/uuuu").format(plan.deadline()))) {
			said.add(text("conclusion.paper.deadline", DateFormats.day(plan.deadline())));
		}
		if (plan.deliverable() != null && !isSaid(plan, plan.deliverable())) {
			said.add(text("conclusion.paper.deliverable", plan.deliverable()));
		}
		return String.join(" ", said);
	}

	private static boolean isSaid(ClausePlan plan, String... words) {
		String content = TextFolding.fold(plan.content());
		return Arrays.stream(words).allMatch((word) -> content.contains(TextFolding.fold(word)));
	}

	/** Decree 30/2020: days below ten and the first two months are padded. */
	private String placeAndDate(LocalDate day) {
		if (day == null) {
			return text("conclusion.paper.place.open");
		}
		int month = day.getMonthValue();
		return text("conclusion.paper.place", "%02d".formatted(day.getDayOfMonth()),
				(month < 3) ? "%02d".formatted(month) : String.valueOf(month), String.valueOf(day.getYear()));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, PartyNames.PAPER);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** A day and the rule it comes from. */
	record Rule(Deadline deadline, DatedNumber number) {

		String source() {
			return this.number.source();
		}

	}

}
