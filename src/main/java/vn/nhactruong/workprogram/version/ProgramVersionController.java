package vn.nhactruong.workprogram.version;

import java.util.List;
import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.paper.OfficialPaper;
import vn.nhactruong.paper.WordPaper;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.register.ProgramFrames;

/** What was published: the versions of a program, what each changed, and the paper. */
@Controller
@SignedIn
class ProgramVersionController {

	private final WorkItems items;

	private final ProgramVersions versions;

	private final ProgramPapers papers;

	private final ProgramFrames frames;

	private final WorkProgramAccess access;

	ProgramVersionController(WorkItems items, ProgramVersions versions, ProgramPapers papers, ProgramFrames frames,
			WorkProgramAccess access) {
		this.items = items;
		this.versions = versions;
		this.papers = papers;
		this.frames = frames;
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
		model.addAttribute("frame", this.frames.frame(program, "versions", viewer));
		model.addAttribute("current", version);
		model.addAttribute("versions", this.versions.of(id));
		model.addAttribute("whole", whole);
		model.addAttribute("items", all.stream().filter((item) -> whole || concerns(item, viewer)).toList());
		model.addAttribute("changes",
				changes.stream()
					.filter((change) -> whole || concerns(change.item(), viewer)
							|| change.was() != null && concerns(change.was(), viewer))
					.toList());
		model.addAttribute("reasons", changes.isEmpty() ? Map.of() : this.versions.reasons(id, number, changes));
		return "workprogram/version";
	}

	/** To read and to print. */
	@GetMapping("/work-programs/{id}/paper")
	String paper(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("paper", this.papers.paper(id, viewer));
		model.addAttribute("frame", this.frames.frame(id, "versions", viewer));
		return "workprogram/paper";
	}

	/** To go on working with. */
	@GetMapping("/work-programs/{id}/paper.docx")
	ResponseEntity<byte[]> word(@PathVariable long id, Viewer viewer) {
		OfficialPaper paper = this.papers.paper(id, viewer);
		return WordPaper.download(paper, paper.kind() + " " + paper.about());
	}

	/** A unit outside the ministry reads of a version what names it. */
	private static boolean concerns(VersionItem item, Viewer viewer) {
		return viewer.belongsTo(item.leadId()) || item.coordinatingIds().stream().anyMatch(viewer::belongsTo);
	}

}
