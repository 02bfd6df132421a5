package vn.nhactruong.workprogram.origin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceOrigins;
import vn.nhactruong.directive.origin.OriginItem;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.MessageConfiguration;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItem;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkItemRepository;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.WorkProgramRepository;
import vn.nhactruong.workprogram.version.ProgramVersions;

/** Lets directives be given from items in force, and conferences carry them out. */
@Component
@Transactional(readOnly = true)
class WorkItemOrigins {

	private final WorkItemRepository items;

	private final WorkProgramRepository programs;

	private final ProgramVersions versions;

	private final WorkProgramAccess access;

	private final UnitDirectory units;

	private final MessageSource messages;

	WorkItemOrigins(WorkItemRepository items, WorkProgramRepository programs, ProgramVersions versions,
			WorkProgramAccess access, UnitDirectory units, MessageSource messages) {
		this.items = items;
		this.programs = programs;
		this.versions = versions;
		this.access = access;
		this.units = units;
		this.messages = messages;
	}

	Optional<OriginItem> forDirective(long itemId, Viewer viewer) {
		return inForce(itemId, viewer).map((found) -> {
			WorkProgram program = found.program();
			WorkItemPlan plan = found.item().plan();
			LocalDate published = this.versions.find(program.getId(), program.getLastVersion())
				.orElseThrow()
				.publishedAt()
				.atZone(ClockConfiguration.ZONE)
				.toLocalDate();
			return new OriginItem(
					this.messages.getMessage("workprogram.origin.number",
							new Object[] { program.period().named(), program.getLastVersion() },
							MessageConfiguration.VIETNAMESE),
					published, this.units.name(program.getScopeId()), plan.title(), url(found.item()),
					List.of(plan.leadId()), List.copyOf(plan.coordinatingIds()), plan.dueOn(), plan.deliverable(),
					found.isOpen());
		});
	}

	Optional<ConferenceOrigins.OriginItem> forConference(long itemId, Viewer viewer) {
		return inForce(itemId, viewer).map((found) -> new ConferenceOrigins.OriginItem(found.item().getTitle(),
				found.item().getDueOn(), url(found.item()), found.isOpen()));
	}

	/** An item of a program that was published, if the viewer sees it. */
	private Optional<Found> inForce(long itemId, Viewer viewer) {
		return this.items.findWithCoordinatingIdsById(itemId)
			.filter((item) -> item.getProposal() == ProposalStatus.ACCEPTED)
			.flatMap((item) -> this.programs.findById(item.getProgramId())
				.filter((program) -> program.getLastVersion() > 0 && this.access.sees(viewer, program, item))
				.map((program) -> new Found(program, item)));
	}

	private static String url(WorkItem item) {
		return "/work-programs/" + item.getProgramId() + "/items/" + item.getId();
	}

	private record Found(WorkProgram program, WorkItem item) {

		/** What is done, moved or dropped, or lies in a closed period, is history. */
		private boolean isOpen() {
			return this.program.getStatus() == ProgramStatus.PUBLISHED && this.item.isAdjustable();
		}

	}

}
