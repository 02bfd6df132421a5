package vn.nhactruong.workprogram.register;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;

/** What heads every page of a program: its name, its state and its tabs. */
@Component
@Transactional(readOnly = true)
public class ProgramFrames {

	private final WorkItems items;

	private final WorkProgramAccess access;

	private final UnitDirectory units;

	ProgramFrames(WorkItems items, WorkProgramAccess access, UnitDirectory units) {
		this.items = items;
		this.access = access;
		this.units = units;
	}

	public ProgramFrame frame(long id, String tab, Viewer viewer) {
		return frame(this.items.program(id, viewer), tab, viewer);
	}

	public ProgramFrame frame(WorkProgram program, String tab, Viewer viewer) {
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

	public static String url(WorkProgram program) {
		return "/work-programs/" + program.getId();
	}

}
