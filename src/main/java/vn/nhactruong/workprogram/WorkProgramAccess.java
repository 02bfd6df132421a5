package vn.nhactruong.workprogram;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;

/**
 * Who sees a work program and who does what with it. The ministry's program is known to
 * every unit, since all propose to it: its published items are read by the units of the
 * ministry, a province reads its own. A unit's program is the unit's; others see of it
 * what they lead or coordinate. Administration gives no sight of business.
 */
@Component
public class WorkProgramAccess {

	/** Units that may lead an item or have a program. */
	public static final Set<OrganizationKind> INSIDE = EnumSet.of(OrganizationKind.DEPARTMENT,
			OrganizationKind.PUBLIC_UNIT, OrganizationKind.PROVINCIAL_JUSTICE, OrganizationKind.PROVINCIAL_ENFORCEMENT);

	/** The published program is sent to these as a whole. */
	private static final Set<OrganizationKind> OF_THE_MINISTRY = EnumSet.of(OrganizationKind.MINISTRY,
			OrganizationKind.DEPARTMENT, OrganizationKind.PUBLIC_UNIT);

	/**
	 * What a unit has to do with an item {@code i}, as SQL; parameter {@code units}. Only
	 * what stands in a published program {@code p} concerns the units it names.
	 */
	static final String CONCERNED = concerned("i", "p");

	/**
	 * Programs {@code p} of others in which the viewer's unit has work to do, or had by a
	 * version that was published: what changed for a unit is for it to read.
	 */
	static final String INVOLVED = """
			p.last_version > 0 and p.id in (
			    select w.program_id from work_item w where w.lead_id = any(:units) and w.proposal = 'ACCEPTED'
			    union all
			    select w.program_id from work_item_coordination c join work_item w on w.id = c.item_id
			    where c.organization_id = any(:units) and w.proposal = 'ACCEPTED'
			    union all
			    select v.program_id from work_program_version_item f join work_program_version v on v.id = f.version_id
			    where f.lead_id = any(:units) or f.coordinating_ids && :units::bigint[])""";

	private final UnitDirectory units;

	WorkProgramAccess(UnitDirectory units) {
		this.units = units;
	}

	/** The condition over {@code work_program p} for this viewer. */
	public String condition(Viewer viewer) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return "false";
		}
		return viewer.wholeSector() ? "true" : "(p.ministry or p.scope_id = any(:units) or " + INVOLVED + ")";
	}

	/** The condition over {@code work_item i} of a program {@code p} one sees. */
	public String itemCondition(Viewer viewer, WorkProgram program) {
		if (readsDraft(viewer, program)) {
			return "true";
		}
		return readsPublished(viewer, program) ? "(i.proposal = 'ACCEPTED' or i.proposed_by_id = any(:units))"
				: CONCERNED;
	}

	/** The condition over an item {@code i} of the longer program {@code p} around it. */
	String parentCondition(Viewer viewer, WorkProgram program) {
		if (readsDraft(viewer, program)) {
			return "true";
		}
		return OF_THE_MINISTRY.contains(kind(viewer)) ? "p.last_version > 0" : CONCERNED;
	}

	public Long[] units(Viewer viewer) {
		return viewer.unitIds().toArray(Long[]::new);
	}

	/** Whether the program exists for the viewer without looking at its items. */
	boolean sees(Viewer viewer, WorkProgram program) {
		return viewer != null && !viewer.is(Role.ADMIN)
				&& (viewer.wholeSector() || program.isMinistry() || viewer.belongsTo(program.getScopeId()));
	}

	public boolean sees(Viewer viewer, WorkProgram program, WorkItem item) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return false;
		}
		if (readsDraft(viewer, program) || viewer.belongsTo(item.getProposedById())) {
			return true;
		}
		return program.getLastVersion() > 0 && item.getProposal() == ProposalStatus.ACCEPTED
				&& (readsPublished(viewer, program) || viewer.belongsTo(item.getLeadId())
						|| item.plan().coordinatingIds().stream().anyMatch(viewer::belongsTo));
	}

	/** Reads every item, whatever its state. */
	boolean readsDraft(Viewer viewer, WorkProgram program) {
		return viewer.wholeSector() || viewer.belongsTo(program.getScopeId());
	}

	/** Reads how an item came into the program: what was returned, and why. */
	public boolean readsPreparation(Viewer viewer, WorkProgram program, WorkItem item) {
		return readsDraft(viewer, program) || viewer.belongsTo(item.getProposedById());
	}

	/** Reads every item of what is published. */
	public boolean readsPublished(Viewer viewer, WorkProgram program) {
		return readsDraft(viewer, program)
				|| program.getLastVersion() > 0 && program.isMinistry() && OF_THE_MINISTRY.contains(kind(viewer));
	}

	/** Whether such a unit is one of the ministry's own. */
	public static boolean isOfTheMinistry(OrganizationKind kind) {
		return OF_THE_MINISTRY.contains(kind);
	}

	/** Whether the unit's people read every item of what is published. */
	public boolean readsPublished(Unit unit, WorkProgram program) {
		return unit.id() == program.getScopeId() || program.isMinistry() && OF_THE_MINISTRY.contains(unit.kind());
	}

	/** What the viewer sees of items {@code i} in whichever program {@code p}, as SQL. */
	public String anywhere(Viewer viewer) {
		return anywhere(viewer, "i", "p");
	}

	/** The same over an item and its program of other names. */
	public String anywhere(Viewer viewer, String item, String program) {
		return viewer.wholeSector() ? "true"
				: "(" + program + ".scope_id = any(:units) or " + concerned(item, program) + " or " + program
						+ ".ministry and " + program + ".last_version > 0 and " + item + ".proposal = 'ACCEPTED' and "
						+ OF_THE_MINISTRY.contains(kind(viewer)) + ")";
	}

	private static String concerned(String item, String program) {
		return """
				(%1$s.proposed_by_id = any(:units) or %2$s.last_version > 0 and %1$s.proposal = 'ACCEPTED'
				    and (%1$s.lead_id = any(:units) or exists (select from work_item_coordination c
				        where c.item_id = %1$s.id and c.organization_id = any(:units))))""".formatted(item, program);
	}

	public void requireWholeReader(Viewer viewer, WorkProgram program) {
		require(readsPublished(viewer, program), "read the whole program");
	}

	/** Puts the program together, submits, publishes and closes it. */
	public boolean manages(Viewer viewer, WorkProgram program) {
		return viewer != null
				&& (program.isMinistry() ? viewer.is(Role.OFFICE) : viewer.worksFor(program.getScopeId()));
	}

	public void requireManaging(Viewer viewer, WorkProgram program) {
		require(manages(viewer, program), "manage");
	}

	/** Approves the program and its adjustments, or sends them back. */
	public boolean approves(Viewer viewer, WorkProgram program) {
		return viewer != null
				&& (program.isMinistry() ? viewer.is(Role.LEADER) : viewer.signsFor(program.getScopeId()));
	}

	public void requireApproving(Viewer viewer, WorkProgram program) {
		require(approves(viewer, program), "approve");
	}

	/** Proposes items for its own unit. */
	public boolean proposes(Viewer viewer, WorkProgram program) {
		return manages(viewer, program)
				|| program.isMinistry() && viewer.is(Role.CLERK, Role.UNIT_HEAD) && INSIDE.contains(kind(viewer));
	}

	void requireProposing(Viewer viewer, WorkProgram program) {
		require(proposes(viewer, program), "propose");
	}

	/** Changes or takes back an item that is not published yet. */
	public boolean edits(Viewer viewer, WorkProgram program, WorkItem item) {
		return manages(viewer, program) || proposes(viewer, program) && viewer.belongsTo(item.getProposedById())
				&& item.getProposal() != ProposalStatus.ACCEPTED;
	}

	void requireEditing(Viewer viewer, WorkProgram program, WorkItem item) {
		require(edits(viewer, program, item), "edit");
	}

	/** Says how far an item is. */
	public boolean works(Viewer viewer, WorkItem item) {
		return viewer != null && viewer.worksFor(item.getLeadId());
	}

	void requireWorking(Viewer viewer, WorkItem item) {
		require(works(viewer, item), "work");
	}

	/** Says for the unit that an item is done, or that it slips. */
	public boolean signs(Viewer viewer, WorkItem item) {
		return viewer != null && viewer.signsFor(item.getLeadId());
	}

	void requireSigning(Viewer viewer, WorkItem item) {
		require(signs(viewer, item), "sign");
	}

	/** Asks for an adjustment: who manages the program, or whose item it is. */
	public boolean asksFor(Viewer viewer, WorkProgram program, WorkItem item) {
		return manages(viewer, program) || item != null && works(viewer, item)
				|| item == null && proposes(viewer, program);
	}

	public void requireAsking(Viewer viewer, WorkProgram program, WorkItem item) {
		require(asksFor(viewer, program, item), "ask for an adjustment");
	}

	/** Asks without the signature of somebody else. */
	public boolean asksAtOnce(Viewer viewer, WorkProgram program) {
		return manages(viewer, program) || viewer.signsFor(viewer.unitId());
	}

	/** Signs what a clerk of the unit asks for. */
	public boolean signsFor(Viewer viewer, long unitId) {
		return viewer != null && viewer.signsFor(unitId);
	}

	public void requireSigningFor(Viewer viewer, long unitId) {
		require(signsFor(viewer, unitId), "sign for the unit");
	}

	/** Units whose programs the viewer may open. */
	public List<Unit> scopes(Viewer viewer) {
		if (viewer == null) {
			return List.of();
		}
		if (viewer.is(Role.OFFICE)) {
			return java.util.stream.Stream
				.concat(this.units.byCode(UnitDirectory.MINISTRY).stream(), this.units.find(viewer.unitId()).stream())
				.distinct()
				.toList();
		}
		return viewer.is(Role.CLERK, Role.UNIT_HEAD)
				? this.units.find(viewer.unitId()).filter((unit) -> INSIDE.contains(unit.kind())).stream().toList()
				: List.of();
	}

	/** Roles that are told what concerns a unit. */
	public static List<Role> unitRoles() {
		return List.of(Role.UNIT_HEAD, Role.CLERK);
	}

	private OrganizationKind kind(Viewer viewer) {
		return this.units.find(viewer.unitId()).map(Unit::kind).orElse(OrganizationKind.EXTERNAL);
	}

	private static void require(boolean allowed, String what) {
		if (!allowed) {
			throw new NotAllowedException(what);
		}
	}

}
