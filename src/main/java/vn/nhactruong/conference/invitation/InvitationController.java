package vn.nhactruong.conference.invitation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.InvitationsForm;
import vn.nhactruong.conference.InvitedUnit;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;

/** Which units are invited, with which quota: by kind, by region or one by one. */
@Controller
@SignedIn
class InvitationController {

	private final Conferences conferences;

	private final ConferenceFrames frames;

	private final UnitDirectory units;

	private final FormHandler forms;

	private final MessageSource messages;

	InvitationController(Conferences conferences, ConferenceFrames frames, UnitDirectory units, FormHandler forms,
			MessageSource messages) {
		this.conferences = conferences;
		this.frames = frames;
		this.units = units;
		this.forms = forms;
		this.messages = messages;
	}

	@GetMapping("/conferences/{id}/invitations")
	String list(@PathVariable long id, Viewer viewer, Model model, Locale locale) {
		return page(id, viewer, model, locale);
	}

	@PostMapping("/conferences/{id}/invitations/groups")
	String inviteGroup(@PathVariable long id, @Valid @ModelAttribute("groupInvitationForm") GroupInvitationForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		int[] added = new int[1];
		if (!this.forms.accepted(errors, model, response, () -> added[0] = this.conferences.invite(id, form.getKind(),
				form.getRegion(), form.getQuota(), form.getParticipants(), viewer))) {
			return page(id, viewer, model, locale);
		}
		return done(id, added[0], flash);
	}

	@PostMapping("/conferences/{id}/invitations")
	String inviteUnits(@PathVariable long id, @Valid @ModelAttribute("unitInvitationForm") UnitInvitationForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		int[] added = new int[1];
		if (!this.forms.accepted(errors, model, response, () -> added[0] = this.conferences.invite(id, form.getUnits(),
				form.getQuota(), form.getParticipants(), viewer))) {
			return page(id, viewer, model, locale);
		}
		return done(id, added[0], flash);
	}

	@PostMapping("/conferences/{id}/invitations/rows")
	String change(@PathVariable long id, @Valid @ModelAttribute("invitationsForm") InvitationsForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes flash) {
		boolean raced = this.conferences.checkInvitations(id, form, errors, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.conferences.changeInvitations(id, form, viewer))) {
			if (raced) {
				response.setStatus(HttpServletResponse.SC_CONFLICT);
			}
			return page(id, viewer, model, locale);
		}
		flash.addFlashAttribute("flash", "conference.invitationsSaved");
		return "redirect:/conferences/" + id + "/invitations";
	}

	@PostMapping("/conferences/{id}/invitations/{invitation}/withdrawal")
	String withdraw(@PathVariable long id, @PathVariable long invitation, Viewer viewer, RedirectAttributes flash) {
		this.conferences.withdrawInvitation(id, invitation, viewer);
		flash.addFlashAttribute("flash", "conference.invitationWithdrawn");
		return "redirect:/conferences/" + id + "/invitations";
	}

	private static String done(long id, int added, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", (added > 0) ? "conference.invited" : "conference.invitedNone");
		flash.addFlashAttribute("flashArgs", new Object[] { added });
		return "redirect:/conferences/" + id + "/invitations";
	}

	private String page(long id, Viewer viewer, Model model, Locale locale) {
		ConferenceSummary conference = this.conferences.organised(id, viewer);
		List<InvitedUnit> invited = this.conferences.invitations(id);
		Set<Long> already = invited.stream().map(InvitedUnit::organizationId).collect(Collectors.toSet());
		model.addAttribute("frame", this.frames.of(conference, viewer, "invitations"));
		model.addAttribute("invitations",
				invited.stream().collect(Collectors.toMap(InvitedUnit::organizationId, this::row)));
		model.addAttribute("kinds",
				Arrays.stream(OrganizationKind.values())
					.filter((kind) -> kind != OrganizationKind.MINISTRY)
					.map((kind) -> new Option(kind.name(),
							text("OrganizationKind." + kind, locale) + " ("
									+ this.units.ofKind(kind, null, conference.startsOn()).size() + ")"))
					.toList());
		model.addAttribute("regions", Option.of(this.messages, locale, Region.values()));
		model.addAttribute("places", invited.stream().mapToInt((it) -> (it.quota() != null) ? it.quota() : 0).sum());
		blank(model, "groupInvitationForm", GroupInvitationForm::new);
		blank(model, "unitInvitationForm", UnitInvitationForm::new);
		blank(model, "invitationsForm", () -> this.conferences.editInvitations(id, viewer));
		model.addAttribute("choices",
				choices(conference, already, (UnitInvitationForm) model.getAttribute("unitInvitationForm"), locale));
		return "conference/invitations";
	}

	/** The page has three forms; those that were not sent are as they were. */
	private static void blank(Model model, String name, Supplier<?> form) {
		if (!model.containsAttribute(name)) {
			model.addAttribute(name, form.get());
		}
	}

	/**
	 * Who may still be invited, and who was chosen though the conference has moved away
	 * from them since.
	 */
	private Map<String, List<Option>> choices(ConferenceSummary conference, Set<Long> already,
			UnitInvitationForm chosen, Locale locale) {
		Map<String, List<Option>> choices = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			List<Option> free = this.units.all()
				.stream()
				.filter((unit) -> unit.kind() == kind && !already.contains(unit.id())
						&& (unit.isValidOn(conference.startsOn()) || chosen.getUnits().contains(unit.id())))
				.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
				.toList();
			if (!free.isEmpty()) {
				choices.put(text("OrganizationKind." + kind, locale), free);
			}
		}
		return choices;
	}

	private Row row(InvitedUnit invitation) {
		Unit unit = this.units.get(invitation.organizationId());
		return new Row(invitation.id(), unit.name(), "OrganizationKind." + unit.kind());
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	/** One invited unit. */
	record Row(long id, String unit, String kindKey) {
	}

}
