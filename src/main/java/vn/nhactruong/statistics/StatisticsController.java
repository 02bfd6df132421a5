package vn.nhactruong.statistics;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.figure.DirectiveFigures;
import vn.nhactruong.directive.figure.Figure;
import vn.nhactruong.directive.figure.FigurePeriod;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Xlsx;

/** Statistics of directives: on the screen, on paper and as a workbook. */
@Controller
@ForBusiness
class StatisticsController {

	/** The columns of numbers, in this order everywhere. */
	private static final List<Figure> COLUMNS = List.of(Figure.TOTAL, Figure.CARRIED, Figure.ISSUED,
			Figure.DONE_ON_TIME, Figure.DONE_BY_EXTENSION, Figure.DONE_LATE, Figure.OPEN_IN_TIME, Figure.OPEN_OVERDUE,
			Figure.NO_DEADLINE, Figure.EXTENDED);

	private static final EnumSet<OrganizationKind> INSIDE = EnumSet.of(OrganizationKind.DEPARTMENT,
			OrganizationKind.PUBLIC_UNIT, OrganizationKind.PROVINCIAL_JUSTICE, OrganizationKind.PROVINCIAL_ENFORCEMENT);

	private final Statistics statistics;

	private final DirectiveFigures figures;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final MessageSource messages;

	private final Clock clock;

	StatisticsController(Statistics statistics, DirectiveFigures figures, UnitDirectory units, FormHandler forms,
			MessageSource messages, Clock clock) {
		this.statistics = statistics;
		this.figures = figures;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/statistics")
	String show(@ModelAttribute("statisticsForm") StatisticsForm form, BindingResult errors, ListRequest list,
			Viewer viewer, Model model, HttpServletResponse response, Locale locale) {
		this.forms.accepted(errors, model, response, () -> {
			StatisticsPage page = this.statistics.page(form, viewer);
			form.setFrom(page.period().from());
			form.setTo(page.period().to());
			model.addAttribute("page", page);
			model.addAttribute("maker", maker(viewer, locale));
			model.addAttribute("about", about(form, page, viewer, locale));
		}, () -> this.statistics.check(form, viewer));
		model.addAttribute("columns", COLUMNS);
		model.addAttribute("parts", StatisticsLine.PARTS);
		model.addAttribute("picks", picks(list, locale));
		model.addAttribute("wholeSector", viewer.wholeSector());
		model.addAttribute("kinds", Option.of(this.messages, locale, INSIDE.toArray(OrganizationKind[]::new)));
		model.addAttribute("regions", Option.of(this.messages, locale, Region.values()));
		model.addAttribute("readings", Option.of(this.messages, locale, Reading.values()));
		model.addAttribute("sources",
				this.figures.sources().stream().map((source) -> new Option(source, source(source, locale))).toList());
		model.addAttribute("units", units(locale));
		return "statistics/show";
	}

	@GetMapping("/statistics.xlsx")
	String export(@ModelAttribute("statisticsForm") StatisticsForm form, BindingResult errors, ListRequest list,
			Viewer viewer, Model model, HttpServletResponse response, Locale locale) throws IOException {
		StatisticsPage[] page = new StatisticsPage[1];
		if (!this.forms.accepted(errors, model, response, () -> page[0] = this.statistics.page(form, viewer),
				() -> this.statistics.check(form, viewer))) {
			return show(form, errors, list, viewer, model, response, locale);
		}
		List<String> heads = new ArrayList<>(List.of(text("statistics.unit", locale)));
		COLUMNS.forEach((figure) -> heads.add(text("Figure." + figure, locale)));
		heads.add(text("statistics.onTimeRate", locale));
		heads.add(text("statistics.extensionRate", locale));
		List<List<Object>> rows = new ArrayList<>();
		page[0].lines().forEach((line) -> rows.add(cells(name(line, locale), line)));
		rows.add(cells(text("statistics.sum", locale), page[0].total()));
		if (!page[0].years().isEmpty()) {
			rows.add(List.of());
			rows.add(List.of(text("statistics.years", locale, page[0].yearsSpan())));
			page[0].years().forEach((year) -> rows.add(cells(text("statistics.year", locale, year.name()), year)));
		}
		List<String> above = new ArrayList<>(List.of(maker(viewer, locale), text("statistics.title", locale)));
		above.addAll(about(form, page[0], viewer, locale));
		Xlsx.send(response,
				text("statistics.workbook." + form.getReading(), locale,
						DateFormats.day(page[0].period().from()).replace('/', '.'),
						DateFormats.day(page[0].period().to()).replace('/', '.')),
				above, heads, rows);
		return null;
	}

	/** The ministry and, unless it is the ministry itself, the unit that makes them. */
	private String maker(Viewer viewer, Locale locale) {
		String ministry = this.units.byCode(UnitDirectory.MINISTRY).map(Unit::name).orElseThrow();
		return ministry.equals(viewer.unitName()) ? ministry
				: text("statistics.maker", locale, ministry, viewer.unitName());
	}

	/**
	 * What the figures are about, as it stands above them on the page, on paper and in
	 * the workbook.
	 */
	private List<String> about(StatisticsForm form, StatisticsPage page, Viewer viewer, Locale locale) {
		return List.of(
				text("statistics.period", locale, DateFormats.day(page.period().from()),
						DateFormats.day(page.period().to())),
				text(page.isRunning() ? "statistics.asOfToday" : "statistics.asOf", locale,
						DateFormats.day(page.day())),
				text("statistics.whose", locale, String.join("; ", whose(form, viewer, locale))),
				form.getSource().isEmpty() ? text("statistics.sourcesAll", locale) : text("statistics.sourcesChosen",
						locale,
						form.getSource().stream().map((one) -> source(one, locale)).collect(Collectors.joining("; "))),
				text("statistics.reading", locale, Option.label(this.messages, locale, form.getReading())),
				text("statistics.madeAt", locale, DateFormats.moment(Instant.now(this.clock))));
	}

	private static List<Object> cells(String name, StatisticsLine line) {
		List<Object> cells = new ArrayList<>(List.of(name));
		COLUMNS.forEach((figure) -> cells.add(line.count(figure)));
		cells.add(line.onTimeRate());
		cells.add(line.extensionRate());
		return cells;
	}

	private String name(StatisticsLine line, Locale locale) {
		if (line.group() != null) {
			return text("directive.group." + line.group(), locale);
		}
		return (line.goneSince() != null) ? line.name() + " " + text("statistics.gone", locale, line.goneSince())
				: line.name();
	}

	/** The last and the running period of each length, as links that keep all else. */
	private List<Pick> picks(ListRequest list, Locale locale) {
		LocalDate today = LocalDate.now(this.clock);
		int closing = this.statistics.closing();
		List<Pick> picks = new ArrayList<>();
		for (ReportingPeriod length : ReportingPeriod.values()) {
			for (FigurePeriod period : List.of(length.before(today, closing), length.around(today, closing))) {
				picks.add(new Pick(
						text("statistics.pick." + length, locale, length.number(period),
								String.valueOf(period.to().getYear())),
						UriComponentsBuilder.fromUriString(list.url("from", period.from().toString()))
							.replaceQueryParam("to", period.to())
							.toUriString()));
			}
		}
		return picks;
	}

	/** Whose figures these are, in words. */
	private List<String> whose(StatisticsForm form, Viewer viewer, Locale locale) {
		List<String> words = new ArrayList<>();
		if (!viewer.wholeSector()) {
			words.add(viewer.unitName());
		}
		if (form.getKind() != null) {
			words.add(Option.label(this.messages, locale, form.getKind()));
		}
		if (form.getRegion() != null) {
			words.add(Option.label(this.messages, locale, form.getRegion()));
		}
		words.addAll(this.units.names(form.getUnit()));
		if (words.isEmpty()) {
			words.add(text("statistics.allUnits", locale));
		}
		return words;
	}

	/**
	 * By kind, as the register lists them; those that are gone say until when they were.
	 */
	private Map<String, List<Option>> units(Locale locale) {
		LocalDate today = LocalDate.now(this.clock);
		Map<String, List<Option>> units = new LinkedHashMap<>();
		Arrays.stream(OrganizationKind.values())
			.filter(INSIDE::contains)
			.forEach((kind) -> units.put(Option.label(this.messages, locale, kind),
					this.units.all()
						.stream()
						.filter((unit) -> unit.kind() == kind)
						.map((unit) -> new Option(String.valueOf(unit.id()), name(unit, today, locale)))
						.toList()));
		return units;
	}

	private String name(Unit unit, LocalDate today, Locale locale) {
		return unit.isValidOn(today) || unit.validTo() == null ? unit.name()
				: unit.name() + " " + text("statistics.gone", locale, DateFormats.day(unit.validTo()));
	}

	private String source(String source, Locale locale) {
		return text("DirectiveSource." + source, locale);
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, (arguments.length > 0) ? arguments : null, locale);
	}

	/** A period that is often asked for. */
	record Pick(String label, String url) {
	}

}
