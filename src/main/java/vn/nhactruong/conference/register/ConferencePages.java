package vn.nhactruong.conference.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.Conference;
import vn.nhactruong.conference.ConferenceAccess;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.conference.ConferencePerson.Part;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.InvitedUnit;
import vn.nhactruong.conference.register.ConferencePage.Check;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.workingday.Deadline;
import vn.nhactruong.workingday.WorkingDays;

/** Puts a conference's first page together for one viewer. */
@Component
@Transactional(readOnly = true)
class ConferencePages {

	private final Conferences conferences;

	private final ConferenceAccess access;

	private final ConferenceFrames frames;

	private final UnitDirectory units;

	private final Settings settings;

	private final WorkingDays workingDays;

	private final Clock clock;

	ConferencePages(Conferences conferences, ConferenceAccess access, ConferenceFrames frames, UnitDirectory units,
			Settings settings, WorkingDays workingDays, Clock clock) {
		this.conferences = conferences;
		this.access = access;
		this.frames = frames;
		this.units = units;
		this.settings = settings;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	ConferencePage page(long id, Viewer viewer) {
		Conference conference = this.conferences.load(id, viewer);
		ConferenceSummary summary = ConferenceSummary.of(conference);
		List<InvitedUnit> invited = this.conferences.invitations(id);
		LocalDate today = LocalDate.now(this.clock);
		boolean organises = this.access.mayOrganise(viewer);
		Deadline due = this.settings.find(RuleKey.INVITATION_LEAD, conference.getStartsOn())
			.map((lead) -> this.workingDays.before(conference.getStartsOn(), lead.number()))
			.orElse(null);
		return new ConferencePage(this.frames.of(summary, viewer, ""),
				this.units.province(conference.getProvinceId()).map(Province::name).orElse(null),
				persons(conference, Part.CHAIR), persons(conference, Part.SECRETARY), persons(conference, Part.GUEST),
				conference.getContent(), conference.getParticipants(), conference.getNote(), conference.isOpen(),
				conference.isUrgent(), conference.getRegistrationClosesAt(),
				summary.registrationOpen(this.clock.instant()), conference.getReason(), follows(conference, viewer),
				this.conferences.origin(conference.getWorkItemId(), viewer).orElse(null), invited.size(),
				byKind(invited), own(invited, viewer), organises, organises && conference.mayBegin(today),
				organises && this.conferences.mayWithdrawOpening(conference),
				(organises && conference.getStatus() == ConferenceStatus.DRAFT)
						? checks(conference, invited.size(), due, today) : List.of(),
				due);
	}

	/** The earlier conference is named only to who may see it. */
	private ConferenceSummary follows(Conference conference, Viewer viewer) {
		if (conference.getFollowsId() == null) {
			return null;
		}
		return this.conferences.ifVisible(conference.getFollowsId(), viewer).orElse(null);
	}

	private List<Check> checks(Conference conference, int invited, Deadline due, LocalDate today) {
		List<Check> checks = new ArrayList<>();
		checks.add((invited > 0) ? new Check("ok", "conference.check.invited", List.of(invited))
				: new Check("late", "conference.error.nobodyInvited", List.of()));
		checks.add(persons(conference, Part.CHAIR).isEmpty() ? new Check("late", "conference.error.noChair", List.of())
				: new Check("ok", "conference.check.chair", List.of()));
		checks.add(lockCheck(conference));
		if (conference.getContent() == null) {
			checks.add(new Check("soon", "conference.check.noContent", List.of()));
		}
		int halfDays = ConferenceSummary.of(conference).sessions().size();
		this.settings.find(conference.getKind().longest(), conference.getStartsOn())
			.filter((longest) -> halfDays > longest.number())
			.ifPresent((longest) -> checks.add(new Check("soon", "conference.check.tooLong",
					List.of(halfDays, longest.number(), longest.source()))));
		if (conference.getEndsOn().isBefore(today)) {
			checks.add(new Check("soon", "conference.check.past", List.of(DateFormats.day(conference.getEndsOn()))));
		}
		else if (due != null && !conference.isUrgent() && today.isAfter(due.date())) {
			checks.add(new Check("soon", "conference.check.lateInvitation", List.of(DateFormats.day(due.date()))));
		}
		return checks;
	}

	private Check lockCheck(Conference conference) {
		Instant lock = conference.getRegistrationClosesAt();
		if (lock == null) {
			return new Check("late", "conference.error.noLockDate", List.of());
		}
		// Later than the first day is refused by the form.
		boolean onTheDay = lock.atZone(this.clock.getZone()).toLocalDate().equals(conference.getStartsOn());
		return new Check(onTheDay ? "soon" : "ok", onTheDay ? "conference.check.lockOnTheDay" : "conference.check.lock",
				List.of(DateFormats.moment(lock)));
	}

	private List<ConferencePage.KindCount> byKind(List<InvitedUnit> invited) {
		Map<String, long[]> counts = new LinkedHashMap<>();
		for (InvitedUnit invitation : invited) {
			long[] count = counts.computeIfAbsent(
					"OrganizationKind." + this.units.get(invitation.organizationId()).kind(), (kind) -> new long[2]);
			count[0]++;
			count[1] += (invitation.quota() != null) ? invitation.quota() : 0;
		}
		return counts.entrySet()
			.stream()
			.map((entry) -> new ConferencePage.KindCount(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
			.toList();
	}

	private ConferencePage.OwnInvitation own(List<InvitedUnit> invited, Viewer viewer) {
		if (viewer.wholeSector()) {
			return null;
		}
		return invited.stream()
			.filter((invitation) -> viewer.belongsTo(invitation.organizationId()))
			.findFirst()
			.map((invitation) -> new ConferencePage.OwnInvitation(this.units.name(invitation.organizationId()),
					invitation.quota(), invitation.participants(), invitation.declinedAt(), invitation.declineReason()))
			.orElse(null);
	}

	private static List<ConferencePage.Person> persons(Conference conference, Part part) {
		return conference.getPersons()
			.stream()
			.filter((person) -> person.getPart() == part)
			.map((person) -> new ConferencePage.Person(person.getName(), person.getPosition()))
			.toList();
	}

}
