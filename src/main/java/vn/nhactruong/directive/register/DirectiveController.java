package vn.nhactruong.directive.register;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveForm;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.draft.DirectiveDrafts;
import vn.nhactruong.directive.draft.DirectiveFormPage;
import vn.nhactruong.directive.draft.OpenClauses;
import vn.nhactruong.directive.family.BulkForm;
import vn.nhactruong.directive.family.FamilyMatrix;
import vn.nhactruong.directive.figure.Figure;
import vn.nhactruong.directive.figure.FigureScope;
import vn.nhactruong.directive.list.DirectiveFilter;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.directive.page.DirectivePage;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Xlsx;
import vn.nhactruong.workingday.DayOffNotice;

/** The list of directives, one directive, and the form that gives one out. */
@Controller
@SignedIn
class DirectiveController {

	private final Directives directives;

	private final DirectiveQueries queries;

	private final DirectivePages pages;

	private final DirectiveAccess access;

	private final DirectiveDrafts drafts;

	private final FamilyMatrix matrix;

	private final DirectiveFormPage formPage;

	private final OpenClauses openClauses;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final DayOffNotice daysOff;

	private final MessageSource messages;

	private final Clock clock;

	DirectiveController(Directives directives, DirectiveQueries queries, DirectivePages pages, DirectiveAccess access,
			DirectiveDrafts drafts, FamilyMatrix matrix, DirectiveFormPage formPage, OpenClauses openClauses,
			UnitDirectory units, FormHandler forms, DayOffNotice daysOff, MessageSource messages, Clock clock) {
		this.directives = directives;
		this.queries = queries;
		this.pages = pages;
		this.access = access;
		this.drafts = drafts;
		this.matrix = matrix;
		this.formPage = formPage;
		this.openClauses = openClauses;
		this.units = units;
		this.forms = forms;
		this.daysOff = daysOff;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/directives")
	@ForBusiness
	String list(ListRequest list, Viewer viewer, Model model, Locale locale) {
		model.addAttribute("rows", this.queries.list(list, viewer));
		model.addAttribute("years", this.queries.years().stream().map(String::valueOf).map(this::plain).toList());
		model.addAttribute("states", states(viewer, locale));
		model.addAttribute("timelinesses", timelinesses(locale));
		model.addAttribute("sources", Option.of(this.messages, locale, DirectiveSource.values()));
		model.addAttribute("parts", List.of(new Option("lead", text("directive.mine.lead", locale)),
				new Option("coordinating", text("directive.mine.coordinating", locale))));
		model.addAttribute("unitOptions",
				viewer.wholeSector() ? Stream
					.concat(this.units.validOn(LocalDate.now(this.clock))
						.stream()
						.filter((unit) -> DirectiveFormPage.INSIDE.contains(unit.kind())),
							// A unit of the past that a link asks for is chosen, too.
							list.number("unit").flatMap(this.units::find).stream())
					.distinct()
					.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
					.toList() : List.of());
		model.addAttribute("wholeSector", viewer.wholeSector());
		model.addAttribute("mayDirect", this.access.mayDirect(viewer));
		kind(list.parameter("group"))
			.ifPresent((kind) -> model.addAttribute("groupName", text("directive.group." + kind, locale)));
		kind(list.parameter("unitKind"))
			.ifPresent((kind) -> model.addAttribute("unitKindName", text("OrganizationKind." + kind, locale)));
		list.constant("figure", Figure.class).ifPresent((figure) -> {
			model.addAttribute("figureName", text("Figure." + figure, locale));
			model.addAttribute("figurePeriod",
					Stream.of(list.day("figureFrom"), list.day("figureTo"))
						.flatMap(Optional::stream)
						.map(DateFormats::day)
						.collect(Collectors.joining("–")));
			model.addAttribute("figureParameters", FigureScope.PARAMETERS);
		});
		return "directive/list";
	}

	@GetMapping("/directives.xlsx")
	@ForBusiness
	void export(ListRequest list, Viewer viewer, HttpServletResponse response, Locale locale) throws IOException {
		Xlsx.send(response, text("directive.list.title", locale),
				List.of(text("directive.code", locale), text("directive.title", locale), text("directive.unit", locale),
						text("directive.issuedOn", locale), text("directive.dueOn", locale),
						text("directive.status", locale), text("directive.timeliness", locale),
						text("progressForm.percent", locale), text("directive.reportedOn", locale)),
				(sheet) -> this.queries.each(list, viewer, (row) -> sheet.accept(Arrays.<Object>asList(row.code(),
						row.title(), lead(row, locale), row.issuedOn(), row.dueOn(), label(row.status(), locale),
						row.counts() ? label(row.timeliness(), locale) : null, row.percent(), row.reportedOn()))));
	}

	@GetMapping("/directives/{id}")
	String show(@PathVariable long id, ListRequest list, Viewer viewer, Model model, Locale locale) {
		DirectivePage page = this.pages.page(id, viewer);
		model.addAttribute("page", page);
		if (page.family()) {
			this.matrix.into(model, page.children(), new BulkForm(), list, viewer, locale);
		}
		if (page.status() == DirectiveStatus.DRAFT) {
			model.addAttribute("draft", this.drafts.page(id, viewer));
			return "directive/draft";
		}
		return "directive/show";
	}

	/** The units by name are told by the portal, never typed. */
	@InitBinder("directiveForm")
	void onlyWhatIsTyped(WebDataBinder binder) {
		binder.setDisallowedFields("leads", "coordinating");
	}

	/** Without a source: by a document, or by which clause that still waits. */
	@GetMapping(path = "/directives/new", params = { "!clause", "!origin" })
	@ForRoles({ Role.OFFICE, Role.LEADER })
	String choose(Model model) {
		model.addAttribute("clauses", this.openClauses.newest());
		return "directive/choose";
	}

	@GetMapping(path = "/directives/new", params = "clause")
	String blank(@RequestParam long clause, Viewer viewer, Model model) {
		return this.formPage.of(this.directives.prepare(clause, viewer), null, viewer, model);
	}

	@GetMapping(path = "/directives/new", params = { "origin", "!clause" })
	@ForRoles({ Role.OFFICE, Role.LEADER })
	String blank(@RequestParam String origin, @RequestParam(required = false) Long originId, Viewer viewer,
			Model model) {
		DirectiveSource source = Arrays.stream(DirectiveSource.values())
			.filter((known) -> known != DirectiveSource.CLAUSE && known.name().equals(origin))
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("origin", origin));
		if (source == DirectiveSource.WORK_ITEM && originId == null) {
			throw new NotVisibleException("origin", origin);
		}
		return this.formPage.of(source.isDocument() ? this.directives.prepare(source, viewer)
				: this.directives.prepareItem(originId, viewer), null, viewer, model);
	}

	@PostMapping("/directives")
	@ForRoles({ Role.OFFICE, Role.LEADER })
	String create(@Valid @ModelAttribute("directiveForm") DirectiveForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		long[] id = new long[1];
		if (!this.forms.accepted(errors, model, response, () -> id[0] = this.directives.issue(form, viewer),
				() -> this.directives.check(form, viewer))) {
			return this.formPage.of(form, null, viewer, model);
		}
		flash.addFlashAttribute("flash", form.issuedKey());
		this.daysOff.leave(flash, form.getDueOn(), form.getCoordinatingDueOn());
		return "redirect:/directives/" + id[0];
	}

	private static Optional<OrganizationKind> kind(String name) {
		return DirectiveFormPage.INSIDE.stream().filter((kind) -> kind.name().equals(name)).findFirst();
	}

	/** Drafts are for those who give directives out. */
	private List<Option> states(Viewer viewer, Locale locale) {
		return Option.of(this.messages, locale,
				Arrays.stream(DirectiveStatus.values())
					.filter((state) -> state != DirectiveStatus.DRAFT || this.access.mayDirect(viewer))
					.toArray(DirectiveStatus[]::new));
	}

	private List<Option> timelinesses(Locale locale) {
		List<Option> options = new ArrayList<>(DirectiveFilter.timelinesses(this.messages, locale));
		options.add(new Option(DirectiveFilter.ANY, text("directive.timeliness.any", locale)));
		return options;
	}

	private String lead(DirectiveRow row, Locale locale) {
		return (row.lead().kind() != null) ? text("directive.group." + row.lead().kind(), locale) : row.lead().name();
	}

	private Option plain(String value) {
		return new Option(value, value);
	}

	private String label(Enum<?> constant, Locale locale) {
		return Option.label(this.messages, locale, constant);
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
