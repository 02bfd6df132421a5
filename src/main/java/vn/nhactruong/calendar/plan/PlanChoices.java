package vn.nhactruong.calendar.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Option;

/** What a form of the week offers, with what was chosen while it could be. */
@Component
public class PlanChoices {

	private final CalendarResources resources;

	private final UnitDirectory units;

	private final MessageSource messages;

	PlanChoices(CalendarResources resources, UnitDirectory units, MessageSource messages) {
		this.resources = resources;
		this.units = units;
		this.messages = messages;
	}

	/**
	 * Puts {@code leaders}, {@code rooms}, {@code cars}, {@code units} and
	 * {@code openGroups} into the model.
	 * @param day whose units are offered
	 * @param chosen of the catalogue, each may be {@code null}
	 * @param preparingUnitId may be {@code null}
	 */
	public void into(Model model, LocalDate day, Stream<Long> chosen, Long preparingUnitId, Collection<Long> unitIds,
			Locale locale) {
		Set<Long> kept = chosen.filter(Objects::nonNull).collect(Collectors.toSet());
		List<Resource> all = List.copyOf(this.resources.all().values());
		model.addAttribute("leaders", choices(all, ResourceKind.LEADER, kept, locale));
		model.addAttribute("rooms", choices(all, ResourceKind.ROOM, kept, locale));
		model.addAttribute("cars", choices(all, ResourceKind.CAR, kept, locale));
		Map<String, List<Option>> groups = units(day, preparingUnitId, unitIds, locale);
		model.addAttribute("units", groups);
		model.addAttribute("openGroups", openGroups(groups, unitIds));
	}

	private List<Option> choices(List<Resource> all, ResourceKind kind, Set<Long> chosen, Locale locale) {
		return all.stream()
			.filter((it) -> it.kind() == kind && (!it.retired() || chosen.contains(it.id())))
			.map((it) -> new Option(String.valueOf(it.id()),
					(it.seats() != null) ? this.messages.getMessage("calendar.withSeats",
							new Object[] { it.name(), it.seats() }, locale) : it.name()))
			.toList();
	}

	/** A group in which something is chosen isn't folded away. */
	private static Set<String> openGroups(Map<String, List<Option>> units, Collection<Long> chosen) {
		return units.entrySet()
			.stream()
			.filter((group) -> group.getValue()
				.stream()
				.anyMatch((unit) -> chosen != null && chosen.contains(Long.valueOf(unit.value()))))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Those of the day, and those chosen that the day has moved away from. */
	private Map<String, List<Option>> units(LocalDate day, Long preparing, Collection<Long> chosen, Locale locale) {
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			List<Unit> valid = this.units.all()
				.stream()
				.filter((unit) -> unit.kind() == kind && (unit.isValidOn(day)
						|| Long.valueOf(unit.id()).equals(preparing) || chosen != null && chosen.contains(unit.id())))
				.toList();
			if (!valid.isEmpty()) {
				groups.put(Option.label(this.messages, locale, kind),
						valid.stream().map((unit) -> new Option(String.valueOf(unit.id()), unit.name())).toList());
			}
		}
		return groups;
	}

}
