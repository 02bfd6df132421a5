package vn.nhactruong.directive.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveForm;
import vn.nhactruong.directive.origin.DirectiveBasis;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Option;

/** The one page on which directives are written, new ones and drafts. */
@Component
public class DirectiveFormPage {

	/** The kinds of units that are given directives. */
	public static final Set<OrganizationKind> INSIDE = EnumSet.of(OrganizationKind.DEPARTMENT,
			OrganizationKind.PUBLIC_UNIT, OrganizationKind.PROVINCIAL_JUSTICE, OrganizationKind.PROVINCIAL_ENFORCEMENT);

	/** The kinds of units that are many in each region. */
	static final Set<OrganizationKind> PROVINCIAL = EnumSet.of(OrganizationKind.PROVINCIAL_JUSTICE,
			OrganizationKind.PROVINCIAL_ENFORCEMENT);

	private final OpenClauses openClauses;

	private final DirectiveBasis basis;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveFormPage(OpenClauses openClauses, DirectiveBasis basis, UnitDirectory units, Clock clock) {
		this.openClauses = openClauses;
		this.basis = basis;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * Fills the model and names the view.
	 * @param draftId {@code null} for a directive that isn't stored yet
	 */
	public String of(DirectiveForm form, Long draftId, Viewer viewer, Model model) {
		model.addAttribute("directiveForm", form);
		model.addAttribute("draftId", draftId);
		model.addAttribute("byDocument", form.getSource() != null && form.getSource().isDocument());
		if (form.getSource() == DirectiveSource.WORK_ITEM && form.getOriginId() != null) {
			model.addAttribute("item", this.basis.item(form.getOriginId(), viewer));
			model.addAttribute("already", this.openClauses.givenOfItem(form.getOriginId()));
		}
		else if (form.getClauseId() != null) {
			model.addAttribute("clause", this.openClauses.quote(form.getClauseId(), viewer));
			model.addAttribute("already", this.openClauses.given(form.getClauseId()));
		}
		Map<OrganizationKind, List<Option>> groups = new LinkedHashMap<>();
		LocalDate today = LocalDate.now(this.clock);
		for (OrganizationKind kind : INSIDE) {
			groups.put(kind, this.units.all()
				.stream()
				// One that has ended since it was chosen is still there to be taken
				// back.
				.filter((unit) -> unit.kind() == kind && (unit.isValidOn(today) || form.getLeadIds().contains(unit.id())
						|| form.getCoordinatingIds().contains(unit.id())))
				.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
				.toList());
		}
		model.addAttribute("groups", groups);
		model.addAttribute("regions", Region.values());
		model.addAttribute("provincial", PROVINCIAL);
		model.addAttribute("openLeadGroups",
				open(groups, form.getLeadIds(), form.getLeadKinds(), form.getLeadRegions()));
		model.addAttribute("openCoordinatingGroups",
				open(groups, form.getCoordinatingIds(), form.getCoordinatingKinds(), List.of()));
		return "directive/form";
	}

	/** The groups in which something is chosen. */
	private static List<OrganizationKind> open(Map<OrganizationKind, List<Option>> groups, List<Long> ids,
			List<OrganizationKind> kinds, List<String> regions) {
		return groups.keySet()
			.stream()
			.filter((kind) -> kinds.contains(kind)
					|| regions.stream().anyMatch((region) -> region.startsWith(kind.name() + "."))
					|| groups.get(kind).stream().anyMatch((option) -> ids.contains(Long.valueOf(option.value()))))
			.toList();
	}

}
