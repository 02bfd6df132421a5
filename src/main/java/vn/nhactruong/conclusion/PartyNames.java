package vn.nhactruong.conclusion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.MessageConfiguration;

/** Names units and whole kinds of units in one line. */
@Component
public class PartyNames {

	/** The language of the papers. */
	public static final Locale PAPER = MessageConfiguration.VIETNAMESE;

	private final UnitDirectory units;

	private final MessageSource messages;

	PartyNames(UnitDirectory units, MessageSource messages) {
		this.units = units;
		this.messages = messages;
	}

	/** Such as "Các Sở Tư pháp; Cục Công nghệ thông tin"; empty for nobody. */
	public String of(List<Long> unitIds, List<OrganizationKind> kinds, Locale locale) {
		return Stream.concat(kinds.stream().map((kind) -> ofKind(kind, locale)), this.units.names(unitIds).stream())
			.collect(Collectors.joining("; "));
	}

	public String leads(ClausePlan plan, Locale locale) {
		return of(plan.leadIds(), plan.leadKinds(), locale);
	}

	public String coordinating(ClausePlan plan, Locale locale) {
		return of(plan.coordinatingIds(), plan.coordinatingKinds(), locale);
	}

	public String ofKind(OrganizationKind kind, Locale locale) {
		return this.messages.getMessage("conclusion.all." + kind, null, locale);
	}

}
