package vn.nhactruong.directive;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;

/**
 * Who sees a directive and who does what with it. The office and leaders see all and
 * direct; the unit that holds it works on it and its head signs; coordinating units read
 * and contribute, a unit that led it once reads. Administration gives no sight of
 * business; a family's parent is for those who see the whole sector, and for units that
 * coordinate it.
 */
@Component
public class DirectiveAccess {

	/** In which somebody of a unit may be given its work. */
	public static final List<Role> WORKING_ROLES = List.of(Role.CLERK, Role.UNIT_HEAD, Role.OFFICE);

	/**
	 * What a list shows of it as SQL over {@code directive d}; parameter {@code readers}.
	 * A family's parent is opened, never listed. The database keeps in
	 * {@code directive_reader} who reads what.
	 */
	static final String VISIBLE = """
			d.id in (select r.directive_id from directive_reader r where r.reader = any(:readers))
			and not d.family and d.status <> 'DRAFT'""";

	/** What the viewer's unit leads; parameter {@code units}. */
	public static final String LED = "d.holder_organization_id = any(:units) and not d.family and d.status <> 'DRAFT'";

	/** What the viewer's unit coordinates; parameter {@code readers}. */
	public static final String COORDINATED = """
			d.id in (select r.directive_id from directive_reader r
			    where r.reader = any(:readers) and r.coordinates)
			and not d.family and d.status <> 'DRAFT'""";

	private final UnitDirectory units;

	DirectiveAccess(UnitDirectory units) {
		this.units = units;
	}

	public boolean sees(Viewer viewer, Directive directive) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return false;
		}
		if (viewer.wholeSector()) {
			return directive.getStatus() != DirectiveStatus.DRAFT || mayDirect(viewer);
		}
		if (directive.getStatus() == DirectiveStatus.DRAFT) {
			return false;
		}
		if (directive.isFamily()) {
			return coordinates(viewer, directive);
		}
		return viewer.belongsTo(directive.getHolderOrganizationId())
				|| directive.getLeadKind() != null && directive.getLeadKind() == kind(viewer)
				|| coordinates(viewer, directive) || directive.getFormerLeadIds().stream().anyMatch(viewer::belongsTo);
	}

	/** Whether the viewer's unit, or its kind, coordinates. */
	public boolean coordinates(Viewer viewer, Directive directive) {
		return directive.getCoordinators()
			.stream()
			.anyMatch((coordinator) -> viewer.belongsTo(coordinator.getOrganizationId())
					|| coordinator.getKind() != null && coordinator.getKind() == kind(viewer));
	}

	/** The condition over {@code directive d} for a list of this viewer. */
	public String condition(Viewer viewer) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return "false";
		}
		if (viewer.wholeSector()) {
			return mayDirect(viewer) ? "true" : "d.status <> 'DRAFT'";
		}
		return VISIBLE;
	}

	public Long[] units(Viewer viewer) {
		Set<Long> ids = (viewer != null) ? viewer.unitIds() : Set.of();
		return ids.toArray(Long[]::new);
	}

	/** As whom the viewer reads: each of the units, and their kind together. */
	public String[] readers(Viewer viewer) {
		OrganizationKind kind = (viewer != null) ? kind(viewer) : null;
		return Stream.concat(Arrays.stream(unitReaders(viewer)), Stream.ofNullable(kind).map(Enum::name))
			.toArray(String[]::new);
	}

	/** The same without what the kind does together. */
	public String[] unitReaders(Viewer viewer) {
		return Arrays.stream(units(viewer)).map(String::valueOf).toArray(String[]::new);
	}

	/** Issues, decides, verifies, returns and cancels. */
	public boolean mayDirect(Viewer viewer) {
		return viewer != null && viewer.is(Role.OFFICE, Role.LEADER);
	}

	public void requireDirecting(Viewer viewer) {
		if (!mayDirect(viewer)) {
			throw new NotAllowedException("direct");
		}
	}

	/** Lets verified work be taken up again. */
	public boolean mayReopen(Viewer viewer) {
		return viewer != null && viewer.is(Role.LEADER);
	}

	public void requireReopening(Viewer viewer) {
		if (!mayReopen(viewer)) {
			throw new NotAllowedException("reopen");
		}
	}

	/** Works on it for the unit that holds it. */
	public boolean mayWork(Viewer viewer, Directive directive) {
		return viewer != null && viewer.worksFor(directive.getHolderOrganizationId());
	}

	void requireWorking(Viewer viewer, Directive directive) {
		if (!mayWork(viewer, directive)) {
			throw new NotAllowedException("work");
		}
	}

	/** Reads what the holding unit settles inside. */
	public boolean readsInternal(Viewer viewer, Directive directive) {
		return viewer != null && viewer.belongsTo(directive.getHolderOrganizationId());
	}

	/** Reads a report: before it is signed it is for the unit only that wrote it. */
	public boolean reads(Viewer viewer, CompletionReport report) {
		return viewer != null && (!report.isInternal() || wrote(viewer, report));
	}

	/** Whether the report is of the viewer's unit. */
	boolean wrote(Viewer viewer, CompletionReport report) {
		return viewer != null && viewer.belongsTo(report.getOrganizationId());
	}

	/** Takes a report back that the viewer drafted. */
	public boolean drafted(Viewer viewer, CompletionReport report) {
		return viewer != null && viewer.accountId().equals(report.getDraftedBy());
	}

	void requireDrafted(Viewer viewer, CompletionReport report) {
		if (!drafted(viewer, report)) {
			throw new NotAllowedException("withdraw");
		}
	}

	/** Reads a line of the history: what is internal is for the unit only that did it. */
	public boolean reads(Viewer viewer, DirectiveEvent event) {
		return viewer != null && (!event.act().isInternal() || viewer.belongsTo(event.organizationId()));
	}

	/** Signs for the unit that holds it. */
	public boolean maySign(Viewer viewer, Directive directive) {
		return viewer != null && viewer.signsFor(directive.getHolderOrganizationId());
	}

	public void requireSigning(Viewer viewer, Directive directive) {
		if (!maySign(viewer, directive)) {
			throw new NotAllowedException("sign");
		}
	}

	/** Does without a coordinating unit: the issuer, or the head whose unit leads. */
	public boolean mayCoordinate(Viewer viewer, Directive directive) {
		return mayDirect(viewer) || maySign(viewer, directive);
	}

	public void requireCoordinating(Viewer viewer, Directive directive) {
		if (!mayCoordinate(viewer, directive)) {
			throw new NotAllowedException("coordinate");
		}
	}

	/** Adds what a coordinating unit has to say. */
	public boolean mayContribute(Viewer viewer, Directive directive) {
		return viewer != null && viewer.is(Role.CLERK, Role.UNIT_HEAD, Role.OFFICE) && coordinates(viewer, directive);
	}

	void requireContributing(Viewer viewer, Directive directive) {
		if (!mayContribute(viewer, directive)) {
			throw new NotAllowedException("contribute");
		}
	}

	/** Roles that are told what concerns a unit. */
	public static List<Role> unitRoles() {
		return List.of(Role.UNIT_HEAD, Role.CLERK);
	}

	private OrganizationKind kind(Viewer viewer) {
		return this.units.find(viewer.unitId()).map((unit) -> unit.kind()).orElse(null);
	}

}
