package vn.nhactruong.workprogram.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItemRepository;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.adjustment.Adjustments;
import vn.nhactruong.workprogram.register.ProgramAct;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/** Puts the page of a program together, with a fixed number of statements. */
@Component
@Transactional(readOnly = true)
class WorkProgramPages {

	private final WorkItemRepository items;

	private final Adjustments adjustments;

	private final WorkProgramQueries queries;

	private final ProgramFrames frames;

	private final WorkProgramAccess access;

	WorkProgramPages(WorkItemRepository items, Adjustments adjustments, WorkProgramQueries queries,
			ProgramFrames frames, WorkProgramAccess access) {
		this.items = items;
		this.adjustments = adjustments;
		this.queries = queries;
		this.frames = frames;
		this.access = access;
	}

	/** What is still open of a program that somebody is about to submit. */
	void submission(WorkProgram program, Viewer viewer, Model model) {
		program.requireOpen();
		model.addAttribute("frame", this.frames.frame(program, "", viewer));
		model.addAttribute("until", isEarly(program) ? program.getProposalsUntil() : null);
		model.addAttribute("undecided",
				this.items.countByProgramIdAndProposal(program.getId(), ProposalStatus.PROPOSED));
		model.addAttribute("returned", this.queries.inProposal(program, ProposalStatus.RETURNED));
	}

	/** Whether units may still propose until a day that was named. */
	private boolean isEarly(WorkProgram program) {
		return program.getProposalsUntil() != null && program.takesProposalsOn(this.queries.today());
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
		int returned = (manages && open) ? this.items.countByProgramIdAndProposal(id, ProposalStatus.RETURNED) : 0;
		int approved = (manages && program.getStatus() == ProgramStatus.PUBLISHED)
				? this.adjustments.approved(id).size() : 0;
		boolean closable = manages && program.isClosable(today);
		boolean ended = (manages || approves) && program.getLastVersion() == 0 && program.period().isOver(today);
		String base = ProgramFrames.url(program);
		List<ProgramAct> acts = new ArrayList<>();
		if (approves && program.getStatus() == ProgramStatus.SUBMITTED) {
			acts.add(ProgramAct.post("approve", base + "/approval", program.getVersion()));
			acts.add(ProgramAct.form("sendBack", base + "/return"));
		}
		if (manages && program.getStatus() == ProgramStatus.APPROVED) {
			acts.add(ProgramAct.post("publish", base + "/publication",
					ended ? "workprogram.confirm.publishEnded" : "workprogram.confirm.publish"));
		}
		if (approved > 0) {
			acts.add(ProgramAct.post("publishAgain", base + "/publication", "workprogram.confirm.publishAgain",
					approved, this.adjustments.undecided(id)));
		}
		if (takes) {
			acts.add(ProgramAct.form(manages ? "add" : "propose", base + "/items/new"));
		}
		if (manages && open && undecided + this.items.countByProgramIdAndProposal(id, ProposalStatus.ACCEPTED) > 0) {
			acts.add((isEarly(program) || returned + undecided > 0) ? ProgramAct.form("submit", base + "/submission")
					: ProgramAct.post("submit", base + "/submission", null));
		}
		if (closable) {
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
		return new ProgramPage(this.frames.frame(program, "", viewer), program.getProposalsUntil(), program.getNote(),
				(manages || approves) ? program.getComment() : null, takes, open && proposes && !takes, undecided,
				returned, approved, ended ? program.period().endsOn() : null,
				closable ? this.queries.unfinished(program) : null, this.access.readsPublished(viewer, program),
				manages, acts);
	}

}
