package vn.nhactruong.workprogram.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Xlsx;
import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.ProgramStatus;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItemStatus;
import vn.nhactruong.workprogram.WorkItemRules;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.imports.WorkbookColumns;
import vn.nhactruong.workprogram.register.ItemOutcome;
import vn.nhactruong.workprogram.register.ProgramFrames;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/** The list of work programs, one program with its items, and the form that opens one. */
@Controller
@SignedIn
class WorkProgramController {

	private final WorkPrograms programs;

	private final WorkProgramQueries queries;

	private final WorkProgramPages pages;

	private final ProgramFrames frames;

	private final WorkProgramAccess access;

	private final WorkbookColumns columns;

	private final FormHandler forms;

	private final MessageSource messages;

	WorkProgramController(WorkPrograms programs, WorkProgramQueries queries, WorkProgramPages pages,
			ProgramFrames frames, WorkProgramAccess access, WorkbookColumns columns, FormHandler forms,
			MessageSource messages) {
		this.programs = programs;
		this.queries = queries;
		this.pages = pages;
		this.frames = frames;
		this.access = access;
		this.columns = columns;
		this.forms = forms;
		this.messages = messages;
	}

	@GetMapping("/work-programs")
	@ForBusiness
	String list(ListRequest list, Viewer viewer, Model model, Locale locale) {
		model.addAttribute("rows", this.queries.list(list, viewer));
		model.addAttribute("kinds", Option.of(this.messages, locale, PeriodKind.values()));
		model.addAttribute("states", Option.of(this.messages, locale, ProgramStatus.values()));
		model.addAttribute("years",
				this.queries.years().stream().map(String::valueOf).map((year) -> new Option(year, year)).toList());
		model.addAttribute("whoses",
				List.of(new Option("ministry", text("workprogram.whose.ministry", locale)),
						new Option("own", text("workprogram.whose.own", locale)),
						new Option("units", text("workprogram.whose.units", locale))));
		model.addAttribute("mayOpen", !this.access.scopes(viewer).isEmpty());
		return "workprogram/list";
	}

	@GetMapping("/work-programs.xlsx")
	@ForBusiness
	void export(ListRequest list, Viewer viewer, HttpServletResponse response, Locale locale) throws IOException {
		List<List<Object>> rows = this.queries.all(list, viewer)
			.stream()
			.map((row) -> Arrays.<Object>asList(
					this.messages.getMessage(row.period().getKey(), row.period().getArgs(), locale), row.scope(),
					Option.label(this.messages, locale, row.status()), row.items(), row.done(), row.overdue()))
			.toList();
		Xlsx.send(response, text("workprogram.list.title", locale),
				List.of(text("workprogram.period", locale), text("workprogram.scope", locale),
						text("workprogram.status", locale), text("workprogram.items", locale),
						text("workprogram.done", locale), text("workprogram.overdue", locale)),
				rows);
	}

	@GetMapping("/work-programs/{id}")
	String show(@PathVariable long id, ListRequest list, Viewer viewer, Model model, Locale locale) {
		WorkProgram program = this.programs.load(id, viewer);
		ProgramPage page = this.pages.page(program, viewer);
		model.addAttribute("page", page);
		model.addAttribute("frame", page.frame());
		model.addAttribute("rows", this.queries.items(program, list, viewer));
		model.addAttribute("unitOptions",
				page.readsAll() ? this.queries.leads(program)
					.stream()
					.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
					.toList() : List.of());
		model.addAttribute("states", states(program, locale));
		return "workprogram/show";
	}

	private List<Option> states(WorkProgram program, Locale locale) {
		if (program.getLastVersion() == 0) {
			return Option.of(this.messages, locale, ProposalStatus.values());
		}
		List<Option> states = new ArrayList<>(Option.of(this.messages, locale, ItemOutcome.values()));
		states.addAll(Option.of(this.messages, locale, WorkItemStatus.PLANNED, WorkItemStatus.IN_PROGRESS,
				WorkItemStatus.DONE));
		return states;
	}

	/** The columns that an import reads, so that a workbook goes out and comes back. */
	@GetMapping("/work-programs/{id}.xlsx")
	void exportItems(@PathVariable long id, ListRequest list, Viewer viewer, HttpServletResponse response,
			Locale locale) throws IOException {
		WorkProgram program = this.programs.load(id, viewer);
		Xlsx.send(response, text("workprogram.sheet", locale) + " " + program.period().code().replace('/', '-'),
				this.columns.heads(locale), this.columns.rows(this.queries.allItems(program, list, viewer), locale));
	}

	@GetMapping("/work-programs/new")
	@ForRoles({ Role.OFFICE, Role.UNIT_HEAD, Role.CLERK })
	String blank(@RequestParam(required = false) String after, Viewer viewer, Model model, Locale locale) {
		ProgramForm form = new ProgramForm();
		List<Unit> scopes = this.access.scopes(viewer);
		if (!scopes.isEmpty()) {
			form.setScopeId(scopes.get(0).id());
		}
		form.setKind(PeriodKind.MONTH);
		form.setDay(this.programs.free(form.getScopeId(), Period.around(PeriodKind.MONTH, this.queries.today()).next())
			.startsOn());
		if (after != null && after.matches("\\d{1,15}")) {
			WorkProgram program = this.programs.managed(Long.parseLong(after), viewer);
			form.setScopeId(program.getScopeId());
			form.setKind(program.period().kind());
			form.setDay(program.period().next().startsOn());
		}
		return form(form, null, viewer, model, locale);
	}

	@PostMapping("/work-programs")
	@ForRoles({ Role.OFFICE, Role.UNIT_HEAD, Role.CLERK })
	String create(@Valid @ModelAttribute("programForm") ProgramForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		WorkItemRules.tell(this.programs.violations(form.getScopeId(), form.getKind(), form.getDay(),
				form.getProposalsUntil(), viewer), errors);
		WorkItemRules.tell(form.doubts(this.queries.today()), errors);
		long[] id = new long[1];
		if (!this.forms.accepted(errors, model, response, () -> id[0] = this.programs.open(form.getScopeId(),
				form.getKind(), form.getDay(), form.getProposalsUntil(), form.getNote(), viewer))) {
			model.addAttribute("existing",
					this.programs.existing(form.getScopeId(), form.getKind(), form.getDay())
						.map((program) -> this.frames.frame(program, "", viewer))
						.orElse(null));
			return form(form, null, viewer, model, locale);
		}
		flash.addFlashAttribute("flash", "workprogram.done.opened");
		return "redirect:/work-programs/" + id[0];
	}

	@GetMapping("/work-programs/{id}/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return form(this.programs.edit(id, viewer), id, viewer, model, locale);
	}

	@PostMapping("/work-programs/{id}")
	String update(@PathVariable long id, @Valid @ModelAttribute("programForm") ProgramForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		this.programs.managed(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.programs.update(id, form, viewer))) {
			return form(form, id, viewer, model, locale);
		}
		flash.addFlashAttribute("flash", "workprogram.done.saved");
		return "redirect:/work-programs/" + id;
	}

	private String form(ProgramForm form, Long id, Viewer viewer, Model model, Locale locale) {
		model.addAttribute("programForm", form);
		model.addAttribute("programId", id);
		model.addAttribute("frame", (id != null) ? this.frames.frame(id, "", viewer) : null);
		model.addAttribute("kinds", Option.of(this.messages, locale, PeriodKind.values()));
		model.addAttribute("scopes",
				this.access.scopes(viewer)
					.stream()
					.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
					.toList());
		return "workprogram/form";
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
