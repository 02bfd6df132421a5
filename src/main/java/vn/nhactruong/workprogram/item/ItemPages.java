package vn.nhactruong.workprogram.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.directive.origin.ItemTasks;
import vn.nhactruong.file.Files;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItem;
import vn.nhactruong.workprogram.WorkItemHistory;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.register.ItemRow;
import vn.nhactruong.workprogram.register.ProgramAct;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/** Puts the page of an item together, with a fixed number of statements. */
@Component
@Transactional(readOnly = true)
class ItemPages {

	private final WorkItems itemActs;

	private final ProgramFrames frames;

	private final WorkProgramQueries queries;

	private final WorkItemHistory history;

	private final WorkProgramAccess access;

	private final ItemTasks tasks;

	private final Conferences conferences;

	private final Files files;

	private final JdbcClient jdbc;

	ItemPages(WorkItems itemActs, ProgramFrames frames, WorkProgramQueries queries, WorkItemHistory history,
			WorkProgramAccess access, ItemTasks tasks, Conferences conferences, Files files, JdbcClient jdbc) {
		this.itemActs = itemActs;
		this.frames = frames;
		this.queries = queries;
		this.history = history;
		this.access = access;
		this.tasks = tasks;
		this.conferences = conferences;
		this.files = files;
		this.jdbc = jdbc;
	}

	ItemPage item(long programId, long itemId, Viewer viewer) {
		WorkItem item = this.itemActs.item(programId, itemId, viewer);
		WorkProgram program = this.itemActs.program(programId, viewer);
		ItemRow row = this.queries.one(itemId, viewer);
		boolean running = program.getStatus() == ProgramStatus.PUBLISHED
				&& item.getProposal() == ProposalStatus.ACCEPTED;
		Map<String, ItemPage.Link> links = links(item, viewer);
		List<ItemPage.ChildRow> children = this.queries.children(itemId, viewer)
			.stream()
			.map((child) -> new ItemPage.ChildRow("/work-programs/" + child.programId() + "/items/" + child.id(),
					child))
			.toList();
		return new ItemPage(this.frames.frame(program, "", viewer), row, running, links.get("parent"),
				links.get("from"), links.get("on"), links.get("merged"), children,
				this.tasks.ofItems(List.of(itemId), viewer).getOrDefault(itemId, List.of()),
				this.conferences.ofWorkItem(itemId, viewer), this.files.of(WorkItems.FILES, itemId),
				this.access.signs(viewer, item) && running && item.getStatus().isOpen(),
				this.history.of(itemId, this.access.readsPreparation(viewer, program, item)),
				acts(program, item, running, viewer));
	}

	private List<ProgramAct> acts(WorkProgram program, WorkItem item, boolean running, Viewer viewer) {
		String base = ProgramFrames.url(program) + "/items/" + item.getId();
		List<ProgramAct> acts = new ArrayList<>();
		boolean open = program.getStatus() == ProgramStatus.OPEN;
		boolean manages = this.access.manages(viewer, program);
		if (open && manages && item.getProposal() == ProposalStatus.PROPOSED) {
			acts.add(ProgramAct.post("accept", base + "/acceptance", item.getVersion()));
		}
		if (open && item.getProposal() != ProposalStatus.MERGED && this.access.edits(viewer, program, item)) {
			acts.add(ProgramAct.form("editItem", base + "/edit"));
		}
		if (open && manages
				&& (item.getProposal() == ProposalStatus.PROPOSED || item.getProposal() == ProposalStatus.ACCEPTED)) {
			if (item.getProposedById() != program.getScopeId()) {
				acts.add(ProgramAct.form("giveBack", base + "/return"));
			}
			acts.add(ProgramAct.form("merge", base + "/merging"));
		}
		if (open && item.getProposal() != ProposalStatus.MERGED && this.access.edits(viewer, program, item)) {
			acts.add(ProgramAct.post("delete", base + "/deletion", "workprogram.confirm.delete"));
		}
		ProgramAct adjust = ProgramAct.form("adjust",
				ProgramFrames.url(program) + "/adjustments/new?item=" + item.getId());
		if (running && item.isSlipReported() && this.access.asksFor(viewer, program, item)) {
			acts.add(adjust);
		}
		if (running && this.access.signs(viewer, item) && this.itemActs.isSlipWithdrawable(item)) {
			acts.add(ProgramAct.post("withdrawSlip", base + "/slip/withdrawal", "workprogram.confirm.withdrawSlip"));
		}
		if (running && item.getStatus().isOpen()) {
			if (this.access.works(viewer, item)) {
				acts.add(ProgramAct.form("progress", base + "/progress"));
			}
			if (this.access.signs(viewer, item)) {
				acts.add(ProgramAct.form("complete", base + "/completion"));
				acts.add(ProgramAct.form("slip", base + "/slip"));
			}
			if (this.access.asksFor(viewer, program, item)) {
				acts.add(adjust);
			}
		}
		if (running && item.isAdjustable()) {
			if (viewer.is(Role.OFFICE, Role.LEADER)) {
				acts.add(ProgramAct.form("directive", "/directives/new?origin=WORK_ITEM&originId=" + item.getId()));
			}
			if (viewer.is(Role.OFFICE)) {
				acts.add(ProgramAct.form("conference", "/conferences/new?workItem=" + item.getId()));
			}
		}
		return acts;
	}

	/** The items this one has to do with, as far as the viewer sees them. */
	private Map<String, ItemPage.Link> links(WorkItem item, Viewer viewer) {
		return this.jdbc
			.sql("""
					select case when i.id = :parent then 'parent' when i.id = :from then 'from' when i.id = :merged then 'merged'
					        else 'on' end as what,
					    i.id, i.program_id, i.title, p.period_kind, p.starts_on, p.ends_on
					from work_item i join work_program p on p.id = i.program_id
					where (i.id in (:parent, :from, :merged)
					    or i.carried_from_id = :id and i.proposal in ('PROPOSED', 'ACCEPTED')) and %s
					"""
				.formatted(this.access.anywhere(viewer)))
			.param("parent", item.plan().parentId(), java.sql.Types.BIGINT)
			.param("from", item.getCarriedFromId(), java.sql.Types.BIGINT)
			.param("merged", item.getMergedIntoId(), java.sql.Types.BIGINT)
			.param("id", item.getId())
			.param("units", this.access.units(viewer))
			.query((row, number) -> Map.entry(row.getString("what"), new ItemPage.Link(
					"/work-programs/" + row.getLong("program_id") + "/items/" + row.getLong("id"),
					row.getString("title"),
					new Period(PeriodKind.valueOf(row.getString("period_kind")),
							row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
	}

}
