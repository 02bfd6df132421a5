package vn.nhactruong.workprogram.adjustment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.WorkItem;
import vn.nhactruong.workprogram.WorkItemAct;
import vn.nhactruong.workprogram.WorkItemHistory;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkItemRepository;
import vn.nhactruong.workprogram.WorkItemRules;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.WorkProgramNames;
import vn.nhactruong.workprogram.WorkProgramNotices;

/**
 * Requests to change a published program; the only writer of them. What is approved takes
 * effect with the next version, never before: what is in force is what was published.
 */
@Service
@Transactional
@NamedInterface("adjustment")
public class Adjustments {

	private static final Set<AdjustmentStatus> SENT = EnumSet.of(AdjustmentStatus.REQUESTED, AdjustmentStatus.APPROVED);

	private final WorkAdjustmentRepository adjustments;

	private final WorkItemRepository items;

	private final WorkItems itemActs;

	private final WorkItemRules rules;

	private final WorkItemHistory history;

	private final WorkProgramNotices notices;

	private final WorkProgramAccess access;

	private final WorkProgramNames names;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Adjustments(WorkAdjustmentRepository adjustments, WorkItemRepository items, WorkItems itemActs, WorkItemRules rules,
			WorkItemHistory history, WorkProgramNotices notices, WorkProgramAccess access, WorkProgramNames names,
			ApplicationEventPublisher events, Clock clock) {
		this.adjustments = adjustments;
		this.items = items;
		this.itemActs = itemActs;
		this.rules = rules;
		this.history = history;
		this.notices = notices;
		this.access = access;
		this.names = names;
		this.events = events;
		this.clock = clock;
	}

	/** Asks for a change that nobody sent back before. */
	public long request(long programId, AdjustmentPlan plan, Viewer viewer) {
		return request(programId, plan, null, viewer);
	}

	/**
	 * Asks for a change; what a unit's clerk writes is a draft until the head signs it.
	 * @param rewritesId the request of the unit that this one is instead of, or
	 * {@code null}
	 * @return the request
	 * @throws NotVisibleException when the viewer doesn't see program or item
	 * @throws NotAllowedException when neither program nor item is theirs
	 */
	long request(long programId, AdjustmentPlan plan, Long rewritesId, Viewer viewer) {
		this.itemActs.hold(programId);
		WorkItem item = (plan.kind() != AdjustmentKind.ADD && plan.itemId() != null)
				? this.itemActs.item(programId, plan.itemId(), viewer) : null;
		WorkProgram program = askable(programId, item, viewer);
		RuleViolation.throwAll(violations(plan, program, item, viewer));
		WorkAdjustment adjustment = new WorkAdjustment(programId, only(plan), viewer, this.clock.instant());
		if (this.access.asksAtOnce(viewer, program)) {
			signed(adjustment, program, viewer);
		}
		else {
			this.adjustments.saveAndFlush(adjustment);
			audit(adjustment, "adjustmentDrafted", program, viewer);
			this.notices.toSign(adjustment.getRequestedById(), program, "workprogram.notice.adjustmentDrafted");
		}
		rewritten(adjustment, rewritesId, viewer);
		return adjustment.getId();
	}

	/** Asking once more for the same is an answer to the head, too. */
	private void rewritten(WorkAdjustment newer, Long rewritesId, Viewer viewer) {
		AdjustmentPlan plan = newer.plan();
		this.adjustments.findByProgramIdAndStatusOrderById(newer.getProgramId(), AdjustmentStatus.SENT_BACK)
			.stream()
			.filter((earlier) -> earlier.isToRewrite() && viewer.belongsTo(earlier.getRequestedById()))
			.filter((earlier) -> earlier.getId().equals(rewritesId) || plan.itemId() != null
					&& plan.itemId().equals(earlier.plan().itemId()) && plan.kind() == earlier.plan().kind())
			.forEach((earlier) -> earlier.rewriteAs(newer));
		this.adjustments.flush();
	}

	/**
	 * What the head wants written differently, while that can still be asked for.
	 * @throws NotVisibleException when it isn't of the viewer's unit
	 */
	@Transactional(readOnly = true)
	WorkAdjustment rewritable(long programId, long id, Viewer viewer) {
		WorkAdjustment adjustment = adjustment(programId, id, viewer);
		if (!viewer.belongsTo(adjustment.getRequestedById())) {
			throw new NotVisibleException("adjustment", id);
		}
		if (!adjustment.isToRewrite()) {
			throw RuleViolation.of("workprogram.error.adjustmentRewritten");
		}
		return adjustment;
	}

	/** Whether the viewer may ask for this now, for the unit that wrote it. */
	boolean isAskable(WorkAdjustment adjustment, WorkProgram program, WorkItem item, Viewer viewer) {
		return viewer.belongsTo(adjustment.getRequestedById()) && this.access.asksFor(viewer, program, item)
				&& (item == null || item.isAdjustable());
	}

	/** The head of the unit sends what a clerk wrote, as far as it still holds. */
	public void sign(long programId, long id, Viewer viewer) {
		this.itemActs.hold(programId);
		WorkAdjustment adjustment = signable(programId, id, viewer);
		adjustment.requireDraft();
		AdjustmentPlan plan = adjustment.plan();
		WorkItem item = (plan.itemId() != null) ? this.itemActs.item(programId, plan.itemId(), viewer) : null;
		WorkProgram program = askable(programId, item, viewer);
		List<RuleViolation> found = new ArrayList<>(rules(plan, program, item, viewer));
		if (isSent(plan, item)) {
			found.add(RuleViolation.of("workprogram.error.adjustmentWaits"));
		}
		RuleViolation.throwAll(found);
		signed(adjustment, program, viewer);
	}

	private void signed(WorkAdjustment adjustment, WorkProgram program, Viewer viewer) {
		adjustment.sign(viewer, this.clock.instant());
		this.adjustments.saveAndFlush(adjustment);
		audit(adjustment, "adjustmentRequested", program, viewer);
		this.notices.toDecide(program, "workprogram.notice.adjustmentRequested");
	}

	/** The head of the unit wants it written differently. */
	void sendBack(long programId, long id, String comment, Viewer viewer) {
		WorkAdjustment adjustment = signable(programId, id, viewer);
		WorkProgram program = this.itemActs.program(programId, viewer);
		adjustment.sendBack(comment, viewer.accountId(), this.clock.instant());
		this.adjustments.saveAndFlush(adjustment);
		audit(adjustment, "adjustmentSentBack", program, viewer);
		toRequester(adjustment, program, "workprogram.notice.adjustmentSentBack");
	}

	/** The request, if the viewer signs for the unit that wrote it. */
	@Transactional(readOnly = true)
	WorkAdjustment signable(long programId, long id, Viewer viewer) {
		this.itemActs.program(programId, viewer);
		WorkAdjustment adjustment = adjustment(programId, id, viewer);
		this.access.requireSigningFor(viewer, adjustment.getRequestedById());
		return adjustment;
	}

	/** The request with nothing but what its kind is about. */
	private static AdjustmentPlan only(AdjustmentPlan plan) {
		boolean add = plan.kind() == AdjustmentKind.ADD;
		boolean drop = plan.kind() == AdjustmentKind.DROP;
		return new AdjustmentPlan(plan.kind(), add ? null : plan.itemId(), add ? plan.title() : null,
				(add || plan.kind() == AdjustmentKind.LEAD) ? plan.leadId() : null,
				(add || plan.kind() == AdjustmentKind.COORDINATION) ? plan.coordinatingIds() : Set.of(),
				(add || plan.kind() == AdjustmentKind.DELIVERABLE) ? plan.deliverable() : null,
				add ? plan.level() : null,
				(add || plan.kind() == AdjustmentKind.DEADLINE || plan.kind() == AdjustmentKind.MOVE) ? plan.dueOn()
						: null,
				add ? plan.source() : null, add ? plan.sourceNumber() : null, add ? plan.sourceDate() : null,
				add ? plan.parentId() : null, drop ? plan.documentNumber() : null, drop ? plan.documentDate() : null,
				plan.reason());
	}

	/** Agrees; the change takes effect with the next version. */
	public void approve(long programId, long id, Viewer viewer) {
		WorkProgram program = approvable(programId, viewer);
		WorkAdjustment adjustment = adjustment(programId, id, viewer);
		adjustment.approve(program, viewer.accountId(), this.clock.instant());
		this.adjustments.saveAndFlush(adjustment);
		audit(adjustment, "adjustmentApproved", program, viewer);
		this.notices.toRequesterAndManager(adjustment.getRequestedById(), adjustment.getRequestedBy(), program,
				"workprogram.notice.adjustmentApproved");
	}

	void refuse(long programId, long id, String comment, Viewer viewer) {
		WorkProgram program = approvable(programId, viewer);
		WorkAdjustment adjustment = adjustment(programId, id, viewer);
		adjustment.refuse(program, comment, viewer.accountId(), this.clock.instant());
		this.adjustments.saveAndFlush(adjustment);
		audit(adjustment, "adjustmentRefused", program, viewer);
		toRequester(adjustment, program, "workprogram.notice.adjustmentRefused");
	}

	private void toRequester(WorkAdjustment adjustment, WorkProgram program, String key) {
		this.notices.toRequester(adjustment.getRequestedById(), adjustment.getRequestedBy(), program, key);
	}

	@Transactional(readOnly = true)
	public List<WorkAdjustment> approved(long programId) {
		return this.adjustments.findByProgramIdAndStatusOrderById(programId, AdjustmentStatus.APPROVED);
	}

	/** How many signed requests nobody has decided yet. */
	@Transactional(readOnly = true)
	public int undecided(long programId) {
		return this.adjustments.countByProgramIdAndStatusIn(programId, EnumSet.of(AdjustmentStatus.REQUESTED));
	}

	/** How many requests that were sent nobody has decided or published yet. */
	@Transactional(readOnly = true)
	public int waiting(long programId) {
		return this.adjustments.countByProgramIdAndStatusIn(programId, SENT);
	}

	/** The period is closed: what nobody signed is asked for no more. */
	public void lapseDrafts(WorkProgram program, Viewer viewer) {
		this.adjustments.findByProgramIdAndStatusOrderById(program.getId(), AdjustmentStatus.DRAFT)
			.forEach((draft) -> lapse(draft, program, viewer));
	}

	private void lapse(WorkAdjustment adjustment, WorkProgram program, Viewer viewer) {
		adjustment.lapse();
		audit(adjustment, "adjustmentLapsed", program, viewer);
		toRequester(adjustment, program, "workprogram.notice.adjustmentLapsed");
	}

	/** Puts approved requests into the items, in the order they were asked for. */
	public void takeEffect(WorkProgram program, List<WorkAdjustment> approved, int number, Viewer viewer) {
		for (WorkAdjustment adjustment : approved) {
			AdjustmentPlan plan = adjustment.plan();
			if (plan.kind() == AdjustmentKind.ADD) {
				WorkItem item = this.items
					.saveAndFlush(new WorkItem(program.getId(), this.items.lastNumber(program.getId()) + 1,
							plan.item(parent(plan)), adjustment.getRequestedById(), true));
				adjustment.publish(number, item.getId());
				this.history.add(item, WorkItemAct.ADDED, plan.reason(), this.itemActs.changes(null, item.plan()),
						viewer);
				continue;
			}
			WorkItem item = this.items.findWithCoordinatingIdsById(plan.itemId()).orElseThrow();
			if (!item.isAdjustable()) {
				lapse(adjustment, program, viewer);
				continue;
			}
			WorkItemPlan before = item.plan();
			LocalDate slippedBefore = item.getSlippedTo();
			apply(plan, item, program);
			this.items.saveAndFlush(item);
			adjustment.publish(number, item.getId());
			this.history.add(item, act(plan.kind()), plan.reason(),
					(plan.kind() == AdjustmentKind.MOVE) ? plan.dueOn() : item.getDueOn(), null,
					this.itemActs.changes(before, item.plan())
						.field("itemSlipForm.slippedTo", slippedBefore, item.getSlippedTo()),
					viewer);
			if (plan.kind() == AdjustmentKind.DROP) {
				this.notices.toLead(item, "workprogram.notice.dropped");
			}
			if (plan.kind() == AdjustmentKind.LEAD) {
				// The unit that had it asks for nothing any more.
				lapse(item, AdjustmentStatus.DRAFT, program, viewer);
			}
			if (!item.isAdjustable()) {
				lapse(item, AdjustmentStatus.DRAFT, program, viewer);
				lapse(item, AdjustmentStatus.REQUESTED, program, viewer);
			}
		}
		this.adjustments.flush();
	}

	private void lapse(WorkItem item, AdjustmentStatus status, WorkProgram program, Viewer viewer) {
		this.adjustments.findByItemIdAndStatusOrderById(item.getId(), status)
			.forEach((adjustment) -> lapse(adjustment, program, viewer));
	}

	/** What it carries out may have been merged while the request waited. */
	private Long parent(AdjustmentPlan plan) {
		return (plan.parentId() == null) ? null
				: this.items.findById(plan.parentId())
					.map((item) -> Objects.requireNonNullElse(item.getMergedIntoId(), item.getId()))
					.orElse(null);
	}

	private void apply(AdjustmentPlan plan, WorkItem item, WorkProgram program) {
		switch (plan.kind()) {
			case DEADLINE -> item.adjustDeadline(plan.dueOn());
			case LEAD -> item.adjustLead(plan.leadId());
			case COORDINATION -> item.adjustCoordination(plan.coordinatingIds());
			case DELIVERABLE -> item.adjustDeliverable(plan.deliverable());
			case MOVE -> item.move(plan.dueOn(), plan.reason(), program.period());
			case DROP -> item.drop(plan.documentNumber(), plan.documentDate(), plan.reason(), today());
			case ADD -> throw new IllegalStateException("an addition has no item");
		}
	}

	private static WorkItemAct act(AdjustmentKind kind) {
		return switch (kind) {
			case MOVE -> WorkItemAct.SLIPPED;
			case DROP -> WorkItemAct.DROPPED;
			default -> WorkItemAct.ADJUSTED;
		};
	}

	/** The program, if the viewer may ask for a change of it, or of this item. */
	@Transactional(readOnly = true)
	WorkProgram askable(long programId, WorkItem item, Viewer viewer) {
		WorkProgram program = this.itemActs.program(programId, viewer);
		this.access.requireAsking(viewer, program, item);
		program.requireRunning();
		if (item != null) {
			item.requireAdjustable();
		}
		return program;
	}

	@Transactional(readOnly = true)
	WorkProgram approvable(long programId, Viewer viewer) {
		WorkProgram program = this.itemActs.program(programId, viewer);
		this.access.requireApproving(viewer, program);
		return program;
	}

	/** What has not left its unit is that unit's alone. */
	WorkAdjustment adjustment(long programId, long id, Viewer viewer) {
		return this.adjustments.findByIdAndProgramId(id, programId)
			.filter((it) -> !it.isInternal() || viewer.belongsTo(it.getRequestedById()))
			.orElseThrow(() -> new NotVisibleException("adjustment", id));
	}

	/**
	 * All that is wrong with a request, as far as it is filled in.
	 */
	@Transactional(readOnly = true)
	List<RuleViolation> violations(long programId, AdjustmentPlan plan, Viewer viewer) {
		WorkItem item = (plan.kind() != AdjustmentKind.ADD && plan.itemId() != null)
				? this.itemActs.item(programId, plan.itemId(), viewer) : null;
		return violations(plan, askable(programId, item, viewer), item, viewer);
	}

	private List<RuleViolation> violations(AdjustmentPlan plan, WorkProgram program, WorkItem item, Viewer viewer) {
		List<RuleViolation> found = new ArrayList<>(plan.missing());
		found.addAll(rules(plan, program, item, viewer));
		if (isSent(plan, item) || isDrafted(plan, item, viewer)) {
			found.add(RuleViolation.of("workprogram.error.adjustmentWaits"));
		}
		return found;
	}

	private boolean isSent(AdjustmentPlan plan, WorkItem item) {
		return item != null && plan.kind() != null
				&& this.adjustments.existsByItemIdAndKindAndStatusIn(item.getId(), plan.kind(), SENT);
	}

	/** A draft stops nobody but the unit that wrote it: others don't know of it. */
	private boolean isDrafted(AdjustmentPlan plan, WorkItem item, Viewer viewer) {
		return item != null && plan.kind() != null && this.adjustments.existsByItemIdAndKindAndStatusAndRequestedByIdIn(
				item.getId(), plan.kind(), AdjustmentStatus.DRAFT, viewer.unitIds());
	}

	/** What the program can't hold of it, as far as it is said. */
	private List<RuleViolation> rules(AdjustmentPlan plan, WorkProgram program, WorkItem item, Viewer viewer) {
		if (plan.kind() == AdjustmentKind.ADD) {
			List<RuleViolation> found = this.rules.violations(plan.leadId(), plan.coordinatingIds(), plan.dueOn(),
					program);
			this.rules.source(plan.sourceNumber(), plan.sourceDate(), found);
			this.rules.parent(plan.parentId(), program, null, viewer, found);
			return found;
		}
		if (plan.kind() == null || item == null) {
			return List.of();
		}
		WorkItemPlan now = item.plan();
		return switch (plan.kind()) {
			case DEADLINE -> different("dueOn", plan.dueOn(), now.dueOn(),
					() -> this.rules.violations(now.leadId(), now.coordinatingIds(), plan.dueOn(), program));
			case MOVE -> program.period().notAfter("dueOn", plan.dueOn());
			case LEAD -> different("leadId", plan.leadId(), now.leadId(), () -> this.rules.violations(plan.leadId(),
					without(now.coordinatingIds(), plan.leadId()), now.dueOn(), program));
			case COORDINATION -> different("coordinatingIds", plan.coordinatingIds(), now.coordinatingIds(),
					() -> this.rules.violations(now.leadId(), plan.coordinatingIds(), now.dueOn(), program));
			case DELIVERABLE -> different("deliverable", plan.deliverable(), now.deliverable(), List::of);
			case DROP -> (plan.documentDate() == null || !plan.documentDate().isAfter(today())) ? List.of() : List
				.of(RuleViolation.at("documentDate", "workprogram.error.dayInFuture", DateFormats.day(today())));
			case ADD -> throw new IllegalStateException("an addition has no item");
		};
	}

	private static List<RuleViolation> different(String field, Object asked, Object now,
			Supplier<List<RuleViolation>> further) {
		if (asked == null) {
			return List.of();
		}
		return asked.equals(now) ? List.of(RuleViolation.at(field, "workprogram.error.nothingChanges")) : further.get();
	}

	/** A new lead coordinates no longer. */
	private static Set<Long> without(Set<Long> coordinatingIds, Long leadId) {
		return coordinatingIds.stream().filter((id) -> !id.equals(leadId)).collect(Collectors.toSet());
	}

	private void audit(WorkAdjustment adjustment, String act, WorkProgram program, Viewer viewer) {
		this.events.publishEvent(new AuditedAct(viewer, "workprogram.audit." + act, "workprogram", program.getId(),
				(locale) -> this.names.of(program, locale),
				new Changes().field("adjustmentForm.kind", null, adjustment.plan().kind())
					.field("adjustmentForm.reason", null, adjustment.plan().reason())
					.field("reasonForm.reason", null, adjustment.getComment())
					.list()));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
