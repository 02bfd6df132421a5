package vn.nhactruong.workprogram.imports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;

/**
 * Workbooks of items: read and kept for their sender, shown line by line, and added only
 * when the sender says so. Each look checks anew against the program as it is then.
 */
@Service
@Transactional
public class WorkImports {

	private static final TypeReference<List<WorkbookRow>> ROWS = new TypeReference<>() {
	};

	private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
	};

	/** How long a workbook that nobody confirmed is kept, in days. */
	private static final int KEPT = 7;

	private static final int LONGEST_NAME = 200;

	private final WorkItems items;

	private final WorkbookReader reader;

	private final ImportChecks checks;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	WorkImports(WorkItems items, WorkbookReader reader, ImportChecks checks, JdbcClient jdbc, JsonMapper json,
			Clock clock) {
		this.items = items;
		this.reader = reader;
		this.checks = checks;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Reads a workbook and keeps its lines; the sender's earlier one is forgotten.
	 * @return where the preview is found
	 */
	long read(long programId, MultipartFile file, Viewer viewer) {
		this.items.proposable(programId, viewer);
		WorkbookContent content = this.reader.read(file);
		Timestamp now = Timestamp.from(this.clock.instant());
		this.jdbc.sql("""
				delete from work_import where account_id = ? and program_id = ? and taken_at is null
				    or taken_at is null and read_at < ?
				""")
			.params(viewer.accountId(), programId, Timestamp.from(this.clock.instant().minus(KEPT, ChronoUnit.DAYS)))
			.update();
		String name = String.valueOf(file.getOriginalFilename());
		return this.jdbc.sql("""
				insert into work_import (program_id, account_id, file_name, rows, left_out, read_at)
				values (?, ?, ?, ?::jsonb, ?::jsonb, ?) returning id
				""")
			.params(programId, viewer.accountId(), name.substring(0, Math.min(LONGEST_NAME, name.length())),
					this.json.writeValueAsString(content.rows()), this.json.writeValueAsString(content.leftOut()), now)
			.query(Long.class)
			.single();
	}

	/**
	 * What the workbook would add.
	 * @throws NotVisibleException when somebody else sent it
	 */
	ImportPreview preview(long programId, long importId, Viewer viewer) {
		WorkProgram program = this.items.program(programId, viewer);
		return this.jdbc.sql("select * from work_import where id = ? and program_id = ? and account_id = ?")
			.params(importId, programId, viewer.accountId())
			.query((row, number) -> new ImportPreview(row.getLong("id"), row.getString("file_name"),
					(row.getTimestamp("taken_at") != null) ? row.getTimestamp("taken_at").toInstant() : null,
					(row.getTimestamp("taken_at") != null) ? List.of()
							: this.checks.check(program, this.json.readValue(row.getString("rows"), ROWS), viewer),
					this.json.readValue(row.getString("left_out"), TEXTS)))
			.optional()
			.orElseThrow(() -> new NotVisibleException("import", importId));
	}

	/**
	 * Adds what the workbook says.
	 * @param onlyGood whether lines with problems may be left out; otherwise one problem
	 * keeps everything out
	 * @return how many items were added
	 */
	int take(long programId, long importId, boolean onlyGood, Viewer viewer) {
		this.items.proposable(programId, viewer);
		ImportPreview preview = preview(programId, importId, viewer);
		if (preview.takenAt() != null) {
			throw RuleViolation.of("workprogram.import.error.taken");
		}
		if (preview.getBad() > 0 && !onlyGood) {
			throw RuleViolation.of("workprogram.import.error.problems", preview.getBad());
		}
		List<WorkItemPlan> plans = preview.rows().stream().filter(ImportRow::isGood).map(ImportRow::plan).toList();
		if (plans.isEmpty()) {
			throw RuleViolation.of("workprogram.import.error.nothingGood");
		}
		this.items.proposeAll(programId, plans, viewer);
		this.jdbc.sql("update work_import set taken_at = ?, taken = ? where id = ?")
			.params(Timestamp.from(this.clock.instant()), plans.size(), importId)
			.update();
		return plans.size();
	}

}
