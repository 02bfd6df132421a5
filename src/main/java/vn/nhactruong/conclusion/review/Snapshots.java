package vn.nhactruong.conclusion.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Clause;
import vn.nhactruong.conclusion.ClauseNumbering;
import vn.nhactruong.conclusion.ClausePlan;
import vn.nhactruong.conclusion.Conclusion;
import vn.nhactruong.conclusion.PartyNames;

/**
 * The texts of each submitted round and who agreed to which of them. Written once, never
 * changed.
 */
@Component
public class Snapshots {

	private final JdbcClient jdbc;

	private final PartyNames names;

	Snapshots(JdbcClient jdbc, PartyNames names) {
		this.jdbc = jdbc;
		this.names = names;
	}

	void freeze(Conclusion conclusion) {
		List<Clause> clauses = conclusion.getClauses();
		List<String> labels = ClauseNumbering.labels(clauses.stream().map(Clause::getLevel).toList());
		for (int i = 0; i < clauses.size(); i++) {
			ClausePlan plan = clauses.get(i).plan();
			this.jdbc.sql("""
					insert into clause_snapshot (conclusion_id, round, clause_id, position_no, label, content, leads,
					    coordinating, deadline, no_deadline, deliverable, no_task)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					""")
				.params(conclusion.getId(), conclusion.getRound(), clauses.get(i).getId(), i + 1, labels.get(i),
						plan.content(), this.names.leads(plan, PartyNames.PAPER),
						this.names.coordinating(plan, PartyNames.PAPER), plan.deadline(), plan.noDeadline(),
						plan.deliverable(), plan.noTask())
				.update();
		}
	}

	public List<Snapshot> of(long conclusionId, int round) {
		return this.jdbc.sql("select * from clause_snapshot where conclusion_id = ? and round = ? order by position_no")
			.params(conclusionId, round)
			.query((row, number) -> new Snapshot(row.getLong("id"), row.getLong("clause_id"), row.getInt("position_no"),
					row.getString("label"), row.getString("content"), row.getString("leads"),
					row.getString("coordinating"), row.getObject("deadline", LocalDate.class),
					row.getBoolean("no_deadline"), row.getString("deliverable"), row.getBoolean("no_task")))
			.list();
	}

	/** Saying so twice is no mistake. */
	boolean agree(long snapshotId, Viewer viewer, Instant now) {
		return this.jdbc.sql("""
				insert into clause_agreement (snapshot_id, account_id, author, agreed_at) values (?, ?, ?, ?)
				on conflict do nothing
				""").params(snapshotId, viewer.accountId(), viewer.displayName(), Timestamp.from(now)).update() == 1;
	}

	/** Who agreed to each text of a round; one that nobody agreed to is left out. */
	public Map<Long, Set<String>> agreements(long conclusionId, int round) {
		Map<Long, Set<String>> agreed = new LinkedHashMap<>();
		this.jdbc.sql("""
				select a.snapshot_id, a.author from clause_agreement a join clause_snapshot s on s.id = a.snapshot_id
				where s.conclusion_id = ? and s.round = ? order by a.agreed_at, a.account_id
				""").params(conclusionId, round).query((row) -> {
			agreed.computeIfAbsent(row.getLong("snapshot_id"), (id) -> new LinkedHashSet<>())
				.add(row.getString("author"));
		});
		return agreed;
	}

	/** The texts of a round to which this very person agreed. */
	Set<Long> agreedBy(long conclusionId, int round, Viewer viewer) {
		return this.jdbc.sql("""
				select a.snapshot_id from clause_agreement a join clause_snapshot s on s.id = a.snapshot_id
				where s.conclusion_id = ? and s.round = ? and a.account_id = ?
				""").params(conclusionId, round, viewer.accountId()).query(Long.class).set();
	}

}
