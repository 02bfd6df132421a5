package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.workingday.WorkingDays;

/**
 * Finds duplicates and clashes in a program that is being put together. It only warns:
 * two units may well have to do what reads alike.
 */
@Component
@Transactional(readOnly = true)
class WorkWarnings {

	/** From how much alike two titles are worth a look; trigrams in common, 0 to 1. */
	private static final double ALIKE = 0.6;

	/** So many items of one unit on one day are hardly all finished that day. */
	private static final int TOO_MANY = 4;

	/** More pairs than these nobody looks at one by one. */
	private static final int MOST_PAIRS = 200;

	private final JdbcClient jdbc;

	private final WorkingDays workingDays;

	WorkWarnings(JdbcClient jdbc, WorkingDays workingDays) {
		this.jdbc = jdbc;
		this.workingDays = workingDays;
	}

	/**
	 * What is odd about the items that stand in the program or wait to.
	 * @param rows those items
	 */
	List<WorkWarning> of(WorkProgram program, List<ItemRow> rows) {
		Map<Long, ItemRow> byId = rows.stream().collect(Collectors.toMap(ItemRow::id, Function.identity()));
		List<WorkWarning> warnings = new ArrayList<>(alike(program, byId));
		overload(rows, warnings);
		Map<Long, LocalDate> parents = parents(program);
		boolean enclosed = isEnclosed(program);
		for (ItemRow row : rows) {
			LocalDate parentDue = (row.parentId() != null) ? parents.get(row.parentId()) : null;
			if (parentDue != null && row.dueOn().isAfter(parentDue)) {
				warnings.add(new WorkWarning(WorkWarning.Type.AFTER_PARENT, row, null, DateFormats.day(parentDue)));
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

	private List<WorkWarning> alike(WorkProgram program, Map<Long, ItemRow> byId) {
		return this.jdbc.sql("""
				select a.id as one, b.id as two, a.folded = b.folded as same
				from work_item a join work_item b on b.program_id = a.program_id and b.id > a.id
				where a.program_id = :program and a.proposal in ('PROPOSED', 'ACCEPTED')
				    and b.proposal in ('PROPOSED', 'ACCEPTED') and similarity(a.folded, b.folded) >= :alike
				order by similarity(a.folded, b.folded) desc, a.number_no, b.number_no limit :most
				""")
			.param("program", program.getId())
			.param("alike", ALIKE)
			.param("most", MOST_PAIRS)
			.query((row, number) -> {
				ItemRow one = byId.get(row.getLong("one"));
				ItemRow two = byId.get(row.getLong("two"));
				return (one != null && two != null) ? pair(one, two, row.getBoolean("same")) : null;
			})
			.list()
			.stream()
			.filter((warning) -> warning != null)
			.toList();
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

}
