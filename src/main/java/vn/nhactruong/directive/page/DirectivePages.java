package vn.nhactruong.directive.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.directive.Addressee;
import vn.nhactruong.directive.AwaitedContribution;
import vn.nhactruong.directive.AwaitedRepository;
import vn.nhactruong.directive.CompletionReport;
import vn.nhactruong.directive.ContributionStatus;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveRepository;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReportRepository;
import vn.nhactruong.directive.ReportStatus;
import vn.nhactruong.directive.Standing;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.extension.Extension;
import vn.nhactruong.directive.extension.ExtensionRepository;
import vn.nhactruong.directive.extension.ExtensionStatus;
import vn.nhactruong.directive.figure.BoardLine;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.directive.history.DirectiveHistory;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.list.Party;
import vn.nhactruong.directive.list.StateChip;
import vn.nhactruong.directive.origin.DirectiveBasis;
import vn.nhactruong.directive.reopening.Reopening;
import vn.nhactruong.directive.reopening.ReopeningRepository;
import vn.nhactruong.directive.reopening.ReopeningStatus;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ClockConfiguration;

/** Puts a directive's page together, with a fixed number of statements. */
@Component
@Transactional(readOnly = true)
public class DirectivePages {

	static final ZoneId ZONE = ClockConfiguration.ZONE;

	private static final Set<DirectiveAct> REOPENING_DECIDED = EnumSet.of(DirectiveAct.REOPENED,
			DirectiveAct.REOPENING_REFUSED);

	private final Directives directives;

	private final DirectiveRepository repository;

	private final ExtensionRepository extensions;

	private final ReportRepository reports;

	private final AwaitedRepository awaited;

	private final Assignees assignees;

	private final ReopeningRepository reopenings;

	private final DirectiveHistory history;

	private final DirectiveQueries queries;

	private final DirectiveAccess access;

	private final Conclusions conclusions;

	private final DirectiveBasis basis;

	private final Files files;

	private final UnitDirectory units;

	DirectivePages(Directives directives, DirectiveRepository repository, ExtensionRepository extensions,
			ReportRepository reports, AwaitedRepository awaited, Assignees assignees, ReopeningRepository reopenings,
			DirectiveHistory history, DirectiveQueries queries, DirectiveAccess access, Conclusions conclusions,
			DirectiveBasis basis, Files files, UnitDirectory units) {
		this.directives = directives;
		this.repository = repository;
		this.extensions = extensions;
		this.reports = reports;
		this.awaited = awaited;
		this.assignees = assignees;
		this.reopenings = reopenings;
		this.history = history;
		this.queries = queries;
		this.access = access;
		this.conclusions = conclusions;
		this.basis = basis;
		this.files = files;
		this.units = units;
	}

	public DirectivePage page(long id, Viewer viewer) {
		Directive directive = this.directives.load(id, viewer);
		LocalDate today = this.queries.today();
		List<Extension> asked = this.extensions.findByDirectiveIdOrderById(id);
		boolean internal = this.access.readsInternal(viewer, directive);
		List<CompletionReport> reported = this.reports.findByDirectiveIdOrderById(id)
			.stream()
			.filter((report) -> this.access.reads(viewer, report))
			.toList();
		List<Reopening> reopenings = this.reopenings.findByDirectiveIdOrderById(id);
		List<DirectiveEvent> all = this.history.of(id);
		List<DirectiveEvent> events = all.stream().filter((event) -> this.access.reads(viewer, event)).toList();
		Extension waiting = asked.stream()
			.filter((extension) -> internal && extension.getStatus() == ExtensionStatus.DRAFT
					|| extension.getStatus() == ExtensionStatus.REQUESTED)
			.findFirst()
			.orElse(null);
		List<DirectiveRow> children = directive.isFamily() ? this.queries.ofFamily(id, viewer) : List.of();
		List<AwaitedContribution> awaited = this.awaited
			.findByDirectiveIdInOrderByDueOnAscIdAsc(directive.isFamily() ? counting(children) : List.of(id));
		IssuedClause clause = (directive.getClauseId() != null)
				? this.conclusions.clauses(List.of(directive.getClauseId())).get(directive.getClauseId()) : null;
		Unit lead = this.units.find(directive.getLeadOrganizationId()).orElse(null);
		boolean passedOn = lead != null && lead.id() != directive.getHolderOrganizationId();
		DirectivePage.Parent parent = (directive.getParentId() != null)
				? this.repository.findWithCoordinatorsById(directive.getParentId())
					.filter((it) -> this.access.sees(viewer, it))
					.map((it) -> new DirectivePage.Parent(it.getId(), it.getCode()))
					.orElse(null)
				: null;
		boolean works = this.access.mayWork(viewer, directive);
		return new DirectivePage(id, directive.getCode(), directive.getTitle(), directive.getText(),
				directive.getStatus(), chip(directive, children),
				new Party(this.units.name(directive.getHolderOrganizationId()), directive.getLeadKind()),
				passedOn ? lead.name() : null, passedOn ? lead.validTo() : null, parties(directive),
				directive.getDeliverable(), directive.getOriginalDueOn(), directive.getDueOn(), deadlines(asked),
				directive.getPercent(), Standing.of(directive).elapsed(today), this.queries.tolerance(),
				directive.getRounds(), directive.getReopened(), reopenings(directive, reopenings, all, today),
				directive.getClosedOn(), directive.getReason(), directive.isFamily(), directive.isExample(),
				directive.isArchive(), clause, directive.getOrigin(),
				this.basis.url(directive.getOrigin().itemId(), viewer), parent, children,
				laterUnits(directive, children), answers(directive, children, awaited, viewer, today),
				ownDueOn(directive, awaited, viewer), waitsForHead(directive, reported, viewer), tally(children),
				awaited(directive, awaited, viewer, today), lateness(directive, awaited, all, today),
				internal ? this.assignees.of(id) : null, this.files.of(Directives.WORK_FILES, id),
				works && directive.getStatus() == DirectiveStatus.IN_PROGRESS, reports(reported, reopenings, works),
				(waiting != null) ? new DirectivePage.ExtensionView(waiting.getId(), waiting.getStatus(),
						waiting.getReason(), waiting.getDueBefore(), waiting.getDueOn()) : null,
				refusals(directive, asked), history(events),
				acts(directive, waiting, reported, reopenings, viewer, today));
	}

	private List<Party> parties(Directive directive) {
		List<Party> parties = new ArrayList<>();
		for (Addressee coordinator : directive.getCoordinators()) {
			parties.add(new Party(this.units.name(coordinator.getOrganizationId()), coordinator.getKind()));
		}
		return parties;
	}

	private List<DirectivePage.ReopeningView> reopenings(Directive directive, List<Reopening> reopenings,
			List<DirectiveEvent> events, LocalDate today) {
		boolean expired = directive.getDueOn() != null && directive.getDueOn().isBefore(today);
		// One at a time is asked for, so that the n-th decision is that of the n-th
		// request.
		List<DirectiveEvent> decisions = events.stream()
			.filter((event) -> REOPENING_DECIDED.contains(event.act()))
			.toList();
		List<DirectiveEvent> requests = events.stream()
			.filter((event) -> event.act() == DirectiveAct.REOPENING_REQUESTED)
			.toList();
		List<DirectivePage.ReopeningView> views = new ArrayList<>();
		for (Reopening one : reopenings) {
			boolean decided = one.getDecidedAt() != null;
			views.add(new DirectivePage.ReopeningView(one.getStatus(), one.getReason(), one.getDueOn(),
					!decided && expired && one.getDueOn() == null, one.getTimelinessBefore(), one.getReportedBefore(),
					decided ? one.getDecidedAt() : one.getRequestedAt(),
					decided ? by(decisions, decisions.size() - 1 - views.size()) : by(requests, 0), one.getComment()));
		}
		return views;
	}

	/** Who did it, and for which unit. */
	private String by(List<DirectiveEvent> events, int at) {
		return (at < 0 || at >= events.size()) ? null
				: Stream.of(events.get(at).actor(), this.units.name(events.get(at).organizationId()))
					.filter((name) -> name != null && !name.isEmpty())
					.collect(Collectors.joining(", "));
	}

	private List<DirectivePage.AwaitedView> awaited(Directive directive, List<AwaitedContribution> awaited,
			Viewer viewer, LocalDate today) {
		boolean open = directive.getStatus().isOpen() && !directive.isFamily();
		boolean reschedules = open && this.access.mayDirect(viewer);
		boolean waives = open && this.access.mayCoordinate(viewer, directive);
		Map<Long, List<AwaitedContribution>> byUnit = awaited.stream()
			.collect(Collectors.groupingBy(AwaitedContribution::getOrganizationId, LinkedHashMap::new,
					Collectors.toList()));
		return byUnit.entrySet()
			.stream()
			.map((of) -> awaited(of.getValue(), reschedules, waives,
					reschedules && directive.isCoordinatedBy(of.getKey()), today))
			.toList();
	}

	/**
	 * What one unit owes the lead, or all leads of a family: as long as one of them waits
	 * it is shown as waited for, by the one that has waited longest.
	 */
	private DirectivePage.AwaitedView awaited(List<AwaitedContribution> all, boolean reschedules, boolean waives,
			boolean removes, LocalDate today) {
		AwaitedContribution one = all.stream()
			.max(Comparator.comparing((AwaitedContribution it) -> -it.getStatus().ordinal())
				.thenComparing((it) -> it.daysLate(today))
				.thenComparing(AwaitedContribution::getSettledOn, Comparator.nullsFirst(Comparator.naturalOrder())))
			.orElseThrow();
		DirectivePage.Answer answer = answer(one, today);
		int of = (int) all.stream().map(AwaitedContribution::getDirectiveId).distinct().count();
		int waited = (int) all.stream().filter(AwaitedContribution::isWaited).count();
		return new DirectivePage.AwaitedView(one.getId(), this.units.name(one.getOrganizationId()), one.getDueOn(),
				answer.tone(), answer.key(), answer.daysLate(), answer.on(), one.getReason(), of - waited, of,
				reschedules && one.isWaited(), waives && one.isWaited(), removes);
	}

	private static DirectivePage.Answer answer(AwaitedContribution one, LocalDate today) {
		long late = one.daysLate(today);
		String tone = switch (one.getStatus()) {
			case WAITED -> (late > 0) ? "late" : "open";
			case GIVEN -> (late > 0) ? "soon" : "ok";
			case WAIVED -> "none";
		};
		return new DirectivePage.Answer(tone, "directive.awaited." + one.getStatus() + ((late > 0) ? ".late" : ""),
				late, one.getSettledOn());
	}

	/**
	 * To which of a family's units the viewer's has contributed. For a unit that
	 * coordinates as one of its kind nobody waits, nor does who has ended, so that there
	 * its contributions count.
	 */
	private Map<Long, DirectivePage.Answer> answers(Directive directive, List<DirectiveRow> children,
			List<AwaitedContribution> awaited, Viewer viewer, LocalDate today) {
		if (!directive.isFamily() || !this.access.coordinates(viewer, directive)) {
			return Map.of();
		}
		Map<Long, LocalDate> contributed = this.history.contributed(children.stream().map(DirectiveRow::id).toList(),
				viewer.unitIds());
		return children.stream()
			.collect(Collectors.toMap(DirectiveRow::id, (child) -> awaited.stream()
				.filter((one) -> one.getDirectiveId() == child.id() && viewer.belongsTo(one.getOrganizationId()))
				.filter((one) -> !one.isWaited() || child.status().isOpen())
				.max(Comparator.comparing(AwaitedContribution::isWaited).thenComparing(AwaitedContribution::getId))
				.map((one) -> answer(one, today))
				.orElseGet(() -> DirectivePage.Answer.unasked(contributed.get(child.id())))));
	}

	private static LocalDate ownDueOn(Directive directive, List<AwaitedContribution> awaited, Viewer viewer) {
		return !directive.getStatus().isOpen() ? null
				: awaited.stream()
					.filter((one) -> one.isWaited() && viewer.belongsTo(one.getOrganizationId()))
					.map(AwaitedContribution::getDueOn)
					.filter(Objects::nonNull)
					.min(Comparator.naturalOrder())
					.orElse(null);
	}

	private boolean waitsForHead(Directive directive, List<CompletionReport> reports, Viewer viewer) {
		return directive.getStatus() == DirectiveStatus.IN_PROGRESS && this.access.mayWork(viewer, directive)
				&& !this.access.maySign(viewer, directive) && with(reports, ReportStatus.DRAFT).isPresent();
	}

	/** The days to which units of a family got more time, with how many got it. */
	private static Map<LocalDate, Long> laterUnits(Directive directive, List<DirectiveRow> children) {
		return children.stream()
			.filter((child) -> child.counts() && child.extended() && !child.dueOn().equals(directive.getDueOn()))
			.collect(Collectors.groupingBy(DirectiveRow::dueOn, TreeMap::new, Collectors.counting()));
	}

	/** The children that were not called off; 0 names none where all were. */
	private static List<Long> counting(List<DirectiveRow> children) {
		List<Long> counting = children.stream().filter(DirectiveRow::counts).map(DirectiveRow::id).toList();
		return counting.isEmpty() ? List.of(0L) : counting;
	}

	/**
	 * A family stands as the one of its units does that has to be done next; all units of
	 * a closed one are done.
	 */
	private StateChip chip(Directive directive, List<DirectiveRow> children) {
		if (directive.getClosedOn() != null) {
			return new StateChip("ok", null, "directive.chip.done", new Object[0]);
		}
		return children.stream()
			.filter((child) -> child.status().isOpen())
			.min(Comparator.comparing((DirectiveRow child) -> child.status() == DirectiveStatus.REPORTED)
				.thenComparing(DirectiveRow::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
			.map(DirectiveRow::chip)
			.orElseGet(() -> this.queries.chip(Standing.of(directive)));
	}

	/** Whose days it is late by; nobody's of what a whole kind leads. */
	private List<DirectivePage.LateShare> lateness(Directive directive, List<AwaitedContribution> awaited,
			List<DirectiveEvent> events, LocalDate today) {
		DirectiveStatus status = directive.getStatus();
		if (directive.isFamily() || directive.getLeadOrganizationId() == null || directive.getDueOn() == null
				|| status == DirectiveStatus.DRAFT || status == DirectiveStatus.CANCELLED) {
			return List.of();
		}
		LocalDate judgedOn = (directive.getReportedOn() != null) ? directive.getReportedOn() : today;
		List<DirectiveEvent> oldestFirst = new ArrayList<>(events);
		Collections.reverse(oldestFirst);
		return Lateness
			.split(directive.getDueOn(), judgedOn, Lateness.turns(directive.getLeadOrganizationId(), oldestFirst),
					awaited.stream().map(Lateness.Awaited::of).toList())
			.stream()
			.map((share) -> new DirectivePage.LateShare(share.holder().part(), this.units.name(share.holder().unitId()),
					share.days()))
			.toList();
	}

	/** As long as it can be asked again. */
	private static List<DirectivePage.RefusalView> refusals(Directive directive, List<Extension> asked) {
		return !directive.getStatus().isOpen() ? List.of()
				: asked.stream()
					.filter((one) -> one.getStatus() == ExtensionStatus.REFUSED)
					.map((one) -> new DirectivePage.RefusalView(one.getDecidedAt(), one.getDueOn(), one.getReason(),
							one.getComment()))
					.toList();
	}

	private static List<DirectivePage.DeadlineView> deadlines(List<Extension> asked) {
		return asked.stream()
			.filter((extension) -> extension.getStatus() == ExtensionStatus.APPROVED)
			.map((extension) -> new DirectivePage.DeadlineView(extension.getNumberNo(), extension.getDueOn(),
					extension.getDecidedAt().atZone(ZONE).toLocalDate()))
			.toList();
	}

	public static BoardLine tally(List<DirectiveRow> children) {
		long[] counts = new long[Timeliness.values().length];
		children.stream().filter(DirectiveRow::counts).forEach((child) -> counts[child.timeliness().ordinal()]++);
		return new BoardLine(null, null, null, counts[0], counts[1], counts[2], counts[3], counts[4]);
	}

	private List<DirectivePage.ReportView> reports(List<CompletionReport> reports, List<Reopening> reopenings,
			boolean works) {
		Map<Long, List<FileRow>> evidence = this.files.of(Directives.REPORT_FILES,
				reports.isEmpty() ? List.of(0L) : reports.stream().map(CompletionReport::getId).toList());
		List<DirectivePage.ReportView> views = new ArrayList<>(reports.stream()
			.map((report) -> new DirectivePage.ReportView(report.getId(), report.getStatus(),
					setAsideOn(report, reopenings), report.getContent(), report.getDocumentNumber(),
					report.getDocumentDate(), report.getDocumentAbstract(), report.getComment(),
					evidence.getOrDefault(report.getId(), List.of()),
					works && report.getStatus() == ReportStatus.DRAFT))
			.toList());
		Collections.reverse(views);
		return views;
	}

	/** The first time that the work was taken up again after it was accepted. */
	private static LocalDate setAsideOn(CompletionReport report, List<Reopening> reopenings) {
		return reopenings.stream()
			.filter((one) -> report.getStatus() == ReportStatus.ACCEPTED && one.getStatus() == ReopeningStatus.APPROVED
					&& one.getDecidedAt().isAfter(report.getDecidedAt()))
			.findFirst()
			.map((one) -> one.getDecidedAt().atZone(ZONE).toLocalDate())
			.orElse(null);
	}

	private List<DirectivePage.HistoryLine> history(List<DirectiveEvent> events) {
		Map<Long, List<FileRow>> contributed = this.files.of(Directives.CONTRIBUTION_FILES,
				events.isEmpty() ? List.of(0L) : events.stream().map(DirectiveEvent::id).toList());
		List<DirectivePage.HistoryLine> lines = new ArrayList<>();
		for (int i = 0; i < events.size(); i++) {
			DirectiveEvent event = events.get(i);
			Integer before = events.subList(i + 1, events.size())
				.stream()
				.map(DirectiveEvent::percent)
				.filter((percent) -> percent != null)
				.findFirst()
				.orElse(null);
			lines.add(new DirectivePage.HistoryLine(event.act(), event.at(), event.actor(),
					this.units.name(event.organizationId()), event.text(), event.day(), event.percent(), before,
					this.units.name(event.targetId()), this.units.names(event.unitIds()),
					contributed.getOrDefault(event.id(), List.of())));
		}
		return lines;
	}

	/** The rules are the entity's and the access's; here they are only asked. */
	private DirectivePage.Acts acts(Directive directive, Extension waiting, List<CompletionReport> reports,
			List<Reopening> reopenings, Viewer viewer, LocalDate today) {
		DirectiveStatus status = directive.getStatus();
		boolean works = this.access.mayWork(viewer, directive);
		boolean signs = this.access.maySign(viewer, directive);
		boolean directs = this.access.mayDirect(viewer);
		boolean inProgress = status == DirectiveStatus.IN_PROGRESS;
		CompletionReport draft = with(reports, ReportStatus.DRAFT).orElse(null);
		boolean foreignReport = with(reports, ReportStatus.SIGNED)
			.filter((report) -> !viewer.accountId().equals(report.getSignedBy()))
			.isPresent();
		String base = "/directives/" + directive.getId();
		ActList acts = new ActList();
		acts.post(works && status == DirectiveStatus.ISSUED, "receive", base + "/receipt", null);
		if (signs && inProgress && draft != null) {
			acts.post(true, "signReport", base + "/reports/" + draft.getId() + "/signature", null);
			acts.form(true, "sendBackReport", base + "/reports/" + draft.getId() + "/sending-back");
		}
		acts.post(directs && status == DirectiveStatus.REPORTED && foreignReport, "verify", base + "/verification",
				"directive.confirm.verify");
		acts.form(directs && status == DirectiveStatus.REPORTED && foreignReport, "return", base + "/return");
		acts.form(directs && status == DirectiveStatus.DECLINED, "acceptDeclination", base + "/declination/acceptance");
		acts.form(directs && status == DirectiveStatus.DECLINED, "refuseDeclination", base + "/declination/refusal");
		if (waiting != null) {
			String extension = base + "/extensions/" + waiting.getId();
			boolean drafted = waiting.getStatus() == ExtensionStatus.DRAFT;
			boolean decides = directs && !drafted && !viewer.accountId().equals(waiting.getSignedBy());
			acts.post(signs && drafted && !today.isAfter(directive.getDueOn()), "signExtension",
					extension + "/signature", null);
			acts.form(signs && drafted, "sendBackExtension", extension + "/sending-back");
			acts.post(decides && status.isOpen(), "approve", extension + "/approval", null);
			acts.form(decides, "refuse", extension + "/refusal");
		}
		boolean reopening = reopenings.stream().anyMatch((one) -> one.getStatus() == ReopeningStatus.REQUESTED);
		boolean reopens = this.access.mayReopen(viewer);
		acts.form(reopens && reopening, "approveReopening", base + "/reopening/approval");
		acts.form(reopens && reopening, "refuseReopening", base + "/reopening/refusal");
		boolean all = directive.getPercent() == 100;
		acts.form(works && inProgress && draft == null && all, "report", base + "/reports/new");
		acts.form(works && inProgress, "progress", base + "/progress");
		acts.form(works && inProgress && draft == null && !all, "report", base + "/reports/new");
		acts.form(works && status.isWithUnit() && directive.getDueOn() != null && !today.isAfter(directive.getDueOn())
				&& waiting == null, "extend", base + "/extensions/new");
		acts.form(this.access.mayContribute(viewer, directive) && status.isOpen() && directive.getClosedOn() == null,
				"contribute", base + "/contributions/new");
		if (works && inProgress && draft != null && this.access.drafted(viewer, draft)) {
			acts.asidePost(true, "withdrawReport", base + "/reports/" + draft.getId() + "/withdrawal");
		}
		acts.aside(signs && status.isWithUnit(), "assign", base + "/assignment");
		acts.aside(signs && status.isWithUnit(), "decline", base + "/declination");
		acts.aside(directs && status.isWithUnit() && hasUnit(directive), "reassign", base + "/reassignment");
		acts.asidePost(directs && status.isWithUnit() && hasUnit(directive), "remind", base + "/reminder");
		acts.aside(directs && status.isOpen() && directive.getClosedOn() == null, "addCoordinator",
				base + "/coordinations/new");
		acts.aside(directs && status == DirectiveStatus.VERIFIED && !reopening, reopens ? "reopen" : "requestReopening",
				base + "/reopening");
		acts.aside(directs && status.isOpen() && !directive.isFamily(), "cancel", base + "/cancellation");
		return new DirectivePage.Acts(acts.main, acts.more, directive.getVersion());
	}

	private static boolean hasUnit(Directive directive) {
		return directive.getHolderOrganizationId() != null;
	}

	private static Optional<CompletionReport> with(List<CompletionReport> reports, ReportStatus status) {
		return reports.stream().filter((report) -> report.getStatus() == status).findFirst();
	}

	/** Collects what may be done; more than three acts at the head confuse. */
	private static final class ActList {

		private static final int AT_THE_HEAD = 3;

		private final List<DirectivePage.Act> main = new ArrayList<>();

		private final List<DirectivePage.Act> more = new ArrayList<>();

		void post(boolean allowed, String name, String url, String confirmKey) {
			add(allowed, new DirectivePage.Act(name, url, true, confirmKey));
		}

		void form(boolean allowed, String name, String url) {
			add(allowed, new DirectivePage.Act(name, url, false, null));
		}

		void aside(boolean allowed, String name, String url) {
			if (allowed) {
				this.more.add(new DirectivePage.Act(name, url, false, null));
			}
		}

		void asidePost(boolean allowed, String name, String url) {
			if (allowed) {
				this.more.add(new DirectivePage.Act(name, url, true, null));
			}
		}

		private void add(boolean allowed, DirectivePage.Act act) {
			if (allowed) {
				((this.main.size() < AT_THE_HEAD) ? this.main : this.more).add(act);
			}
		}

	}

}
