package vn.nhactruong.workprogram.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItemParents;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkItemRules;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/** Says of every line of a workbook what it would become, or what is wrong with it. */
@Component
class ImportChecks {

	private static final int LONGEST_TEXT = 500;

	private static final int LONGEST_NUMBER = 100;

	private final WorkItemRules rules;

	private final WorkItemParents parents;

	private final WorkProgramQueries queries;

	private final WorkbookColumns columns;

	private final UnitDirectory units;

	ImportChecks(WorkItemRules rules, WorkItemParents parents, WorkProgramQueries queries, WorkbookColumns columns,
			UnitDirectory units) {
		this.rules = rules;
		this.parents = parents;
		this.queries = queries;
		this.columns = columns;
		this.units = units;
	}

	List<ImportRow> check(WorkProgram program, List<WorkbookRow> rows, Viewer viewer) {
		Known known = known(program, viewer);
		List<ImportRow> checked = new ArrayList<>();
		for (WorkbookRow row : rows) {
			checked.add(check(row, program, known));
		}
		return checked;
	}

	private ImportRow check(WorkbookRow row, WorkProgram program, Known known) {
		List<ImportRow.Problem> problems = new ArrayList<>();
		String title = text(row, WorkbookColumn.TITLE, LONGEST_TEXT, problems);
		if (title == null) {
			problem(problems, WorkbookColumn.TITLE, "missing");
		}
		Unit lead = lead(row, known, problems);
		Set<Long> coordinating = coordinating(row, known, problems);
		SubmittingLevel level = level(row, problems);
		LocalDate dueOn = day(row, WorkbookColumn.DUE_ON, problems);
		if (row.cell(WorkbookColumn.DUE_ON) == null) {
			problem(problems, WorkbookColumn.DUE_ON, "missing");
		}
		String deliverable = text(row, WorkbookColumn.DELIVERABLE, LONGEST_TEXT, problems);
		String source = text(row, WorkbookColumn.SOURCE, LONGEST_TEXT, problems);
		String sourceNumber = text(row, WorkbookColumn.SOURCE_NUMBER, LONGEST_NUMBER, problems);
		LocalDate sourceDate = day(row, WorkbookColumn.SOURCE_DATE, problems);
		Long parent = parent(row, known, problems);
		if (title != null && lead != null && !row.formulas().contains(WorkbookColumn.TITLE)) {
			duplicate(row, title, lead, known, problems);
		}
		outcome(row, problems);
		List<RuleViolation> found = this.rules.violations((lead != null) ? lead.id() : null, coordinating, dueOn,
				program);
		if (sourceDate != null || row.cell(WorkbookColumn.SOURCE_DATE) == null) {
			this.rules.source(sourceNumber, sourceDate, found);
		}
		found.forEach((violation) -> problems.add(new ImportRow.Problem(WorkbookColumn.ofField(violation.field()),
				violation.messageKey(), violation.arguments())));
		// Whatever else is wrong with such a cell comes of its having no value.
		problems.removeIf((problem) -> row.formulas().contains(problem.column()));
		row.formulas().forEach((column) -> problem(problems, column, "formula"));
		if (!problems.isEmpty()) {
			return new ImportRow(row.number(), row, null, problems);
		}
		WorkItemPlan plan = new WorkItemPlan(title, lead.id(), coordinating, deliverable, level, dueOn, source,
				sourceNumber, sourceDate, parent);
		return new ImportRow(row.number(), row, plan, problems);
	}

	private static String text(WorkbookRow row, WorkbookColumn column, int longest, List<ImportRow.Problem> problems) {
		String text = row.cell(column);
		if (text != null && text.length() > longest) {
			problem(problems, column, "tooLong", longest);
		}
		return text;
	}

	private Unit lead(WorkbookRow row, Known known, List<ImportRow.Problem> problems) {
		String text = row.cell(WorkbookColumn.LEAD);
		if (text == null) {
			problem(problems, WorkbookColumn.LEAD, "missing");
			return null;
		}
		Unit unit = known.unit(text);
		if (unit == null) {
			unknown(problems, WorkbookColumn.LEAD, text, known);
		}
		return unit;
	}

	private Set<Long> coordinating(WorkbookRow row, Known known, List<ImportRow.Problem> problems) {
		Set<Long> ids = new LinkedHashSet<>();
		String text = row.cell(WorkbookColumn.COORDINATING);
		if (text == null) {
			return ids;
		}
		for (String piece : text.split("[;\\n\\r]+")) {
			if (piece.isBlank()) {
				continue;
			}
			Unit whole = known.unit(piece);
			// A name may hold a comma; only what is no name is taken for several.
			String[] names = (whole != null) ? new String[] { piece } : piece.split(",");
			for (String name : names) {
				Unit unit = known.unit(name);
				if (unit != null) {
					ids.add(unit.id());
				}
				else if (!name.isBlank()) {
					unknown(problems, WorkbookColumn.COORDINATING, name.strip(), known);
				}
			}
		}
		return ids;
	}

	private static void unknown(List<ImportRow.Problem> problems, WorkbookColumn column, String name, Known known) {
		Optional<Unit> meant = known.likely().meantBy(name);
		if (meant.isPresent()) {
			problem(problems, column, "unknownUnitMeant", name, meant.get().name());
		}
		else {
			problem(problems, column, "unknownUnit", name);
		}
	}

	private SubmittingLevel level(WorkbookRow row, List<ImportRow.Problem> problems) {
		String text = row.cell(WorkbookColumn.LEVEL);
		if (text == null) {
			problem(problems, WorkbookColumn.LEVEL, "missing");
			return null;
		}
		Optional<SubmittingLevel> level = this.columns.level(text);
		if (level.isEmpty()) {
			problem(problems, WorkbookColumn.LEVEL, "unknownLevel", text);
		}
		return level.orElse(null);
	}

	private static LocalDate day(WorkbookRow row, WorkbookColumn column, List<ImportRow.Problem> problems) {
		String text = row.cell(column);
		if (text == null) {
			return null;
		}
		Optional<LocalDate> day = DateFormats.typedDay(text);
		if (day.isEmpty()) {
			problem(problems, column, "noDay", text);
		}
		return day.orElse(null);
	}

	/** Nothing that somebody wrote is passed over in silence. */
	private void outcome(WorkbookRow row, List<ImportRow.Problem> problems) {
		String status = row.cell(WorkbookColumn.STATUS);
		if (status != null && this.columns.status(status).isEmpty()) {
			problem(problems, WorkbookColumn.STATUS, "unknownStatus", status);
		}
		String percent = row.cell(WorkbookColumn.PERCENT);
		if (percent != null && !percent.matches("(100|\\d{1,2})([.,]0+)? ?%?|0[.,]\\d+")) {
			problem(problems, WorkbookColumn.PERCENT, "noPercent", percent);
		}
	}

	private static Long parent(WorkbookRow row, Known known, List<ImportRow.Problem> problems) {
		String text = row.cell(WorkbookColumn.PARENT);
		if (text == null) {
			return null;
		}
		List<Long> fitting = known.parents().getOrDefault(WorkbookColumns.folded(text), List.of());
		if (fitting.size() != 1) {
			problem(problems, WorkbookColumn.PARENT, fitting.isEmpty() ? "unknownParent" : "ambiguousParent", text);
			return null;
		}
		return fitting.get(0);
	}

	private static void duplicate(WorkbookRow row, String title, Unit lead, Known known,
			List<ImportRow.Problem> problems) {
		String key = WorkbookColumns.folded(title) + "|" + lead.id();
		Integer inProgram = known.inProgram().get(key);
		if (inProgram != null) {
			problem(problems, WorkbookColumn.TITLE, "inProgram", inProgram);
		}
		Integer before = known.inFile().putIfAbsent(key, row.number());
		if (before != null) {
			problem(problems, WorkbookColumn.TITLE, "inFile", before);
		}
	}

	private static void problem(List<ImportRow.Problem> problems, WorkbookColumn column, String reason,
			Object... args) {
		problems.add(new ImportRow.Problem(column, "workprogram.import.problem." + reason,
				Stream.of(args).map((arg) -> (arg instanceof String text) ? WorkbookRow.shown(text) : arg).toArray()));
	}

	private Known known(WorkProgram program, Viewer viewer) {
		Map<String, Unit> units = new HashMap<>();
		List<Unit> present = new ArrayList<>();
		for (Unit unit : this.units.all()) {
			boolean there = unit.isValidOn(program.period().startsOn()) || unit.isValidOn(program.period().endsOn());
			if (there) {
				present.add(unit);
			}
			for (String name : new String[] { unit.name(), unit.code(), unit.shortName() }) {
				if (name != null) {
					// Of two units of one name, the one that exists in the period is
					// meant.
					units.merge(WorkbookColumns.folded(name), unit, (first, second) -> there ? second : first);
				}
			}
		}
		Map<String, List<Long>> parents = new HashMap<>();
		this.parents.candidates(program, viewer)
			.forEach((parent) -> parents
				.computeIfAbsent(WorkbookColumns.folded(parent.title()), (title) -> new ArrayList<>())
				.add(parent.id()));
		Map<String, Integer> inProgram = new HashMap<>();
		this.queries.inProposal(program, ProposalStatus.PROPOSED, ProposalStatus.ACCEPTED, ProposalStatus.RETURNED)
			.forEach(
					(item) -> inProgram.put(WorkbookColumns.folded(item.title()) + "|" + item.leadId(), item.number()));
		return new Known(units, new LikelyUnits(present), parents, inProgram, new HashMap<>());
	}

	private record Known(Map<String, Unit> units, LikelyUnits likely, Map<String, List<Long>> parents,
			Map<String, Integer> inProgram, Map<String, Integer> inFile) {

		private Unit unit(String name) {
			return this.units.get(WorkbookColumns.folded(name));
		}

	}

}
