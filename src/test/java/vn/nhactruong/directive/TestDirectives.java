package vn.nhactruong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.springframework.boot.test.context.TestComponent;

import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.ArchivedClause;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.Role;

/** Directives for tests, given out of clauses of a conference that was taken over. */
@TestComponent
class TestDirectives {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	final Directives directives;

	private final Conferences conferences;

	private final Conclusions conclusions;

	private final UnitDirectory units;

	private final TestPeople people;

	private final Clock clock;

	TestDirectives(Directives directives, Conferences conferences, Conclusions conclusions, UnitDirectory units,
			TestPeople people, Clock clock) {
		this.directives = directives;
		this.conferences = conferences;
		this.conclusions = conclusions;
		this.units = units;
		this.people = people;
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	long conference(Long followsId) {
		LocalDate day = today().minusDays(30);
		return this.conferences.takeOver("HN-TEST-%03d".formatted(NUMBER.incrementAndGet()),
				new ConferencePlan("Hội nghị thử", ConferenceKind.BRIEFING, day, HalfDay.MORNING, day, HalfDay.MORNING,
						"Hà Nội", null, unit("VPB"), false, false, null, null, null, followsId, null, List.of()),
				Map.of(unit("CCNTT"), "thủ trưởng"), Actor.system());
	}

	List<Long> clauses(long conferenceId, int number) {
		List<ArchivedClause> clauses = IntStream.rangeClosed(1, number)
			.mapToObj((at) -> new ArchivedClause("Rà soát quy trình nội bộ, giảm giấy tờ hành chính lần " + at,
					List.of(unit("CCNTT")), List.of(), List.of(unit("CQLTHADS")),
					List.of(OrganizationKind.PROVINCIAL_JUSTICE)))
			.toList();
		return this.conclusions.takeOver(conferenceId, List.of(), List.of(), clauses, Actor.system());
	}

	long clause() {
		return clauses(conference(null), 1).get(0);
	}

	/** Given to the IT department, coordinated by the enforcement department. */
	long issued(LocalDate dueOn) {
		return issued(dueOn, "CCNTT");
	}

	long issued(LocalDate dueOn, String... leads) {
		return this.directives.issue(new IssueOrder(clause(), "Rà soát quy trình nội bộ", "Rà soát quy trình nội bộ",
				Arrays.stream(leads).map(this::unit).toList(), List.of(unit("CQLTHADS")), List.of(), dueOn, "Báo cáo"),
				viewer(Role.OFFICE, "VPB"));
	}

	long received(LocalDate dueOn) {
		long id = issued(dueOn);
		this.directives.receive(id, viewer(Role.CLERK, "CCNTT"));
		return id;
	}

	/** Reported done by the unit's head. */
	long reported(LocalDate dueOn) {
		long id = received(dueOn);
		this.directives.report(id, new CompletionText("Đã xong", "215/BC-CNTT", today(), null), List.of(),
				viewer(Role.UNIT_HEAD, "CCNTT"));
		return id;
	}

	Viewer viewer(Role role, String unit) {
		return this.people.viewer(this.people.add(role, unit));
	}

}
