package vn.nhactruong.directive.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;

/**
 * Whose directives a statistic counts: those given to some units, out of some sources. A
 * unit that is chosen brings those along whose work came down to it.
 *
 * @param kind of unit, {@code null} for all
 * @param region of the unit, {@code null} for all
 * @param units chosen by hand, empty for all
 * @param sources names of sources, empty for all
 * @param lead the one unit that a line is about, as it was given, or {@code null}
 * @param heir the unit that has the work today and that a line is about, or {@code null}
 * @param group the kind that leads together and that a line is about, or {@code null}
 */
@NamedInterface("figure")
public record FigureScope(OrganizationKind kind, Region region, Collection<Long> units, Collection<String> sources,
		Long lead, Long heir, OrganizationKind group) {

	public static final FigureScope ALL = new FigureScope(null, null, List.of(), List.of());

	public FigureScope(OrganizationKind kind, Region region, Collection<Long> units, Collection<String> sources) {
		this(kind, region, units, sources, null, null, null);
	}

	public FigureScope ofLead(long unit) {
		return new FigureScope(this.kind, this.region, this.units, this.sources, unit, null, null);
	}

	public FigureScope ofHeir(long unit) {
		return new FigureScope(this.kind, this.region, this.units, this.sources, null, unit, null);
	}

	public FigureScope ofGroup(OrganizationKind kind) {
		return new FigureScope(this.kind, this.region, this.units, this.sources, null, null, kind);
	}

	/** What the address of a list of directives says; see {@link #parameters}. */
	public static FigureScope of(ListRequest list) {
		return new FigureScope(list.constant("figureKind", OrganizationKind.class).orElse(null),
				list.constant("figureRegion", Region.class).orElse(null), numbers(list.parameters("figureUnit")),
				list.parameters("figureSource"), list.number("figureLead").orElse(null),
				list.number("figureHeir").orElse(null),
				list.constant("figureGroup", OrganizationKind.class).orElse(null));
	}

	/** The names that a list of directives knows this scope by. */
	public static final List<String> PARAMETERS = List.of("figure", "figureFrom", "figureTo", "figureKind",
			"figureRegion", "figureUnit", "figureSource", "figureLead", "figureHeir", "figureGroup");

	/** The parameters of a list of directives that shows exactly what is counted. */
	public Map<String, List<String>> parameters(Figure figure, FigurePeriod period) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		parameters.put("figure", List.of(figure.name()));
		parameters.put("figureFrom", List.of(period.from().toString()));
		parameters.put("figureTo", List.of(period.to().toString()));
		put(parameters, "figureKind", this.kind);
		put(parameters, "figureRegion", this.region);
		parameters.put("figureUnit", this.units.stream().map(String::valueOf).toList());
		parameters.put("figureSource", List.copyOf(this.sources));
		put(parameters, "figureLead", this.lead);
		put(parameters, "figureHeir", this.heir);
		put(parameters, "figureGroup", this.group);
		return parameters;
	}

	private static void put(Map<String, List<String>> parameters, String name, Object value) {
		parameters.put(name, (value != null) ? List.of(value.toString()) : List.of());
	}

	private static List<Long> numbers(List<String> texts) {
		return texts.stream().filter((text) -> text.matches("\\d{1,15}")).map(Long::valueOf).toList();
	}

	/**
	 * To whom they were given: units and kinds that lead together, or empty for anybody
	 * at all. Who doesn't see the whole sector sees what their own unit holds.
	 */
	public Optional<Leads> leads(UnitDirectory directory, Viewer viewer, LocalDate today) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return Optional.of(new Leads(new Long[0], new String[0]));
		}
		boolean oneLine = this.lead != null || this.heir != null || this.group != null;
		if (viewer.wholeSector() && this.kind == null && this.region == null && this.units.isEmpty() && !oneLine) {
			return Optional.empty();
		}
		Set<Long> chosen = new HashSet<>();
		this.units.stream()
			.filter((unit) -> directory.find(unit).isPresent())
			.forEach((unit) -> chosen.addAll(directory.lineage(unit, today)));
		Long[] ids = directory.all()
			.stream()
			.filter((unit) -> matches(unit, directory, viewer, today)
					&& (this.units.isEmpty() || chosen.contains(unit.id())))
			.map(Unit::id)
			.toArray(Long[]::new);
		List<String> groups = new ArrayList<>();
		if (viewer.wholeSector() && this.region == null && this.units.isEmpty() && this.lead == null
				&& this.heir == null) {
			Arrays.stream(OrganizationKind.values())
				.filter((one) -> (this.kind == null || this.kind == one) && (this.group == null || this.group == one))
				.map(Enum::name)
				.forEach(groups::add);
		}
		return Optional.of(new Leads(ids, groups.toArray(String[]::new)));
	}

	private boolean matches(Unit unit, UnitDirectory directory, Viewer viewer, LocalDate today) {
		if (this.group != null || this.kind != null && unit.kind() != this.kind
				|| this.region != null && unit.region() != this.region || this.lead != null && this.lead != unit.id()) {
			return false;
		}
		long holder = directory.holderOn(unit.id(), today).id();
		return (this.heir == null || this.heir == holder) && (viewer.wholeSector() || viewer.belongsTo(holder));
	}

	/** Units and names of kinds. */
	record Leads(Long[] units, String[] groups) {

		/** SQL over a table of that alias. */
		static String condition(String alias) {
			return "(%1$s.lead_organization_id = any(:figureLeads) or %1$s.lead_kind = any(:figureGroups))"
				.formatted(alias);
		}

	}

}
