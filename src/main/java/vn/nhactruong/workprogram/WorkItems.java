package vn.nhactruong.workprogram;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workingday.WorkingDays;

/**
 * The items of work programs, from a unit's proposal to what became of them; the only
 * writer. Every act takes the viewer: what they may not see does not exist for them, what
 * they see but may not do is refused.
 */
@Service
@Transactional
public class WorkItems {

	/** The kind of thing whose files prove that an item is done. */
	public static final String FILES = "work-item";

	private final WorkProgramRepository programs;

	private final WorkItemRepository items;

	private final WorkItemRules rules;

	private final WorkItemParents parents;

	private final WorkItemHistory history;

	private final WorkProgramNotices notices;

	private final WorkProgramAccess access;

	private final Files files;

	private final UnitDirectory units;

	private final WorkingDays workingDays;

	private final JdbcClient jdbc;

	private final Clock clock;

	WorkItems(WorkProgramRepository programs, WorkItemRepository items, WorkItemRules rules, WorkItemParents parents,
			WorkItemHistory history, WorkProgramNotices notices, WorkProgramAccess access, Files files,
			UnitDirectory units, WorkingDays workingDays, JdbcClient jdbc, Clock clock) {
		this.programs = programs;
		this.items = items;
		this.rules = rules;
		this.parents = parents;
		this.history = history;
		this.notices = notices;
		this.access = access;
		this.files = files;
		this.units = units;
		this.workingDays = workingDays;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds an item. Who puts the program together writes it in at once; a unit proposes
	 * it.
	 * @throws NotVisibleException when the viewer doesn't see the program
	 * @throws NotAllowedException when the viewer may not propose to it
	 */
	public long propose(long programId, WorkItemPlan plan, Viewer viewer) {
		WorkProgram program = proposable(programId, viewer);
		this.rules.check(plan, program, null, viewer);
		WorkItem item = added(program, plan, this.items.lastNumber(programId) + 1, null, viewer);
		return item.getId();
	}

	/** Adds many at once, all or none. */
	public void proposeAll(long programId, List<WorkItemPlan> plans, Viewer viewer) {
		WorkProgram program = proposable(programId, viewer);
		int number = this.items.lastNumber(programId);
		Set<Long> parents = new HashSet<>();
		List<WorkItem> added = new ArrayList<>();
		for (WorkItemPlan plan : plans) {
			// What one line may point to, all may.
			this.rules.check(plan, program, parents.contains(plan.parentId()) ? plan.parentId() : null, viewer);
			parents.add(plan.parentId());
			added.add(item(program, plan, ++number, viewer));
		}
		this.items.saveAllAndFlush(added);
		added.forEach((item) -> told(item, false, viewer));
	}

	private WorkItem added(WorkProgram program, WorkItemPlan plan, int number, WorkItem earlier, Viewer viewer) {
		WorkItem item = item(program, plan, number, viewer);
		if (earlier != null) {
			boolean closed = program(earlier.getProgramId(), viewer).getStatus() == ProgramStatus.CLOSED;
			item.carryOn(earlier, closed, this.units.holderOn(earlier.getProposedById(), plan.dueOn()).id());
		}
		this.items.saveAndFlush(item);
		told(item, earlier != null, viewer);
		return item;
	}

	private WorkItem item(WorkProgram program, WorkItemPlan plan, int number, Viewer viewer) {
		boolean manages = this.access.manages(viewer, program);
		return new WorkItem(program.getId(), number, plan, manages ? program.getScopeId() : viewer.unitId(), manages);
	}

	private void told(WorkItem item, boolean carriedOver, Viewer viewer) {
		WorkItemAct act = carriedOver ? WorkItemAct.CARRIED_OVER
				: (item.getProposal() == ProposalStatus.ACCEPTED) ? WorkItemAct.ADDED : WorkItemAct.PROPOSED;
		this.history.add(item, act, null, changes(null, item.plan()), viewer);
	}

	@Transactional(readOnly = true)
	public WorkItemForm edit(long programId, long itemId, Viewer viewer) {
		return WorkItemForm.of(editable(programId, itemId, viewer));
	}

	public void update(long programId, long itemId, WorkItemForm form, Viewer viewer) {
		hold(programId);
		WorkItem item = editable(programId, itemId, viewer);
		form.requireVersion(item.getVersion(), () -> WorkItemForm.of(item));
		WorkItemPlan before = item.plan();
		WorkItemPlan plan = form.plan();
		this.rules.check(plan, program(programId, viewer), before.parentId(), viewer);
		Changes changes = changes(before, plan);
		item.write(plan);
		boolean again = item.getProposal() == ProposalStatus.RETURNED;
		item.proposeAgain();
		this.items.saveAndFlush(item);
		if (again || !changes.isEmpty()) {
			this.history.add(item, again ? WorkItemAct.PROPOSED_AGAIN : WorkItemAct.CHANGED, null, changes, viewer);
		}
	}

	/** Takes an item back that is not in force yet; nothing points to it. */
	public void delete(long programId, long itemId, Viewer viewer) {
		hold(programId);
		WorkItem item = editable(programId, itemId, viewer);
		boolean needed = this.jdbc
			.sql("select exists (select from work_item where merged_into_id = :id or parent_id = :id)")
			.param("id", itemId)
			.query(Boolean.class)
			.single();
		if (needed) {
			throw RuleViolation.of("workprogram.error.itemNeeded");
		}
		this.items.delete(item);
		this.items.flush();
		this.history.audit(item, WorkItemAct.DELETED, changes(item.plan(), null), viewer);
	}

	/** The proposal stands in the program, whatever anybody saw of it. */
	public void accept(long programId, long itemId, Viewer viewer) {
		accept(programId, itemId, item(programId, itemId, viewer).getVersion(), viewer);
	}

	/**
	 * The proposal stands in the program.
	 * @param version what was seen of it
	 */
	public void accept(long programId, long itemId, int version, Viewer viewer) {
		hold(programId);
		WorkItem item = decidable(programId, itemId, viewer);
		item.requireSeen(version);
		item.accept();
		done(item, WorkItemAct.ACCEPTED, null, viewer);
		this.notices.toProposer(item, "workprogram.notice.accepted");
	}

	/** Back to the unit, which is told why. */
	public void giveBack(long programId, long itemId, String comment, Viewer viewer) {
		hold(programId);
		WorkItem item = decidable(programId, itemId, viewer);
		item.giveBack(comment);
		done(item, WorkItemAct.RETURNED, comment, viewer);
		this.notices.toProposer(item, "workprogram.notice.returned");
	}

	/** Another item stands for this one, too, and for what carries it out. */
	public void merge(long programId, long itemId, long targetId, Viewer viewer) {
		hold(programId);
		WorkItem item = decidable(programId, itemId, viewer);
		WorkItem target = this.items.findByIdAndProgramId(targetId, programId)
			.orElseThrow(() -> RuleViolation.at("targetId", "workprogram.error.mergeTarget"));
		String merged = item.getNumber() + ". " + item.getTitle();
		WorkItemPlan before = target.plan();
		item.mergeInto(target);
		changed(target, before, merged, viewer);
		for (WorkItem child : this.items.findByParentId(itemId)) {
			WorkItemPlan pointing = child.plan();
			child.pointTo(target);
			changed(child, pointing, merged, viewer);
		}
		done(item, WorkItemAct.MERGED, target.getNumber() + ". " + target.getTitle(), viewer);
		this.notices.toProposer(item, "workprogram.notice.merged");
	}

	/** The lead unit says how far it is. */
	public void progress(long programId, long itemId, int percent, String text, Viewer viewer) {
		hold(programId);
		WorkItem item = workable(programId, itemId, viewer);
		int before = item.getPercent();
		item.progress(percent);
		this.items.saveAndFlush(item);
		this.history.add(item, WorkItemAct.PROGRESSED, text, null, percent,
				new Changes().field("itemProgressForm.percent", before + "%", percent + "%")
					.field("itemProgressForm.text", null, text),
				viewer);
	}

	/** The lead unit's head says that it is done; a paper or a file proves it. */
	public void complete(long programId, long itemId, LocalDate doneOn, String documentNumber, LocalDate documentDate,
			String text, List<MultipartFile> evidence, Viewer viewer) {
		hold(programId);
		WorkItem item = signable(programId, itemId, viewer);
		RuleViolation.throwAll(unproven(itemId, doneOn, documentNumber, documentDate, evidence));
		item.complete(doneOn, documentNumber, documentDate, today());
		this.files.attach(FILES, itemId, evidence, "files", viewer);
		this.items.saveAndFlush(item);
		this.history.add(item, WorkItemAct.DONE, text, doneOn, 100,
				new Changes().field("itemCompletionForm.doneOn", null, doneOn)
					.field("itemCompletionForm.documentNumber", null, documentNumber),
				viewer);
		this.notices.toManager(item, "workprogram.notice.done");
	}

	/** What is wrong with saying that an item is done, as far as it is said. */
	@Transactional(readOnly = true)
	public List<RuleViolation> unproven(long itemId, LocalDate doneOn, String documentNumber, LocalDate documentDate,
			List<MultipartFile> evidence) {
		List<RuleViolation> found = new ArrayList<>();
		if (doneOn != null && doneOn.isAfter(today())) {
			found.add(RuleViolation.at("doneOn", "workprogram.error.dayInFuture", DateFormats.day(today())));
		}
		if ((documentNumber == null) != (documentDate == null)) {
			found.add(RuleViolation.at((documentNumber == null) ? "documentNumber" : "documentDate",
					"workprogram.error.halfDocument"));
		}
		else if (documentNumber == null && evidence.stream().allMatch(MultipartFile::isEmpty)
				&& this.files.count(FILES, itemId) == 0) {
			found.add(RuleViolation.at("documentNumber", "workprogram.error.noEvidence"));
		}
		if (documentDate != null && documentDate.isAfter(today())) {
			found.add(RuleViolation.at("documentDate", "workprogram.error.dayInFuture", DateFormats.day(today())));
		}
		return found;
	}

	/**
	 * The lead unit's head says that it isn't done in the period, why, and until when.
	 * The program stays as it was published; an adjustment moves the item.
	 */
	public void slip(long programId, long itemId, LocalDate to, String reason, Viewer viewer) {
		hold(programId);
		WorkItem item = signable(programId, itemId, viewer);
		item.slip(to, reason, program(programId, viewer).period());
		this.items.saveAndFlush(item);
		this.history.add(item, WorkItemAct.SLIPPED, reason, to, null,
				new Changes().field("itemSlipForm.slippedTo", item.getDueOn(), to)
					.field("itemSlipForm.reason", null, reason),
				viewer);
		this.notices.toManager(item, "workprogram.notice.slipped");
	}

	/**
	 * Takes the word back that an item slips; not once a version has moved it, or a later
	 * program taken it over.
	 */
	public void withdrawSlip(long programId, long itemId, Viewer viewer) {
		hold(programId);
		WorkItem item = signable(programId, itemId, viewer);
		if (!isSlipWithdrawable(item)) {
			throw RuleViolation.of("workprogram.error.slipStands");
		}
		LocalDate to = item.getSlippedTo();
		item.withdrawSlip();
		this.items.saveAndFlush(item);
		this.history.add(item, WorkItemAct.SLIP_WITHDRAWN, null,
				new Changes().field("itemSlipForm.slippedTo", to, item.getDueOn()), viewer);
		this.notices.toManager(item, "workprogram.notice.slipWithdrawn");
	}

	/** Whether nothing was built yet on the word that the item slips. */
	@Transactional(readOnly = true)
	public boolean isSlipWithdrawable(WorkItem item) {
		return item.isSlipReported() && this.jdbc
			.sql("select not exists (select from work_item where carried_from_id = ? and proposal <> 'RETURNED')")
			.param(item.getId())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Takes unfinished items of earlier periods over into this program; each only once.
	 * What was reported of them meanwhile counts. What they carry out they go on carrying
	 * out, as far as its period reaches.
	 * @return how many
	 */
	public int carryOver(long programId, Collection<Long> itemIds, Viewer viewer) {
		WorkProgram target = program(programId, viewer);
		this.access.requireManaging(viewer, target);
		// In the same order by everybody, so that no two wait for each other.
		Stream.concat(Stream.of(programId), unfinished(target, itemIds).map(Unfinished::programId))
			.distinct()
			.sorted()
			.forEach(this::hold);
		WorkProgram program = proposable(programId, viewer);
		List<Long> chosen = unfinished(program, itemIds).map(Unfinished::id).toList();
		if (chosen.isEmpty()) {
			throw RuleViolation.at("itemIds", "workprogram.error.nothingChosen");
		}
		int number = this.items.lastNumber(programId);
		for (WorkItem earlier : this.items.findByIdIn(chosen)) {
			WorkItemPlan plan = earlier.plan();
			LocalDate due = (earlier.getSlippedTo() != null && program.period().contains(earlier.getSlippedTo()))
					? earlier.getSlippedTo() : lastWorkingDay(program.period());
			Unit lead = this.units.holderOn(plan.leadId(), due);
			added(program,
					new WorkItemPlan(plan.title(), lead.id(),
							plan.coordinatingIds()
								.stream()
								.map((id) -> this.units.holderOn(id, due).id())
								.filter((id) -> id != lead.id())
								.collect(Collectors.toSet()),
							plan.deliverable(), plan.level(), due, plan.source(), plan.sourceNumber(),
							plan.sourceDate(),
							(plan.parentId() != null && this.parents.fits(plan.parentId(), program, viewer))
									? plan.parentId() : null),
					++number, earlier, viewer);
		}
		return chosen.size();
	}

	/** The last day itself where a whole week is off. */
	public LocalDate lastWorkingDay(Period period) {
		LocalDate last = this.workingDays.onOrBefore(period.endsOn());
		return period.contains(last) ? last : period.endsOn();
	}

	private Stream<Unfinished> unfinished(WorkProgram program, Collection<Long> itemIds) {
		return this.parents.unfinishedBefore(program, today()).stream().filter((item) -> itemIds.contains(item.id()));
	}

	/**
	 * Numbers the items as they follow each other on the paper, before anybody signs it;
	 * from then on a number means the same item, on paper and on the screen.
	 */
	public void number(long programId) {
		this.items.flush();
		this.jdbc.sql("update work_item set number_no = -number_no where program_id = ?").param(programId).update();
		this.jdbc.sql("""
				update work_item i set number_no = n.place
				from (select id, row_number() over (order by proposal <> 'ACCEPTED', due_on, -number_no) as place
				    from work_item where program_id = :program) n
				where i.id = n.id
				""").param("program", programId).update();
	}

	/** The program, if the viewer sees it or something in it. */
	@Transactional(readOnly = true)
	public WorkProgram program(long id, Viewer viewer) {
		return this.programs.findById(id)
			.filter((program) -> this.access.sees(viewer, program) || concerns(program, viewer))
			.orElseThrow(() -> new NotVisibleException("program", id));
	}

	@Transactional(readOnly = true)
	public WorkItem item(long programId, long itemId, Viewer viewer) {
		WorkProgram program = program(programId, viewer);
		return this.items.findByIdAndProgramId(itemId, programId)
			.filter((item) -> this.access.sees(viewer, program, item))
			.orElseThrow(() -> new NotVisibleException("item", itemId));
	}

	/** Checks at the form's door what its POST will ask. */
	@Transactional(readOnly = true)
	public WorkItem open(long programId, long itemId, ItemRight right, Viewer viewer) {
		return switch (right) {
			case EDIT -> editable(programId, itemId, viewer);
			case DECIDE -> decidable(programId, itemId, viewer);
			case WORK -> {
				WorkItem item = workable(programId, itemId, viewer);
				item.requireOpen();
				yield item;
			}
			case SIGN -> {
				WorkItem item = signable(programId, itemId, viewer);
				item.requireOpen();
				yield item;
			}
		};
	}

	/**
	 * Keeps the program until the transaction ends: what is read of it after this holds
	 * when the act is done.
	 */
	public void hold(long programId) {
		this.programs.hold(programId).orElseThrow(() -> new NotVisibleException("program", programId));
	}

	/** The program, held, if the viewer may propose to it today. */
	public WorkProgram proposable(long programId, Viewer viewer) {
		this.access.requireProposing(viewer, program(programId, viewer));
		WorkProgram program = this.programs.hold(programId).orElseThrow();
		program.requireOpen();
		if (!this.access.manages(viewer, program) && !program.takesProposalsOn(today())) {
			throw RuleViolation.of("workprogram.error.tooLate", DateFormats.day(program.getProposalsUntil()));
		}
		return program;
	}

	private WorkItem editable(long programId, long itemId, Viewer viewer) {
		WorkItem item = item(programId, itemId, viewer);
		WorkProgram program = program(programId, viewer);
		this.access.requireEditing(viewer, program, item);
		program.requireOpen();
		return item;
	}

	private WorkItem decidable(long programId, long itemId, Viewer viewer) {
		WorkItem item = item(programId, itemId, viewer);
		WorkProgram program = program(programId, viewer);
		this.access.requireManaging(viewer, program);
		program.requireOpen();
		return item;
	}

	/** The item of a program in force, if the viewer says how far it is. */
	private WorkItem workable(long programId, long itemId, Viewer viewer) {
		WorkItem item = item(programId, itemId, viewer);
		this.access.requireWorking(viewer, item);
		program(programId, viewer).requireRunning();
		return item;
	}

	/** The item of a program in force, if the viewer signs for its lead unit. */
	private WorkItem signable(long programId, long itemId, Viewer viewer) {
		WorkItem item = item(programId, itemId, viewer);
		this.access.requireSigning(viewer, item);
		program(programId, viewer).requireRunning();
		return item;
	}

	private boolean concerns(WorkProgram program, Viewer viewer) {
		return viewer != null && !viewer.is(Role.ADMIN) && this.jdbc
			.sql("select exists (select from work_program p where p.id = :id and " + WorkProgramAccess.INVOLVED + ")")
			.param("id", program.getId())
			.param("units", this.access.units(viewer))
			.query(Boolean.class)
			.single();
	}

	/** An item that changes because another was merged. */
	private void changed(WorkItem item, WorkItemPlan before, String merged, Viewer viewer) {
		this.items.saveAndFlush(item);
		this.history.add(item, WorkItemAct.TOOK_OVER, merged, changes(before, item.plan()), viewer);
	}

	private void done(WorkItem item, WorkItemAct act, String text, Viewer viewer) {
		this.items.saveAndFlush(item);
		this.history.add(item, act, text, new Changes().field("reasonForm.reason", null, text), viewer);
	}

	public Changes changes(WorkItemPlan before, WorkItemPlan after) {
		return new Changes()
			.field("workItemForm.title", of(before, WorkItemPlan::title), of(after, WorkItemPlan::title))
			.field("workItemForm.leadId", lead(before), lead(after))
			.field("workItemForm.coordinatingIds", coordinating(before), coordinating(after))
			.field("workItemForm.deliverable", of(before, WorkItemPlan::deliverable),
					of(after, WorkItemPlan::deliverable))
			.field("workItemForm.level", of(before, WorkItemPlan::level), of(after, WorkItemPlan::level))
			.field("workItemForm.dueOn", of(before, WorkItemPlan::dueOn), of(after, WorkItemPlan::dueOn))
			.field("workItemForm.source", of(before, WorkItemPlan::source), of(after, WorkItemPlan::source))
			.field("workItemForm.sourceNumber", of(before, WorkItemPlan::sourceNumber),
					of(after, WorkItemPlan::sourceNumber))
			.field("workItemForm.sourceDate", of(before, WorkItemPlan::sourceDate), of(after, WorkItemPlan::sourceDate))
			.field("workItemForm.parentId", parent(before), parent(after));
	}

	private static Object of(WorkItemPlan plan, Function<WorkItemPlan, Object> field) {
		return (plan != null) ? field.apply(plan) : null;
	}

	private String lead(WorkItemPlan plan) {
		return (plan != null) ? this.units.name(plan.leadId()) : null;
	}

	private String parent(WorkItemPlan plan) {
		return (plan == null || plan.parentId() == null) ? null
				: this.items.findById(plan.parentId())
					.map((item) -> item.getNumber() + ". " + item.getTitle())
					.orElse(null);
	}

	private String coordinating(WorkItemPlan plan) {
		return (plan != null) ? String.join(", ", this.units.names(plan.coordinatingIds())) : null;
	}

	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
