package vn.nhactruong.conclusion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.review.ConclusionReviews;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.InvitedUnit;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * Conclusions of conferences: what is written into them and their way to the issued
 * notice; together with {@link ConclusionReviews} the only writer. A conclusion begins to
 * exist with the first thing written into it.
 */
@Service
@Transactional
public class Conclusions {

	private final ConclusionRepository conclusions;

	private final ClauseRepository clauses;

	private final ConclusionAccess access;

	private final Conferences conferences;

	private final UnitDirectory units;

	private final PartyNames names;

	private final NoticeOpening opening;

	private final DocumentNumbers numbers;

	private final ObjectProvider<ClauseTasks> tasks;

	private final Inbox inbox;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Conclusions(ConclusionRepository conclusions, ClauseRepository clauses, ConclusionAccess access,
			Conferences conferences, UnitDirectory units, PartyNames names, NoticeOpening opening,
			DocumentNumbers numbers, ObjectProvider<ClauseTasks> tasks, Inbox inbox, ApplicationEventPublisher events,
			Clock clock) {
		this.conclusions = conclusions;
		this.clauses = clauses;
		this.access = access;
		this.conferences = conferences;
		this.units = units;
		this.names = names;
		this.opening = opening;
		this.numbers = numbers;
		this.tasks = tasks;
		this.inbox = inbox;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A clause from which a task is made.
	 * @throws NotVisibleException when the viewer sees no such clause
	 * @throws RuleViolation when its notice isn't issued yet
	 */
	@Transactional(readOnly = true)
	public IssuedClause issuedClause(long clauseId, Viewer viewer) {
		Clause clause = this.clauses.findWithConclusion(clauseId)
			.orElseThrow(() -> new NotVisibleException("clause", clauseId));
		Conclusion conclusion = clause.getConclusion();
		this.conferences.visible(conclusion.getConferenceId(), viewer);
		this.access.requireReader(viewer, conclusion.getStatus(), conclusion.getConferenceId());
		if (conclusion.getStatus() != ConclusionStatus.ISSUED) {
			throw RuleViolation.of("conclusion.error.notIssued");
		}
		return clauses(List.of(clauseId)).get(clauseId);
	}

	/**
	 * Holds a clause until the transaction ends and looks once more whether a task may be
	 * made of it: making one and marking that there is none exclude each other.
	 * @throws RuleViolation at {@code clauseId} when none may be made
	 */
	public void holdForTask(IssuedClause clause) {
		requireTaskable(clause.noticeNumber(), this.clauses.lock(clause.id()));
	}

	/**
	 * Asked before the form is shown that makes a task of a clause.
	 * @throws RuleViolation at {@code clauseId} when none may be made
	 */
	public void checkTaskable(IssuedClause clause) {
		requireTaskable(clause.noticeNumber(), clause.noTask());
	}

	private static void requireTaskable(String noticeNumber, boolean noTask) {
		if (noticeNumber == null) {
			throw RuleViolation.at("clauseId", "conclusion.error.archivedClause");
		}
		if (noTask) {
			throw RuleViolation.at("clauseId", "conclusion.error.noTaskClause");
		}
	}

	/**
	 * Clauses to quote, unguarded: for what was made of them, shown to who may see that.
	 */
	@Transactional(readOnly = true)
	public Map<Long, IssuedClause> clauses(Collection<Long> clauseIds) {
		if (clauseIds.isEmpty()) {
			return Map.of();
		}
		Map<Conclusion, java.util.List<Clause>> byConclusion = new LinkedHashMap<>();
		this.clauses.withNeighbours(Set.copyOf(clauseIds))
			.forEach((clause) -> byConclusion
				.computeIfAbsent(clause.getConclusion(), (conclusion) -> new java.util.ArrayList<>())
				.add(clause));
		Map<Long, ConferenceSummary> held = this.conferences
			.unguarded(byConclusion.keySet().stream().map(Conclusion::getConferenceId).toList());
		Map<Long, IssuedClause> found = new LinkedHashMap<>();
		byConclusion.forEach((conclusion, all) -> {
			List<String> labels = ClauseNumbering.labels(all.stream().map(Clause::getLevel).toList());
			for (int i = 0; i < all.size(); i++) {
				if (clauseIds.contains(all.get(i).getId())) {
					found.put(all.get(i).getId(),
							issued(all.get(i), labels.get(i), held.get(conclusion.getConferenceId())));
				}
			}
		});
		return found;
	}

	private static IssuedClause issued(Clause clause, String label, ConferenceSummary conference) {
		ClausePlan plan = clause.plan();
		Conclusion conclusion = clause.getConclusion();
		return new IssuedClause(clause.getId(), conference.id(), conference.code(), conference.title(), label,
				plan.content(), plan.leadIds(), plan.leadKinds(), plan.coordinatingIds(), plan.coordinatingKinds(),
				plan.deadline(), plan.deliverable(), plan.noTask(), conclusion.getNoticeNumber(),
				conclusion.getIssuedOn());
	}

	/**
	 * Takes over what a conference before the portal came to; closed at once, without a
	 * number of this register.
	 * @return the ids of the clauses, in their order
	 */
	public List<Long> takeOver(long conferenceId, List<String> achievements, List<String> limitations,
			List<ArchivedClause> clauses, Actor actor) {
		ConferenceSummary conference = this.conferences.unguarded(conferenceId);
		Conclusion conclusion = new Conclusion(conferenceId);
		this.conclusions.saveAndFlush(conclusion);
		achievements.forEach((text) -> conclusion.addAssessment(AssessmentKind.ACHIEVEMENT, text));
		limitations.forEach((text) -> conclusion.addAssessment(AssessmentKind.LIMITATION, text));
		clauses.forEach((clause) -> conclusion.addClause(new ClausePlan(1, clause.content(), clause.leadIds(),
				clause.leadKinds(), clause.coordinatingIds(), clause.coordinatingKinds(), null, false, null, false)));
		// Written while it is a draft: the database takes nothing into an issued one.
		this.conclusions.flush();
		conclusion.archive();
		this.conclusions.flush();
		audit(actor, "conclusion.audit.takenOver", conclusion, conference, new Changes());
		return conclusion.getClauses().stream().map(Clause::getId).toList();
	}

	public long addAssessment(long conferenceId, AssessmentKind kind, String text, Viewer viewer) {
		Written written = write(conferenceId, viewer);
		AssessmentItem item = written.conclusion().addAssessment(kind, text);
		this.conclusions.flush();
		audit(viewer, "conclusion.audit.assessmentAdded", written,
				new Changes().field("AssessmentKind." + kind, null, text));
		return item.getId();
	}

	@Transactional(readOnly = true)
	public AssessmentForm editAssessment(long conferenceId, long itemId, Viewer viewer) {
		Conclusion conclusion = writable(conferenceId, viewer);
		conclusion.requireNotApproved();
		return AssessmentForm.of(assessment(conclusion, itemId));
	}

	public void updateAssessment(long conferenceId, long itemId, AssessmentForm form, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		AssessmentItem item = assessment(written.conclusion(), itemId);
		written.conclusion().requireNotApproved();
		form.requireVersion(item.getVersion(), () -> AssessmentForm.of(item));
		Changes changes = new Changes().field("AssessmentKind." + item.getKind(), item.getText(), form.getText());
		item.revise(form.getText());
		this.conclusions.flush();
		if (!changes.isEmpty()) {
			audit(viewer, "conclusion.audit.assessmentChanged", written, changes);
		}
	}

	public void moveAssessment(long conferenceId, long itemId, Move move, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		AssessmentItem item = assessment(written.conclusion(), itemId);
		written.conclusion().requireNotApproved();
		boolean moved = move.apply(
				written.conclusion().getAssessment().stream().filter((it) -> it.getKind() == item.getKind()).toList(),
				item, AssessmentItem::getPosition, AssessmentItem::moveTo);
		auditMove(moved, written, item.getText(), viewer);
	}

	public void removeAssessment(long conferenceId, long itemId, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		AssessmentItem item = assessment(written.conclusion(), itemId);
		written.conclusion().removeAssessment(item);
		audit(viewer, "conclusion.audit.assessmentRemoved", written,
				new Changes().field("AssessmentKind." + item.getKind(), item.getText(), null));
	}

	/**
	 * Records what somebody said.
	 * @param unit whom they spoke for, may be {@code null}
	 */
	public long addContribution(long conferenceId, String speaker, String unit, String text, Viewer viewer) {
		Written written = write(conferenceId, viewer);
		Contribution contribution = written.conclusion().addContribution(speaker, unit, text);
		this.conclusions.flush();
		audit(viewer, "conclusion.audit.contributionAdded", written,
				new Changes().field("contributionForm.speaker", null, speaker)
					.field("contributionForm.unit", null, unit)
					.field("contributionForm.text", null, text));
		return contribution.getId();
	}

	@Transactional(readOnly = true)
	public ContributionForm editContribution(long conferenceId, long contributionId, Viewer viewer) {
		Conclusion conclusion = writable(conferenceId, viewer);
		conclusion.requireOpen();
		return ContributionForm.of(contribution(conclusion, contributionId));
	}

	public void updateContribution(long conferenceId, long contributionId, ContributionForm form, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Contribution contribution = contribution(written.conclusion(), contributionId);
		written.conclusion().requireOpen();
		form.requireVersion(contribution.getVersion(), () -> ContributionForm.of(contribution));
		Changes changes = new Changes().field("contributionForm.speaker", contribution.getSpeaker(), form.getSpeaker())
			.field("contributionForm.unit", contribution.getUnit(), form.getUnit())
			.field("contributionForm.text", contribution.getText(), form.getText());
		contribution.revise(form.getSpeaker(), form.getUnit(), form.getText());
		this.conclusions.flush();
		if (!changes.isEmpty()) {
			audit(viewer, "conclusion.audit.contributionChanged", written, changes);
		}
	}

	public void moveContribution(long conferenceId, long contributionId, Move move, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Contribution contribution = contribution(written.conclusion(), contributionId);
		written.conclusion().requireOpen();
		boolean moved = move.apply(written.conclusion().getContributions(), contribution, Contribution::getPosition,
				Contribution::moveTo);
		auditMove(moved, written, contribution.getSpeaker(), viewer);
	}

	public void removeContribution(long conferenceId, long contributionId, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Contribution contribution = contribution(written.conclusion(), contributionId);
		written.conclusion().removeContribution(contribution);
		audit(viewer, "conclusion.audit.contributionRemoved", written,
				new Changes().field("contributionForm.speaker", contribution.getSpeaker(), null)
					.field("contributionForm.text", contribution.getText(), null));
	}

	/** Whether the viewer writes here at all; bad input is no reason to tell others. */
	@Transactional(readOnly = true)
	public void checkWriter(long conferenceId, Viewer viewer) {
		this.conferences.visible(conferenceId, viewer);
		ConclusionStatus status = this.conclusions.findByConferenceId(conferenceId)
			.map(Conclusion::getStatus)
			.orElse(null);
		this.access.requireWriter(viewer, status, conferenceId);
	}

	/** Whether the viewer writes here, and there is such a clause. */
	@Transactional(readOnly = true)
	public void checkClause(long conferenceId, long clauseId, Viewer viewer) {
		clause(writable(conferenceId, viewer), clauseId);
	}

	/** Whether a clause can be added now; asked before its form is shown. */
	@Transactional(readOnly = true)
	public void checkClauseCanBeAdded(long conferenceId, Viewer viewer) {
		begun(conferenceId, viewer).requireDraft();
	}

	/** What is there to write into, or an empty draft. */
	private Conclusion begun(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.findByConferenceId(conferenceId)
			.orElseGet(() -> new Conclusion(conferenceId));
		this.access.requireWriter(viewer, conclusion.getStatus(), conferenceId);
		requireHeld(conference);
		return conclusion;
	}

	/** Whether the assessment can be added to; asked before its form is shown. */
	@Transactional(readOnly = true)
	public void checkAssessmentCanBeAdded(long conferenceId, Viewer viewer) {
		begun(conferenceId, viewer).requireNotApproved();
	}

	/** Whether the discussion can be added to; asked before its form is shown. */
	@Transactional(readOnly = true)
	public void checkContributionCanBeAdded(long conferenceId, Viewer viewer) {
		begun(conferenceId, viewer).requireOpen();
	}

	public long addClause(long conferenceId, ClausePlan plan, Viewer viewer) {
		Written written = write(conferenceId, viewer);
		written.conclusion().requireDraft();
		check(plan, written.conference());
		Clause clause = written.conclusion().addClause(plan);
		this.conclusions.flush();
		audit(viewer, "conclusion.audit.clauseAdded", written, changes(null, plan));
		return clause.getId();
	}

	@Transactional(readOnly = true)
	public ClauseForm editClause(long conferenceId, long clauseId, Viewer viewer) {
		Conclusion conclusion = writable(conferenceId, viewer);
		Clause clause = clause(conclusion, clauseId);
		conclusion.requireDraft();
		return ClauseForm.of(clause, this.names, LocaleContextHolder.getLocale());
	}

	public void updateClause(long conferenceId, long clauseId, ClauseForm form, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Clause clause = clause(written.conclusion(), clauseId);
		written.conclusion().requireDraft();
		Locale locale = LocaleContextHolder.getLocale();
		form.tell(this.names, locale);
		form.requireVersion(clause.getVersion(), () -> ClauseForm.of(clause, this.names, locale));
		ClausePlan plan = form.plan();
		check(plan, written.conference());
		Changes changes = changes(clause.plan(), plan);
		clause.revise(plan);
		this.conclusions.flush();
		if (!changes.isEmpty()) {
			audit(viewer, "conclusion.audit.clauseChanged", written, changes);
		}
	}

	public void moveClause(long conferenceId, long clauseId, Move move, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Clause clause = clause(written.conclusion(), clauseId);
		written.conclusion().requireDraft();
		boolean moved = move.apply(written.conclusion().getClauses(), clause, Clause::getPosition, Clause::moveTo);
		auditMove(moved, written, clause.getContent(), viewer);
	}

	public void removeClause(long conferenceId, long clauseId, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Clause clause = clause(written.conclusion(), clauseId);
		Changes changes = new Changes().field("clauseForm.content", clause.getContent(), null);
		written.conclusion().removeClause(clause);
		audit(viewer, "conclusion.audit.clauseRemoved", written, changes);
	}

	/**
	 * Notes after the issue whether a clause gives rise to a task.
	 * @throws RuleViolation when a task was made of it that stands, even as a draft
	 */
	public void markNoTask(long conferenceId, long clauseId, boolean noTask, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Clause clause = clause(written.conclusion(), clauseId);
		boolean before = clause.isNoTask();
		if (noTask) {
			// Whoever makes a task of it holds the same row until it is there to be seen.
			this.clauses.lock(clauseId);
			if (this.tasks.stream().anyMatch((made) -> made.stands(clauseId))) {
				throw RuleViolation.of("conclusion.error.hasTasks");
			}
		}
		clause.markNoTask(noTask);
		if (before != noTask) {
			audit(viewer, noTask ? "conclusion.audit.noTask" : "conclusion.audit.taskAgain", written,
					new Changes().field("clauseForm.content", null, clause.getContent()));
		}
	}

	/**
	 * How the issue is proposed, with the number that is next in the register of the
	 * year. It is signed by who signed last, at first by the leader who approved; nobody
	 * else is proposed.
	 */
	@Transactional(readOnly = true)
	public IssuePlan proposeIssue(long conferenceId, Viewer viewer) {
		Conclusion conclusion = writable(conferenceId, viewer);
		conclusion.requireApproved();
		int number = this.numbers.next(this.numbers.noticeNotation(), today().getYear());
		return this.conclusions.lastIssued()
			.map((last) -> new IssuePlan(number, today(), last.getSignerTitle(), last.getSignerName()))
			.orElseGet(
					() -> new IssuePlan(number, today(), conclusion.getApproverPosition(), conclusion.getApprovedBy()));
	}

	/**
	 * Whether the notice can be issued now; asked before its form is shown again.
	 */
	@Transactional(readOnly = true)
	public void checkCanBeIssued(long conferenceId, Viewer viewer) {
		writable(conferenceId, viewer).requireApproved();
	}

	/**
	 * Makes the approved conclusion a numbered notice; from here on it is frozen, the
	 * conference is concluded, and the invited units see it.
	 * @throws RuleViolation at {@code number} when the number is taken, at
	 * {@code issuedOn} for a day that can't be
	 */
	public void issue(long conferenceId, IssuePlan plan, Viewer viewer) {
		Written written = rewrite(conferenceId, viewer);
		Conclusion conclusion = written.conclusion();
		String notation = this.numbers.noticeNotation();
		conclusion.requireApproved();
		this.opening.print(conclusion, written.conference());
		conclusion.issue(plan, notation, this.clock.instant());
		checkIssueDay(plan.issuedOn(), written.conference());
		this.numbers.take(notation, plan.issuedOn().getYear(), plan.number(), conclusion.getId());
		this.conclusions.flush();
		this.conferences.conclude(conferenceId, viewer);
		audit(viewer, "conclusion.audit.issued", written,
				new Changes().field("issueForm.number", null, conclusion.getNoticeNumber())
					.field("issueForm.issuedOn", null, DateFormats.day(plan.issuedOn()))
					.field("issueForm.signerTitle", null, plan.signerTitle())
					.field("issueForm.signerName", null, plan.signerName()));
		List<Long> holders = this.conferences.invitations(conferenceId)
			.stream()
			.map(InvitedUnit::organizationId)
			.map((unit) -> this.units.holderOn(unit, today()).id())
			.distinct()
			.toList();
		this.inbox.tellUnits(holders, List.of(Role.UNIT_HEAD, Role.CLERK, Role.OBSERVER), "conclusion.notice.issued",
				List.of(conclusion.getNoticeNumber(), written.conference().title()), url(conferenceId));
	}

	private void checkIssueDay(LocalDate day, ConferenceSummary conference) {
		if (day.isAfter(today())) {
			throw RuleViolation.at("issuedOn", "conclusion.error.issuedInFuture");
		}
		boolean over = !conference.endsOn().isAfter(today());
		if (over && day.isBefore(conference.endsOn())) {
			throw RuleViolation.at("issuedOn", "conclusion.error.issuedBeforeEnd",
					DateFormats.day(conference.endsOn()));
		}
	}

	private void check(ClausePlan plan, ConferenceSummary conference) {
		if (plan.noTask() && plan.hasTaskData()) {
			throw RuleViolation.at("noTask", "conclusion.error.noTaskWithData");
		}
		checkParties(plan.leadIds(), "leadIds", conference);
		checkParties(plan.coordinatingIds(), "coordinatingIds", conference);
		if (plan.hasTaskData() && !plan.hasLead()) {
			throw RuleViolation.at("leadIds", "conclusion.error.noLead");
		}
		if (plan.leadIds().stream().anyMatch(plan.coordinatingIds()::contains)
				|| plan.leadKinds().stream().anyMatch(plan.coordinatingKinds()::contains)) {
			throw RuleViolation.at("coordinatingIds", "conclusion.error.leadCoordinates");
		}
		if (plan.deadline() != null && plan.noDeadline()) {
			throw RuleViolation.at("deadline", "conclusion.error.deadlineAndNone");
		}
		if (plan.hasLead() && plan.deadline() == null && !plan.noDeadline()) {
			throw RuleViolation.at("deadline", "conclusion.error.deadlineMissing");
		}
		if (plan.deadline() != null && plan.deadline().isBefore(conference.endsOn())) {
			throw RuleViolation.at("deadline", "conclusion.error.deadlineBeforeEnd",
					DateFormats.day(conference.endsOn()));
		}
	}

	private void checkParties(List<Long> unitIds, String field, ConferenceSummary conference) {
		for (Long id : unitIds) {
			Unit unit = this.units.find(id).orElseThrow(() -> RuleViolation.at(field, "conclusion.error.unknownUnit"));
			if (!unit.isValidOn(today()) && !unit.isValidOn(conference.endsOn())) {
				throw RuleViolation.at(field, "conclusion.error.unitNotValid", unit.name());
			}
		}
	}

	private Changes changes(ClausePlan before, ClausePlan after) {
		return new Changes().field("clauseForm.content", (before != null) ? before.content() : null, after.content())
			.field("clauseForm.level", (before != null) ? before.level() : null, after.level())
			.field("clauseForm.leads", (before != null) ? this.names.leads(before, PartyNames.PAPER) : null,
					this.names.leads(after, PartyNames.PAPER))
			.field("clauseForm.coordinating",
					(before != null) ? this.names.coordinating(before, PartyNames.PAPER) : null,
					this.names.coordinating(after, PartyNames.PAPER))
			.field("clauseForm.deadline", (before != null) ? DateFormats.day(before.deadline()) : null,
					DateFormats.day(after.deadline()))
			.field("clauseForm.noDeadline", before != null && before.noDeadline(), after.noDeadline())
			.field("clauseForm.deliverable", (before != null) ? before.deliverable() : null, after.deliverable())
			.field("clauseForm.noTask", before != null && before.noTask(), after.noTask());
	}

	/** For the first or any further thing written: begins the draft if there is none. */
	private Written write(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		if (this.access.mayWrite(viewer)) {
			requireHeld(conference);
			this.conclusions.begin(conferenceId);
		}
		return rewrite(conferenceId, viewer);
	}

	/** For changing what is there. */
	private Written rewrite(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.lock(conferenceId).orElse(null);
		this.access.requireWriter(viewer, (conclusion != null) ? conclusion.getStatus() : null, conferenceId);
		if (conclusion == null) {
			throw new NotVisibleException("conclusion of conference", conferenceId);
		}
		return new Written(conference, conclusion);
	}

	private Conclusion writable(long conferenceId, Viewer viewer) {
		this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.findByConferenceId(conferenceId).orElse(null);
		this.access.requireWriter(viewer, (conclusion != null) ? conclusion.getStatus() : null, conferenceId);
		if (conclusion == null) {
			throw new NotVisibleException("conclusion of conference", conferenceId);
		}
		return conclusion;
	}

	private static void requireHeld(ConferenceSummary conference) {
		if (conference.status() == ConferenceStatus.CANCELLED) {
			throw RuleViolation.of("conclusion.error.conferenceCancelled");
		}
	}

	private static Clause clause(Conclusion conclusion, long id) {
		return one(conclusion.getClauses(), Clause::getId, id, "clause");
	}

	private static AssessmentItem assessment(Conclusion conclusion, long id) {
		return one(conclusion.getAssessment(), AssessmentItem::getId, id, "assessment item");
	}

	private static Contribution contribution(Conclusion conclusion, long id) {
		return one(conclusion.getContributions(), Contribution::getId, id, "contribution");
	}

	private static <T> T one(List<T> all, Function<T, Long> idOf, long id, String what) {
		return all.stream()
			.filter((it) -> idOf.apply(it) == id)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException(what, id));
	}

	public static String url(long conferenceId) {
		return "/conferences/" + conferenceId + "/" + ConclusionTab.PATH;
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private void auditMove(boolean moved, Written written, String what, Viewer viewer) {
		if (moved) {
			audit(viewer, "conclusion.audit.moved", written, new Changes().field("conclusion.moved", null, what));
		}
	}

	private void audit(Actor actor, String action, Written written, Changes changes) {
		audit(actor, action, written.conclusion(), written.conference(), changes);
	}

	private void audit(Actor actor, String action, Conclusion conclusion, ConferenceSummary conference,
			Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "conclusion", conclusion.getId(),
				conference.code() + " " + conference.title(), changes.list()));
	}

	/** What is written into, and the conference it belongs to. */
	private record Written(ConferenceSummary conference, Conclusion conclusion) {
	}

	/** One place earlier or later within its list. */
	public enum Move {

		UP(-1), DOWN(1);

		private final int step;

		Move(int step) {
			this.step = step;
		}

		/**
		 * Swaps places with the neighbour.
		 * @return whether there was one
		 */
		<T> boolean apply(List<T> ordered, T moved, ToIntFunction<T> position, BiConsumer<T, Integer> moveTo) {
			int to = ordered.indexOf(moved) + this.step;
			if (to < 0 || to >= ordered.size()) {
				return false;
			}
			T neighbour = ordered.get(to);
			int place = position.applyAsInt(moved);
			moveTo.accept(moved, position.applyAsInt(neighbour));
			moveTo.accept(neighbour, place);
			return true;
		}

	}

}
