package vn.nhactruong.calendar.trip;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.plan.ClashRow;
import vn.nhactruong.calendar.plan.PapersForm;
import vn.nhactruong.calendar.plan.PlanChoices;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Xlsx;

/**
 * The leaders' business trips: list, page, form, the clashes while one is typed, papers.
 */
@Controller
@SignedIn
class BusinessTripController {

	private final BusinessTrips trips;

	private final TripQueries queries;

	private final TripPages pages;

	private final PlanChoices choices;

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final MessageSource messages;

	private final Clock clock;

	BusinessTripController(BusinessTrips trips, TripQueries queries, TripPages pages, PlanChoices choices,
			CalendarResources resources, CalendarAccess access, UnitDirectory units, FormHandler forms,
			MessageSource messages, Clock clock) {
		this.trips = trips;
		this.queries = queries;
		this.pages = pages;
		this.choices = choices;
		this.resources = resources;
		this.access = access;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/calendar/trips")
	@ForBusiness
	String list(ListRequest list, Viewer viewer, Model model, Locale locale) {
		model.addAttribute("rows", this.queries.list(list, viewer));
		model.addAttribute("states", Option.of(this.messages, locale, EntryStatus.values()));
		model.addAttribute("leaders",
				this.queries.leaders().stream().map((it) -> new Option(String.valueOf(it.id()), it.name())).toList());
		model.addAttribute("years",
				this.queries.years(viewer)
					.stream()
					.map(String::valueOf)
					.map((year) -> new Option(year, year))
					.toList());
		model.addAttribute("mayAdd", this.access.mayAdd(viewer));
		model.addAttribute("arranges", this.access.mayArrange(viewer));
		return "calendar/trip/list";
	}

	@GetMapping("/calendar/trips.xlsx")
	@ForBusiness
	void export(ListRequest list, Viewer viewer, HttpServletResponse response, Locale locale) throws IOException {
		List<List<Object>> rows = this.queries.all(list, viewer)
			.stream()
			.map((row) -> Arrays.<Object>asList(row.title(), row.startsOn(),
					Option.label(this.messages, locale, row.startsHalf()), row.departsAt(), row.endsOn(),
					Option.label(this.messages, locale, row.endsHalf()), row.returnsAt(), row.leaders(), row.where(),
					row.unit(), Option.label(this.messages, locale, row.status())))
			.toList();
		Xlsx.send(response, text("calendar.trips", locale),
				Stream
					.of("businessTripForm.title", "businessTripForm.startsOn", "businessTripForm.startsHalf",
							"businessTripForm.departsAt", "businessTripForm.endsOn", "businessTripForm.endsHalf",
							"businessTripForm.returnsAt", "calendar.leaders", "calendar.trip.where",
							"calendar.registeredBy", "calendar.entry.status")
					.map((key) -> text(key, locale))
					.toList(),
				rows);
	}

	@GetMapping("/calendar/trips/{id}")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.trip(id, viewer));
		return "calendar/trip/show";
	}

	@GetMapping("/calendar/trips/new")
	@ForBusiness
	String blank(@RequestParam(required = false) String day, @RequestParam(required = false) String leader,
			Viewer viewer, Model model, Locale locale) {
		this.access.requireAdder(viewer);
		BusinessTripForm form = new BusinessTripForm();
		form.setStartsOn(DateFormats.typedDay(day).orElse(null));
		if (leader != null && leader.matches("\\d{1,18}")) {
			form.setLeaderIds(new ArrayList<>(List.of(Long.valueOf(leader))));
		}
		return form(form, null, viewer, model, locale);
	}

	@PostMapping("/calendar/trips")
	@ForBusiness
	String create(@Valid @ModelAttribute("businessTripForm") BusinessTripForm form, BindingResult errors, Viewer viewer,
			Model model, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		this.access.requireAdder(viewer);
		long[] id = new long[1];
		if (!this.forms.accepted(errors, model, response, () -> id[0] = this.trips.add(form.plan(), viewer),
				() -> this.trips.check(form, null, viewer))) {
			return form(form, null, viewer, model, locale);
		}
		return saved(id[0], this.access.mayArrange(viewer) ? "calendar.added" : "calendar.registered", viewer, flash);
	}

	@GetMapping("/calendar/trips/{id}/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return form(this.trips.edit(id, viewer), id, viewer, model, locale);
	}

	@PostMapping("/calendar/trips/{id}")
	String update(@PathVariable long id, @Valid @ModelAttribute("businessTripForm") BusinessTripForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		this.trips.requireWriter(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.trips.update(id, form, viewer),
				() -> this.trips.check(form, id, viewer), names())) {
			return form(form, id, viewer, model, locale);
		}
		return saved(id, "calendar.saved", viewer, flash);
	}

	/**
	 * What is typed so far, compared with its weeks: a part of the page where it is asked
	 * for while typing, the whole form where a button asks.
	 */
	@PostMapping("/calendar/trips/clashes")
	@ForBusiness
	String clashes(@RequestParam(required = false) Long trip,
			@RequestHeader(name = "HX-Request", required = false) String part,
			@ModelAttribute("businessTripForm") BusinessTripForm form, BindingResult errors, Viewer viewer, Model model,
			Locale locale) {
		Optional<List<ClashRow>> found = this.trips.clashes(form, trip, viewer);
		model.addAttribute("clashes", found.orElse(List.of()));
		model.addAttribute("compared", found.isPresent());
		model.addAttribute("incomplete", "calendar.trip.clash.incomplete");
		return (part != null) ? "calendar/_clashes :: found" : form(form, trip, viewer, model, locale);
	}

	@GetMapping("/calendar/trips/{id}/papers")
	String papers(@PathVariable long id, Viewer viewer, Model model) {
		this.trips.edit(id, viewer);
		model.addAttribute("papersForm", new PapersForm());
		return papersPage(id, viewer, model);
	}

	@PostMapping("/calendar/trips/{id}/papers")
	String attach(@PathVariable long id, @ModelAttribute("papersForm") PapersForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.trips.requireWriter(id, viewer);
		List<MultipartFile> sent = form.getFiles();
		if (!this.forms.accepted(errors, model, response, () -> this.trips.attach(id, sent, viewer))) {
			return papersPage(id, viewer, model);
		}
		flash.addFlashAttribute("flash", "calendar.papersAdded");
		return "redirect:" + BusinessTrips.url(id);
	}

	private String papersPage(long id, Viewer viewer, Model model) {
		TripPage page = this.pages.trip(id, viewer);
		model.addAttribute("of", BusinessTrips.url(id));
		model.addAttribute("ofTitle", page.title());
		model.addAttribute("files", page.files());
		model.addAttribute("mayChange", page.mayEdit());
		return "calendar/papers";
	}

	/** Saved all the same: a clash keeps a week from going out, not the typing. */
	private String saved(long id, String message, Viewer viewer, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", this.trips.isClashing(id, viewer) ? message + "Clashing" : message);
		return "redirect:" + BusinessTrips.url(id);
	}

	private Map<String, Function<Object, String>> names() {
		Map<Long, Resource> catalogue = this.resources.all();
		return Map.of("provinceId", (province) -> this.units.province((String) province).map(Province::name).orElse(""),
				"leaderIds", (ids) -> Resource.names(catalogue, longs(ids)), "carId",
				(id) -> Resource.names(catalogue, List.of((Long) id)), "unitIds",
				(ids) -> String.join("; ", this.units.names(longs(ids))), "preparingUnitId",
				(id) -> this.units.name((Long) id));
	}

	private static List<Long> longs(Object ids) {
		return ((List<?>) ids).stream().map(Long.class::cast).toList();
	}

	private String form(BusinessTripForm form, Long trip, Viewer viewer, Model model, Locale locale) {
		LocalDate day = (form.getStartsOn() != null) ? form.getStartsOn() : LocalDate.now(this.clock);
		model.addAttribute("businessTripForm", form);
		model.addAttribute("trip", trip);
		model.addAttribute("arranges", this.access.mayArrange(viewer));
		model.addAttribute("halves", Option.of(this.messages, locale, HalfDay.values()));
		model.addAttribute("provinces",
				this.units.provinces()
					.stream()
					.filter((it) -> it.isValidOn(day) || it.id().equals(form.getProvinceId()))
					.map((it) -> new Option(it.id(), it.name()))
					.toList());
		this.choices.into(model, day, Stream.concat(form.getLeaderIds().stream(), Stream.ofNullable(form.getCarId())),
				form.getPreparingUnitId(), form.getUnitIds(), locale);
		return "calendar/trip/form";
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
