package vn.nhactruong.workprogram.origin;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceOrigins;
import vn.nhactruong.directive.origin.DirectiveOrigins;
import vn.nhactruong.file.FileOwner;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.WorkItemRepository;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.WorkProgramRepository;

/**
 * What the module contributes to the menu, to files, and to directives and conferences.
 */
@Configuration(proxyBeanMethods = false)
class WorkProgramMenu {

	@Bean
	NavEntry workProgramsEntry() {
		return new NavEntry("workprograms", "/work-programs", "nav.workprograms", 25,
				EnumSet.complementOf(EnumSet.of(Role.ADMIN)));
	}

	@Bean
	DirectiveOrigins directivesOfWorkItems(WorkItemOrigins origins) {
		return origins::forDirective;
	}

	@Bean
	ConferenceOrigins conferencesOfWorkItems(WorkItemOrigins origins) {
		return origins::forConference;
	}

	/** What proves that an item is done: read by who sees the item. */
	@Bean
	FileOwner workItemFiles(WorkItemRepository items, WorkProgramRepository programs, WorkProgramAccess access) {
		return new FileOwner() {

			@Override
			public String type() {
				return WorkItems.FILES;
			}

			@Override
			public boolean mayRead(Viewer viewer, long ownerId) {
				return items.findWithCoordinatingIdsById(ownerId)
					.filter((item) -> programs.findById(item.getProgramId())
						.filter((program) -> access.sees(viewer, program, item))
						.isPresent())
					.isPresent();
			}

			@Override
			public boolean mayChange(Viewer viewer, long ownerId) {
				return items.findWithCoordinatingIdsById(ownerId)
					.filter((item) -> access.signs(viewer, item) && item.getStatus().isOpen()
							&& programs.findById(item.getProgramId())
								.filter((program) -> program.getStatus() == ProgramStatus.PUBLISHED)
								.isPresent())
					.isPresent();
			}

			@Override
			public String url(long ownerId) {
				return items.findById(ownerId)
					.map((item) -> "/work-programs/" + item.getProgramId() + "/items/" + ownerId)
					.orElse("/work-programs");
			}

		};
	}

}
