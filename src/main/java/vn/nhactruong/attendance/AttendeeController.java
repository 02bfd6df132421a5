package vn.nhactruong.attendance;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
import vn.nhactruong.attendance.Attendees.Registration;
import vn.nhactruong.attendance.answer.Board;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.Slice;
import vn.nhactruong.shared.Xlsx;

/** The answers of all units, the list of one, and the form of an attendee. */
@Controller
@SignedIn
class AttendeeController {

	private final Attendees attendees;

	private final ConferenceFrames frames;

	private final FormHandler forms;

	private final MessageSource messages;

	AttendeeController(Attendees attendees, ConferenceFrames frames, FormHandler forms, MessageSource messages) {
		this.attendees = attendees;
		this.frames = frames;
		this.forms = forms;
		this.messages = messages;
	}

	@GetMapping("/conferences/{id}/attendees")
	String board(@PathVariable long id, ListRequest list, Viewer viewer, Model model, Locale locale) {
		Long only = this.attendees.onlyUnit(id, viewer);
		if (only != null) {
			return unit(id, only, viewer, model);
		}
		Board board = this.attendees.board(id, list, viewer);
		frame(board.conference(), viewer, model);
		model.addAttribute("board", board);
		model.addAttribute("rows", new Slice<>(board.rows(), board.rows().size(), 1, Math.max(1, board.rows().size())));
		model.addAttribute("whole", viewer.wholeSector());
		model.addAttribute("kinds", Option.of(this.messages, locale, OrganizationKind.values()));
		return "attendance/board";
	}

	@GetMapping("/conferences/{id}/attendees.xlsx")
	void exportBoard(@PathVariable long id, ListRequest list, Viewer viewer, HttpServletResponse response,
			Locale locale) throws IOException {
		List<List<Object>> rows = this.attendees.board(id, list, viewer)
			.rows()
			.stream()
			.map((row) -> Arrays.<Object>asList(row.unitName(), label(row.kind(), locale), row.quota(),
					row.registered(), row.confirmed(), label(row.answer(), locale),
					row.missing().stream().map((missing) -> label(missing, locale)).collect(Collectors.joining("; ")),
					row.declineReason(), row.travellers(), row.lodgers(), row.remindedAt()))
			.toList();
		Xlsx.send(response, text("attendance.board.title", locale),
				heads(locale, "attendance.unit", "attendance.kind", "attendance.quota", "attendance.registered",
						"attendance.confirmed", "attendance.answer", "attendance.missing", "declinationForm.reason",
						"attendance.board.travellers", "attendance.board.lodgers", "attendance.board.remindedAt"),
				rows);
	}

	@GetMapping("/conferences/{id}/attendees/names.xlsx")
	void exportNames(@PathVariable long id, Viewer viewer, HttpServletResponse response, Locale locale)
			throws IOException {
		int[] number = new int[1];
		List<List<Object>> rows = this.attendees.names(id, viewer)
			.stream()
			.map((row) -> Arrays.<Object>asList(++number[0], row.unitName(), row.fullName(), row.position(),
					(row.rank() != null) ? label(row.rank(), locale) : null, row.phone(), row.email(),
					row.delegationHead() ? text("attendance.list.head", locale) : null, label(row.travel(), locale),
					row.arrivalNote(), row.lodgingFrom(), row.lodgingTo(), label(row.status(), locale), row.code(),
					row.note()))
			.toList();
		Xlsx.send(response, text("attendance.board.names.title", locale),
				heads(locale, "attendance.no", "attendance.unit", "attendeeForm.fullName", "attendeeForm.position",
						"attendeeForm.rank", "attendeeForm.phone", "attendeeForm.email", "attendance.list.head",
						"attendeeForm.travel", "attendeeForm.arrivalNote", "attendeeForm.lodgingFrom",
						"attendeeForm.lodgingTo", "attendance.status", "attendance.badge", "attendeeForm.note"),
				rows);
	}

	@GetMapping("/conferences/{id}/attendees/units/{unit}")
	String unit(@PathVariable long id, @PathVariable long unit, Viewer viewer, Model model) {
		UnitPage page = this.attendees.unit(id, unit, viewer);
		frame(page.conference(), viewer, model);
		model.addAttribute("page", page);
		return "attendance/unit";
	}

	@GetMapping("/conferences/{id}/attendees/new")
	String blank(@PathVariable long id, @RequestParam(required = false) Long unit, Viewer viewer, Model model,
			Locale locale, RedirectAttributes flash) {
		Registration registration = this.attendees.registration(id, unit, viewer);
		return opened(id, flash,
				() -> form(this.attendees.blank(registration, viewer), registration, null, viewer, model, locale));
	}

	@PostMapping("/conferences/{id}/attendees")
	String register(@PathVariable long id, @Valid @ModelAttribute("attendeeForm") AttendeeForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		Registration registration = this.attendees.registrationOf(id, form, errors, viewer);
		Optional<String> head = (form.isDelegationHead() && registration.unit() != null)
				? this.attendees.otherHead(id, registration.unit().organizationId(), null) : Optional.empty();
		long[] unit = new long[1];
		if (!this.forms.accepted(errors, model, response, () -> unit[0] = this.attendees.register(id, form, viewer),
				() -> this.attendees.check(id, form, viewer))) {
			return form(form, registration, null, viewer, model, locale);
		}
		flash.addFlashAttribute("flash",
				head.isPresent() ? "attendance.flash.registeredHead" : "attendance.flash.registered");
		flash.addFlashAttribute("flashArgs", List.of(form.getFullName(), head.orElse("")));
		return toUnit(id, unit[0]);
	}

	@GetMapping("/conferences/{id}/attendees/{attendee}/edit")
	String edit(@PathVariable long id, @PathVariable long attendee, Viewer viewer, Model model, Locale locale,
			RedirectAttributes flash) {
		AttendeeForm form = this.attendees.edit(id, attendee, viewer);
		return opened(id, flash, () -> {
			this.attendees.requireOpen(id, attendee, viewer);
			return form(form, this.attendees.registration(id, form.getOrganizationId(), viewer), attendee, viewer,
					model, locale);
		});
	}

	@PostMapping("/conferences/{id}/attendees/{attendee}")
	String update(@PathVariable long id, @PathVariable long attendee,
			@Valid @ModelAttribute("attendeeForm") AttendeeForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		long unit = Objects.requireNonNull(this.attendees.edit(id, attendee, viewer).getOrganizationId());
		Optional<String> head = form.isDelegationHead() ? this.attendees.otherHead(id, unit, attendee)
				: Optional.empty();
		boolean[] unconfirmed = new boolean[1];
		if (!this.forms.accepted(errors, model, response,
				() -> unconfirmed[0] = this.attendees.update(id, attendee, form, viewer),
				() -> this.attendees.check(id, form, viewer))) {
			return form(form, this.attendees.registration(id, unit, viewer), attendee, viewer, model, locale);
		}
		flash.addFlashAttribute("flash",
				"attendance.flash.saved" + (head.isPresent() ? "Head" : "") + (unconfirmed[0] ? "Unconfirmed" : ""));
		flash.addFlashAttribute("flashArgs", List.of(form.getFullName(), head.orElse("")));
		return toUnit(id, unit);
	}

	/**
	 * A form that is closed leads to the list with the reason: the page one came from may
	 * be the form itself.
	 */
	static String opened(long conference, RedirectAttributes flash, Supplier<String> page) {
		try {
			return page.get();
		}
		catch (RuleViolation closed) {
			flash.addFlashAttribute("flashError", closed.messageKey());
			flash.addFlashAttribute("flashArgs", closed.arguments());
			return "redirect:/conferences/" + conference + "/attendees";
		}
	}

	static String toUnit(long conference, long unit) {
		return "redirect:/conferences/" + conference + "/attendees/units/" + unit;
	}

	private String form(AttendeeForm form, Registration registration, Long attendee, Viewer viewer, Model model,
			Locale locale) {
		ConferenceSummary conference = registration.conference();
		frame(conference, viewer, model);
		model.addAttribute("attendeeForm", form);
		model.addAttribute("registration", registration);
		model.addAttribute("attendee", attendee);
		model.addAttribute("reconfirm", attendee != null && this.attendees.isConfirmed(attendee));
		model.addAttribute("units",
				registration.units()
					.stream()
					.map((row) -> new Option(String.valueOf(row.organizationId()), row.unitName()))
					.toList());
		model.addAttribute("ranks", Option.of(this.messages, locale, CivilRank.values()));
		model.addAttribute("travels", Option.of(this.messages, locale, TravelNeed.values()));
		model.addAttribute("nights",
				List.of(DateFormats.day(conference.startsOn().minusDays(1)), DateFormats.day(conference.endsOn())));
		return "attendance/form";
	}

	private void frame(ConferenceSummary conference, Viewer viewer, Model model) {
		model.addAttribute("frame", this.frames.of(conference, viewer, AttendeesTab.PATH));
	}

	private List<String> heads(Locale locale, String... keys) {
		return Arrays.stream(keys).map((key) -> text(key, locale)).toList();
	}

	private String label(Enum<?> constant, Locale locale) {
		return Option.label(this.messages, locale, constant);
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
