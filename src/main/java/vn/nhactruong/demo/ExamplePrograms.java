package vn.nhactruong.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.adjustment.AdjustmentKind;
import vn.nhactruong.workprogram.adjustment.AdjustmentPlan;
import vn.nhactruong.workprogram.adjustment.Adjustments;
import vn.nhactruong.workprogram.program.WorkPrograms;

/**
 * The ministry's work programs around today, marked as examples: year, quarter and month
 * in force with items in every state, the next month being put together.
 */
@Component
@Profile("demo")
class ExamplePrograms {

	/** Who signs for the units that lead an example. */
	private static final Map<String, String> HEADS = Map.of("CQLTHADS", "truong.thads", "VPB", "chanhvanphong",
			"STP-48", "gd.danang");

	private final DemoFiles files;

	private final Viewers viewers;

	private final WorkPrograms programs;

	private final WorkItems items;

	private final Adjustments adjustments;

	private final UnitDirectory units;

	private final Clock clock;

	ExamplePrograms(DemoFiles files, Viewers viewers, WorkPrograms programs, WorkItems items, Adjustments adjustments,
			UnitDirectory units, Clock clock) {
		this.files = files;
		this.viewers = viewers;
		this.programs = programs;
		this.items = items;
		this.adjustments = adjustments;
		this.units = units;
		this.clock = clock;
	}

	void load() {
		DemoFile.Programs file = this.files.read("programs.json", DemoFile.Programs.class);
		LocalDate today = LocalDate.now(this.clock);
		LocalDate first = today.withDayOfMonth(1);
		LocalDate last = first.plusMonths(1).minusDays(1);
		LocalDate quarterEnd = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1)
			.plusMonths(3)
			.minusDays(1);
		List<Long> year = inForce(PeriodKind.YEAR, today, file.year(), LocalDate.of(today.getYear(), 12, 31),
				List.of());
		List<Long> quarter = inForce(PeriodKind.QUARTER, today, file.quarter(), quarterEnd, year);
		long month = open(PeriodKind.MONTH, today, null);
		List<Long> items = new ArrayList<>();
		for (DemoFile.ProgramItem item : file.month()) {
			items.add(this.items.propose(month, plan(item, within(today.plusDays(item.dueIn()), first, last), quarter),
					as("vanphong")));
		}
		publish(month);
		for (int i = 0; i < items.size(); i++) {
			tell(file.month().get(i), month, items.get(i), today, last);
		}
		next(file, month, last.plusDays(1), items);
	}

	private List<Long> inForce(PeriodKind kind, LocalDate today, List<DemoFile.ProgramItem> content, LocalDate due,
			List<Long> parents) {
		long program = open(kind, today, null);
		List<Long> ids = new ArrayList<>();
		content.forEach((item) -> ids.add(this.items.propose(program, plan(item, due, parents), as("vanphong"))));
		publish(program);
		return ids;
	}

	/** The month's program gets its second version, the next one its proposals. */
	private void next(DemoFile.Programs file, long month, LocalDate start, List<Long> items) {
		long adjusted = items.get(0);
		this.adjustments.approve(month,
				this.adjustments.request(month,
						new AdjustmentPlan(AdjustmentKind.DELIVERABLE, adjusted, null, null,
								this.files.text("demo.program.deliverable"), null, null, null, null,
								this.files.text("demo.program.adjusted")),
						as("truong.thads")),
				as("lanhdao"));
		this.programs.publish(month, as("vanphong"));
		long asked = items.get(items.size() - 1);
		this.adjustments.request(month, new AdjustmentPlan(AdjustmentKind.MOVE, asked, null, null, null, null,
				start.plusDays(9), null, null, this.files.text("demo.program.asked")), as("gd.danang"));
		long next = open(PeriodKind.MONTH, start, start.plusDays(6));
		for (DemoFile.ProgramItem item : file.next()) {
			long id = this.items.propose(next, plan(item, start.plusDays(14), List.of()), as(item.by()));
			if (item.story() == DemoFile.ProgramStory.RETURNED) {
				this.items.giveBack(next, id, this.files.text("demo.program.returned"), as("vanphong"));
			}
		}
	}

	private void tell(DemoFile.ProgramItem item, long program, long id, LocalDate today, LocalDate last) {
		Viewer head = HEADS.containsKey(item.lead()) ? as(HEADS.get(item.lead())) : null;
		switch (item.story()) {
			case IN_PROGRESS -> this.items.progress(program, id, 60, text("progress"), head);
			case OVERDUE -> this.items.progress(program, id, 30, text("overdue"), head);
			case DONE -> done(program, id, today.plusDays(Math.min(0, item.dueIn())), head);
			case DONE_LATE -> done(program, id, today.plusDays(Math.min(0, item.dueIn() + 5)), head);
			case SLIPPED -> this.items.slip(program, id, last.plusDays(15), text("slipped"), head);
			case DROPPED ->
				this.adjustments.approve(program,
						this.adjustments.request(program,
								new AdjustmentPlan(AdjustmentKind.DROP, id, null, null, null, null, null,
										text("decision"), today.minusDays(2), text("dropped")),
								as("vanphong")),
						as("lanhdao"));
			default -> {
			}
		}
	}

	private void done(long program, long id, LocalDate day, Viewer head) {
		this.items.complete(program, id, day, text("document"), day, text("done"), List.of(), head);
	}

	private long open(PeriodKind kind, LocalDate day, LocalDate until) {
		long id = this.programs.open(unit(UnitDirectory.MINISTRY), kind, day, until, null, as("vanphong"));
		this.programs.markExample(id);
		return id;
	}

	private void publish(long program) {
		this.programs.submit(program, as("vanphong"));
		this.programs.approve(program, as("lanhdao"));
		this.programs.publish(program, as("vanphong"));
	}

	private WorkItemPlan plan(DemoFile.ProgramItem item, LocalDate due, List<Long> parents) {
		Set<Long> coordinating = item.coordinating().stream().map(this::unit).collect(Collectors.toSet());
		Long parent = (item.parent() != null && !parents.isEmpty()) ? parents.get(item.parent()) : null;
		return new WorkItemPlan(item.title(), unit(item.lead()), coordinating, item.deliverable(), item.level(), due,
				item.source(), null, null, parent);
	}

	/** Whatever day of the month the demo is loaded on. */
	private static LocalDate within(LocalDate day, LocalDate first, LocalDate last) {
		return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
	}

	private String text(String key) {
		return this.files.text("demo.program." + key);
	}

	private Viewer as(String username) {
		return this.viewers.byUsername(username).orElseThrow();
	}

	private long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

}
