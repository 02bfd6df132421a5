package vn.nhactruong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.springframework.boot.test.context.TestComponent;

import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.ArchivedClause;
import vn.nhactruong.conclusion.ClausePlan;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuePlan;
import vn.nhactruong.conclusion.review.ConclusionReviews;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;

/** Directives for tests, given out of clauses of issued notices. */
@TestComponent
public class TestDirectives {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	public final Directives directives;

	private final DirectiveQueries queries;

	private final Conferences conferences;

	private final Conclusions conclusions;

	private final ConclusionReviews reviews;

	private final UnitDirectory units;

	private final TestPeople people;

	private final Clock clock;

	private final Deque<Long> clauses = new ArrayDeque<>();

	TestDirectives(Directives directives, DirectiveQueries queries, Conferences conferences, Conclusions conclusions,
			ConclusionReviews reviews, UnitDirectory units, TestPeople people, Clock clock) {
		this.directives = directives;
		this.queries = queries;
		this.conferences = conferences;
		this.conclusions = conclusions;
		this.reviews = reviews;
		this.units = units;
		this.people = people;
		this.clock = clock;
	}

	static Directive family(DirectivePlan plan, List<Addressee> coordinators) {
		Directive parent = Directive.draft(2026, plan, true, List.of(), coordinators);
		parent.addressToFamily("2026-0001", 2026);
		return parent;
	}

	/** All rows of a list, as its workbook holds them. */
	public List<DirectiveRow> rows(ListRequest list, Viewer viewer) {
		List<DirectiveRow> rows = new ArrayList<>();
		this.queries.each(list, viewer, rows::add);
		return rows;
	}

	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

	public long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	public String name(String code) {
		return this.units.byCode(code).orElseThrow().name();
	}

	/** How many units of a kind there are today. */
	int kind(OrganizationKind kind) {
		return this.units.ofKind(kind, null, today()).size();
	}

	public long conference(Long followsId) {
		LocalDate day = today().minusDays(30);
		return this.conferences.takeOver("HN-TEST-%03d".formatted(NUMBER.incrementAndGet()),
				new ConferencePlan("Hội nghị thử", ConferenceKind.BRIEFING, day, HalfDay.MORNING, day, HalfDay.MORNING,
						"Hà Nội", null, unit("VPB"), false, false, null, null, null, followsId, null, List.of()),
				Map.of(unit("CCNTT"), "thủ trưởng"), Actor.system());
	}

	public List<Long> clauses(long conferenceId, int number) {
		List<ArchivedClause> clauses = IntStream.rangeClosed(1, number)
			.mapToObj((at) -> new ArchivedClause("Rà soát quy trình nội bộ, giảm giấy tờ hành chính lần " + at,
					List.of(unit("CCNTT")), List.of(), List.of(unit("CQLTHADS")),
					List.of(OrganizationKind.PROVINCIAL_JUSTICE)))
			.toList();
		return this.conclusions.takeOver(conferenceId, List.of(), List.of(), clauses, Actor.system());
	}

	/** A clause of an issued notice, of which nothing was made yet. */
	public long clause() {
		if (this.clauses.isEmpty()) {
			this.clauses.addAll(issuedClauses(20));
		}
		return this.clauses.removeFirst();
	}

	private List<Long> issuedClauses(int number) {
		Viewer office = viewer(Role.OFFICE, "VPB");
		Viewer leader = viewer(Role.LEADER, "BTP");
		LocalDate day = today().minusDays(1);
		long conference = this.conferences.create(new ConferencePlan("Hội nghị thử giao nhiệm vụ",
				ConferenceKind.BRIEFING, day, HalfDay.MORNING, day, HalfDay.MORNING, "Hà Nội", null, unit("VPB"), false,
				true, null, null, null, null, day.minusDays(1).atStartOfDay(this.clock.getZone()).toInstant(),
				List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Bộ trưởng", null))), office);
		this.conferences.invite(conference, List.of(unit("CCNTT")), 2, null, office);
		this.conferences.announce(conference, office);
		List<Long> ids = IntStream.rangeClosed(1, number)
			.mapToObj((at) -> this.conclusions.addClause(conference,
					new ClausePlan(1, "Rà soát quy trình nội bộ, giảm giấy tờ hành chính lần " + at,
							List.of(unit("CCNTT")), List.of(), List.of(unit("CQLTHADS")),
							List.of(OrganizationKind.PROVINCIAL_JUSTICE), null, true, null, false),
					office))
			.toList();
		this.reviews.submit(conference, office);
		this.reviews.approve(conference, 1, leader);
		this.conclusions.issue(conference,
				new IssuePlan(70_000 + NUMBER.incrementAndGet(), today(), "CHÁNH VĂN PHÒNG", "Trần Văn Bình"), office);
		return ids;
	}

	/** Given to the IT department, coordinated by the enforcement department. */
	public long issued(LocalDate dueOn) {
		return issued(dueOn, "CCNTT");
	}

	public long issued(LocalDate dueOn, String... leads) {
		return this.directives.issue(new IssueOrder(clause(), "Rà soát quy trình nội bộ", "Rà soát quy trình nội bộ",
				Arrays.stream(leads).map(this::unit).toList(), List.of(unit("CQLTHADS")), List.of(), dueOn, "Báo cáo"),
				viewer(Role.OFFICE, "VPB"));
	}

	public long received(LocalDate dueOn) {
		long id = issued(dueOn);
		this.directives.receive(id, viewer(Role.CLERK, "CCNTT"));
		return id;
	}

	/** Reported done by the unit's head. */
	public long reported(LocalDate dueOn) {
		long id = received(dueOn);
		this.directives.report(id, new CompletionText("Đã xong", "215/BC-CNTT", today(), "Báo cáo kết quả"), List.of(),
				viewer(Role.UNIT_HEAD, "CCNTT"));
		return id;
	}

	public Viewer viewer(Role role, String unit) {
		return this.people.viewer(this.people.add(role, unit));
	}

}
