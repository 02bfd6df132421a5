package vn.nhactruong.workprogram.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.TextFolding;
import vn.nhactruong.workingday.WorkingDays;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.register.ItemRow;
import vn.nhactruong.workprogram.register.Trigrams;

/**
 * Finds duplicates and clashes in a program that is being put together. It only warns:
 * two units may well have to do what reads alike.
 */
@Component
@Transactional(readOnly = true)
public class WorkWarnings {

	/** From how much alike two titles are worth a look; trigrams in common, 0 to 1. */
	private static final double ALIKE = 0.6;

	/** So many items of one unit on one day are hardly all finished that day. */
	private static final int TOO_MANY = 4;

	/** More pairs than these nobody looks at one by one. */
	private static final int MOST_PAIRS = 200;

	private final JdbcClient jdbc;

	private final WorkingDays workingDays;

	private final UnitDirectory units;

	private final Clock clock;

	WorkWarnings(JdbcClient jdbc, WorkingDays workingDays, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.workingDays = workingDays;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * What is odd about the items that stand in the program or wait to.
	 * @param rows those items
	 */
	public List<WorkWarning> of(WorkProgram program, List<ItemRow> rows) {
		List<WorkWarning> warnings = new ArrayList<>(alike(rows));
		overload(rows, warnings);
		Map<Long, LocalDate> parents = parents(program);
		boolean enclosed = isEnclosed(program);
		for (ItemRow row : rows) {
			LocalDate parentDue = (row.parentId() != null) ? parents.get(row.parentId()) : null;
			if (parentDue != null && row.dueOn().isAfter(parentDue)) {
				warnings.add(new WorkWarning(WorkWarning.Type.AFTER_PARENT, row, null, DateFormats.day(parentDue)));
			}
			if (isProposedForAnother(row, program)) {
				warnings.add(new WorkWarning(WorkWarning.Type.LEAD_NOT_PROPOSER, row, null, row.proposedBy()));
			}
			if (row.parentId() == null && enclosed) {
				warnings.add(new WorkWarning(WorkWarning.Type.NO_PARENT, row, null, null));
			}
			if (!this.workingDays.isWorkingDay(row.dueOn())) {
				warnings.add(new WorkWarning(WorkWarning.Type.DAY_OFF, row, null, DateFormats.day(row.dueOn())));
			}
		}
		return warnings;
	}

	/**
	 * Whether accepting it makes it the work of a unit that may not know of it. What the
	 * office wrote itself it has thought about.
	 */
	private boolean isProposedForAnother(ItemRow row, WorkProgram program) {
		LocalDate today = LocalDate.now(this.clock);
		return row.proposal() == ProposalStatus.PROPOSED && row.proposedById() != program.getScopeId()
				&& this.units.holderOn(row.proposedById(), today).id() != this.units.holderOn(row.leadId(), today).id();
	}

	/** The pairs that are most alike, those first. */
	private static List<WorkWarning> alike(List<ItemRow> rows) {
		List<ItemRow> ordered = rows.stream().sorted(Comparator.comparing(ItemRow::number)).toList();
		List<Trigrams> titles = ordered.stream().map((row) -> Trigrams.of(row.title())).toList();
		PriorityQueue<Pair> found = new PriorityQueue<>(Pair.MOST_ALIKE_FIRST.reversed());
		for (int i = 0; i < ordered.size(); i++) {
			for (int j = i + 1; j < ordered.size(); j++) {
				double likeness = titles.get(i).likeness(titles.get(j), ALIKE);
				if (likeness > 0) {
					found.add(new Pair(ordered.get(i), ordered.get(j), likeness));
				}
				if (found.size() > MOST_PAIRS) {
					found.remove();
				}
			}
		}
		return found.stream().sorted(Pair.MOST_ALIKE_FIRST).map(Pair::warning).toList();
	}

	private static WorkWarning pair(ItemRow one, ItemRow two, boolean same) {
		if (one.coordinatingIds().contains(two.leadId())) {
			return new WorkWarning(WorkWarning.Type.COORDINATOR_LEADS, one, two, two.lead());
		}
		if (two.coordinatingIds().contains(one.leadId())) {
			return new WorkWarning(WorkWarning.Type.COORDINATOR_LEADS, two, one, one.lead());
		}
		return new WorkWarning(same ? WorkWarning.Type.SAME_TITLE : WorkWarning.Type.SIMILAR_TITLE, one, two, null);
	}

	private static void overload(List<ItemRow> rows, List<WorkWarning> warnings) {
		rows.stream()
			.collect(Collectors.groupingBy((row) -> List.of(row.leadId(), row.dueOn()), LinkedHashMap::new,
					Collectors.toList()))
			.values()
			.stream()
			.filter((sameDay) -> sameDay.size() >= TOO_MANY)
			.forEach((sameDay) -> warnings
				.add(new WorkWarning(WorkWarning.Type.OVERLOAD, sameDay.get(0), null, sameDay.get(0).lead() + ": "
						+ sameDay.size() + " (" + DateFormats.day(sameDay.get(0).dueOn()) + ")")));
	}

	private Map<Long, LocalDate> parents(WorkProgram program) {
		return this.jdbc.sql("""
				select distinct pa.id, pa.due_on from work_item i join work_item pa on pa.id = i.parent_id
				where i.program_id = ?
				""")
			.param(program.getId())
			.query((row, number) -> Map.entry(row.getLong("id"), row.getObject("due_on", LocalDate.class)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Whether the same unit has a longer program around this one. */
	private boolean isEnclosed(WorkProgram program) {
		return program.period()
			.kind()
			.enclosing()
			.map((kind) -> this.jdbc.sql("""
					select exists (select from work_program where scope_id = ? and period_kind = ? and starts_on <= ?
					    and ends_on >= ?)
					""")
				.params(program.getScopeId(), kind.name(), program.period().endsOn(), program.period().startsOn())
				.query(Boolean.class)
				.single())
			.orElse(false);
	}

	/** Two items whose titles are alike. */
	private record Pair(ItemRow one, ItemRow two, double likeness) {

		private static final Comparator<Pair> MOST_ALIKE_FIRST = Comparator.comparing(Pair::likeness)
			.reversed()
			.thenComparing((pair) -> pair.one.number())
			.thenComparing((pair) -> pair.two.number());

		private WorkWarning warning() {
			return pair(this.one, this.two,
					TextFolding.fold(this.one.title()).equals(TextFolding.fold(this.two.title())));
		}

	}

}
