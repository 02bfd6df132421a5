package vn.nhactruong.workprogram.adjustment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Option;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItem;
import vn.nhactruong.workprogram.WorkItemParents;
import vn.nhactruong.workprogram.WorkItemRepository;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkProgramQueries;
import vn.nhactruong.workprogram.register.WorkUnitChoices;

/** Puts the pages of a program's adjustments together. */
@Component
@Transactional(readOnly = true)
class AdjustmentPages {

	private final Adjustments adjustments;

	private final WorkAdjustmentRepository repository;

	private final WorkItems items;

	private final WorkItemRepository itemRepository;

	private final WorkItemParents parents;

	private final ProgramFrames frames;

	private final WorkProgramQueries queries;

	private final WorkProgramAccess access;

	private final WorkUnitChoices choices;

	private final UnitDirectory units;

	private final MessageSource messages;

	AdjustmentPages(Adjustments adjustments, WorkAdjustmentRepository repository, WorkItems items,
			WorkItemRepository itemRepository, WorkItemParents parents, ProgramFrames frames,
			WorkProgramQueries queries, WorkProgramAccess access, WorkUnitChoices choices, UnitDirectory units,
			MessageSource messages) {
		this.adjustments = adjustments;
		this.repository = repository;
		this.items = items;
		this.itemRepository = itemRepository;
		this.parents = parents;
		this.frames = frames;
		this.queries = queries;
		this.access = access;
		this.choices = choices;
		this.units = units;
		this.messages = messages;
	}

	/** All requests for who reads the whole program, for others those of their unit. */
	void list(long programId, Viewer viewer, Model model) {
		WorkProgram program = this.items.program(programId, viewer);
		if (program.getLastVersion() == 0) {
			throw new NotVisibleException("adjustments of program", programId);
		}
		boolean all = this.access.readsPublished(viewer, program);
		boolean running = program.getStatus() == ProgramStatus.PUBLISHED;
		List<WorkAdjustment> asked = this.repository.findByProgramIdOrderByIdDesc(programId)
			.stream()
			.filter((adjustment) -> viewer.belongsTo(adjustment.getRequestedById()) || all && !adjustment.isInternal())
			.toList();
		Map<Long, WorkItem> items = this.itemRepository
			.findByIdIn(asked.stream().map((it) -> it.plan().itemId()).filter(Objects::nonNull).distinct().toList())
			.stream()
			.collect(Collectors.toMap(WorkItem::getId, Function.identity()));
		Map<Long, String> above = this.queries.titles(
				asked.stream().map((it) -> it.plan().parentId()).filter(Objects::nonNull).distinct().toList(), viewer);
		model.addAttribute("frame", this.frames.frame(program, "adjustments", viewer));
		Map<Boolean, List<AdjustmentRow>> rows = asked.stream()
			.map((adjustment) -> row(adjustment, items.get(adjustment.plan().itemId()), asked, above, program, viewer))
			.collect(Collectors.partitioningBy(AdjustmentRow::isWaiting));
		model.addAttribute("waiting", rows.get(true));
		model.addAttribute("decided", rows.get(false));
		model.addAttribute("approved",
				asked.stream().filter((it) -> it.getStatus() == AdjustmentStatus.APPROVED).count());
		model.addAttribute("undecided",
				asked.stream().filter((it) -> it.getStatus() == AdjustmentStatus.REQUESTED).count());
		model.addAttribute("mayPublish", running && this.access.manages(viewer, program));
		model.addAttribute("mayAsk", running && this.access.asksFor(viewer, program, null));
	}

	private AdjustmentRow row(WorkAdjustment adjustment, WorkItem item, List<WorkAdjustment> asked,
			Map<Long, String> above, WorkProgram program, Viewer viewer) {
		AdjustmentPlan plan = adjustment.plan();
		boolean running = program.getStatus() == ProgramStatus.PUBLISHED;
		boolean askable = running && this.adjustments.isAskable(adjustment, program, item, viewer);
		boolean signs = running && adjustment.getStatus() == AdjustmentStatus.DRAFT
				&& this.access.signsFor(viewer, adjustment.getRequestedById());
		boolean decides = running && adjustment.getStatus() == AdjustmentStatus.REQUESTED
				&& this.access.approves(viewer, program) && adjustment.isDecidedBy(program, viewer.accountId());
		String title = (item != null) ? item.getNumber() + ". " + item.getTitle() : plan.title();
		return new AdjustmentRow(adjustment.getId(), plan.kind(), title, (item != null) ? item.getId() : null,
				change(adjustment, item), details(adjustment, item, above), plan.reason(),
				kinds(asked.stream().filter((other) -> other.voids(adjustment))),
				kinds(asked.stream().filter(adjustment::voids)), adjustment.getStatus(),
				this.units.name(adjustment.getRequestedById()), adjustment.getRequester(),
				(adjustment.getSignedAt() != null) ? adjustment.getSignedAt() : adjustment.getRequestedAt(),
				Objects.equals(adjustment.getSigner(), adjustment.getRequester()) ? null : adjustment.getSigner(),
				adjustment.getDecidedAt(), adjustment.getComment(), adjustment.getVersionNo(), signs && askable, signs,
				askable && adjustment.isToRewrite(), decides);
	}

	/**
	 * All that an added item says, since who decides on it reads it here only; of another
	 * one how much of it is done already.
	 */
	private List<AdjustmentRow.Detail> details(WorkAdjustment adjustment, WorkItem item, Map<Long, String> above) {
		AdjustmentPlan plan = adjustment.plan();
		if (plan.kind() != AdjustmentKind.ADD) {
			return isOpen(adjustment, item)
					? List.of(new AdjustmentRow.Detail("itemProgressForm.percent", String.valueOf(item.getPercent())))
					: List.of();
		}
		return Stream
			.of(new AdjustmentRow.Detail("workItemForm.coordinatingIds", names(plan.coordinatingIds())),
					new AdjustmentRow.Detail("workItemForm.deliverable", plan.deliverable()),
					new AdjustmentRow.Detail("workItemForm.level",
							Option.label(this.messages, LocaleContextHolder.getLocale(), plan.level())),
					new AdjustmentRow.Detail("workItemForm.source", plan.item(null).basis()),
					new AdjustmentRow.Detail("workItemForm.parentId", above.get(plan.parentId())))
			.filter((detail) -> detail.text() != null && !detail.text().isEmpty())
			.toList();
	}

	private String kinds(Stream<WorkAdjustment> adjustments) {
		return adjustments
			.map((it) -> "“" + Option.label(this.messages, LocaleContextHolder.getLocale(), it.plan().kind()) + "”")
			.reduce((one, other) -> one + ", " + other)
			.orElse(null);
	}

	private String names(Set<Long> unitIds) {
		return String.join("; ", this.units.names(unitIds));
	}

	/** What would read differently; what it is today stands beside it while it waits. */
	private String change(WorkAdjustment adjustment, WorkItem item) {
		AdjustmentPlan plan = adjustment.plan();
		boolean open = isOpen(adjustment, item);
		return switch (plan.kind()) {
			case ADD -> this.units.name(plan.leadId()) + " · " + DateFormats.day(plan.dueOn());
			case DEADLINE, MOVE -> arrow(open ? DateFormats.day(item.getDueOn()) : null, DateFormats.day(plan.dueOn()));
			case LEAD -> arrow(open ? this.units.name(item.getLeadId()) : null, this.units.name(plan.leadId()));
			case COORDINATION -> arrow(open ? orNone(names(item.plan().coordinatingIds())) : null,
					orNone(names(plan.coordinatingIds())));
			case DELIVERABLE -> arrow(open ? orNone(item.plan().deliverable()) : null, plan.deliverable());
			case DROP -> plan.documentNumber() + ", " + DateFormats.day(plan.documentDate());
		};
	}

	/** Whether the item still reads as it did when the change was asked for. */
	private static boolean isOpen(WorkAdjustment adjustment, WorkItem item) {
		return item != null && (adjustment.getStatus() == AdjustmentStatus.DRAFT
				|| adjustment.getStatus() == AdjustmentStatus.REQUESTED
				|| adjustment.getStatus() == AdjustmentStatus.APPROVED);
	}

	private static String orNone(String text) {
		return (text == null || text.isEmpty()) ? "–" : text;
	}

	private static String arrow(String before, String after) {
		return (before != null) ? before + " → " + after : after;
	}

	/** The form of a request that the head of the viewer's unit wants written anew. */
	AdjustmentForm rewriting(long programId, long id, Viewer viewer) {
		this.items.program(programId, viewer);
		AdjustmentForm form = AdjustmentForm.of(this.adjustments.rewritable(programId, id, viewer));
		if (form.getItemId() != null && form.getKind() != AdjustmentKind.COORDINATION) {
			coordinators(this.items.item(programId, form.getItemId(), viewer), form);
		}
		return form;
	}

	/** What is asked most of an item: what its unit reported already, or more time. */
	void suggest(long programId, AdjustmentForm form, Viewer viewer) {
		WorkItem item = this.items.item(programId, form.getItemId(), viewer);
		form.setKind(item.isSlipReported() ? AdjustmentKind.MOVE : AdjustmentKind.DEADLINE);
		form.setDueOn(item.isSlipReported() ? item.getSlippedTo() : null);
		coordinators(item, form);
	}

	/** Who asks for other coordinating units starts from those there are. */
	private static void coordinators(WorkItem item, AdjustmentForm form) {
		form.setCoordinatingIds(new ArrayList<>(item.plan().coordinatingIds()));
	}

	/**
	 * The form, for who may ask for a change.
	 * @return whether the request goes out at once
	 */
	boolean form(long programId, AdjustmentForm form, Viewer viewer, Model model, Locale locale) {
		WorkItem item = (form.getItemId() != null) ? this.items.item(programId, form.getItemId(), viewer) : null;
		WorkProgram program = this.adjustments.askable(programId, item, viewer);
		model.addAttribute("frame", this.frames.frame(program, "adjustments", viewer));
		model.addAttribute("adjustmentForm", form);
		model.addAttribute("remark", remark(programId, form.getRewritesId(), viewer));
		model.addAttribute("item", (item != null) ? this.queries.one(item.getId()) : null);
		model.addAttribute("kinds", Option.of(this.messages, locale, AdjustmentKind.DEADLINE, AdjustmentKind.MOVE,
				AdjustmentKind.LEAD, AdjustmentKind.COORDINATION, AdjustmentKind.DELIVERABLE, AdjustmentKind.DROP));
		model.addAttribute("levels", Option.of(this.messages, locale, SubmittingLevel.values()));
		List<Long> chosen = new ArrayList<>(form.getCoordinatingIds());
		chosen.add(form.getLeadId());
		Map<String, List<Option>> groups = this.choices.groups(program, chosen, locale);
		model.addAttribute("groups", groups);
		model.addAttribute("openGroups", WorkUnitChoices.open(groups, form.getCoordinatingIds()));
		model.addAttribute("parents",
				(item != null) ? List.of()
						: this.parents.candidates(program, viewer)
							.stream()
							.map((parent) -> parent.option(this.messages, locale))
							.toList());
		boolean atOnce = this.access.asksAtOnce(viewer, program);
		model.addAttribute("atOnce", atOnce);
		return atOnce;
	}

	/** What the head wrote beside the request that is written anew. */
	private String remark(long programId, Long id, Viewer viewer) {
		return (id == null) ? null
				: this.repository.findByIdAndProgramId(id, programId)
					.filter((it) -> it.isToRewrite() && viewer.belongsTo(it.getRequestedById()))
					.map(WorkAdjustment::getComment)
					.orElse(null);
	}

	/**
	 * What stands above the form that sends a draft back.
	 * @return what the draft is about
	 */
	String draft(long programId, long id, Viewer viewer, Model model) {
		WorkAdjustment adjustment = this.adjustments.signable(programId, id, viewer);
		adjustment.requireDraft();
		return head(this.items.program(programId, viewer), adjustment, viewer, model);
	}

	/**
	 * What stands above the form that refuses a request.
	 * @return what the request is about
	 */
	String decision(long programId, long id, Viewer viewer, Model model) {
		WorkProgram program = this.adjustments.approvable(programId, viewer);
		WorkAdjustment adjustment = this.adjustments.adjustment(programId, id, viewer);
		adjustment.requireUndecided(program, viewer.accountId());
		return head(program, adjustment, viewer, model);
	}

	private String head(WorkProgram program, WorkAdjustment adjustment, Viewer viewer, Model model) {
		AdjustmentPlan plan = adjustment.plan();
		WorkItem item = (plan.itemId() != null) ? this.itemRepository.findById(plan.itemId()).orElse(null) : null;
		model.addAttribute("frame", this.frames.frame(program, "adjustments", viewer));
		return (item != null) ? item.getNumber() + ". " + item.getTitle() : plan.title();
	}

}
