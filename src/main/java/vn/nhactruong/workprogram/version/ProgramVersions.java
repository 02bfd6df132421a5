package vn.nhactruong.workprogram.version;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItem;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkItemStatus;
import vn.nhactruong.workprogram.WorkProgram;

/** The published versions of programs, as they read then. Written once, never changed. */
@Component
@Transactional(readOnly = true)
public class ProgramVersions {

	private final JdbcClient jdbc;

	private final UnitDirectory units;

	private final Clock clock;

	ProgramVersions(JdbcClient jdbc, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.clock = clock;
	}

	@Transactional
	public void freeze(WorkProgram program, List<WorkItem> items, Viewer viewer) {
		long version = this.jdbc.sql("""
				insert into work_program_version (program_id, number_no, published_at, published_by, approved_by)
				values (?, ?, ?, ?, (select display_name from account where id = ?)) returning id
				""")
			.params(program.getId(), program.getLastVersion(), Timestamp.from(this.clock.instant()),
					viewer.displayName(), program.getApprovedBy())
			.query(Long.class)
			.single();
		for (WorkItem item : items) {
			freeze(version, item);
		}
	}

	/**
	 * The number is the database's: submitting gave it, past the items that are loaded.
	 */
	private void freeze(long version, WorkItem item) {
		WorkItemPlan plan = item.plan();
		this.jdbc.sql("""
				insert into work_program_version_item (version_id, item_id, number_no, title, lead_id, lead,
				    coordinating_ids, coordinating, deliverable, submitting_level, due_on, source, status, slipped_to,
				    decision)
				values (?, ?, (select number_no from work_item where id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(version, item.getId(), item.getId(), plan.title(), plan.leadId(), this.units.name(plan.leadId()),
					plan.coordinatingIds().toArray(Long[]::new),
					String.join("; ", this.units.names(plan.coordinatingIds())),
					Objects.requireNonNullElse(plan.deliverable(), ""), plan.level().name(), plan.dueOn(), plan.basis(),
					status(item).name(), item.isSlipReported() ? null : item.getSlippedTo(),
					(item.getStatus() == WorkItemStatus.DROPPED) ? decision(item) : "")
			.update();
	}

	/** What its unit reports is told in the report, and changes nothing published. */
	private static WorkItemStatus status(WorkItem item) {
		return !item.isSlipReported() ? item.getStatus()
				: (item.getPercent() > 0) ? WorkItemStatus.IN_PROGRESS : WorkItemStatus.PLANNED;
	}

	static String decision(WorkItem item) {
		return item.getDocumentNumber() + ", " + DateFormats.day(item.getDocumentDate());
	}

	/** Newest first. */
	List<ProgramVersion> of(long programId) {
		return this.jdbc.sql("select * from work_program_version where program_id = ? order by number_no desc")
			.param(programId)
			.query((row, number) -> version(row))
			.list();
	}

	public Optional<ProgramVersion> find(long programId, int number) {
		return this.jdbc.sql("select * from work_program_version where program_id = ? and number_no = ?")
			.params(programId, number)
			.query((row, at) -> version(row))
			.optional();
	}

	/** In the order of the paper. */
	List<VersionItem> items(long programId, int number) {
		return this.jdbc.sql("""
				select i.* from work_program_version v join work_program_version_item i on i.version_id = v.id
				where v.program_id = ? and v.number_no = ? order by i.number_no
				""").params(programId, number).query((row, at) -> {
			Array ids = row.getArray("coordinating_ids");
			return new VersionItem(row.getLong("item_id"), row.getInt("number_no"), row.getString("title"),
					row.getLong("lead_id"), row.getString("lead"), Arrays.asList((Long[]) ids.getArray()),
					row.getString("coordinating"), row.getString("deliverable"),
					SubmittingLevel.valueOf(row.getString("submitting_level")),
					row.getObject("due_on", LocalDate.class), row.getString("source"),
					WorkItemStatus.valueOf(row.getString("status")), row.getObject("slipped_to", LocalDate.class),
					row.getString("decision"));
		}).list();
	}

	/**
	 * Why a version reads otherwise, for each difference of which somebody gave a reason.
	 */
	Map<VersionChange, String> reasons(long programId, int number, List<VersionChange> changes) {
		Map<Long, Map<VersionChange.Type, String>> given = new HashMap<>();
		this.jdbc.sql("""
				select item_id, case kind when 'ADD' then 'ITEM' when 'COORDINATION' then 'COORDINATING'
				    when 'DEADLINE' then 'DUE_ON' when 'MOVE' then 'MOVED' when 'DROP' then 'DROPPED'
				    else kind end as type, reason
				from work_adjustment where program_id = ? and version_no = ?
				""").params(programId, number).query((row) -> {
			given.computeIfAbsent(row.getLong("item_id"), (item) -> new EnumMap<>(VersionChange.Type.class))
				.put(VersionChange.Type.valueOf(row.getString("type")), row.getString("reason"));
		});
		Map<VersionChange, String> reasons = new HashMap<>();
		for (VersionChange change : changes) {
			Map<VersionChange.Type, String> ofItem = given.getOrDefault(change.item().itemId(), Map.of());
			// Who comes to lead an item no longer coordinates it.
			String reason = (change.type() == VersionChange.Type.COORDINATING)
					? ofItem.getOrDefault(change.type(), ofItem.get(VersionChange.Type.LEAD))
					: ofItem.get(change.type());
			if (reason != null) {
				reasons.put(change, reason);
			}
		}
		return reasons;
	}

	private static ProgramVersion version(java.sql.ResultSet row) throws java.sql.SQLException {
		return new ProgramVersion(row.getLong("id"), row.getLong("program_id"), row.getInt("number_no"),
				row.getTimestamp("published_at").toInstant(), row.getString("published_by"),
				row.getString("approved_by"));
	}

}
