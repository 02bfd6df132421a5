package vn.nhactruong.workprogram;

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
import vn.nhactruong.directive.ItemTasks;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

/** Puts the pages of a program together, each with a fixed number of statements. */
@Component
@Transactional(readOnly = true)
class WorkProgramPages {

	private final WorkPrograms programs;

	private final WorkItems itemActs;

	private final WorkItemRepository items;

	private final Adjustments adjustments;

	private final WorkProgramQueries queries;

	private final WorkItemHistory history;

	private final WorkProgramAccess access;

	private final ItemTasks tasks;

	private final Conferences conferences;

	private final Files files;

	private final UnitDirectory units;

	private final JdbcClient jdbc;

	WorkProgramPages(WorkPrograms programs, WorkItems itemActs, WorkItemRepository items, Adjustments adjustments,
			WorkProgramQueries queries, WorkItemHistory history, WorkProgramAccess access, ItemTasks tasks,
			Conferences conferences, Files files, UnitDirectory units, JdbcClient jdbc) {
		this.programs = programs;
		this.itemActs = itemActs;
		this.items = items;
		this.adjustments = adjustments;
		this.queries = queries;
		this.history = history;
		this.access = access;
		this.tasks = tasks;
		this.conferences = conferences;
		this.files = files;
		this.units = units;
		this.jdbc = jdbc;
	}

	ProgramFrame frame(long id, String tab, Viewer viewer) {
		return frame(this.programs.load(id, viewer), tab, viewer);
	}

	ProgramFrame frame(WorkProgram program, String tab, Viewer viewer) {
		String base = url(program);
		List<ProgramFrame.Tab> tabs = new ArrayList<>();
		tabs.add(new ProgramFrame.Tab(base, "workprogram.tab.items", tab.isEmpty()));
		if (this.access.manages(viewer, program) && !program.getStatus().isPublished()) {
			tabs.add(tab(base, "consolidation", tab));
		}
		if (program.getLastVersion() > 0) {
			tabs.add(tab(base, "adjustments", tab));
			tabs.add(tab(base, "versions", tab));
		}
		if (program.getLastVersion() > 0 && this.access.readsPublished(viewer, program)) {
			tabs.add(tab(base, "report", tab));
		}
		return new ProgramFrame(program.getId(), program.period(), this.units.name(program.getScopeId()),
				program.getStatus(), program.getLastVersion(), program.isExample(), tabs);
	}

	private static ProgramFrame.Tab tab(String base, String name, String current) {
		return new ProgramFrame.Tab(base + "/" + name, "workprogram.tab." + name, name.equals(current));
	}

	ProgramPage page(WorkProgram program, Viewer viewer) {
		long id = program.getId();
		LocalDate today = this.queries.today();
		boolean manages = this.access.manages(viewer, program);
		boolean approves = this.access.approves(viewer, program);
		boolean proposes = this.access.proposes(viewer, program);
		boolean open = program.getStatus() == ProgramStatus.OPEN;
		boolean takes = manages ? open : proposes && program.takesProposalsOn(today);
		int undecided = (manages && open) ? this.items.countByProgramIdAndProposal(id, ProposalStatus.PROPOSED) : 0;
		int approved = (manages && program.getStatus() == ProgramStatus.PUBLISHED)
				? this.adjustments.approved(id).size() : 0;
		String base = url(program);
		List<ProgramAct> acts = new ArrayList<>();
		if (approves && program.getStatus() == ProgramStatus.SUBMITTED) {
			acts.add(ProgramAct.post("approve", base + "/approval", program.getVersion()));
			acts.add(ProgramAct.form("sendBack", base + "/return"));
		}
		if (manages && program.getStatus() == ProgramStatus.APPROVED) {
			acts.add(ProgramAct.post("publish", base + "/publication", "workprogram.confirm.publish"));
		}
		if (approved > 0) {
			acts.add(ProgramAct.post("publishAgain", base + "/publication", "workprogram.confirm.publish"));
		}
		if (takes) {
			acts.add(ProgramAct.form(manages ? "add" : "propose", base + "/items/new"));
		}
		if (manages && open) {
			acts.add(ProgramAct.post("submit", base + "/submission", null));
		}
		if (manages && program.getStatus() == ProgramStatus.PUBLISHED && !today.isBefore(program.period().endsOn())) {
			acts.add(ProgramAct.post("close", base + "/closing", "workprogram.confirm.close"));
		}
		if (takes) {
			acts.add(ProgramAct.form("import", base + "/imports/new"));
		}
		if (manages && open) {
			acts.add(ProgramAct.form("carryOver", base + "/carry-over"));
			acts.add(ProgramAct.form("edit", base + "/edit"));
		}
		if (this.access.readsPublished(viewer, program)) {
			acts.add(ProgramAct.form("paper", base + "/paper"));
		}
		return new ProgramPage(frame(program, "", viewer), program.getProposalsUntil(), program.getNote(),
				(manages || approves) ? program.getComment() : null, takes, open && proposes && !takes, undecided,
				approved, this.access.readsPublished(viewer, program), manages, acts);
	}

	ItemPage item(long programId, long itemId, Viewer viewer) {
		WorkItem item = this.itemActs.item(programId, itemId, viewer);
		WorkProgram program = this.programs.load(programId, viewer);
		ItemRow row = this.queries.one(itemId);
		boolean running = program.getStatus() == ProgramStatus.PUBLISHED
				&& item.getProposal() == ProposalStatus.ACCEPTED;
		Map<String, ItemPage.Link> links = links(item, viewer);
		List<ItemPage.ChildRow> children = this.queries.children(itemId, viewer)
			.stream()
			.map((child) -> new ItemPage.ChildRow("/work-programs/" + child.programId() + "/items/" + child.id(),
					child))
			.toList();
		return new ItemPage(frame(program, "", viewer), row, running, links.get("parent"), links.get("from"),
				links.get("on"), links.get("merged"), children,
				this.tasks.ofItems(List.of(itemId), viewer).getOrDefault(itemId, List.of()),
				this.conferences.ofWorkItem(itemId, viewer), this.files.of(WorkItems.FILES, itemId),
				this.access.signs(viewer, item) && running && item.getStatus().isOpen(),
				this.history.of(itemId, this.access.readsPreparation(viewer, program, item)),
				acts(program, item, running, viewer));
	}

	private List<ProgramAct> acts(WorkProgram program, WorkItem item, boolean running, Viewer viewer) {
		String base = url(program) + "/items/" + item.getId();
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
		if (running && item.getStatus().isOpen()) {
			if (this.access.works(viewer, item)) {
				acts.add(ProgramAct.form("progress", base + "/progress"));
			}
			if (this.access.signs(viewer, item)) {
				acts.add(ProgramAct.form("complete", base + "/completion"));
				acts.add(ProgramAct.form("slip", base + "/slip"));
			}
			if (this.access.asksFor(viewer, program, item)) {
				acts.add(ProgramAct.form("adjust", url(program) + "/adjustments/new?item=" + item.getId()));
			}
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

	static String url(WorkProgram program) {
		return "/work-programs/" + program.getId();
	}

}
