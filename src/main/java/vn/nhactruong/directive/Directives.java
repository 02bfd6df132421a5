package vn.nhactruong.directive;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.directive.draft.DirectiveDrafts;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.directive.history.DirectiveHistory;
import vn.nhactruong.directive.origin.DirectiveBasis;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.directive.origin.OriginItem;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workingday.WorkingDays;

/**
 * Directives and everything that happens to them; together with {@link DirectiveDrafts}
 * the only writer. Every act takes the viewer: what they may not see does not exist for
 * them, what they see but may not do is refused. Each act is audited and told to whom it
 * concerns in its transaction.
 */
@Service
@Transactional
public class Directives {

	public static final String REPORT_FILES = "directive-report";

	public static final String WORK_FILES = "directive";

	public static final String CONTRIBUTION_FILES = "directive-contribution";

	private static final Set<ReportStatus> UNDECIDED_REPORT = Set.of(ReportStatus.DRAFT, ReportStatus.SIGNED);

	private final DirectiveRepository directives;

	// Asked late: what keeps them uses this façade.
	private final ObjectProvider<Undecided> undecided;

	private final ReportRepository reports;

	private final AwaitedRepository awaited;

	private final DirectiveHistory history;

	private final DirectiveNotices notices;

	private final DirectiveAccess access;

	private final Conclusions conclusions;

	private final DirectiveBasis basis;

	private final Files files;

	private final UnitDirectory units;

	private final WorkingDays workingDays;

	private final Settings settings;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final EntityManager entities;

	Directives(DirectiveRepository directives, ObjectProvider<Undecided> undecided, ReportRepository reports,
			AwaitedRepository awaited, DirectiveHistory history, DirectiveNotices notices, DirectiveAccess access,
			Conclusions conclusions, DirectiveBasis basis, Files files, UnitDirectory units, WorkingDays workingDays,
			Settings settings, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock, EntityManager entities) {
		this.entities = entities;
		this.directives = directives;
		this.undecided = undecided;
		this.reports = reports;
		this.history = history;
		this.notices = notices;
		this.access = access;
		this.conclusions = conclusions;
		this.basis = basis;
		this.files = files;
		this.units = units;
		this.workingDays = workingDays;
		this.settings = settings;
		this.awaited = awaited;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Gives a task to one unit, or to many at once.
	 * @return the directive, or the family's parent
	 * @throws NotVisibleException when the viewer doesn't see the clause or the item that
	 * it rests on
	 * @throws NotAllowedException for everybody but the office and leaders
	 * @throws RuleViolation at the field that can't be as ordered
	 */
	public long issue(IssueOrder order, Viewer viewer) {
		return issue(order, null, viewer);
	}

	/**
	 * The same; what was a draft becomes the directive, or the parent of its family.
	 * @param draft {@code null} when it wasn't stored before
	 */
	private long issue(IssueOrder order, Directive draft, Viewer viewer) {
		DirectiveBasis.Found found = this.basis.find(order.origin(), viewer);
		this.access.requireDirecting(viewer);
		this.basis.check(found.origin());
		this.basis.hold(found);
		int year = today().getYear();
		// The number's row is the lock behind which the next check sees what others gave.
		String code = nextCode(year);
		check(order, found.clause());
		DirectivePlan plan = new DirectivePlan(order.title(), order.text(), found.origin(), found.conferenceId(),
				order.deliverable(), order.dueOn(), order.coordinatingDueOn());
		List<Addressee> coordinators = addressees(order.coordinatingIds(), order.coordinatingKinds());
		Directive directive = draft;
		if (directive == null) {
			directive = Directive.draft(year, plan, order.dueOn() == null, List.of(), coordinators);
		}
		else {
			// What an item says may have changed since the draft was written.
			directive.revise(plan, order.dueOn() == null, directive.getDraftLeads(), coordinators);
		}
		if (order.leadIds().size() == 1) {
			long lead = order.leadIds().get(0);
			directive.addressTo(code, year, lead, holder(lead));
			return issued(directive, viewer);
		}
		directive.addressToFamily(code, year);
		issued(directive, viewer);
		int position = 0;
		String format = (order.leadIds().size() > 99) ? "%s.%03d" : "%s.%02d";
		for (Unit lead : inOrder(order.leadIds())) {
			Directive child = Directive.forUnit(format.formatted(code, ++position), year, plan, lead.id(),
					holder(lead.id()), coordinators);
			child.joinFamily(directive);
			issued(child, viewer);
		}
		return directive.getId();
	}

	private long issued(Directive directive, Viewer viewer) {
		// Its events name it, so that it needs its id first.
		this.directives.save(directive);
		directive.issue(today(), this.clock.instant());
		done(directive,
				DirectiveEvent.of(DirectiveAct.ISSUED)
					.day(directive.getDueOn())
					.target(directive.getLeadOrganizationId()),
				originChanges(directive.getOrigin()).field("directive.lead", null, leadName(directive))
					.field("directive.dueOn", null, DateFormats.day(directive.getDueOn())),
				viewer);
		if (!directive.isFamily()) {
			awaitCoordinators(directive);
		}
		return directive.getId();
	}

	/**
	 * Each unit that coordinates by name is waited for some working days before the
	 * lead's day; where there is no such time left until the last one before it.
	 */
	private void awaitCoordinators(Directive directive) {
		LocalDate due = directive.getCoordinatingDueOn();
		if (due == null && directive.getDueOn() != null) {
			LocalDate usual = this.workingDays
				.before(directive.getDueOn(), this.settings.number(RuleKey.COORDINATION_LEAD, today()))
				.date();
			LocalDate last = this.workingDays.before(directive.getDueOn(), 1).date();
			due = usual.isAfter(today()) ? usual : last.isAfter(today()) ? last : today();
		}
		for (Addressee coordinator : directive.getCoordinators()) {
			if (coordinator.getOrganizationId() != null) {
				this.awaited.save(new AwaitedContribution(directive.getId(), coordinator.getOrganizationId(), due));
			}
		}
	}

	private static Changes originChanges(Origin origin) {
		Changes changes = new Changes();
		if (origin.source() != DirectiveSource.CLAUSE) {
			changes.field("directive.source", null, origin.source());
		}
		return changes.field("directiveForm.sourceNumber", null, origin.number())
			.field("directiveForm.sourceDate", null, origin.date())
			.field("directiveForm.sourceAuthor", null, origin.author())
			.field("directiveForm.sourceSubject", null, origin.subject());
	}

	/** The lead unit confirms that it has it. */
	public void receive(long id, Viewer viewer) {
		Directive directive = worked(id, viewer);
		directive.receive(this.clock.instant());
		done(directive, DirectiveEvent.of(DirectiveAct.RECEIVED), new Changes(), viewer);
	}

	/** The lead unit says how far it is; files are its working papers. */
	public void progress(long id, int percent, String text, List<MultipartFile> files, Viewer viewer) {
		Directive directive = worked(id, viewer);
		int before = directive.getPercent();
		directive.progress(percent);
		this.files.attach(WORK_FILES, id, files, "files", viewer);
		done(directive, DirectiveEvent.of(DirectiveAct.PROGRESSED).percent(percent).text(text),
				new Changes().field("directive.percent", before + "%", percent + "%")
					.field("progressForm.text", null, text),
				viewer);
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation if one of the files can't be taken
	 */
	@Transactional(readOnly = true)
	public void checkFiles(List<MultipartFile> files) {
		this.files.check(files, "files");
	}

	/** The lead unit adds working papers, without saying anything of its progress. */
	public void addFiles(long id, List<MultipartFile> files, Viewer viewer) {
		Directive directive = worked(id, viewer);
		directive.requireReportable();
		if (files.stream().noneMatch(Files::isChosen)) {
			throw RuleViolation.at("files", "directive.error.noFile");
		}
		this.files.attach(WORK_FILES, id, files, "files", viewer);
	}

	/**
	 * A coordinating unit adds what it has to say.
	 * @param everyUnit whether it says the same to all units that were given the task
	 * together; at a family's parent it always does
	 */
	public void contribute(long id, String text, List<MultipartFile> files, boolean everyUnit, Viewer viewer) {
		Directive directive = load(id, viewer);
		this.access.requireContributing(viewer, directive);
		directive.requireOpen();
		List<Directive> given = (everyUnit || directive.isFamily()) ? contributable(directive, viewer)
				: List.of(directive);
		if (given.isEmpty()) {
			throw RuleViolation.of("directive.error.nobodyWaits");
		}
		given.forEach((one) -> contribute(one, text, files, viewer));
	}

	/** Of those given together, the open ones that the viewer's unit coordinates. */
	private List<Directive> contributable(Directive directive, Viewer viewer) {
		Long family = directive.isFamily() ? directive.getId() : directive.getParentId();
		return (family == null) ? List.of(directive)
				: this.directives.findByParentIdOrderByCode(family)
					.stream()
					.filter((one) -> one.getStatus().isOpen() && this.access.mayContribute(viewer, one))
					.toList();
	}

	/** How many units one contribution can be said to; 1 where it stands alone. */
	@Transactional(readOnly = true)
	public int contributable(long id, Viewer viewer) {
		return contributable(load(id, viewer), viewer).size();
	}

	private void contribute(Directive directive, String text, List<MultipartFile> files, Viewer viewer) {
		this.awaited.findByDirectiveIdOrderByDueOnAscIdAsc(directive.getId())
			.stream()
			.filter((awaited) -> viewer.belongsTo(awaited.getOrganizationId()))
			.forEach((awaited) -> awaited.give(today(), viewer.accountId()));
		long event = done(directive, DirectiveEvent.of(DirectiveAct.CONTRIBUTED).text(text),
				new Changes().field("directiveContributionForm.text", null, text), viewer);
		this.files.attach(CONTRIBUTION_FILES, event, files, "files", viewer);
		this.notices.contributed(directive);
	}

	/**
	 * Reports that it is done, with evidence; signed at once when the unit's head writes
	 * it.
	 * @return the report
	 */
	public long report(long id, CompletionText text, List<MultipartFile> files, Viewer viewer) {
		return report(id, text, files, List.of(), viewer);
	}

	/**
	 * The same.
	 * @param kept files of the unit's report that came back, to be attached again
	 */
	public long report(long id, CompletionText text, List<MultipartFile> files, List<Long> kept, Viewer viewer) {
		Directive directive = worked(id, viewer);
		requireReportable(directive);
		List<FileRow> again = keptFiles(id, kept, viewer);
		int attached = again.size() + (int) files.stream().filter(Files::isChosen).count();
		CompletionReport report = new CompletionReport(directive, text.content(), text.documentNumber(),
				text.documentDate(), text.documentAbstract(), attached, today(), viewer.accountId(),
				this.clock.instant());
		this.reports.saveAndFlush(report);
		this.files.attachAgain(REPORT_FILES, report.getId(), again, "files", viewer);
		this.files.attach(REPORT_FILES, report.getId(), files, "files", viewer);
		if (this.access.maySign(viewer, directive)) {
			signed(report, directive, viewer);
		}
		else {
			done(directive, DirectiveEvent.of(DirectiveAct.REPORT_DRAFTED).text(text.content()), reportChanges(report),
					viewer);
			this.notices.toSign(directive, "directive.notice.reportDrafted");
		}
		return report.getId();
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps a report from being taken
	 */
	@Transactional(readOnly = true)
	public void checkReport(long id, CompletionText text, List<MultipartFile> files, List<Long> kept, Viewer viewer) {
		worked(id, viewer);
		int attached = kept.size() + (int) files.stream().filter(Files::isChosen).count();
		RuleViolation.checkAll(() -> CompletionReport.requireDocument(text, attached, today()),
				() -> keptFiles(id, kept, viewer), () -> this.files.check(files, "files"));
	}

	/**
	 * The last report, if it came back to the viewer's unit to be written differently.
	 */
	@Transactional(readOnly = true)
	public Optional<CompletionReport> reportThatCameBack(long id, Viewer viewer) {
		return this.reports.findFirstByDirectiveIdOrderByIdDesc(id)
			.filter((report) -> report.isBack() && this.access.wrote(viewer, report));
	}

	/**
	 * Nothing but files of the report that came back, which may be another one by now.
	 */
	private List<FileRow> keptFiles(long id, List<Long> kept, Viewer viewer) {
		List<FileRow> again = kept.isEmpty() ? List.of()
				: reportThatCameBack(id, viewer).map((report) -> this.files.of(REPORT_FILES, report.getId()))
					.orElseGet(List::of)
					.stream()
					.filter((file) -> kept.contains(file.id()))
					.toList();
		if (again.size() < Set.copyOf(kept).size()) {
			throw RuleViolation.at("keptFiles", "directive.error.keptFileGone");
		}
		return again;
	}

	/** One report at a time. */
	private void requireReportable(Directive directive) {
		directive.requireReportable();
		if (this.reports.existsByDirectiveIdAndStatusIn(directive.getId(), UNDECIDED_REPORT)) {
			throw RuleViolation.of("directive.error.reportUndecided");
		}
	}

	public void signReport(long id, long reportId, Viewer viewer) {
		Directive directive = signable(id, viewer);
		signed(report(id, reportId), directive, viewer);
	}

	private void signed(CompletionReport report, Directive directive, Viewer viewer) {
		report.requireEvidence(this.files.count(REPORT_FILES, report.getId()));
		report.sign(directive, today(), viewer.accountId(), this.clock.instant());
		done(directive, DirectiveEvent.of(DirectiveAct.REPORTED).text(report.getContent()), reportChanges(report),
				viewer);
		this.undecided.forEach((asked) -> asked.lapseDrafts(directive, viewer, this.clock.instant()));
	}

	public void sendBackReport(long id, long reportId, String comment, Viewer viewer) {
		Directive directive = signable(id, viewer);
		report(id, reportId).sendBack(comment, viewer.accountId(), this.clock.instant());
		done(directive, DirectiveEvent.of(DirectiveAct.REPORT_SENT_BACK).text(comment),
				new Changes().field("directive.comment", null, comment), viewer);
		this.notices.toUnit(directive, "directive.notice.reportSentBack");
	}

	/** Whoever drafted a report takes it back as long as the head hasn't signed it. */
	public void withdrawReport(long id, long reportId, Viewer viewer) {
		Directive directive = worked(id, viewer);
		CompletionReport report = report(id, reportId);
		this.access.requireDrafted(viewer, report);
		report.withdraw(viewer.accountId(), this.clock.instant());
		done(directive, DirectiveEvent.of(DirectiveAct.REPORT_WITHDRAWN), new Changes(), viewer);
	}

	/** Verifies what the unit reported; from here on its timeliness is frozen. */
	public void verify(long id, Viewer viewer) {
		Directive directive = directed(id, viewer);
		holdFamily(directive);
		signedReport(directive).accept(directive, viewer.accountId(), this.clock.instant());
		withdrawUndecided(directive, viewer);
		done(directive, DirectiveEvent.of(DirectiveAct.VERIFIED), new Changes(), viewer);
		closeFamily(directive, viewer);
	}

	/**
	 * The same by somebody who looked at that version of it.
	 */
	public void verify(long id, int version, Viewer viewer) {
		directed(id, viewer).requireSeen(version);
		verify(id, viewer);
	}

	/** Reminds the unit that holds it; once a day is enough. */
	public void remind(long id, Viewer viewer) {
		Directive directive = directed(id, viewer);
		directive.requireRemindable();
		Instant midnight = today().atStartOfDay(this.clock.getZone()).toInstant();
		// The row's lock is what two that remind at once wait for.
		hold(id);
		boolean today = this.jdbc
			.sql("select exists (select from directive_event where directive_id = ? and act = ? and at >= ?)")
			.params(id, DirectiveAct.REMINDED.name(), Timestamp.from(midnight))
			.query(Boolean.class)
			.single();
		if (today) {
			throw RuleViolation.of("directive.error.remindedToday");
		}
		done(directive, DirectiveEvent.of(DirectiveAct.REMINDED), new Changes(), viewer);
		this.notices.toUnit(directive, "directive.notice.reminded");
	}

	/**
	 * Of two units that end, or are taken up again, at once the second waits here, and
	 * then sees the first; it comes before the unit itself is changed.
	 * @param directive one of a family's units, or its parent; any other needs no hold
	 */
	public void holdFamily(Directive directive) {
		Long family = directive.isFamily() ? directive.getId() : directive.getParentId();
		if (family != null) {
			hold(family);
		}
	}

	private void hold(long id) {
		this.jdbc.sql("select id from directive where id = ? for update").param(id).query(Long.class).single();
	}

	/**
	 * Tells a family's own history that something is being done for several of its units
	 * at once, and for one more of them. The line stands from the first unit on, so that
	 * it comes before what follows from the last one, and tells of those for whom it was
	 * done whatever happens to the rest.
	 * @param line the number of that line, or {@code null} for the first unit
	 * @return the number of the line
	 */
	public long doing(long parentId, Long line, DirectiveEvent event, long unitId, Viewer viewer) {
		directed(parentId, viewer);
		hold(parentId);
		if (line == null) {
			return this.history.add(parentId, event.units(List.of(unitId)), viewer);
		}
		this.history.addUnit(line, unitId);
		return line;
	}

	/** Tells the trail what was done for several units of a family at once. */
	public void doneTogether(long parentId, DirectiveEvent event, Viewer viewer) {
		audit(directed(parentId, viewer), event.act(),
				new Changes().field("directive.unit", null, String.join("; ", this.units.names(event.unitIds())))
					.field("directive.dueOn", null, DateFormats.day(event.day()))
					.field("directive.reason", null, event.text()),
				viewer);
	}

	/** A family, held, ends with the last of its units. */
	private void closeFamily(Directive child, Viewer viewer) {
		Long parent = child.getParentId();
		if (parent == null) {
			return;
		}
		int closed = this.jdbc.sql("""
				update directive set closed_on = :today, version = version + 1
				where id = :parent and closed_on is null and not exists (select from directive c
				    where c.parent_id = :parent and c.status not in ('VERIFIED', 'CANCELLED'))
				""").param("today", today()).param("parent", parent).update();
		if (closed > 0) {
			Directive family = this.directives.findById(parent).orElseThrow();
			this.entities.refresh(family);
			this.history.add(parent, DirectiveEvent.of(DirectiveAct.FAMILY_CLOSED), viewer);
			audit(family, DirectiveAct.FAMILY_CLOSED, new Changes(), viewer);
			this.notices.toIssuer(family, "directive.notice.familyClosed");
		}
	}

	/** A family, held, is open again with the first of its units. */
	public void reopenFamily(Directive child) {
		if (child.getParentId() != null) {
			this.jdbc.sql(
					"update directive set closed_on = null, version = version + 1 where id = ? and closed_on is not null")
				.param(child.getParentId())
				.update();
		}
	}

	/** Returns the report: the unit works on, and the clock is today's again. */
	public void returnReport(long id, String reason, Viewer viewer) {
		Directive directive = directed(id, viewer);
		int percent = this.history.percentBefore(id);
		signedReport(directive).giveBack(directive, reason, percent, viewer.accountId(), this.clock.instant());
		done(directive, DirectiveEvent.of(DirectiveAct.RETURNED).percent(percent).text(reason),
				new Changes().field("directive.reason", null, reason).field("directive.percent", "100%", percent + "%"),
				viewer);
	}

	public void returnReport(long id, ReasonForm form, Viewer viewer) {
		form.requireSeen(directed(id, viewer));
		returnReport(id, form.getReason(), viewer);
	}

	/** The unit's head says that it isn't the unit's competence. */
	public void decline(long id, String reason, Viewer viewer) {
		Directive directive = signable(id, viewer);
		directive.decline(reason);
		done(directive, DirectiveEvent.of(DirectiveAct.DECLINED).text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toIssuer(directive, "directive.notice.declined");
	}

	/** What a unit settled inside ends with its turn. */
	private void forgetAssignment(long id) {
		this.jdbc.sql("delete from directive_assignment where directive_id = ?").param(id).update();
	}

	/**
	 * The unit coordinates no more, and owes the lead nothing; with the last of a
	 * family's units it stops to coordinate the family.
	 * @param directive of a family that is held
	 * @return what that changes, nothing for a unit that doesn't coordinate by name
	 */
	public Changes endCoordination(Directive directive, long unitId, String reason, Viewer viewer) {
		Changes changes = new Changes();
		coordinatingAs(unitId, directive).forEach((unit) -> {
			directive.removeCoordinator(unit);
			changes.field("directive.coordinatingUnit", this.units.name(unit), null);
		});
		long holder = holder(unitId);
		this.awaited.findByDirectiveIdOrderByDueOnAscIdAsc(directive.getId())
			.stream()
			.filter((one) -> one.isWaited() && holder(one.getOrganizationId()) == holder)
			.forEach((one) -> one.waive(Objects.requireNonNullElse(reason, ""), today(), viewer.accountId()));
		Long family = directive.getParentId();
		if (family != null && this.directives.findByParentIdOrderByCode(family)
			.stream()
			.allMatch((one) -> coordinatingAs(unitId, one).isEmpty())) {
			Directive parent = this.directives.findWithCoordinatorsById(family).orElseThrow();
			coordinatingAs(unitId, parent).forEach(parent::removeCoordinator);
		}
		return changes;
	}

	/** Under which ids that unit coordinates: its own, or of those it carries on. */
	private List<Long> coordinatingAs(long unitId, Directive directive) {
		long holder = holder(unitId);
		return directive.getCoordinators()
			.stream()
			.map(Addressee::getOrganizationId)
			.filter((unit) -> unit != null && holder(unit) == holder)
			.toList();
	}

	/** The issuer agrees and gives it to another unit. */
	public void acceptDeclination(long id, long leadId, String note, Viewer viewer) {
		Directive directive = directed(id, viewer);
		requireNotDeclinedBy(directive, viewer);
		String before = leadName(directive);
		requireFree(directive, leadId);
		holdFamily(directive);
		this.notices.toUnit(directive, "directive.notice.takenAway");
		Changes changes = endCoordination(directive, leadId, note, viewer);
		directive.acceptDeclination(leadId, holder(leadId), today());
		forgetAssignment(id);
		withdrawUndecided(directive, viewer);
		done(directive, DirectiveEvent.of(DirectiveAct.DECLINATION_ACCEPTED).target(leadId).text(note),
				changes.field("directive.lead", before, leadName(directive)), viewer);
	}

	public void acceptDeclination(long id, ReassignmentForm form, Viewer viewer) {
		form.requireSeen(directed(id, viewer));
		acceptDeclination(id, form.getLeadId(), form.getReason(), viewer);
	}

	public void refuseDeclination(long id, ReasonForm form, Viewer viewer) {
		form.requireSeen(directed(id, viewer));
		refuseDeclination(id, form.getReason(), viewer);
	}

	public void refuseDeclination(long id, String reason, Viewer viewer) {
		Directive directive = directed(id, viewer);
		requireNotDeclinedBy(directive, viewer);
		directive.refuseDeclination(this.clock.instant());
		done(directive, DirectiveEvent.of(DirectiveAct.DECLINATION_REFUSED).text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toUnit(directive, "directive.notice.declinationRefused");
	}

	/**
	 * Writes nothing.
	 * @param leadId {@code null} while none is chosen
	 * @throws RuleViolation if that unit can't get it in place of the one that has it
	 */
	@Transactional(readOnly = true)
	public void checkLead(long id, Long leadId, Viewer viewer) {
		Directive directive = directed(id, viewer);
		if (leadId != null) {
			requireLead(leadId, "leadId");
			directive.requireOther(holder(leadId));
			requireNotGiven(directive.getOrigin(), directive.getParentId(), List.of(leadId), id, "leadId");
		}
	}

	public void reassign(long id, ReassignmentForm form, Viewer viewer) {
		form.requireSeen(directed(id, viewer));
		reassign(id, form.getLeadId(), form.getReason(), viewer);
	}

	/** The issuer gives it to another unit without having been asked. */
	public void reassign(long id, long leadId, String reason, Viewer viewer) {
		Directive directive = directed(id, viewer);
		String before = leadName(directive);
		requireFree(directive, leadId);
		holdFamily(directive);
		this.notices.toUnit(directive, "directive.notice.takenAway");
		Changes changes = endCoordination(directive, leadId, reason, viewer);
		directive.reassign(leadId, holder(leadId), today());
		forgetAssignment(id);
		withdrawUndecided(directive, viewer);
		done(directive, DirectiveEvent.of(DirectiveAct.REASSIGNED).target(leadId).text(reason),
				changes.field("directive.lead", before, leadName(directive)).field("directive.reason", null, reason),
				viewer);
	}

	public void cancel(long id, ReasonForm form, Viewer viewer) {
		form.requireSeen(directed(id, viewer));
		cancel(id, form.getReason(), viewer);
	}

	public void cancel(long id, String reason, Viewer viewer) {
		Directive directive = directed(id, viewer);
		holdFamily(directive);
		directive.cancel(reason);
		withdrawUndecided(directive, viewer);
		done(directive, DirectiveEvent.of(DirectiveAct.CANCELLED).text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		closeFamily(directive, viewer);
	}

	/**
	 * Takes over what was given out before the portal existed: issued on that day,
	 * without a deadline where the source names none. Call it once for a clause.
	 * @param clauseId a clause that was taken over
	 * @return one directive for each lead unit or kind of units, in that order
	 */
	public List<Long> takeOver(long clauseId, LocalDate issuedOn, Actor actor) {
		IssuedClause clause = this.conclusions.clauses(List.of(clauseId)).get(clauseId);
		if (clause == null) {
			throw new NotVisibleException("clause", clauseId);
		}
		DirectivePlan plan = new DirectivePlan(DirectiveForm.shortTitle(clause.content()), clause.content(),
				Origin.clause(clauseId), clause.conferenceId(), clause.deliverable(), clause.deadline(), null);
		List<Addressee> coordinators = addressees(clause.coordinatingIds(), clause.coordinatingKinds());
		int year = issuedOn.getYear();
		List<Directive> taken = new ArrayList<>();
		clause.leadIds()
			.forEach((lead) -> taken
				.add(Directive.forUnit(nextCode(year), year, plan, lead, holder(lead), coordinators)));
		clause.leadKinds()
			.forEach((kind) -> taken.add(Directive.forKind(nextCode(year), year, plan, kind, coordinators)));
		Instant at = issuedOn.atStartOfDay(this.clock.getZone()).toInstant();
		for (Directive directive : taken) {
			directive.archive(issuedOn, at);
			this.directives.saveAndFlush(directive);
			this.history.add(directive.getId(), DirectiveEvent.of(DirectiveAct.TAKEN_OVER), actor, at);
			audit(directive, DirectiveAct.TAKEN_OVER, new Changes(), actor);
		}
		return taken.stream().map(Directive::getId).toList();
	}

	/** Marks what no real office was given, its children included; for example data. */
	public void markExample(long id) {
		Directive directive = this.directives.findById(id).orElseThrow(() -> new NotVisibleException("directive", id));
		directive.markExample();
		this.directives.findByParentId(id).forEach(Directive::markExample);
		this.directives.flush();
	}

	/**
	 * Lets days go by for an example: everything that has happened to it, and its
	 * deadlines, move that far into the past, so that a story can be told act by act.
	 * What is no example is left alone.
	 */
	public void letDaysPass(long id, int days) {
		this.entities.flush();
		Long[] ids = this.jdbc.sql("select id from directive where example and (id = :id or parent_id = :id)")
			.param("id", id)
			.query(Long.class)
			.list()
			.toArray(Long[]::new);
		for (String shift : List.of(
				"""
						update directive set version = version + 1, issued_on = issued_on - :days,
						    given_anew_on = given_anew_on - :days,
						    issued_at = issued_at - :days * interval '1 day', received_at = received_at - :days * interval '1 day',
						    reported_on = reported_on - :days, verified_at = verified_at - :days * interval '1 day',
						    original_due_on = original_due_on - :days, due_on = due_on - :days,
						    closed_on = closed_on - :days
						where id = any(:ids)""",
				"""
						update directive_extension set due_before = due_before - :days, due_on = due_on - :days,
						    drafted_at = drafted_at - :days * interval '1 day', signed_at = signed_at - :days * interval '1 day',
						    decided_at = decided_at - :days * interval '1 day'
						where directive_id = any(:ids)""",
				"""
						update directive_report set document_date = document_date - :days,
						    drafted_at = drafted_at - :days * interval '1 day', signed_at = signed_at - :days * interval '1 day',
						    decided_at = decided_at - :days * interval '1 day'
						where directive_id = any(:ids)""",
				"""
						update directive_reopening set reported_before = reported_before - :days,
						    due_on = due_on - :days,
						    requested_at = requested_at - :days * interval '1 day',
						    decided_at = decided_at - :days * interval '1 day'
						where directive_id = any(:ids)""", """
						update directive_assignment set due_on = due_on - :days,
						    substitute_until = substitute_until - :days,
						    assigned_at = assigned_at - :days * interval '1 day'
						where directive_id = any(:ids)""", """
						update directive_awaited set due_on = due_on - :days, settled_on = settled_on - :days
						where directive_id = any(:ids)""", """
						update directive_event set at = at - :days * interval '1 day', day = day - :days
						where directive_id = any(:ids)""")) {
			this.jdbc.sql(shift).param("days", days).param("ids", ids).update();
		}
		this.notices.letDaysPass(List.of(ids), days);
		// What the session remembers is of another day.
		this.entities.clear();
	}

	/**
	 * What heads the form of an act, also when it is shown again with what was typed.
	 * @throws NotVisibleException when the viewer may not see the directive
	 * @throws NotAllowedException when the act isn't theirs
	 */
	@Transactional(readOnly = true)
	public DirectiveBrief open(long id, Right right, Viewer viewer) {
		return open(id, right, (directive) -> {
		}, viewer);
	}

	/**
	 * What heads an empty form: whoever can't do the act any more is told so before they
	 * write.
	 * @param possible refuses with the sentence that sending the form would get
	 */
	@Transactional(readOnly = true)
	public DirectiveBrief open(long id, Right right, Consumer<Directive> possible, Viewer viewer) {
		Directive directive = load(id, viewer);
		if (directive.getStatus() == DirectiveStatus.DRAFT) {
			throw RuleViolation.of("directive.error.draft");
		}
		switch (right) {
			case WORK -> this.access.requireWorking(viewer, directive);
			case SIGN -> this.access.requireSigning(viewer, directive);
			case DIRECT -> this.access.requireDirecting(viewer);
			case COORDINATE -> this.access.requireCoordinating(viewer, directive);
			case CONTRIBUTE -> this.access.requireContributing(viewer, directive);
		}
		possible.accept(directive);
		return new DirectiveBrief(id, directive.getCode(), directive.getTitle(), directive.getDueOn(),
				directive.getPercent(), this.access.maySign(viewer, directive), directive.getVersion());
	}

	/** The empty completion report. */
	@Transactional(readOnly = true)
	public DirectiveBrief openReport(long id, Viewer viewer) {
		return open(id, Right.WORK, this::requireReportable, viewer);
	}

	/** The empty form by which the head sends a drafted report back. */
	@Transactional(readOnly = true)
	public DirectiveBrief openReport(long id, long reportId, Viewer viewer) {
		return open(id, Right.SIGN, (directive) -> report(id, reportId).requireDraft(), viewer);
	}

	/** The empty form by which a signed report is returned. */
	@Transactional(readOnly = true)
	public DirectiveBrief openReturn(long id, Viewer viewer) {
		return open(id, Right.DIRECT, (directive) -> signedReport(directive).requireUndecided(viewer.accountId()),
				viewer);
	}

	/** The empty form by which a declination is decided. */
	@Transactional(readOnly = true)
	public DirectiveBrief openDeclination(long id, Viewer viewer) {
		return open(id, Right.DIRECT, (directive) -> {
			directive.requireDeclined();
			requireNotDeclinedBy(directive, viewer);
		}, viewer);
	}

	/**
	 * The form that gives a clause to units, filled with what the clause says; units that
	 * are gone are replaced by those that carry on their work.
	 */
	@Transactional(readOnly = true)
	public DirectiveForm prepare(long clauseId, Viewer viewer) {
		IssuedClause clause = this.conclusions.issuedClause(clauseId, viewer);
		this.access.requireDirecting(viewer);
		this.conclusions.checkTaskable(clause);
		DirectiveForm form = DirectiveForm.of(clause);
		form.carryOn(this::holder);
		return form;
	}

	/** The empty form for what a document orders. */
	public DirectiveForm prepare(DirectiveSource document, Viewer viewer) {
		this.access.requireDirecting(viewer);
		return DirectiveForm.of(document);
	}

	/**
	 * The form that gives an item of a work program to units, filled with what it says.
	 */
	@Transactional(readOnly = true)
	public DirectiveForm prepareItem(Long itemId, Viewer viewer) {
		OriginItem item = this.basis.givable(itemId, viewer);
		this.access.requireDirecting(viewer);
		DirectiveForm form = DirectiveForm.of(itemId, item);
		form.carryOn(this::holder);
		return form;
	}

	/** Gives what a form says, groups of leads resolved into the units of today. */
	public long issue(DirectiveForm form, Viewer viewer) {
		form.requireDeadline();
		return issue(order(form), null, viewer);
	}

	/** Gives what a draft says, in the same way. */
	public long issueDraft(Directive draft, Viewer viewer) {
		DirectiveForm form = DirectiveForm.of(draft);
		form.requireDeadline();
		return issue(order(form), draft, viewer);
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps a form from being given out, however
	 * little of it is filled in
	 */
	@Transactional(readOnly = true)
	public void check(DirectiveForm form, Viewer viewer) {
		DirectiveBasis.Found found = this.basis.find(form.origin(), viewer);
		this.access.requireDirecting(viewer);
		IssueOrder order = order(form);
		RuleViolation.checkAll(() -> this.basis.check(found.origin()), form::requireDeadline,
				() -> check(order, found.clause()));
	}

	private IssueOrder order(DirectiveForm form) {
		Set<Long> leads = new LinkedHashSet<>(form.withRegions(this::ofRegion));
		form.getLeadKinds()
			.forEach((kind) -> this.units.ofKind(kind, null, today()).forEach((unit) -> leads.add(unit.id())));
		return new IssueOrder(form.origin(), form.getTitle(), form.getText(), List.copyOf(leads),
				form.getCoordinatingIds(), form.getCoordinatingKinds(), form.getDueOn(), form.getDeliverable(),
				form.getCoordinatingDueOn());
	}

	public List<Long> ofRegion(OrganizationKind kind, Region region) {
		return this.units.ofKind(kind, region, today()).stream().map(Unit::id).toList();
	}

	/** Loads for reading; visibility is checked here and only here. */
	public Directive load(long id, Viewer viewer) {
		return this.directives.findWithCoordinatorsById(id)
			.filter((directive) -> this.access.sees(viewer, directive))
			.orElseThrow(() -> new NotVisibleException("directive", id));
	}

	/** Loads for whoever carries it out. */
	public Directive worked(long id, Viewer viewer) {
		Directive directive = load(id, viewer);
		this.access.requireWorking(viewer, directive);
		return directive;
	}

	/** Loads for whoever signs for the unit. */
	public Directive signable(long id, Viewer viewer) {
		Directive directive = load(id, viewer);
		this.access.requireSigning(viewer, directive);
		return directive;
	}

	/** Loads for whoever gives directives. */
	public Directive directed(long id, Viewer viewer) {
		Directive directive = load(id, viewer);
		this.access.requireDirecting(viewer);
		return directive;
	}

	private CompletionReport report(long id, long reportId) {
		return this.reports.findByIdAndDirectiveId(reportId, id)
			.orElseThrow(() -> new NotVisibleException("report", reportId));
	}

	private CompletionReport signedReport(Directive directive) {
		return this.reports.findByDirectiveIdAndStatus(directive.getId(), ReportStatus.SIGNED)
			.orElseThrow(() -> RuleViolation.of("directive.error.notReported"));
	}

	/** Nobody decides on what they said for the unit themselves. */
	private void requireNotDeclinedBy(Directive directive, Viewer viewer) {
		boolean own = this.jdbc
			.sql("select account_id from directive_event where directive_id = ? and act = ? order by id desc limit 1")
			.params(directive.getId(), DirectiveAct.DECLINED.name())
			.query(Long.class)
			.optional()
			.filter((account) -> account.equals(viewer.accountId()))
			.isPresent();
		if (own) {
			throw RuleViolation.of("directive.error.ownRequest");
		}
	}

	/** What nobody has decided yet ends when the directive goes another way. */
	private void withdrawUndecided(Directive directive, Viewer viewer) {
		Instant now = this.clock.instant();
		this.undecided.forEach((asked) -> asked.lapse(directive.getId(), viewer, now));
		this.reports.findByDirectiveIdOrderById(directive.getId())
			.forEach((report) -> report.lapse(viewer.accountId(), now));
	}

	private void check(IssueOrder order, IssuedClause clause) {
		RuleViolation.checkAll(() -> requireLeads(order), () -> requireCoordinators(order),
				() -> requireDue(order, clause), () -> {
					if (order.coordinatingDueOn() != null) {
						AwaitedContribution.requireDue(order.coordinatingDueOn(), order.dueOn(), today(),
								"coordinatingDueOn");
						requireNear(order.coordinatingDueOn(), "coordinatingDueOn");
					}
				});
	}

	private void requireLeads(IssueOrder order) {
		if (order.leadIds().isEmpty()) {
			throw RuleViolation.at("leadIds", "directive.error.noLead");
		}
		order.leadIds().forEach((lead) -> requireLead(lead, "leadIds"));
		if (!order.origin().source().isDocument()) {
			requireNotGiven(order.origin(), null, order.leadIds(), null, "leadIds");
		}
	}

	private void requireCoordinators(IssueOrder order) {
		order.coordinatingIds().forEach((unit) -> requireUnit(unit, "coordinatingIds"));
		for (Long lead : order.leadIds()) {
			if (order.coordinatingIds().contains(lead)) {
				throw RuleViolation.at("coordinatingIds", "directive.error.leadAlsoCoordinates", this.units.name(lead));
			}
		}
	}

	/**
	 * A day too far ahead is a slip of the hand, such as a mistyped year.
	 * @param day {@code null} while none is typed
	 * @throws RuleViolation at that field
	 */
	public void requireNear(LocalDate day, String field) {
		this.settings.find(RuleKey.DIRECTIVE_HORIZON, today())
			.map((months) -> today().plusMonths(months.number()))
			.filter((last) -> day != null && day.isAfter(last))
			.ifPresent((last) -> {
				throw RuleViolation.at(field, "directive.error.dueFar", DateFormats.day(last));
			});
	}

	private void requireDue(IssueOrder order, IssuedClause clause) {
		requireNear(order.dueOn(), "dueOn");
		if (order.dueOn() != null && order.dueOn().isBefore(today())) {
			throw RuleViolation.at("dueOn", "directive.error.dueInPast", DateFormats.day(today()));
		}
		if (order.dueOn() != null && clause != null && clause.noticeDate() != null
				&& order.dueOn().isBefore(clause.noticeDate())) {
			throw RuleViolation.at("dueOn", "directive.error.dueBeforeNotice", DateFormats.day(clause.noticeDate()));
		}
	}

	/** Whether that unit may get it in place of the one that has it. */
	private void requireFree(Directive directive, long leadId) {
		requireLead(leadId, "leadId");
		if (directive.getHolderOrganizationId() != null && holder(leadId) == directive.getHolderOrganizationId()) {
			return;
		}
		// The number's row is the lock behind which others give the same.
		this.jdbc.sql("select last from directive_number where year = ? for update")
			.param(today().getYear())
			.query(Integer.class)
			.optional();
		requireNotGiven(directive.getOrigin(), directive.getParentId(), List.of(leadId), directive.getId(), "leadId");
	}

	/**
	 * A clause, an item or a family gives a unit its task once.
	 * @param except the directive that is given away, or {@code null}
	 */
	private void requireNotGiven(Origin origin, Long parentId, Collection<Long> leadIds, Long except, String field) {
		List<Given> given = this.jdbc.sql("""
				select code, holder_organization_id from directive
				where (clause_id = :clause or source = 'WORK_ITEM' and origin_id = :item or parent_id = :parent)
				    and (lead_organization_id in (:leads) or holder_organization_id in (:leads))
				    and status <> 'CANCELLED' and id is distinct from :except
				order by id
				""")
			.param("clause", origin.clauseId(), Types.BIGINT)
			.param("item", origin.itemId(), Types.BIGINT)
			.param("parent", parentId, Types.BIGINT)
			.param("leads", leadIds)
			.param("except", except, Types.BIGINT)
			.query((row, number) -> new Given(this.units.name(row.getLong(2)), row.getString(1)))
			.list();
		if (given.size() == 1) {
			throw RuleViolation.at(field, "directive.error.givenAlready", given.get(0).unit(), given.get(0).code());
		}
		if (!given.isEmpty()) {
			throw RuleViolation.at(field, "directive.error.givenAlreadyMany",
					given.stream()
						.map((one) -> one.unit() + " (" + one.code() + ")")
						.collect(Collectors.joining("; ")));
		}
	}

	/** Which unit has a task already, by which directive. */
	private record Given(String unit, String code) {
	}

	private Unit requireUnit(long id, String field) {
		Unit unit = this.units.find(id).orElseThrow(() -> RuleViolation.at(field, "directive.error.unknownUnit"));
		if (!unit.isValidOn(today())) {
			throw RuleViolation.at(field, "directive.error.unitNotValid", unit.name());
		}
		return unit;
	}

	/** Whether work can be given to that unit here. */
	public void requireLead(long id, String field) {
		Unit unit = requireUnit(id, field);
		if (unit.kind() == OrganizationKind.EXTERNAL || unit.kind() == OrganizationKind.MINISTRY) {
			throw RuleViolation.at(field, "directive.error.cannotLead", unit.name());
		}
	}

	public static List<Addressee> addressees(Collection<Long> ids, Collection<OrganizationKind> kinds) {
		Set<Addressee> addressees = new LinkedHashSet<>();
		ids.forEach((id) -> addressees.add(Addressee.unit(id)));
		kinds.forEach((kind) -> addressees.add(Addressee.all(kind)));
		return List.copyOf(addressees);
	}

	private List<Unit> inOrder(Collection<Long> ids) {
		return this.units.all().stream().filter((unit) -> ids.contains(unit.id())).toList();
	}

	private long holder(long leadId) {
		return this.units.holderOn(leadId, today()).id();
	}

	/** The next number of the year; two that ask at once wait for each other. */
	private String nextCode(int year) {
		int number = this.jdbc.sql("""
				insert into directive_number (year, last) values (?, 1)
				on conflict (year) do update set last = directive_number.last + 1 returning last
				""").param(year).query(Integer.class).single();
		return "%d-%04d".formatted(year, number);
	}

	public long done(Directive directive, DirectiveEvent event, Changes changes, Viewer viewer) {
		this.directives.saveAndFlush(directive);
		long line = this.history.add(directive.getId(), event, viewer);
		audit(directive, event.act(), changes, viewer);
		return line;
	}

	/** Of what a unit settles inside the trail tells that it happened, not its words. */
	private void audit(Directive directive, DirectiveAct act, Changes changes, Actor actor) {
		this.events.publishEvent(new AuditedAct(actor, act.auditKey(), "directive", directive.getId(),
				directive.getCode() + " " + directive.getTitle(), act.isInternal() ? List.of() : changes.list()));
	}

	private static Changes reportChanges(CompletionReport report) {
		return new Changes().field("reportForm.content", null, report.getContent())
			.field("reportForm.documentNumber", null, report.getDocumentNumber())
			.field("reportForm.documentDate", null, DateFormats.day(report.getDocumentDate()));
	}

	private String leadName(Directive directive) {
		return (directive.getLeadKind() != null) ? directive.getLeadKind().name()
				: this.units.name(directive.getLeadOrganizationId());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
