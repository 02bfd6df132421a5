package vn.nhactruong.workprogram.register;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Option;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;

/** The units from which a form about items lets people choose. */
@Component
public class WorkUnitChoices {

	private final UnitDirectory units;

	private final MessageSource messages;

	WorkUnitChoices(UnitDirectory units, MessageSource messages) {
		this.units = units;
		this.messages = messages;
	}

	/**
	 * Kind of unit, as it reads, to the units that exist in the period, and to those that
	 * were chosen all the same.
	 */
	public Map<String, List<Option>> groups(WorkProgram program, Collection<Long> chosen, Locale locale) {
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			if (!WorkProgramAccess.INSIDE.contains(kind)) {
				continue;
			}
			List<Option> options = this.units.all()
				.stream()
				.filter((unit) -> unit.kind() == kind
						&& (existsIn(unit, program.period()) || chosen.contains(unit.id())))
				.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
				.toList();
			if (!options.isEmpty()) {
				groups.put(Option.label(this.messages, locale, kind), options);
			}
		}
		return groups;
	}

	/** The names of units that a form keeps by their ids. */
	public String name(Collection<?> ids) {
		return this.units.all()
			.stream()
			.filter((unit) -> ids.contains(unit.id()))
			.map(Unit::name)
			.collect(Collectors.joining(", "));
	}

	/** The groups in which something is chosen. */
	public static List<String> open(Map<String, List<Option>> groups, List<Long> ids) {
		return groups.entrySet()
			.stream()
			.filter((group) -> group.getValue().stream().anyMatch((unit) -> ids.contains(Long.valueOf(unit.value()))))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static boolean existsIn(Unit unit, Period period) {
		return unit.isValidOn(period.startsOn()) || unit.isValidOn(period.endsOn());
	}

}
