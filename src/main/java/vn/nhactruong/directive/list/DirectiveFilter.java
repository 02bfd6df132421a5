package vn.nhactruong.directive.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Standing;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.figure.FigureRows;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.TextFolding;

/**
 * The filters of a list as SQL over {@code directive d}. What makes no sense is left out:
 * a URL is typed, too.
 */
public record DirectiveFilter(String condition, Map<String, Object> parameters) {

	/** The value of the timeliness filter that takes all that counts. */
	public static final String ANY = "ANY";

	/**
	 * The value of the timeliness filter that takes, of what is in time, the slipping.
	 */
	public static final String SLIPPING = "SLIPPING";

	/** What a box that is ticked sends. */
	private static final List<String> ONE = List.of("1");

	/** The words that the column of timeliness uses, to filter it by. */
	public static List<Option> timelinesses(MessageSource messages, Locale locale) {
		List<Option> options = new ArrayList<>(Option.of(messages, locale, Timeliness.values()));
		options.add(Timeliness.OPEN_IN_TIME.ordinal() + 1,
				new Option(SLIPPING, messages.getMessage("directive.chip.slipping", null, locale)));
		return options;
	}

	/**
	 * What a list asks for.
	 * @param many whether many directives are behind the number of a statistic that it
	 * asks about; see {@link FigureRows}
	 */
	static DirectiveFilter of(ListRequest list, Viewer viewer, DirectiveAccess access, UnitDirectory units,
			int tolerance, LocalDate today, boolean many) {
		List<String> conditions = new ArrayList<>();
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("today", today);
		parameters.put("units", access.units(viewer));
		parameters.put("readers", access.readers(viewer));
		parameters.put("unitReaders", access.unitReaders(viewer));
		conditions.add(mine(list, viewer, access));
		conditions.add(list.oneOf("family", ONE).isPresent() ? "d.family" : "not d.family");
		if (list.parameter("q") != null) {
			conditions.add("d.folded like :q");
			parameters.put("q", TextFolding.likePattern(list.parameter("q")));
		}
		list.number("unit", (id) -> units.find(id).isPresent()).ifPresent((unit) -> {
			conditions.add("d.holder_organization_id = :unit");
			parameters.put("unit", unit);
		});
		number(list, "clause").ifPresent((clause) -> {
			conditions.add("d.clause_id = :clause");
			parameters.put("clause", clause);
		});
		number(list, "conference").ifPresent((conference) -> {
			conditions.add("d.conference_id = :conference");
			parameters.put("conference", conference);
		});
		list.year("year").ifPresent((year) -> {
			conditions.add("d.year = :year");
			parameters.put("year", year);
		});
		Optional<DirectiveStatus> asked = constant(DirectiveStatus.class, list, "state");
		asked.ifPresent((state) -> {
			conditions.add("d.status = :state");
			parameters.put("state", state.name());
		});
		if (asked.isEmpty()) {
			// Drafts count nowhere; whoever writes them asks for them.
			conditions.add("d.status <> 'DRAFT'");
		}
		constant(DirectiveSource.class, list, "source").ifPresent((source) -> {
			conditions.add("d.source = :source");
			parameters.put("source", source.name());
		});
		if (list.oneOf("slipping", ONE).isPresent() || SLIPPING.equals(list.parameter("timeliness"))) {
			conditions.add(Standing.SLIPPING);
			parameters.put("tolerance", tolerance);
		}
		if (ANY.equals(list.parameter("timeliness"))) {
			conditions.add(Timeliness.COUNTED);
		}
		constant(Timeliness.class, list, "timeliness")
			.ifPresent((timeliness) -> conditions.add(timeliness.condition()));
		constant(OrganizationKind.class, list, "group").ifPresent((kind) -> {
			conditions.add("d.lead_kind = :group");
			parameters.put("group", kind.name());
		});
		constant(OrganizationKind.class, list, "unitKind").ifPresent((kind) -> {
			conditions.add(OF_KIND);
			parameters.putAll(ofKind(kind, units));
		});
		day(list, "from").ifPresent((from) -> {
			conditions.add("d.due_on >= :from");
			parameters.put("from", from);
		});
		day(list, "to").ifPresent((to) -> {
			conditions.add("d.due_on <= :to");
			parameters.put("to", to);
		});
		FigureRows.of(list, today, many)
			.ifPresent((rows) -> conditions
				.add(rows.condition(rows.scope().leads(units, viewer, today), today, parameters)));
		return new DirectiveFilter(String.join("\nand ", conditions), parameters);
	}

	/** Held by a unit of a kind, or led by the kind together. */
	static final String OF_KIND = "(d.holder_organization_id = any(:kindUnits) or d.lead_kind = :unitKind)";

	static Map<String, Object> ofKind(OrganizationKind kind, UnitDirectory units) {
		return Map.of("unitKind", kind.name(), "kindUnits",
				units.all().stream().filter((unit) -> unit.kind() == kind).map(Unit::id).toArray(Long[]::new));
	}

	private static String mine(ListRequest list, Viewer viewer, DirectiveAccess access) {
		String visible = access.condition(viewer);
		Optional<String> part = list.oneOf("mine", List.of("lead", "coordinating"));
		if (part.isEmpty() || visible.equals("false")) {
			return visible;
		}
		return part.get().equals("lead") ? DirectiveAccess.LED : DirectiveAccess.COORDINATED;
	}

	private static Optional<Long> number(ListRequest list, String name) {
		return list.number(name);
	}

	private static Optional<LocalDate> day(ListRequest list, String name) {
		return list.day(name);
	}

	private static <E extends Enum<E>> Optional<E> constant(Class<E> type, ListRequest list, String name) {
		return ANY.equals(list.parameter(name)) || SLIPPING.equals(list.parameter(name)) ? Optional.empty()
				: list.constant(name, type);
	}

}
