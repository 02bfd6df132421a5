package vn.nhactruong.directive.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Option;

/** The units that work can be given to, by their kind, for a field that takes one. */
@Component
public class UnitChoice {

	private final UnitDirectory units;

	private final MessageSource messages;

	private final Clock clock;

	UnitChoice(UnitDirectory units, MessageSource messages, Clock clock) {
		this.units = units;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Those of today, and the one that was chosen and has ended since.
	 * @param chosen {@code null} while none is
	 */
	public Map<String, List<Option>> with(Long chosen, Locale locale) {
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			if (kind != OrganizationKind.MINISTRY && kind != OrganizationKind.EXTERNAL) {
				groups.put(this.messages.getMessage("OrganizationKind." + kind, null, locale), this.units.all()
					.stream()
					.filter((unit) -> unit.kind() == kind
							&& (unit.isValidOn(LocalDate.now(this.clock)) || Long.valueOf(unit.id()).equals(chosen)))
					.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
					.toList());
			}
		}
		return groups;
	}

}
