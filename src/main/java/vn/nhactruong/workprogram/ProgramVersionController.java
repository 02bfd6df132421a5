package vn.nhactruong.workprogram;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.SignedIn;

/** What was published: the versions of a program and what each changed. */
@Controller
@SignedIn
class ProgramVersionController {

	private final WorkItems items;

	private final ProgramVersions versions;

	private final WorkProgramPages pages;

	private final WorkProgramAccess access;

	ProgramVersionController(WorkItems items, ProgramVersions versions, WorkProgramPages pages,
			WorkProgramAccess access) {
		this.items = items;
		this.versions = versions;
		this.pages = pages;
		this.access = access;
	}

	/** The one in force. */
	@GetMapping("/work-programs/{id}/versions")
	String latest(@PathVariable long id, Viewer viewer, Model model) {
		return show(id, this.items.program(id, viewer).getLastVersion(), viewer, model);
	}

	@GetMapping("/work-programs/{id}/versions/{number}")
	String show(@PathVariable long id, @PathVariable int number, Viewer viewer, Model model) {
		WorkProgram program = this.items.program(id, viewer);
		ProgramVersion version = this.versions.find(id, number)
			.orElseThrow(() -> new NotVisibleException("version " + number + " of program", id));
		List<VersionItem> all = this.versions.items(id, number);
		List<VersionChange> changes = (number > 1) ? VersionChange.between(this.versions.items(id, number - 1), all)
				: List.of();
		boolean whole = this.access.readsPublished(viewer, program);
		model.addAttribute("frame", this.pages.frame(program, "versions", viewer));
		model.addAttribute("current", version);
		model.addAttribute("versions", this.versions.of(id));
		model.addAttribute("whole", whole);
		model.addAttribute("items", all.stream().filter((item) -> whole || concerns(item, viewer)).toList());
		model.addAttribute("changes",
				changes.stream().filter((change) -> whole || concerns(change.item(), viewer)).toList());
		return "workprogram/version";
	}

	/** A unit outside the ministry reads of a version what names it. */
	private static boolean concerns(VersionItem item, Viewer viewer) {
		return viewer.belongsTo(item.leadId()) || item.coordinatingIds().stream().anyMatch(viewer::belongsTo);
	}

}
