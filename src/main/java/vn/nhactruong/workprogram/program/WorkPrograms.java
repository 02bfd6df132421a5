package vn.nhactruong.workprogram.program;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItemRepository;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.WorkProgramNames;
import vn.nhactruong.workprogram.WorkProgramOpened;
import vn.nhactruong.workprogram.WorkProgramRepository;
import vn.nhactruong.workprogram.adjustment.Adjustments;
import vn.nhactruong.workprogram.adjustment.WorkAdjustment;
import vn.nhactruong.workprogram.version.ProgramVersions;

/**
 * Work programs and their way from the first proposal to the closed period; the only
 * writer of the programs and of their versions. Every finder takes the viewer: what they
 * may not see does not exist for them.
 */
@Service
@Transactional
@NamedInterface("program")
public class WorkPrograms {

	private final WorkProgramRepository programs;

	private final WorkItemRepository items;

	private final WorkItems itemActs;

	private final Adjustments adjustments;

	private final ProgramVersions versions;

	private final WorkProgramAccess access;

	private final WorkProgramNames names;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WorkPrograms(WorkProgramRepository programs, WorkItemRepository items, WorkItems itemActs, Adjustments adjustments,
			ProgramVersions versions, WorkProgramAccess access, WorkProgramNames names, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.programs = programs;
		this.items = items;
		this.itemActs = itemActs;
		this.adjustments = adjustments;
		this.versions = versions;
		this.access = access;
		this.names = names;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens the program of a unit, or of the ministry, for the period around a day.
	 * @param proposalsUntil the last day on which units propose, or {@code null}
	 * @throws NotAllowedException when the viewer puts no program of that unit together
	 */
	public long open(long scopeId, PeriodKind kind, LocalDate day, LocalDate proposalsUntil, String note,
			Viewer viewer) {
		Unit scope = scope(scopeId, viewer);
		RuleViolation.throwAll(violations(scopeId, kind, day, proposalsUntil, viewer));
		Period period = Period.around(kind, day);
		WorkProgram program = new WorkProgram(scopeId, scope.code().equals(UnitDirectory.MINISTRY), period);
		program.invite(proposalsUntil, note);
		this.programs.saveAndFlush(program);
		audit(program, "opened", new Changes().field("programForm.proposalsUntil", null, proposalsUntil), viewer);
		this.events.publishEvent(new WorkProgramOpened(program.getId()));
		return program.getId();
	}

	/** All that is wrong with a program to be opened, as far as it is said. */
	@Transactional(readOnly = true)
	List<RuleViolation> violations(Long scopeId, PeriodKind kind, LocalDate day, LocalDate proposalsUntil,
			Viewer viewer) {
		List<RuleViolation> found = new ArrayList<>();
		if (proposalsUntil != null && proposalsUntil.isBefore(today())) {
			found.add(RuleViolation.at("proposalsUntil", "workprogram.error.untilInPast", DateFormats.day(today())));
		}
		if (kind == null || day == null) {
			return found;
		}
		Period period = Period.around(kind, day);
		if (proposalsUntil != null && proposalsUntil.isAfter(period.endsOn())) {
			found.add(RuleViolation.at("proposalsUntil", "workprogram.error.untilAfterEnd",
					DateFormats.day(period.endsOn())));
		}
		if (scopeId != null) {
			Unit scope = scope(scopeId, viewer);
			if (!scope.isValidOn(period.startsOn()) && !scope.isValidOn(period.endsOn())) {
				found.add(RuleViolation.at("scopeId", "workprogram.error.scopeNotValid", scope.name()));
			}
			existing(scopeId, kind, day)
				.ifPresent((program) -> found.add(RuleViolation.at("day", "workprogram.error.exists", period.named())));
		}
		return found;
	}

	/** The program of that unit for the period around a day. */
	@Transactional(readOnly = true)
	Optional<WorkProgram> existing(Long scopeId, PeriodKind kind, LocalDate day) {
		return (scopeId == null || kind == null || day == null) ? Optional.empty() : this.programs
			.findByScopeIdAndPeriodKindAndStartsOn(scopeId, kind, Period.around(kind, day).startsOn());
	}

	/** That period, or the first one after it for which the unit has no program yet. */
	@Transactional(readOnly = true)
	Period free(Long scopeId, Period period) {
		return Stream.iterate(period, Period::next)
			.filter((it) -> existing(scopeId, it.kind(), it.startsOn()).isEmpty())
			.findFirst()
			.orElseThrow();
	}

	/**
	 * The program of the same unit for the next period, unguarded: it is for the caller
	 * to show it to those only who see it.
	 */
	@Transactional(readOnly = true)
	public Optional<WorkProgram> after(WorkProgram program) {
		Period next = program.period().next();
		return existing(program.getScopeId(), next.kind(), next.startsOn());
	}

	private Unit scope(long scopeId, Viewer viewer) {
		return this.access.scopes(viewer)
			.stream()
			.filter((unit) -> unit.id() == scopeId)
			.findFirst()
			.orElseThrow(() -> new NotAllowedException("open a program of unit " + scopeId));
	}

	@Transactional(readOnly = true)
	ProgramForm edit(long id, Viewer viewer) {
		WorkProgram program = managed(id, viewer);
		program.requireOpen();
		return ProgramForm.of(program);
	}

	/** Changes until when units propose, and what they are told. */
	void update(long id, ProgramForm form, Viewer viewer) {
		WorkProgram program = managed(id, viewer);
		form.requireVersion(program.getVersion(), () -> ProgramForm.of(program));
		Changes changes = new Changes()
			.field("programForm.proposalsUntil", program.getProposalsUntil(), form.getProposalsUntil())
			.field("programForm.note", program.getNote(), form.getNote());
		program.invite(form.getProposalsUntil(), form.getNote());
		done(program, "changed", changes, viewer);
	}

	/** Puts what was put together before the leader, or before the unit's head. */
	public void submit(long id, Viewer viewer) {
		WorkProgram program = held(id, viewer);
		this.access.requireManaging(viewer, program);
		program.submit(this.items.countByProgramIdAndProposal(id, ProposalStatus.ACCEPTED),
				this.items.countByProgramIdAndProposal(id, ProposalStatus.PROPOSED), this.clock.instant());
		this.itemActs.number(id);
		done(program, "submitted", new Changes(), viewer);
	}

	/** The leader has it changed first. */
	public void sendBack(long id, String comment, Viewer viewer) {
		WorkProgram program = held(id, viewer);
		this.access.requireApproving(viewer, program);
		program.sendBack(comment);
		done(program, "sentBack", new Changes().field("reasonForm.reason", null, comment), viewer);
	}

	/** Agrees, whatever anybody saw of it. */
	public void approve(long id, Viewer viewer) {
		approve(id, load(id, viewer).getVersion(), viewer);
	}

	/**
	 * Agrees to what was read; what was sent back and submitted anew is something else.
	 * @param version what was seen of it
	 */
	void approve(long id, int version, Viewer viewer) {
		WorkProgram program = held(id, viewer);
		this.access.requireApproving(viewer, program);
		program.requireSeen(version);
		program.approve(viewer.accountId(), this.clock.instant());
		done(program, "approved", new Changes(), viewer);
	}

	/**
	 * Puts the approved program in force; later on, its approved adjustments.
	 * @return the number of the version
	 */
	public int publish(long id, Viewer viewer) {
		WorkProgram program = held(id, viewer);
		this.access.requireManaging(viewer, program);
		List<WorkAdjustment> approved = this.adjustments.approved(id);
		int number = program.publish(approved.size());
		this.adjustments.takeEffect(program, approved, number, viewer);
		this.versions.freeze(program,
				this.items.findByProgramIdAndProposalOrderByDueOnAscNumberAsc(id, ProposalStatus.ACCEPTED), viewer);
		done(program, "published", new Changes().field("workprogram.version", null, number), viewer);
		return number;
	}

	/**
	 * The period is over: the report stands, what is unfinished waits to be taken over.
	 */
	public void close(long id, Viewer viewer) {
		WorkProgram program = held(id, viewer);
		this.access.requireManaging(viewer, program);
		program.close(today(), this.adjustments.waiting(id), this.clock.instant());
		this.adjustments.lapseDrafts(program, viewer);
		done(program, "closed", new Changes(), viewer);
	}

	/** Marks what no real office means to do; for example data. */
	public void markExample(long id) {
		WorkProgram program = this.programs.findById(id).orElseThrow(() -> new NotVisibleException("program", id));
		program.markExample();
		this.programs.flush();
	}

	/** Loads for reading; visibility is checked here and only here. */
	@Transactional(readOnly = true)
	public WorkProgram load(long id, Viewer viewer) {
		return this.itemActs.program(id, viewer);
	}

	@Transactional(readOnly = true)
	public WorkProgram managed(long id, Viewer viewer) {
		WorkProgram program = load(id, viewer);
		this.access.requireManaging(viewer, program);
		return program;
	}

	@Transactional(readOnly = true)
	WorkProgram approvable(long id, Viewer viewer) {
		WorkProgram program = load(id, viewer);
		this.access.requireApproving(viewer, program);
		return program;
	}

	private WorkProgram held(long id, Viewer viewer) {
		load(id, viewer);
		return this.programs.hold(id).orElseThrow(() -> new NotVisibleException("program", id));
	}

	private void done(WorkProgram program, String act, Changes changes, Viewer viewer) {
		this.programs.saveAndFlush(program);
		audit(program, act, changes, viewer);
	}

	private void audit(WorkProgram program, String act, Changes changes, Actor actor) {
		this.events.publishEvent(new AuditedAct(actor, "workprogram.audit." + act, "workprogram", program.getId(),
				(locale) -> this.names.of(program, locale), changes.list()));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
