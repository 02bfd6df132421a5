package vn.nhactruong.conference.register;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

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
import vn.nhactruong.conference.ConferenceAccess;
import vn.nhactruong.conference.ConferenceForm;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferenceOrigins;
import vn.nhactruong.conference.ConferencePerson.Part;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Xlsx;

/** The list of conferences, one conference, and the form that plans it. */
@Controller
@SignedIn
class ConferenceController {

	private final Conferences conferences;

	private final ConferenceQueries queries;

	private final ConferencePages pages;

	private final ConferenceAccess access;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final MessageSource messages;

	private final Clock clock;

	ConferenceController(Conferences conferences, ConferenceQueries queries, ConferencePages pages,
			ConferenceAccess access, UnitDirectory units, FormHandler forms, MessageSource messages, Clock clock) {
		this.conferences = conferences;
		this.queries = queries;
		this.pages = pages;
		this.access = access;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/conferences")
	@ForBusiness
	String list(ListRequest list, Viewer viewer, Model model, Locale locale) {
		model.addAttribute("rows", this.queries.list(list, viewer));
		model.addAttribute("mayOrganise", this.access.mayOrganise(viewer));
		model.addAttribute("statuses", Option.of(this.messages, locale, ConferenceStatus.values()));
		model.addAttribute("kinds", Option.of(this.messages, locale, ConferenceKind.values()));
		return "conference/list";
	}

	@GetMapping("/conferences.xlsx")
	@ForBusiness
	void export(ListRequest list, Viewer viewer, HttpServletResponse response, Locale locale) throws IOException {
		List<List<Object>> rows = this.queries.all(list, viewer)
			.stream()
			.map((row) -> Arrays.<Object>asList(row.code(), row.title(), label(row.kind(), locale), row.startsOn(),
					row.endsOn(), row.place(), row.organizer(), label(row.status(), locale), row.invited()))
			.toList();
		Xlsx.send(response, text("conference.list.title", locale),
				List.of(text("conference.code", locale), text("conferenceForm.title", locale),
						text("conferenceForm.kind", locale), text("conferenceForm.startsOn", locale),
						text("conferenceForm.endsOn", locale), text("conferenceForm.place", locale),
						text("conferenceForm.organizerId", locale), text("conference.status", locale),
						text("conference.invitedUnits", locale)),
				rows);
	}

	@GetMapping("/conferences/{id}")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		ConferencePage page = this.pages.page(id, viewer);
		model.addAttribute("page", page);
		model.addAttribute("frame", page.frame());
		return "conference/show";
	}

	@GetMapping("/conferences/new")
	@ForRoles(Role.OFFICE)
	String blank(@RequestParam(required = false) Long workItem, Viewer viewer, Model model, Locale locale) {
		ConferenceForm form = new ConferenceForm();
		form.setOrganizerId(viewer.unitId());
		if (workItem != null) {
			ConferenceOrigins.OriginItem item = this.conferences.carriedOut(workItem, viewer);
			form.setWorkItemId(workItem);
			form.setTitle(item.title());
			form.setContent(item.title());
		}
		return form(form, null, model, locale);
	}

	@PostMapping("/conferences")
	@ForRoles(Role.OFFICE)
	String create(@Valid @ModelAttribute("conferenceForm") ConferenceForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		long[] id = new long[1];
		form.rejectNameless(errors);
		if (!this.forms.accepted(errors, model, response,
				() -> id[0] = this.conferences.create(form.plan(), form.getWorkItemId(), viewer),
				() -> this.conferences.check(form))) {
			return form(form, null, model, locale);
		}
		flash.addFlashAttribute("flash", "conference.created");
		return "redirect:/conferences/" + id[0] + "/invitations";
	}

	@GetMapping("/conferences/{id}/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return form(this.conferences.edit(id, viewer), this.conferences.organised(id, viewer), model, locale);
	}

	@PostMapping("/conferences/{id}")
	String update(@PathVariable long id, @Valid @ModelAttribute("conferenceForm") ConferenceForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		ConferenceSummary conference = this.conferences.organised(id, viewer);
		form.rejectNameless(errors);
		if (!this.forms.accepted(errors, model, response, () -> this.conferences.update(id, form, viewer),
				() -> this.conferences.check(form), names())) {
			return form(form, conference, model, locale);
		}
		flash.addFlashAttribute("flash", "conference.saved");
		return "redirect:/conferences/" + id;
	}

	/** Shows the form of a new conference once more, with room for more people. */
	@PostMapping("/conferences/person-rows")
	@ForRoles(Role.OFFICE)
	String moreRows(@ModelAttribute("conferenceForm") ConferenceForm form, BindingResult errors,
			@RequestParam Part part, Model model, Locale locale) {
		form.addRows(part);
		return form(form, null, model, locale);
	}

	/** Shows the form of a conference once more, with room for more people. */
	@PostMapping("/conferences/{id}/person-rows")
	String moreRows(@PathVariable long id, @ModelAttribute("conferenceForm") ConferenceForm form, BindingResult errors,
			@RequestParam Part part, Viewer viewer, Model model, Locale locale) {
		form.addRows(part);
		return form(form, this.conferences.organised(id, viewer), model, locale);
	}

	private Map<String, Function<Object, String>> names() {
		return Map.of("provinceId", (province) -> this.units.province((String) province).map(Province::name).orElse(""),
				"organizerId", (unit) -> this.units.name((Long) unit), "followsId",
				(earlier) -> this.conferences.code((Long) earlier));
	}

	private String form(ConferenceForm form, ConferenceSummary conference, Model model, Locale locale) {
		LocalDate day = (form.getStartsOn() != null) ? form.getStartsOn() : LocalDate.now(this.clock);
		form.addSpareRows();
		model.addAttribute("conferenceForm", form);
		model.addAttribute("conference", conference);
		model.addAttribute("keptOnPaper", conference != null && this.conferences.isKeptOnPaper(conference.id()));
		model.addAttribute("outdated",
				(conference != null) ? this.conferences.outdated(conference.id(), day) : List.of());
		model.addAttribute("kinds", Option.of(this.messages, locale, ConferenceKind.values()));
		model.addAttribute("halves", Option.of(this.messages, locale, HalfDay.values()));
		model.addAttribute("provinces",
				this.units.provinces()
					.stream()
					.filter((it) -> it.isValidOn(day) || it.id().equals(form.getProvinceId()))
					.map((it) -> new Option(it.id(), it.name()))
					.toList());
		model.addAttribute("organizers", organizers(day, form.getOrganizerId(), locale));
		model.addAttribute("earlier",
				this.queries.earlier(day, form.getFollowsId())
					.stream()
					.filter((it) -> conference == null || it.id() != conference.id()
							|| Long.valueOf(it.id()).equals(form.getFollowsId()))
					.map((it) -> new Option(String.valueOf(it.id()), it.code() + " – " + it.title()))
					.toList());
		return "conference/form";
	}

	/**
	 * Those of the day, and the one that is chosen though the day has moved away from it.
	 */
	private Map<String, List<Option>> organizers(LocalDate day, Long chosen, Locale locale) {
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			if (kind == OrganizationKind.EXTERNAL) {
				continue;
			}
			List<Unit> fitting = this.units.all()
				.stream()
				.filter((unit) -> unit.kind() == kind
						&& (unit.isValidOn(day) || Long.valueOf(unit.id()).equals(chosen)))
				.toList();
			if (!fitting.isEmpty()) {
				groups.put(label(kind, locale),
						fitting.stream().map((unit) -> new Option(String.valueOf(unit.id()), unit.name())).toList());
			}
		}
		return groups;
	}

	private String label(Enum<?> constant, Locale locale) {
		return Option.label(this.messages, locale, constant);
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
