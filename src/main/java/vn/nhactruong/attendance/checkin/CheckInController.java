package vn.nhactruong.attendance.checkin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.attendance.Presence;
import vn.nhactruong.attendance.checkin.CheckIns.CheckIn;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.Xlsx;

/** The attendance sheet of a half-day and the acts at the door. */
@Controller
@SignedIn
class CheckInController {

	private final CheckIns checkIns;

	private final ConferenceFrames frames;

	private final MessageSource messages;

	CheckInController(CheckIns checkIns, ConferenceFrames frames, MessageSource messages) {
		this.checkIns = checkIns;
		this.frames = frames;
		this.messages = messages;
	}

	@GetMapping("/conferences/{id}/check-in")
	String sheet(@PathVariable long id, @RequestParam(required = false) String session,
			@RequestParam(required = false) String q, Viewer viewer, Model model) {
		CheckInPage page = this.checkIns.page(id, session, q, viewer);
		model.addAttribute("frame", this.frames.of(page.conference(), viewer, CheckInTab.PATH));
		model.addAttribute("page", page);
		model.addAttribute("presences", Presence.values());
		return "attendance/check-in";
	}

	@GetMapping("/conferences/{id}/check-in.xlsx")
	void export(@PathVariable long id, @RequestParam(required = false) String session,
			@RequestParam(required = false) String q, Viewer viewer, HttpServletResponse response, Locale locale)
			throws IOException {
		CheckInPage page = this.checkIns.page(id, session, q, viewer);
		int[] number = new int[1];
		List<List<Object>> rows = page.units()
			.stream()
			.flatMap((unit) -> unit.attendees().stream())
			.map((row) -> Arrays.<Object>asList(++number[0], row.unitName(), row.fullName(), row.position(), row.code(),
					text((row.presence() != null) ? "Presence." + row.presence() : "attendance.checkIn.notYet", locale),
					row.markedAt()))
			.toList();
		Xlsx.send(response,
				text("attendance.checkIn.title", locale) + " "
						+ text("attendance.half." + page.half(), locale).toLowerCase(locale) + " "
						+ DateFormats.day(page.day()).replace('/', '-'),
				List.of(text("attendance.no", locale), text("attendance.unit", locale),
						text("attendeeForm.fullName", locale), text("attendeeForm.position", locale),
						text("attendance.badge", locale), text("attendance.presence", locale),
						text("attendance.checkIn.markedAt", locale)),
				rows);
	}

	@PostMapping("/conferences/{id}/check-in/{session}/{attendee}")
	String mark(@PathVariable long id, @PathVariable String session, @PathVariable long attendee,
			@RequestParam Presence presence, @RequestParam(required = false) String q, Viewer viewer,
			RedirectAttributes flash) {
		CheckIn checkIn = this.checkIns.mark(id, session, attendee, presence, viewer);
		return back(id, session, q, checkIn, flash);
	}

	@PostMapping("/conferences/{id}/check-in/{session}/codes")
	String enter(@PathVariable long id, @PathVariable String session, @RequestParam(required = false) String code,
			Viewer viewer, RedirectAttributes flash) {
		try {
			return back(id, session, null, this.checkIns.enter(id, session, code, viewer), flash);
		}
		catch (RuleViolation refused) {
			if (!"code".equals(refused.field())) {
				throw refused;
			}
			flash.addFlashAttribute("codeError", refused.messageKey());
			return "redirect:" + url(id, session, null, "badge-code");
		}
	}

	@PostMapping("/conferences/{id}/check-in/{session}/units/{unit}")
	String markUnit(@PathVariable long id, @PathVariable String session, @PathVariable long unit,
			@RequestParam(required = false) String q, Viewer viewer, RedirectAttributes flash) {
		int noted = this.checkIns.markUnit(id, session, unit, viewer);
		flash.addFlashAttribute("flash", (noted > 0) ? "attendance.flash.unitPresent" : "attendance.flash.unitNoted");
		flash.addFlashAttribute("flashArgs", List.of(noted));
		return "redirect:" + url(id, session, q, "unit-" + unit);
	}

	private static String back(long id, String session, String q, CheckIn checkIn, RedirectAttributes flash) {
		boolean done = checkIn.verdict() == CheckInVerdict.CHECKED_IN || checkIn.verdict() == CheckInVerdict.ALREADY;
		flash.addFlashAttribute(done ? "flash" : "flashError", "attendance.verdict." + checkIn.verdict());
		flash.addFlashAttribute("flashArgs", List.of(checkIn.name(), checkIn.unitName()));
		// A half-day outside of the conference has no sheet to return to.
		return "redirect:" + url(id, (checkIn.verdict() != CheckInVerdict.WRONG_SESSION) ? session : null, q,
				(checkIn.attendeeId() != null) ? "attendee-" + checkIn.attendeeId() : null);
	}

	private static String url(long id, String session, String q, String fragment) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath("/conferences/{id}/check-in");
		if (session != null) {
			url.queryParam("session", session);
		}
		if (q != null && !q.isBlank()) {
			url.queryParam("q", "{q}");
		}
		return ((q != null && !q.isBlank()) ? url.fragment(fragment).encode().buildAndExpand(id, q)
				: url.fragment(fragment).encode().buildAndExpand(id))
			.toUriString();
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
