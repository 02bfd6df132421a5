package vn.nhactruong.workprogram;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.adjustment.Adjustments;
import vn.nhactruong.workprogram.program.WorkPrograms;

/** Work programs for tests, each for a week of its own. */
@TestComponent
public class TestPrograms {

	private static final LocalDate FIRST = LocalDate.of(2040, 1, 2);

	private static final AtomicInteger AHEAD = new AtomicInteger();

	private static final AtomicInteger BEHIND = new AtomicInteger(2);

	public final WorkPrograms programs;

	public final WorkItems items;

	public final Adjustments adjustments;

	private final UnitDirectory units;

	private final TestPeople people;

	private final JdbcClient jdbc;

	private final Clock clock;

	TestPrograms(WorkPrograms programs, WorkItems items, Adjustments adjustments, UnitDirectory units,
			TestPeople people, JdbcClient jdbc, Clock clock) {
		this.programs = programs;
		this.items = items;
		this.adjustments = adjustments;
		this.units = units;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

	public long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	public Viewer viewer(Role role, String unit) {
		return this.people.viewer(this.people.add(role, unit));
	}

	/** The first day of a week that nobody has a program for. */
	public LocalDate week() {
		return FIRST.plusWeeks(AHEAD.getAndAdd(4));
	}

	/** The same in the past, far enough back for all units to be what they are. */
	public LocalDate pastWeek() {
		return PeriodKind.WEEK.start(today().minusWeeks(BEHIND.getAndAdd(4)));
	}

	/** The ministry's program of that week. */
	public long open(LocalDate day) {
		return this.programs.open(unit("BTP"), PeriodKind.WEEK, day, null, null, viewer(Role.OFFICE, "VPB"));
	}

	public long add(long program, String title, LocalDate dueOn, String lead, String... coordinating) {
		return this.items.propose(program, plan(title, dueOn, lead, coordinating), viewer(Role.OFFICE, "VPB"));
	}

	public long propose(long program, String title, LocalDate dueOn, String unit) {
		return this.items.propose(program, plan(title, dueOn, unit), viewer(Role.CLERK, unit));
	}

	public WorkItemPlan plan(String title, LocalDate dueOn, String lead, String... coordinating) {
		return new WorkItemPlan(title, unit(lead), Set.copyOf(List.of(coordinating).stream().map(this::unit).toList()),
				"Báo cáo", SubmittingLevel.MINISTER, dueOn, "Kết luận giao ban", null, null, null);
	}

	void approve(long program) {
		this.programs.submit(program, viewer(Role.OFFICE, "VPB"));
		this.programs.approve(program, viewer(Role.LEADER, "BTP"));
	}

	public void publish(long program) {
		approve(program);
		this.programs.publish(program, viewer(Role.OFFICE, "VPB"));
	}

	/**
	 * A published program of a past week, as if it had been published then; one item for
	 * each title, due on the week's Friday and led by the IT department.
	 */
	public long published(LocalDate monday, String... titles) {
		long program = open(monday);
		for (String title : titles) {
			add(program, title, monday.plusDays(4), "CCNTT", "CKHTC");
		}
		publish(program);
		return program;
	}

	public long itemOf(long program, String title) {
		return this.jdbc.sql("select id from work_item where program_id = ? and title = ?")
			.params(program, title)
			.query(Long.class)
			.single();
	}

	public String text(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(parameters).query(String.class).single();
	}

}
