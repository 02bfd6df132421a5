package vn.nhactruong.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.agenda.AgendaContent;
import vn.nhactruong.agenda.Agendas;
import vn.nhactruong.attendance.AttendeeDetails;
import vn.nhactruong.attendance.Attendees;
import vn.nhactruong.attendance.CivilRank;
import vn.nhactruong.attendance.TravelNeed;
import vn.nhactruong.conclusion.AssessmentKind;
import vn.nhactruong.conclusion.ClausePlan;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuePlan;
import vn.nhactruong.conclusion.review.ConclusionReviews;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePerson.Part;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.workingday.WorkingDays;

/**
 * Examples, marked as such and dated relative to today: a concluded conference whose
 * directives stand in every state, and the announced one that follows it, open for
 * registration. Everything is done by the demo accounts through the same façades as in
 * daily work.
 */
@Component
@Profile("demo")
class ExampleConferences {

	private static final int CONCLUDED_DAYS_AGO = 45;

	private static final int NOTICE_DAYS_AGO = 42;

	private static final int ANNOUNCED_IN_WORKING_DAYS = 12;

	private static final int LOCK_DAYS_BEFORE = 3;

	private final DemoFiles files;

	private final Viewers viewers;

	private final Conferences conferences;

	private final Agendas agendas;

	private final Attendees attendees;

	private final Conclusions conclusions;

	private final ConclusionReviews reviews;

	private final ExampleDirectives directives;

	private final UnitDirectory units;

	private final WorkingDays workingDays;

	private final Clock clock;

	ExampleConferences(DemoFiles files, Viewers viewers, Conferences conferences, Agendas agendas, Attendees attendees,
			Conclusions conclusions, ConclusionReviews reviews, ExampleDirectives directives, UnitDirectory units,
			WorkingDays workingDays, Clock clock) {
		this.files = files;
		this.viewers = viewers;
		this.conferences = conferences;
		this.agendas = agendas;
		this.attendees = attendees;
		this.conclusions = conclusions;
		this.reviews = reviews;
		this.directives = directives;
		this.units = units;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	void load() {
		DemoFile.Examples file = this.files.read("examples.json", DemoFile.Examples.class);
		LocalDate today = LocalDate.now(this.clock);
		long concluded = conclude(file, today);
		announce(file, concluded, today);
	}

	private long conclude(DemoFile.Examples file, LocalDate today) {
		DemoFile.Example example = file.concluded();
		Viewer office = as("vanphong");
		LocalDate day = this.workingDays.onOrAfter(today.minusDays(CONCLUDED_DAYS_AGO));
		long id = this.conferences.create(
				plan(example, day, day, HalfDay.MORNING, null,
						day.minusDays(LOCK_DAYS_BEFORE).atTime(17, 0).atZone(this.clock.getZone()).toInstant()),
				office);
		this.conferences.markExample(id);
		this.conferences.invite(id, ids(List.of("CQLTHADS", "CCNTT", "CKHTC", "VTCCB")), 2, example.participants(),
				office);
		this.conferences.invite(id, OrganizationKind.PROVINCIAL_JUSTICE, Region.CENTRAL, 2, example.participants(),
				office);
		agenda(id, example, day, office);
		this.conferences.announce(id, office);
		this.conferences.begin(id, office);
		example.achievements()
			.forEach((text) -> this.conclusions.addAssessment(id, AssessmentKind.ACHIEVEMENT, text, office));
		example.limitations()
			.forEach((text) -> this.conclusions.addAssessment(id, AssessmentKind.LIMITATION, text, office));
		example.contributions()
			.forEach((it) -> this.conclusions.addContribution(id, it.speaker(), it.unit(), it.text(), office));
		List<Long> clauses = new ArrayList<>();
		for (DemoFile.ExampleDirective directive : file.directives()) {
			LocalDate due = this.directives.due(directive, today);
			clauses.add(this.conclusions.addClause(id,
					new ClausePlan(1, directive.text(), ids(directive.leads()), List.of(),
							ids(directive.coordinating()), List.of(), due, due == null, directive.deliverable(), false),
					office));
		}
		this.reviews.submit(id, office);
		this.reviews.approve(id, 1, as("lanhdao"));
		this.conclusions.issue(id, new IssuePlan(1, this.workingDays.onOrAfter(today.minusDays(NOTICE_DAYS_AGO)),
				example.signerTitle(), example.signerName()), as("chanhvanphong"));
		for (int i = 0; i < clauses.size(); i++) {
			this.directives.tell(file.directives().get(i), clauses.get(i), today);
		}
		return id;
	}

	private void announce(DemoFile.Examples file, long follows, LocalDate today) {
		DemoFile.Example example = file.announced();
		Viewer office = as("vanphong");
		LocalDate first = this.workingDays.after(today, ANNOUNCED_IN_WORKING_DAYS).date();
		LocalDate last = this.workingDays.after(first, 1).date();
		Instant lock = first.minusDays(LOCK_DAYS_BEFORE)
			.atTime(LocalTime.of(17, 0))
			.atZone(this.clock.getZone())
			.toInstant();
		long id = this.conferences.create(plan(example, first, last, HalfDay.AFTERNOON, follows, lock), office);
		this.conferences.markExample(id);
		this.conferences.invite(id, OrganizationKind.PROVINCIAL_JUSTICE, Region.CENTRAL, 3, example.participants(),
				office);
		this.conferences.invite(id, OrganizationKind.PROVINCIAL_ENFORCEMENT, Region.CENTRAL, 2, example.participants(),
				office);
		this.conferences.invite(id, ids(List.of("CQLTHADS", "CCNTT")), 2, example.participants(), office);
		agenda(id, example, first, office);
		this.conferences.announce(id, office);
		for (DemoFile.ExampleAttendee attendee : file.attendees()) {
			long unit = unit(attendee.unit());
			this.attendees
				.register(id, unit,
						new AttendeeDetails(attendee.name(), attendee.position(), attendee.phone(), null,
								CivilRank.EXPERT, TravelNeed.NONE, null, false, null, null, attendee.head(), null),
						office);
			if (attendee.confirmedBy() != null) {
				this.attendees.confirm(id, unit, as(attendee.confirmedBy()));
			}
		}
	}

	private void agenda(long id, DemoFile.Example example, LocalDate day, Viewer office) {
		for (DemoFile.ExampleItem item : example.agenda()) {
			this.agendas.add(id, new AgendaContent(item.kind(), item.title(), day, item.from(), item.to(),
					item.speaker(), null, null, null), office);
		}
		this.agendas.release(id, null, office);
	}

	private ConferencePlan plan(DemoFile.Example example, LocalDate first, LocalDate last, HalfDay end, Long follows,
			Instant lock) {
		return new ConferencePlan(example.title(), example.kind(), first, HalfDay.MORNING, last, end, example.place(),
				example.provinceId(), unit(UnitDirectory.MINISTRY_OFFICE), true, false, example.content(),
				example.participants(), null, follows, lock,
				List.of(new ConferencePerson(Part.CHAIR, example.chair().name(), example.chair().position()),
						new ConferencePerson(Part.SECRETARY, example.secretary().name(),
								example.secretary().position())));
	}

	private Viewer as(String username) {
		return this.viewers.byUsername(username).orElseThrow();
	}

	private List<Long> ids(List<String> codes) {
		return codes.stream().map(this::unit).toList();
	}

	private long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

}
